import { Discourse } from './discourse.resolve.js';
import { analyseBlock, attributionOf, framesOf, type Language } from './block.analysis.js';
import type { Attribution } from './attribution.types.js';

/** Reads one place of a block after another: a block that many claims stand in is analysed once. */
export type AttributionReader = (text: string, start: number, end: number) => Attribution | null;

/**
 * The attribution governing text[start, end) (UTF-16) inside one sentence or block, or null when the text asserts it in its own voice.
 * Reads the block alone: what earlier blocks said (an inherited outlet, say) is not in the answer, so equal blocks answer equally.
 */
export function attributionAt(text: string, start: number, end: number, language: Language): Attribution | null {
  return attributionReader(language)(text, start, end);
}

/** The same for many places; keeps what it knows of every block it was asked about, so it should not outlive its article. */
export function attributionReader(language: Language): AttributionReader {
  const read = new Map<string, readonly Governed[]>();
  return (text, start, end) => {
    let statements = read.get(text);
    if (!statements) read.set(text, (statements = statementsOf(text, language)));
    let best: Attribution | null = null;
    let most = 0;
    for (const { from, to, attribution } of statements) {
      const shared = Math.min(to, end) - Math.max(from, start);
      if (shared > most) {
        most = shared;
        best = attribution;
      }
    }
    return best;
  };
}

/** A statement of a block, UTF-16, and who makes it. */
interface Governed {
  readonly from: number;
  readonly to: number;
  readonly attribution: Attribution | null;
}

function statementsOf(text: string, language: Language): Governed[] {
  const { statements, tokens } = analyseBlock(text, 0, text.length, language);
  const attributions = new Discourse().resolveAll(framesOf(statements));
  return statements.map((statement) => ({
    from: tokens[statement.from]?.start ?? 0,
    to: tokens[statement.to - 1]?.end ?? 0,
    attribution: attributionOf(statement, attributions),
  }));
}
