import { strictForm } from '#language';
import type { EvidenceItem } from '../independence/source.types.js';
import type { Bench } from './requirement.bench.js';
import type { Requirement } from './requirement.types.js';

/** What a nameless plural («مصادر», "sources") says at the least. */
const SEVERAL = 2;

/**
 * Whether a sentence holds a name whole, in whatever spelling of marks, spaces and digits. «لرويترز» and «ورويترز» name Reuters,
 * "reuterses" and "preuters" do not: in Arabic letters may be joined in front of a name, never behind it.
 */
export function isNamedIn(sentence: string, name: string): boolean {
  const [text, sought] = [strictForm(sentence), strictForm(name)];
  if (sought === '') return false;
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
    const before = text.slice(0, at);
    const after = text.slice(at + sought.length);
    if (!/[\p{Script=Latin}\p{N}]$/u.test(before) && !/^[\p{L}\p{M}\p{N}]/u.test(after)) return true;
  }
  return false;
}

/**
 * What closing as attributed asks of the words: the sentence itself names whose word it is, or the outlet that vouches for it, and its
 * cue does not take that side. Who another sentence names, and extraction carried over, is not enough; a name under which the
 * newsroom has registered the same source is: «Delta said» names Delta Wire where its entry says so.
 */
export function sourceNamed({ facts: { frame, sentence, otherNames = {} } }: Bench): Requirement {
  const found = (detail: string, rest: Partial<Requirement> = {}): Requirement => ({
    name: 'source-named',
    status: detail === 'attributed-fairly' ? 'satisfied' : 'unsatisfied',
    detail,
    ...rest,
  });
  if (frame === null) return found('own-voice');
  const named = frame.links.filter((link) => link.type !== 'anonymous' && (link.role === 'outlet' || !frame.anonymous));
  if (named.length === 0) return found('nobody-named');
  const isNamed = (name: string) => [name, ...(otherNames[name] ?? [])].some((one) => isNamedIn(sentence, one));
  if (!named.some(({ name }) => isNamed(name))) return found('named-elsewhere');
  const fair = frame.stance === 'neutral' || frame.stance === 'distancing';
  return found(fair ? 'attributed-fairly' : 'cue-takes-sides', { facts: { stance: frame.stance } });
}

/**
 * Our own copy may not say "two sources" or "sources" when the register knows of fewer. Asked only of a draft whose words
 * speak of several nameless people, and only once such a source is recorded on the claim.
 */
export function sourcesAsSaid({ facts }: Bench): Requirement | null {
  const { frame, article } = facts;
  if (article.kind !== 'draft' || !frame?.anonymous || !frame.links.some(({ type }) => type === 'anonymous'))
    return null;
  const need = frame.sourceCount || SEVERAL;
  const recorded = new Map(
    facts.evidence
      .filter((item) => !item.withdrawn && item.stance === 'supports')
      .map((item) => facts.sources.find(({ id }) => id === item.sourceId))
      .flatMap((source) => (source?.type === 'anonymous' ? [[source.id, source.anonymity?.people ?? 1] as const] : [])),
  );
  if (need < SEVERAL || recorded.size === 0) return null;
  const have = [...recorded.values()].reduce((sum, people) => sum + people, 0);
  const holds = have >= need;
  return {
    name: 'sources-as-said',
    status: holds ? 'satisfied' : 'unsatisfied',
    have,
    need,
    detail: holds ? 'as-many-as-said' : 'fewer-than-said',
  };
}

/**
 * Words in quotation marks that were said in another language must be the translation on record, by a named translator,
 * and in tier A read against the original by somebody who did not add it.
 */
export function quoteAsTranslated({ claim, facts, counted }: Bench): Requirement | null {
  const words = (facts.quotedWords ?? []).map(strictForm).filter((form) => form !== '');
  const cited = new Set(counted.flatMap((verdict) => verdict.evidenceIds));
  const items = facts.evidence.filter(
    (item) => item.translation && !item.withdrawn && item.stance === 'supports' && cited.has(item.id),
  );
  if (words.length === 0 || items.length === 0) return null;
  const faithful = items.filter((item) => holdsAll(item, words));
  const read = claim.tier !== 'A' ? faithful : faithful.filter(isReadTwice);
  const detail =
    faithful.length === 0 ? 'not-the-translation' : read.length === 0 ? 'no-second-reader' : 'as-translated';
  return { name: 'quote-as-translated', status: read.length > 0 ? 'satisfied' : 'unsatisfied', detail };
}

function holdsAll({ translation }: EvidenceItem, words: readonly string[]): boolean {
  const text = strictForm(translation?.text ?? '');
  return (translation?.translator ?? '').trim() !== '' && words.every((form) => text.includes(form));
}

function isReadTwice({ translation, addedById }: EvidenceItem): boolean {
  const reader = translation?.secondReaderId ?? null;
  return reader !== null && reader !== addedById;
}
