import arabicMedia from './arabic-media.json' with { type: 'json' };
import arabicSources from './arabic-sources.json' with { type: 'json' };
import arabicReportVerbs from './arabic-report-verbs.json' with { type: 'json' };
import arabicVerbs from './arabic-verbs.json' with { type: 'json' };
import arabicWords from './arabic-words.json' with { type: 'json' };
import englishSourceLists from './english-sources.json' with { type: 'json' };
import englishWordLists from './english-words.json' with { type: 'json' };
import boilerplateLists from './boilerplate.json' with { type: 'json' };
import { fold } from '../normal/normal.fold.js';

/** The JSON modules are written in ordinary spelling for the people who edit them; the engine reads them folded. */
export type Stance = 'neutral' | 'distancing' | 'factive' | 'negating' | 'evaluative' | 'predictive';

export interface ReportVerb {
  readonly past: string;
  readonly present?: string;
  readonly participle?: string;
  readonly stance: Stance;
  /** Continues the last speaker when no subject is named (أضاف، تابع). */
  readonly continues?: boolean;
  /** relay: needs «عن»; quote: a quotation; document: the subject is a document; by: needs «بأن/بأنه»; clause: «أن» in the same clause; the rest in README.md. */
  readonly needs?: string;
  readonly forms?: Readonly<Record<string, string>>;
  /** The form of the past is more often a noun («أبرز»). */
  readonly nounLike?: boolean;
}

export function foldedSet(list: readonly string[]): ReadonlySet<string> {
  return new Set(list.map((entry) => fold(entry)));
}

/** Nouns are met with and without the article. */
export function nounSet(list: readonly string[]): ReadonlySet<string> {
  return new Set(list.map((entry) => fold(entry).replace(/^ال(?=.{3})/, '')));
}

export function foldedRecord<T>(record: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(Object.entries(record).map(([key, value]) => [fold(key), value]));
}

export const reportVerbs = arabicReportVerbs as readonly ReportVerb[];
export const plainVerbs = arabicVerbs as readonly (readonly string[])[];
export const sources = arabicSources;
export const media = arabicMedia;
export const words = arabicWords;
export const boilerplate = boilerplateLists;
export const englishSources = englishSourceLists;
export const englishWords = englishWordLists;
