import { sameWords, strictForm } from '#language';
import fc from 'fast-check';
import { processorMs } from '../../../../test/support/processor-time.js';
import { alignBlocks } from './block.alignment.js';
import { reanchor, reanchorAll } from './claim.reanchoring.js';
import { splitsGrapheme } from './text.offsets.js';
import type { Anchor, Reanchoring, TextBlock } from './anchor.types.js';

const words = ['قال', 'الوزير', 'إن', 'الأسعار', 'ارتفعت', 'لن', '12', '٪', 'في', 'مايو', 'the', 'bank', 'will', 'not', 'raise', 'fees', '30%', 'June', 'وقالت', 'مصادر', 'قَتَلَ', '👩‍👧', 'e\u0301']; // prettier-ignore
const sentence = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 9 })
  .map((parts) => `${parts.join(' ')}.`);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
/** Sentences that do not say a word twice: of two equal words side by side nobody can say which was cut. */
const distinct = fc
  .array(fc.uniqueArray(fc.constantFrom(...words), { minLength: 3, maxLength: 9 }), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.map((part) => `${part.join(' ')}.`).join(' '));
const wild = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
);
const texts = fc.array(wild, { minLength: 1, maxLength: 5 });
const asBlocks = (list: readonly string[]): TextBlock[] =>
  list.map((text, i) => ({ id: `b${i + 1}`, field: i === 0 ? 'title' : 'body', text }));
const asTexts = (list: readonly string[]) => list.map((text, i) => ({ field: i === 0 ? 'title' : 'body', text }));

/** A claim somewhere in the blocks, at grapheme boundaries. */
function anchorAt(blocks: readonly TextBlock[], where: readonly [number, number, number]): Anchor | null {
  const block = blocks[where[0] % blocks.length];
  if (!block || block.text === '') return null;
  const edges = [...Array(block.text.length + 1).keys()].filter((at) => !splitsGrapheme(block.text, at));
  const from = where[1] % (edges.length - 1);
  const start = edges[from] ?? 0;
  const end = edges[from + 1 + (where[2] % (edges.length - 1 - from))] ?? block.text.length;
  return { blockId: block.id, start, end, quote: block.text.slice(start, end) };
}
const place = fc.tuple(fc.nat(), fc.nat(), fc.nat());

function checkShape(answer: Reanchoring, newBlocks: readonly TextBlock[]): void {
  const placed = ['exact', 'typographic', 'moved', 'changed'].includes(answer.status);
  expect(answer.anchor !== undefined).toBe(placed);
  if (placed || answer.status === 'orphaned') expect(answer.candidates).toEqual([]);
  else expect(answer.candidates.length).toBeGreaterThan(answer.status === 'ambiguous' ? 1 : 0);
  for (const found of [...(answer.anchor ? [answer.anchor] : []), ...answer.candidates]) {
    const text = newBlocks.find(({ id }) => id === found.blockId)?.text ?? '';
    expect(text.slice(found.start, found.end)).toBe(found.quote);
    expect(found.quote).not.toBe('');
    expect([splitsGrapheme(text, found.start), splitsGrapheme(text, found.end)]).toEqual([false, false]);
  }
}

describe('properties of re-anchoring', () => {
  it('leaves every claim of an unchanged text exactly where it was', () => {
    fc.assert(
      fc.property(texts, place, (list, where) => {
        const blocks = asBlocks(list);
        const anchor = anchorAt(blocks, where);
        if (!anchor) return;
        const again = alignBlocks(blocks, asTexts(list));
        const expected = { status: 'exact', anchor, candidates: [], flags: [] };
        expect(reanchor({ oldBlocks: blocks, anchor, newBlocks: again, language: 'ar' })).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('never throws, stores the slice it names and cuts no grapheme, whatever became of the text', () => {
    fc.assert(
      fc.property(texts, texts, place, (before, after, where) => {
        const oldBlocks = asBlocks(before);
        const anchor = anchorAt(oldBlocks, where);
        if (!anchor) return;
        const newBlocks = alignBlocks(oldBlocks, asTexts(after));
        const answer = reanchor({ oldBlocks, anchor, newBlocks, language: 'ar' });
        checkShape(answer, newBlocks);
        if (['exact', 'moved'].includes(answer.status)) expect(answer.anchor?.quote).toBe(anchor.quote);
        if (answer.status === 'typographic') expect(sameWords(answer.anchor?.quote ?? '', anchor.quote)).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  it('never throws on an anchor that was never in the text', () => {
    fc.assert(
      fc.property(texts, texts, fc.string(), fc.integer(), fc.integer(), fc.string(), (a, b, blockId, start, end, quote) => {
        const newBlocks = asBlocks(b);
        const known = start % 2 === 0 ? 'b1' : blockId;
        const answer = reanchor({ oldBlocks: asBlocks(a), anchor: { blockId: known, start, end, quote }, newBlocks, language: 'en' });
        if (answer.status !== 'exact') checkShape(answer, newBlocks);
      }),
    );
  }); // prettier-ignore

  it('goes back to the original offsets when an edit is reverted', () => {
    // No negations: one put in before a claim becomes part of it on purpose (see the cases).
    const filler = ['today', 'أمس', '15', 'عاجل'];
    fc.assert(
      fc.property(
        fc.uniqueArray(distinct, { minLength: 2, maxLength: 5, selector: strictForm }),
        place,
        fc.nat(),
        fc.constantFrom(...filler),
        fc.constantFrom('insert', 'replace', 'delete', 'swap'),
        (list, where, spot, filling, kind) => {
          const oldBlocks = asBlocks(list);
          const block = where[0] % list.length;
          const parts = (list[block] ?? '').split(' ');
          // The claim is made of whole words, or its own ends might be what was cut away.
          const first = where[1] % parts.length;
          const last = first + (where[2] % (parts.length - first));
          const start = parts.slice(0, first).join(' ').length + (first > 0 ? 1 : 0);
          const quote = parts.slice(first, last + 1).join(' ');
          // Nor may a claim hold but one word of a sentence, and that one be replaced.
          if (quote.includes('. ')) return;
          const anchor = { blockId: `b${block + 1}`, start, end: start + quote.length, quote };
          const at = spot % parts.length;
          if (kind === 'delete' && (at === first || at === last)) return;
          if (/^(?:لن|not)/.test(parts[at] ?? '')) return;
          const stop = parts[at]?.endsWith('.') ? '.' : '';
          const edited = [...list];
          // The first block is the title: paragraphs change places below it.
          if (kind === 'swap') edited.splice(1, edited.length, ...edited.slice(1).reverse());
          else
            edited[block] = parts
              .toSpliced(
                at,
                kind === 'insert' ? 0 : 1,
                ...(kind === 'delete' ? [] : [kind === 'replace' ? filling + stop : filling]),
              )
              .join(' ');
          const between = alignBlocks(oldBlocks, asTexts(edited));
          const there = reanchor({ oldBlocks, anchor, newBlocks: between, language: 'ar' });
          if (!there.anchor) return;
          const reverted = alignBlocks(between, asTexts(list));
          const back = reanchor({ oldBlocks: between, anchor: there.anchor, newBlocks: reverted, language: 'ar' });
          if (!back.anchor) return;
          const now = reverted.findIndex(({ id }) => id === back.anchor?.blockId);
          expect([now, back.anchor.start, back.anchor.end]).toEqual([block, anchor.start, anchor.end]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('answers for many claims as for each alone, and the same every time', () => {
    fc.assert(
      fc.property(texts, texts, fc.array(place, { maxLength: 5 }), (before, after, places) => {
        const oldBlocks = asBlocks(before);
        const newBlocks = alignBlocks(oldBlocks, asTexts(after));
        const claims = places.flatMap((where) => {
          const anchor = anchorAt(oldBlocks, where);
          return anchor ? [{ anchor }] : [];
        });
        const together = reanchorAll(claims, oldBlocks, newBlocks, { language: 'en' });
        const alone = claims.map(({ anchor }) => reanchor({ oldBlocks, anchor, newBlocks, language: 'en' }));
        expect(together).toEqual(alone);
      }),
    );
  });

  it('does not need more than linear time', () => {
    const many = (n: number) => Array.from({ length: n }, (_, i) => `In week ${i} the port of Homs took in ${i * 7} tons of grain.`);
    const time = (n: number) => {
      const oldBlocks = asBlocks([many(n).join(' ')]);
      const edited = [many(n).map((text) => text.replace('took in', 'received about')).join(' ')];
      const claims = Array.from({ length: 20 }, (_, i) => {
        const start = (oldBlocks[0]?.text ?? '').indexOf(`In week ${i * 3} `);
        return { anchor: { blockId: 'b1', start, end: start + 30, quote: (oldBlocks[0]?.text ?? '').slice(start, start + 30) } };
      });
      return processorMs(() => {
        const newBlocks = alignBlocks(oldBlocks, asTexts(edited));
        const answers = reanchorAll(claims, oldBlocks, newBlocks, { language: 'en' });
        expect(answers.every(({ status }) => status !== 'exact')).toBe(true);
      });
    };
    time(100);
    const [small, large] = [Math.min(time(250), time(250)), Math.min(time(2000), time(2000))];
    expect(large / small).toBeLessThan(8 * 5);
  }); // prettier-ignore
});
