import {
  COMPLEMENTISER,
  PREPOSITION,
  FINITE,
  MAYBE_FINITE,
  NEGATION,
  RELATIVE,
  DEFINITE,
  ROLE,
  ANONYMOUS,
  INSTITUTION,
  OUTLET,
  DOCUMENT,
  ADVERB,
  ARABIC,
  QUOTE_MARK,
  SENTENCE_END,
  COMMA,
  TO_OUTLET,
  COUNTRY,
  PARTICLE,
  FUTURE,
  KNOWN_OUTLET,
  NAME_START,
  NAME_END,
} from './word.flags.js';
import { dateSigns } from '../date/date.signs.js';
import { foldedSet, sources, words } from '../lexicon/lexicon.load.js';
import { fold } from '../normal/normal.fold.js';
import { isArabicUnit } from '../text/char.table.js';
import { englishFlags } from './english.words.js';
import { finiteForms, reportForms, type VerbForm } from './arabic.conjugation.js';
import { mayEndName, mediaOfOneWord, opensMedium } from './media.names.js';
import { cutOf } from './word.cut.js';
import { anonymous, isOwnNoun, nounFlags, outletNouns, roles } from './word.noun.js';
import { MANNER, reportOf } from './word.report.js';
import { traitsOf } from './word.traits.js';

export interface Word {
  readonly raw: string;
  readonly norm: string;
  /** Without a leading و or ف; equal to norm when there is none. */
  readonly stem: string;
  readonly conjunction: '' | 'و' | 'ف';
  /** Without conjunction, article and ل/ب/ك before the article. */
  readonly head: string;
  readonly flags: number;
  readonly report: VerbForm | undefined;
  /** Bits of word.traits.ts: what it says about a claim. */
  readonly traits: number;
  /** Bits of date.signs.ts: what it may contribute to a date. */
  readonly dating: number;
  /** One of word.cut.ts. */
  readonly cut: number;
  /** At most six letters of it without what is joined to it: words of two claims that share them are taken for the same. */
  readonly gist: string;
  /** Without the article and what is joined to it. */
  readonly bare: string;
}

const JOINED = /^[وف]?(?:ال|لل|بال|كال)(?=.{3})|^[وفبلك](?=.{4})/;

const ARTICLE = /^[وف]?(?:ال|لل)(?=.{3})/;

type Form = Pick<Word, 'raw' | 'norm' | 'stem' | 'conjunction' | 'head' | 'flags' | 'report'>;

/** Every word is made here, in one shape, with all that its spelling tells. */
function wordFrom({ raw, norm, stem, conjunction, head, flags, report }: Form): Word {
  return {
    raw,
    norm,
    stem,
    conjunction,
    head,
    flags,
    report,
    traits: traitsOf(norm, stem, head),
    dating: dateSigns(norm),
    cut: cutOf(raw),
    gist: norm.replace(JOINED, '').slice(0, 6),
    bare: norm.replace(ARTICLE, ''),
  };
}

/** The word at hand taken for another with «و» in front: «ورد» as «و» and «رد». */
export function joinedAs(word: Word, bare: string): Word {
  return wordFrom({ ...wordOf(bare), raw: word.raw, norm: word.norm, conjunction: 'و' });
}

/** The word as part of a name, or as another noun than it is spelt like: with these flags, and no verb of saying. */
export const withFlags = (word: Word, flags: number): Word => wordFrom({ ...word, flags, report: undefined });

/** Taken for a verb by its ending alone; no verb of the lexicon. */
export const isGuessedVerb = ({ flags, stem }: Word): boolean =>
  (flags & FINITE) !== 0 && (flags & FUTURE) === 0 && !finiteForms.has(stem);

const complementisers = foldedSet(words.complementisers);
const prepositions = foldedSet(words.prepositions);
const negations = foldedSet(words.negations);
const relatives = foldedSet(words.relatives);
const adverbs = foldedSet(words.adverbs);
const particles = foldedSet(words.particles);
const notVerbs = foldedSet(words.notVerbs);
const notFeminine = foldedSet(words.notFeminine);
const countries = foldedSet(sources.countries);
const PRONOUN_PREPOSITIONS = /^(علي|الي|عن|من|في|ل|ب|لدي|مع|بين)(ه|ها|هم|هما|هن|نا|ي|ك|كم)$/;
const FEMININE_PAST = /^[^\d]{3,}[^ا]ت$/;
const IMPERFECT = /^س?[يت][^\d]{3,}$/;

/** What a noun may still be with the sign of the accusative: «غير أن مسؤولًا», «إن تقريرًا». */
const ACCUSATIVE = ROLE | ANONYMOUS | DOCUMENT | INSTITUTION | OUTLET;
const INVARIABLE = foldedSet(words.notConjoined);

/** «أليخاندرو», «ألمانية»: an article is written without the hamza. */
const HAMZA = /^[وف]?[أإ]ل/;

function article(stem: string): string {
  if (stem.length > 4 && stem.startsWith('ال')) return stem.slice(2);
  if (stem.length > 4 && stem.startsWith('لل')) return stem.slice(2);
  if (stem.length > 5 && (stem.startsWith('بال') || stem.startsWith('كال'))) return stem.slice(3);
  return stem;
}

function markFlags(norm: string): number {
  if (norm === '"') return QUOTE_MARK;
  if ('،,'.includes(norm)) return COMMA;
  if ('.؟?!…؛;'.includes(norm)) return SENTENCE_END;
  return 0;
}

function finiteFlags(stem: string, norm: string): number {
  const known = finiteForms.get(stem);
  const future = /^س[يت]/.test(stem) && finiteForms.has(stem.slice(1)) ? FUTURE : 0;
  if (known !== undefined) return (known ? MAYBE_FINITE : FINITE) | future;
  if (notVerbs.has(stem) || notVerbs.has(norm)) return 0;
  if (/^سي[^\d]{3,}$/.test(stem) && !/^(سيا|سيط|سيد|سيو|سير|سين|سيل|سيف|سيم)/.test(stem)) return FINITE | FUTURE;
  if (stem.startsWith('ي') && IMPERFECT.test(stem) && !/(يه|ي|يون|يين|ات)$/.test(stem.slice(1))) return FINITE;
  if (FEMININE_PAST.test(stem) && !stem.startsWith('ال') && !notFeminine.has(stem)) return FINITE;
  if (stem.length >= 5 && stem.endsWith('وا') && !stem.startsWith('ال')) return FINITE;
  return 0;
}

/** «للوموند»: the second letter is the name's own, not an article's. */
export const tellsLam = (stem: string): boolean => stem.startsWith('لل') && mediaOfOneWord.has(stem.slice(1));

function addressed(stem: string): boolean {
  if (!stem.startsWith('ل') || stem.length < 3) return false;
  // «لـCNN»
  if (/^ل[a-z]/.test(stem)) return true;
  const rest = stem.startsWith('لل') ? stem.slice(2) : stem.slice(1);
  if (tellsLam(stem)) return true;
  return outletNouns.has(rest) || mediaOfOneWord.has(rest) || mediaOfOneWord.has(`ال${rest}`);
}

/** «فيدوروف», «فيكتوريا»: no verb in the present has two long vowels but by its ending. */
const FOREIGN = /^ي\p{L}*[وي]\p{L}+[وي](?!ا$|ن$|ه|ها$|هم$|نه)\p{L}/u;

/** «ف» is taken off only before a word known to stand alone: «فاتورة» and «فنزويلا» begin with it. */
function isKnown(stem: string): boolean {
  return (
    (stem.startsWith('ال') && stem.length > 4) ||
    reportForms.has(stem) ||
    finiteForms.has(stem) ||
    complementisers.has(stem) ||
    prepositions.has(stem) ||
    negations.has(stem) ||
    particles.has(stem) ||
    relatives.has(stem) ||
    countries.has(stem) ||
    roles.has(stem) ||
    anonymous.has(stem) ||
    PRONOUN_PREPOSITIONS.test(stem) ||
    /^(هو|هي|هم|هذا|هذه|هولاء|ذلك|تلك|انا|نحن|اذا|لو|كلما|حين|عندما|بعد|قبل|هل|لما|لماذا|كيف|كل|كان|كانت|بحسب|وفق|وفقا|طبقا)$/.test(
      stem,
    ) ||
    (/^ي[^\d]{3,}$/.test(stem) && !notVerbs.has(stem) && !FOREIGN.test(stem))
  );
}

function plainWord(raw: string, norm: string, flags: number): Word {
  return wordFrom({ raw, norm, stem: norm, conjunction: '', head: norm, flags, report: undefined });
}

function analyse(raw: string): Word {
  const folded = fold(raw);
  const norm = folded.length > 1 && folded.endsWith('.') ? folded.slice(0, -1) : folded;
  const first = norm.charCodeAt(0);
  if (norm.length === 1 && markFlags(norm)) return plainWord(raw, norm, markFlags(norm));
  if (!isArabicUnit(first)) return plainWord(raw, norm, englishFlags(norm));
  const joined =
    norm.length > 2 &&
    !INVARIABLE.has(norm) &&
    !finiteForms.has(norm) &&
    !isOwnNoun(norm) &&
    (norm.startsWith('و') || (norm.startsWith('ف') && isKnown(norm.slice(1))));
  const stem = joined ? norm.slice(1) : norm;
  const head = HAMZA.test(raw) ? stem : article(stem);
  // «غير أن مسؤولًا في البنك»
  const accusative = head.length > 3 && head.endsWith('ا') && (raw.includes('\u064b') || nounFlags(head) === 0);
  let flags = ARABIC | nounFlags(head) | (accusative ? nounFlags(head.slice(0, -1)) & ACCUSATIVE : 0);
  const verbal = finiteForms.has(stem) && stem.startsWith('ال');
  if (!verbal && (head !== stem || (stem.startsWith('ال') && stem.length > 3 && !HAMZA.test(raw)))) flags |= DEFINITE;
  if (complementisers.has(norm) || complementisers.has(stem)) flags |= COMPLEMENTISER;
  if (prepositions.has(stem) || (PRONOUN_PREPOSITIONS.test(stem) && !raw.endsWith('منى'))) flags |= PREPOSITION;
  if (negations.has(stem)) flags |= NEGATION;
  if (relatives.has(norm) || relatives.has(stem)) flags |= RELATIVE;
  if (adverbs.has(stem)) flags |= ADVERB;
  if (particles.has(stem)) flags |= PARTICLE;
  if (countries.has(stem)) flags |= COUNTRY;
  if (mediaOfOneWord.has(stem)) flags |= KNOWN_OUTLET;
  if (addressed(stem)) flags |= TO_OUTLET;
  if (opensMedium(norm, stem)) flags |= NAME_START;
  if (mayEndName(stem)) flags |= NAME_END;
  const manner = MANNER.test(stem);
  const named = DEFINITE | COMPLEMENTISER | RELATIVE | COUNTRY | ADVERB | KNOWN_OUTLET;
  if (!manner && (!(flags & named) || reportForms.has(stem))) flags |= finiteFlags(stem, norm);
  const report = manner ? undefined : reportOf(raw, stem, norm);
  const conjunction = joined ? (norm.charAt(0) as 'و' | 'ف') : '';
  return wordFrom({ raw, norm, stem, conjunction, head, flags, report });
}

/** Pure memo: the answer depends on the spelling alone. Emptied when full so that a server's memory stays flat. */
const memo = new Map<string, Word>();
const MEMO_LIMIT = 60_000;
/** Longer slices would keep their whole article in memory. */
const MEMO_LENGTH = 12;

export function wordOf(raw: string): Word {
  const hit = memo.get(raw);
  if (hit) return hit;
  if (memo.size >= MEMO_LIMIT) memo.clear();
  const word = analyse(raw);
  if (raw.length <= MEMO_LENGTH) memo.set(raw, word);
  return word;
}

/** The words met last, each in the one place its units lead to: most words of a text are found without being cut out of it. */
const recent: (Word | undefined)[] = new Array<undefined>(1 << 15).fill(undefined);

function isWrittenAt(raw: string, text: string, from: number): boolean {
  for (let i = 0; i < raw.length; i += 1) if (raw.charCodeAt(i) !== text.charCodeAt(from + i)) return false;
  return true;
}

/** The word that text[from, to) spells. */
export function wordAt(text: string, from: number, to: number): Word {
  if (to - from > MEMO_LENGTH) return wordOf(text.slice(from, to));
  let place = 0;
  for (let i = from; i < to; i += 1) place = (Math.imul(place, 31) + text.charCodeAt(i)) | 0;
  place = (place ^ (place >>> 14)) & (recent.length - 1);
  const known = recent[place];
  if (known && known.raw.length === to - from && isWrittenAt(known.raw, text, from)) return known;
  const word = wordOf(text.slice(from, to));
  recent[place] = word;
  return word;
}

export * from './word.flags.js';
