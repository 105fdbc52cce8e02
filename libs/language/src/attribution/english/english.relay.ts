import type { EnglishVerb } from '../../token/english.words.js';
import * as W from '../../token/word.flags.js';
import { finiteBefore, ownSubject } from './english.edge.js';
import { cueText } from './english.opener.js';
import { hasFlag } from './english.shape.js';
import { englishSource } from './english.source.js';
import { verbAt } from './english.group.js';
import { type Subject, subjectBefore } from './english.subject.js';
import { at, has, type SentenceView } from '../sentence.view.js';
import type { Frame, Source } from '../attribution.types.js';

/** Somebody's words in another's mouth: who said them, who passed them on, and the verb behind which they stand. */
export interface Relay {
  /** First token of the phrase that names who passes on. */
  readonly from: number;
  /** The reporting verb: its complement is what was said. */
  readonly verbAt: number;
  readonly verb: EnglishVerb;
  readonly cue: string;
  readonly speaker: Source | null;
  readonly elided: Frame['elided'];
  readonly via: readonly Source[];
}

const VERB_REACH = 3;
const SAYING_REACH = 22;

export const asCarrying = (source: Source): Source => ({
  ...source,
  role: 'outlet',
  type: source.type === 'agency' ? 'agency' : 'outlet',
  anonymous: false,
  // "the site": whichever was named before
  named: !/^the \p{Ll}+$/iu.test(source.name),
});

/** "The weekly Kontur, citing a draft of the report, said that …" with `k` at "citing". A minister who cites a report speaks himself. */
export function citingBetween(view: SentenceView, k: number, floor: number): Relay | null {
  const cue = at(view, k)?.word.norm;
  if ((cue !== 'citing' && cue !== 'quoting') || !has(at(view, k - 1), W.COMMA)) return null;
  if (k - 1 <= floor || finiteBefore(view, floor, k)) return null;
  let comma = k + 1;
  while (comma < view.to && !has(at(view, comma), W.COMMA | W.SENTENCE_END | W.QUOTE_MARK)) comma += 1;
  if (!has(at(view, comma), W.COMMA)) return null;
  for (let n = comma + 1; n <= comma + VERB_REACH; n += 1) {
    const verb = verbAt(view, n);
    if (verb?.form === 'finite') {
      const carrier = englishSource(view.text, view.tokens, floor, k - 1);
      const speaker = englishSource(view.text, view.tokens, k + 1, comma);
      if (!carrier || !speaker || (carrier.role !== 'outlet' && !(speaker.anonymous && carrier.titles.length === 0)))
        return null;
      const text = cueText(view, n, n);
      return { from: floor, verbAt: n, verb, cue: text, speaker, elided: null, via: [asCarrying(carrier)] };
    }
    if (!has(at(view, n), W.ADVERB) && !/^(?:has|have|had)$/.test(at(view, n)?.word.norm ?? '')) return null;
  }
  return null;
}

/** "The site quoted a second source as saying that …", "“…,” the official was quoted as saying" with `k` at the verb. */
export function quotedAs(view: SentenceView, k: number, floor: number): Relay | null {
  if (!/^(?:quoted|quotes|cited|cites)$/.test(at(view, k)?.word.norm ?? '')) return null;
  let saying = k + 1;
  while (saying < view.to && saying - k < SAYING_REACH && at(view, saying)?.word.norm !== 'saying') {
    if (has(at(view, saying), W.COMMA | W.SENTENCE_END | W.QUOTE_MARK)) return null;
    saying += 1;
  }
  const verb = verbAt(view, saying);
  if (!verb || at(view, saying - 1)?.word.norm !== 'as') return null;
  const passive = /^(?:was|were|is|are|been)$/.test(at(view, k - 1)?.word.norm ?? '');
  const subject = subjectBefore(view, passive ? passiveStart(view, k) : k, floor) ?? sharedSubject(view, k, floor);
  if (!subject) return null;
  const cue = cueText(view, k, saying);
  const told = { from: subject.from, verbAt: saying, verb, cue };
  if (passive) {
    const by = /^(?:by|in)$/.test(at(view, k + 1)?.word.norm ?? '');
    const carrier = by ? englishSource(view.text, view.tokens, k + 2, saying - 1) : null;
    return { ...told, speaker: subject.source, elided: subject.elided, via: carrier ? [asCarrying(carrier)] : [] };
  }
  const speaker = englishSource(view.text, view.tokens, k + 1, saying - 1);
  if (!speaker || !subject.source) return null;
  return { ...told, speaker, elided: null, via: [asCarrying(subject.source)] };
}

/** "The channel aired the footage and quoted a worker as saying": the subject of the verb before. */
function sharedSubject(view: SentenceView, k: number, floor: number): Subject | null {
  const source = at(view, k - 1)?.word.norm === 'and' ? ownSubject(view, floor) : null;
  return source && { from: k - 1, source, elided: null, asRemark: false };
}

function passiveStart(view: SentenceView, k: number): number {
  let start = k - 1;
  while (/^(?:has|have|had|been|was|were|is|are)$/.test(at(view, start - 1)?.word.norm ?? '')) start -= 1;
  return start;
}

/** "Lumen, which cited a former official" behind "according to": the official through Lumen. Null where nobody is cited. */
export function citedWithin(view: SentenceView, from: number, to: number): Source | null {
  for (let k = from + 1; k + 1 < to; k += 1) {
    const { norm = '' } = at(view, k)?.word ?? {};
    const relative = /^(?:cited|quoted|cites|quotes|interviewed)$/.test(norm) && hasFlag(at(view, k - 1), W.RELATIVE);
    const participle = /^(?:citing|quoting)$/.test(norm) && has(at(view, k - 1), W.COMMA);
    if (!relative && !participle) continue;
    const carrier = englishSource(view.text, view.tokens, from, k - 1);
    const speaker = englishSource(view.text, view.tokens, k + 1, to);
    return carrier && speaker ? { ...speaker, via: asCarrying(carrier) } : null;
  }
  return null;
}
