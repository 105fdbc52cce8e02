// A text under the editor's hands. Every character knows where it came from, so that after any number of edits the
// claim's true place is known: where its own characters stand, and what was written over them.

let serial = 0;

/** Characters of new text; `origin` is given to all of them (null: from nowhere). */
export const fresh = (text, origin = null) => [...text.split('')].map((char) => ({ char, origin }));

export const textOf = (chars) => chars.map(({ char }) => char).join('');

/** A draft of a generated text, with the target claim's characters numbered. */
export function draftOf(document) {
  const blocks = document.blocks.map(({ field, sentences }) => ({
    field,
    sentences: sentences.map((sentence) => ({
      ...sentence,
      chars: sentence.text.split('').map((char) => ({ char, origin: ++serial })),
    })),
  }));
  return { language: document.language, templates: document.templates, blocks };
}

export const blockText = ({ sentences }) => sentences.map(({ chars }) => textOf(chars)).join(' ');

export const textsOf = (draft) =>
  draft.blocks
    .filter(({ sentences }) => sentences.length > 0)
    .map((block) => ({ field: block.field, text: blockText(block) }));

/** Where the characters with these origins stand: block index among those not empty, UTF-16 offsets; null when none is left. */
export function placeOf(draft, origins) {
  const places = [];
  draft.blocks
    .filter(({ sentences }) => sentences.length > 0)
    .forEach(({ sentences }, block) => {
      let offset = 0;
      let start = -1;
      let end = -1;
      for (const { chars } of sentences) {
        chars.forEach(({ origin }, i) => {
          if (!origins.has(origin)) return;
          if (start < 0) start = offset + i;
          end = offset + i + 1;
        });
        offset += chars.length + 1;
      }
      if (start >= 0) places.push({ block, start, end });
    });
  return places.sort((a, b) => b.end - b.start - (a.end - a.start))[0] ?? null;
}

/** Words of a sentence as [from, to) indices of its characters. */
export function wordsOf({ chars }) {
  return [...textOf(chars).matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}\u0640]*/gu)].map(({ index, 0: word }) => [
    index,
    index + word.length,
  ]);
}

/** Puts text over characters from…to; it inherits the origin of the first, so it counts as standing in their place. */
export function overwrite(sentence, from, to, text) {
  const origin = sentence.chars[from]?.origin ?? null;
  sentence.chars.splice(from, to - from, ...fresh(text, origin));
}

export function insert(sentence, at, text, origin = null) {
  sentence.chars.splice(at, 0, ...fresh(text, origin));
}

/** A copy of a sentence whose characters come from nowhere. */
export const copyOf = (sentence) => ({ ...sentence, chars: fresh(textOf(sentence.chars)) });
