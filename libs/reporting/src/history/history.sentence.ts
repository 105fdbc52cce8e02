import { gregorianTime } from '../calendar/date.format.js';
import { fill } from '../texts/text.catalogue.js';
import { HistoryWords, type ToldMember } from './history.words.js';

/** One step of a history, as its sentence needs it. */
export interface HistoryStep {
  readonly action: string;
  readonly objectType: string;
  /** Null when the system did it. */
  readonly memberName: string | null;
  readonly reason: string | null;
  /** Members this step set, and what they were before it; a member missing in `before` had no value anyone may know. */
  readonly changes: Readonly<Record<string, unknown>>;
  readonly before: Readonly<Record<string, unknown>>;
}

/** What a sentence cannot know by itself. */
export interface HistoryNames {
  member(id: string): string | null;
  rating(key: string): string | null;
}

type Kind = 'words' | 'moment' | 'member' | 'rating' | 'flag' | `code:${string}`;
type Told = readonly (readonly [member: string, kind: Kind, label?: ToldMember])[];

/** What is worth telling of each object, in this order; everything else stays in `changes`. */
const TOLD: Readonly<Record<string, Told>> = {
  claim: [
    ['state', 'code:state'],
    ['tier', 'code:tier'],
    ['kind', 'code:kind'],
    ['verifies', 'code:verifies-short'],
    ['quote', 'words'],
    ['rating', 'rating', 'label'],
    ['selectionReason', 'words'],
    ['dismissalNote', 'words'],
    ['dueAt', 'moment'],
    ['recheckAt', 'moment'],
  ],
  assignment: [
    ['reviewerId', 'member'],
    ['dueAt', 'moment'],
  ],
  verdict: [
    ['rating', 'rating'],
    ['confidence', 'code:confidence'],
  ],
  evidence: [['stance', 'code:evidence']],
  decision: [
    ['toState', 'code:state', 'state'],
    ['rating', 'rating', 'label'],
  ],
  article: [
    ['state', 'code:articleState'],
    ['title', 'words'],
    ['outlet', 'words'],
    ['mode', 'code:mode'],
    ['embargoUntil', 'moment'],
    ['visibility', 'code:visibility'],
    ['dueAt', 'moment'],
    ['legalHold', 'flag'],
    ['archived', 'flag'],
  ],
  correction: [['class', 'code:correction']],
  notice: [['type', 'code:notice']],
  comment_request: [
    ['addressee', 'words'],
    ['outcome', 'code:comment'],
  ],
  claim_group: [['relation', 'code:relation']],
  source: [['type', 'code:source']],
};
/** The words people wrote, which say why. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  'verdict.given': ['rationale'],
  'decision.taken': ['rationale'],
  'query.asked': ['text'],
  'query.answered': ['answer'],
  'query.resolved': ['resolution'],
  'comment.made': ['text'],
  'correction.recorded': ['note'],
  'notice.given': ['text'],
};
/** Objects that begin with many members: at their beginning only their words are told, later every change. */
const MANY_SIDED = new Set(['claim', 'article']);
const LONGEST = 160;
/** First-strong isolate and its end: what people wrote must not turn the sentence around it (UAX #9). */
const isolated = (text: string) => `\u2068${text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')}\u2069`;

/**
 * A step of a history in one sentence: who, what, before and after, why. Plain text in the direction of its language;
 * whatever people wrote stands in isolates and is cut at 160 characters.
 */
export function historySentence(step: HistoryStep, words: HistoryWords, names: HistoryNames): string {
  const items = detailsOf(step, words, names);
  const said = (SAID[step.action] ?? []).flatMap((member) => textOf(step.changes[member]) ?? []);
  const reason = step.reason === null ? null : reasonIn(words, step.reason);
  return fill(words.part('line'), {
    who: step.memberName === null ? words.part('system') : isolated(step.memberName),
    what: words.action(step.action),
    details:
      (items.length > 0 ? fill(words.part('details'), { items: items.join(words.part('comma')) }) : '') +
      said.map((text) => fill(words.part('said'), { text: shown(text) })).join(''),
    why: reason === null ? '' : fill(words.part('why'), { reason }),
  });
}

function detailsOf(step: HistoryStep, words: HistoryWords, names: HistoryNames): string[] {
  return (TOLD[step.objectType] ?? []).flatMap(([name, kind, label]) => {
    if (!(name in step.changes)) return [];
    const after = valueIn(step.changes[name], kind, words, names);
    const before = valueIn(step.before[name], kind, words, names);
    const beginning = before === null && MANY_SIDED.has(step.objectType) && kind !== 'words' && kind !== 'moment';
    if (after === before || (beginning && kind !== 'rating')) return [];
    const member = words.member(label ?? (name as ToldMember));
    if (after === null) return [fill(words.part('unset'), { member, before: before ?? '' })];
    return [fill(words.part(before === null ? 'set' : 'moved'), { member, before: before ?? '', after })];
  });
}

function valueIn(value: unknown, kind: Kind, words: HistoryWords, names: HistoryNames): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (kind === 'flag') return words.value('flag', String(value === true));
  const text = textOf(value);
  if (text === null) return null;
  if (kind === 'words') return shown(text);
  if (kind === 'moment') return gregorianTime(text, words.language);
  if (kind === 'member') return named(names.member(text), text);
  if (kind === 'rating') return named(names.rating(text), text);
  const group = kind.slice('code:'.length);
  if (group === 'verifies-short') return words.value('verifies', `${text}.short`) ?? shown(text);
  return words.value(group, text) ?? shown(text);
}

const named = (name: string | null, otherwise: string) => isolated(name ?? otherwise);
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function shown(text: string): string {
  const points = [...text];
  return isolated(points.length > LONGEST ? `${points.slice(0, LONGEST - 1).join('')}…` : text);
}

/** A reason given by rule is a code, or several flags; a person's is his own words. */
function reasonIn(words: HistoryWords, reason: string): string {
  const codes = reason.split(' ').map((code) => codeIn(words, code));
  return codes.every((code) => code !== null) ? codes.join(words.part('comma')) : shown(reason);
}

const codeIn = (words: HistoryWords, code: string) =>
  ['reason', 'fallback', 'dismissal', 'waiver']
    .map((group) => words.value(group, code))
    .find((text) => text !== null) ?? null;
