import { matchPhrase, phraseTable } from '../../token/phrase.match.js';
import type { Frame } from '../attribution.types.js';
import { at, type SentenceView } from '../sentence.view.js';

// «على حد قوله», «بحسب روايتها»: whoever speaks is a pronoun, and whoever spoke last is meant.

const ties = phraseTable(['على حد', 'بحسب', 'حسب', 'وفق', 'وفقا', 'طبقا']);
const OWN = /^ل?(?:قول|تعبير|وصف|راي|زعم|كلام|تقدير|روايت|تصريحات|شهادت|افادت|ادعاي|اعتقاد)(?<whose>ه|ها|هم|هما)$/;

export interface OwnWords {
  readonly from: number;
  /** First token after the phrase. */
  readonly next: number;
  readonly cue: string;
  readonly elided: NonNullable<Frame['elided']>;
}

/** Such a phrase at token k; null where something else stands there. */
export function ownWordsAt(view: SentenceView, k: number): OwnWords | null {
  const length = matchPhrase(ties, view.tokens, k, view.to);
  const last = length > 0 ? at(view, k + length) : undefined;
  const whose = OWN.exec(last?.word.norm ?? '')?.groups?.['whose'];
  if (!last || whose === undefined) return null;
  const number = whose === 'هم' ? 'p' : whose === 'هما' ? 'd' : 's';
  const cue = view.text.slice(view.tokens[k]?.start ?? last.start, last.end);
  return { from: k, next: k + length + 1, cue, elided: { gender: whose === 'ها' ? 'f' : 'm', number } };
}
