import { pointOf } from '../text/code.points.js';

interface Block {
  readonly id: string;
  readonly text: string;
}

/** A place where words stand, in code points, with a little of what is around them. */
export interface WordPlace {
  readonly span: { readonly blockId: string; readonly start: number; readonly end: number };
  readonly before: string;
  readonly quote: string;
  readonly after: string;
}

/** Fewer letters than this stand everywhere. */
const LEAST = 3;
/** How much is shown on either side, in UTF-16 units. */
const AROUND = 24;

/** Every place in the blocks where exactly these words stand, in the order of the text. */
export function placesOf(words: string, blocks: readonly Block[]): WordPlace[] {
  const sought = words.trim().normalize('NFC');
  if (sought.length < LEAST) return [];
  return blocks.flatMap(({ id, text }) => {
    const places: WordPlace[] = [];
    for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + sought.length)) {
      const end = at + sought.length;
      places.push({
        span: { blockId: id, start: pointOf(text, at), end: pointOf(text, end) },
        before: text.slice(Math.max(0, at - AROUND), at),
        quote: sought,
        after: text.slice(end, end + AROUND),
      });
    }
    return places;
  });
}
