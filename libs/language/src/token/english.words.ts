import { englishSources, englishWords, type Stance } from '../lexicon/lexicon.load.js';
import { englishMediaByFirst, englishMediaOfOneWord } from './english.media.js';
import * as W from './word.flags.js';

export interface EnglishVerb {
  readonly lemma: string;
  readonly stance: Stance;
  readonly form: 'finite' | 'base' | 'ing';
  /** May be followed by its clause without "that". */
  readonly bare: boolean;
  /** The same spelling is a common noun: only with "that", a quotation, or nothing after it. */
  readonly nounLike: boolean;
  /** How somebody sounds: reports only with words in quotation marks at its side. */
  readonly quotedOnly: boolean;
}

function formsOf(verb: string): [string, EnglishVerb['form']][] {
  const irregular = (englishWords.irregular as Record<string, readonly string[]>)[verb];
  if (irregular)
    return [
      [verb, 'base'],
      ...irregular.map((form): [string, EnglishVerb['form']] => [form, form.endsWith('ing') ? 'ing' : 'finite']),
    ];
  const stem = verb.endsWith('e') ? verb.slice(0, -1) : verb;
  const third = /(s|sh|ch|x)$/.test(verb) ? `${verb}es` : `${verb}s`;
  return [
    [verb, 'base'],
    [third, 'finite'],
    [`${stem}ed`, 'finite'],
    [`${stem}ing`, 'ing'],
  ];
}

const bare = new Set(englishWords.zeroThat);
const bases = new Set(englishWords.baseForms);
const nounLike = new Set(englishWords.nounLike);
const quotedOnly = new Set(englishWords.quotedOnly);

/** Forms of the reporting verbs of English. */
export const englishVerbs: ReadonlyMap<string, EnglishVerb> = new Map(
  Object.entries(englishWords.reportVerbs).flatMap(([stance, verbs]) =>
    verbs.flatMap((lemma) =>
      formsOf(lemma)
        .filter(([form, sort]) => sort !== 'base' || bases.has(form))
        .map(([form, sort]): [string, EnglishVerb] => [
          form,
          {
            lemma,
            stance: stance as Stance,
            form: sort,
            bare: bare.has(lemma),
            nounLike: nounLike.has(form),
            quotedOnly: quotedOnly.has(lemma),
          },
        ]),
    ),
  ),
);

const auxiliaries = new Set(englishWords.auxiliaries);
const verbs = new Set(englishWords.verbs);
const notVerbs = new Set(englishWords.notVerbs);
const adverbs = new Set(englishWords.adverbs);
const outlets = new Set([...englishSources.outlets, ...englishMediaOfOneWord]);
const tables: readonly (readonly [ReadonlySet<string>, number])[] = [
  [new Set(englishSources.roles), W.ROLE],
  [new Set(englishSources.anonymous), W.ANONYMOUS],
  [new Set(englishSources.institutions), W.INSTITUTION],
  [new Set(englishSources.outletNouns), W.OUTLET],
  [outlets, W.KNOWN_OUTLET],
  [new Set(englishSources.documents), W.DOCUMENT],
  [new Set(englishWords.quantities), W.QUANTITY],
];
const PREPOSITIONS = new Set(
  'in on at by for with from of to after before during since until about over under against between among into through without within despite amid following behind near across around as like than per via outside inside alongside toward towards onto throughout beyond'.split(
    ' ',
  ),
);
const NEGATIONS = new Set("not no never n't neither nor cannot".split(' '));
const RELATIVES = new Set('who which whose whom where'.split(' '));

/** "London-based", "state-owned", but not "re-elected". */
const COMPOUND = /^(?!(?:re|co|pre|un|mis|over|out|cross|de|double|self)-).*-/;

/** Bits of an English word in lower case. */
export function englishFlags(norm: string): number {
  let flags = 0;
  for (const [set, flag] of tables)
    if (
      set.has(norm) ||
      (flag !== W.KNOWN_OUTLET && norm.endsWith('s') && norm.length > 4 && set.has(norm.slice(0, -1)))
    )
      flags |= flag;
  // "CNN's", "the Times's"
  const owner = /['’]s$/.test(norm) ? norm.slice(0, -2) : '';
  if (outlets.has(owner)) flags |= W.KNOWN_OUTLET;
  if (englishMediaByFirst.has(owner || norm)) flags |= W.NAME_START;
  if (auxiliaries.has(norm) || verbs.has(norm)) flags |= W.FINITE;
  else if (norm.length > 4 && norm.endsWith('ed') && !notVerbs.has(norm) && !COMPOUND.test(norm)) flags |= W.FINITE;
  // "that's", "they've", "he'd"
  if (
    /^(?:it|he|she|that|there|here|what|who)['’]s$|^(?:i|you|we|they|he|she|it|that|there)['’](?:re|ve|ll|d|m)$/.test(
      norm,
    )
  )
    flags |= W.FINITE;
  // "epidemiologist", "ethnographer", "psychiatrist"
  if (/(?:ologist|ographer|iatrist|nomist)s?$/.test(norm)) flags |= W.ROLE;
  // "The Post-Ledger", "The Times-Leader"
  if (
    /-(?:ledger|times|tribune|herald|gazette|post|journal|courier|star|sentinel|news|dispatch|telegraph)$|^(?:times|herald|tribune|star|courier)-/.test(
      norm,
    )
  )
    flags |= W.OUTLET;
  if (adverbs.has(norm)) flags |= W.ADVERB;
  if (PREPOSITIONS.has(norm)) flags |= W.PREPOSITION;
  if (NEGATIONS.has(norm) || norm.endsWith("n't")) flags |= W.NEGATION;
  if (RELATIVES.has(norm)) flags |= W.RELATIVE;
  return flags;
}
