import { plainVerbs, type ReportVerb, reportVerbs } from '../lexicon/lexicon.load.js';
import { fold } from '../normal/normal.fold.js';

export interface VerbForm {
  readonly verb: ReportVerb;
  readonly tense: 'past' | 'present' | 'participle';
  readonly gender: 'm' | 'f';
  readonly number: 's' | 'd' | 'p';
}

type Add = (form: string, gender: 'm' | 'f', number: 's' | 'd' | 'p') => void;

function pastForms(past: string, forms: Readonly<Record<string, string>>, add: Add): void {
  const weak = /[ايى]$/.test(past) && past.length > 2;
  const stem = weak ? past.slice(0, -1) : past;
  add(past, 'm', 's');
  add(fold(forms['f'] ?? `${stem}ت`), 'f', 's');
  add(fold(forms['p'] ?? `${stem}وا`), 'm', 'p');
  if (!weak) {
    add(`${past}ا`, 'm', 'd');
    add(`${past}تا`, 'f', 'd');
  }
}

function presentForms(present: string, forms: Readonly<Record<string, string>>, add: Add): void {
  const rest = present.slice(1);
  const stem = /[ايو]$/.test(rest) && rest.length > 2 ? rest.slice(0, -1) : rest;
  for (const future of ['', 'س']) {
    add(`${future}ي${rest}`, 'm', 's');
    add(`${future}ت${rest}`, 'f', 's');
    add(`${future}ي${stem}ون`, 'm', 'p');
    add(`${future}ي${stem}وا`, 'm', 'p');
    add(`${future}ي${rest}ان`, 'm', 'd');
    add(`${future}ت${rest}ان`, 'f', 'd');
  }
  if (forms['presentP']) add(fold(forms['presentP']), 'm', 'p');
}

function participleForms(participle: string, add: Add): void {
  const stem = participle.endsWith('ا') ? participle.slice(0, -1) : participle;
  add(`${stem}ا`, 'm', 's');
  add(`${stem}ه`, 'f', 's');
  add(`${stem}ين`, 'm', 'p');
}

/** Every form of the reporting verbs, folded, to its verb. The first entry of the lexicon wins where two verbs share a form. */
export const reportForms: ReadonlyMap<string, VerbForm> = (() => {
  const table = new Map<string, VerbForm>();
  const adder =
    (verb: ReportVerb, tense: VerbForm['tense']): Add =>
    (form, gender, number) => {
      if (!table.has(form)) table.set(form, { verb, tense, gender, number });
    };
  for (const verb of reportVerbs) {
    const forms = verb.forms ?? {};
    pastForms(fold(verb.past), forms, adder(verb, 'past'));
    if (verb.present) presentForms(fold(verb.present), forms, adder(verb, 'present'));
    if (verb.participle) participleForms(fold(verb.participle), adder(verb, 'participle'));
  }
  return table;
})();

/** Form → true when the spelling is also a common verbal noun (قتل، تقدم): a verb only where the place says so. */
export const finiteForms: ReadonlyMap<string, boolean> = (() => {
  const table = new Map<string, boolean>();
  const mark = (form: string, ambiguous: boolean): void => {
    if (form.length > 1) table.set(form, ambiguous && (table.get(form) ?? true));
  };
  const pairs = [...plainVerbs, ...reportVerbs.map((verb) => [verb.past, verb.present ?? ''])];
  const nouns = new Set(reportVerbs.filter((verb) => verb.nounLike).map(({ past }) => past));
  for (const [past = '', present = ''] of pairs) {
    const base = fold(past);
    const nounLike = base.length === 3 || base.startsWith('ت') || nouns.has(past);
    pastForms(base, {}, (form) => {
      mark(form, nounLike && form === base);
      for (const object of ['ها', 'هم', 'هما', 'نا']) mark(form + object, false);
    });
    if (present)
      presentForms(fold(present), {}, (form) => {
        mark(form, form.startsWith('ت') && form.length < 6);
        for (const object of ['ه', 'ها', 'هم', 'هما', 'نا']) mark(form + object, false);
      });
  }
  return table;
})();
