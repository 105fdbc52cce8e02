import { Discourse } from './discourse.resolve.js';
import { analyseBlock, attributionOf, framesOf, type Language } from './block.analysis.js';
import type { Attribution } from './attribution.types.js';

/**
 * The attribution governing text[start, end) (UTF-16) inside one sentence or block, or null when the text asserts it in its own voice.
 * Reads the block alone: what earlier blocks said (an inherited outlet, say) is not in the answer, so equal blocks answer equally.
 */
export function attributionAt(text: string, start: number, end: number, language: Language): Attribution | null {
  const analysis = analyseBlock(text, 0, text.length, language);
  const attributions = new Discourse().resolveAll(framesOf(analysis.statements));
  let best: Attribution | null = null;
  let most = 0;
  for (const statement of analysis.statements) {
    const attribution = attributionOf(statement, attributions);
    const a = analysis.tokens[statement.from]?.start ?? 0;
    const b = analysis.tokens[statement.to - 1]?.end ?? 0;
    const shared = Math.min(b, end) - Math.max(a, start);
    if (shared > most) {
      most = shared;
      best = attribution;
    }
  }
  return best;
}
