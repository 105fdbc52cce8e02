import { splitsGrapheme } from './text.offsets.js';
import type { TextBlock } from './anchor.types.js';

export interface QuotePlace {
  readonly blockId: string;
  readonly start: number;
  readonly end: number;
}

/** Every place where the quote stands word for word (UTF-16 offsets, document order), never cutting a visible character. */
export function findQuote(blocks: readonly TextBlock[], quote: string): QuotePlace[] {
  if (quote === '') return [];
  const places: QuotePlace[] = [];
  for (const { id, text } of blocks) {
    for (let start = text.indexOf(quote); start >= 0; start = text.indexOf(quote, start + 1)) {
      const end = start + quote.length;
      if (!splitsGrapheme(text, start) && !splitsGrapheme(text, end)) places.push({ blockId: id, start, end });
    }
  }
  return places;
}
