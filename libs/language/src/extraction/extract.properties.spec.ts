import fc from 'fast-check';
import { attributionAt } from '../attribution/attribution.at.js';
import { normalise } from '../normal/normal.view.js';
import { codePointIndex } from '../text/codepoint.index.js';
import { extractBlocks } from './extract.blocks.js';
import { extract } from './extract.js';
import { toWire } from './extraction.wire.js';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const boundaries = (text: string): Set<number> =>
  new Set([...Array.from(graphemes.segment(text), (part) => part.index), text.length]);

const WORDS = [
  'قال',
  'الوزير',
  'إن',
  'أن',
  'بحسب',
  'رويترز',
  'نفى',
  'المصدر',
  'لم',
  'وَقالَ',
  'مضيفا',
  'الذي',
  'و',
  'ف',
  '12',
  '٣٤',
  '٪',
  'قـ ـاسية',
  'said',
  'the',
  'minister',
  'that',
  'According',
  'to',
  'reportedly',
  'it',
  'won’t',
  'U.S.',
  'د.',
];
const MARKS = [
  '،',
  '.',
  '؟',
  '!',
  '“',
  '”',
  '"',
  '«',
  '»',
  '(',
  ')',
  ':',
  ';',
  '…',
  '\n',
  '\r\n',
  '\n\n',
  '—',
  '*',
  '•',
  '\u200f',
  '\u0301',
  '\u064f',
  '😀',
  '👨‍👩‍👧',
  '🇯🇴',
  '\ud83d',
  '\u0600',
  '\ufeff',
  'é'.normalize('NFD'),
  '각'.normalize('NFD'),
  'क्षि',
];
const jumble = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...WORDS) },
      { weight: 3, arbitrary: fc.constantFrom(...MARKS) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
    ),
    { maxLength: 70 },
  )
  .map((parts) => parts.join(' '));
const glued = fc.array(fc.constantFrom(...WORDS, ...MARKS, ' '), { maxLength: 60 }).map((parts) => parts.join(''));
const anyText = fc.oneof(
  jumble,
  glued,
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
);

describe('extract, over any string', () => {
  it('reads ten thousand random strings without throwing, claims, links and dates exact', () => {
    const pieces = [...WORDS, ...MARKS, ' ', ' ', ' 12 ', ' ٨ ديسمبر ٢٠٢٤ ', ' أمس '];
    let seed = 20241208;
    const next = (below: number) => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) % below;
    for (let run = 0; run < 10_000; run += 1) {
      const text = Array.from({ length: next(24) }, () => pieces[next(pieces.length)]).join(next(2) ? ' ' : '');
      const { claims, text: read } = extract({ text, publishedAt: '2024-12-08' });
      const exact = claims.every(
        ({ start, end, quote, attribution, dates }) =>
          read.content.slice(start, end) === quote &&
          dates.every(
            (date) => date.start >= start && date.end <= end && read.content.slice(date.start, date.end) === date.text,
          ) &&
          (attribution?.links ?? []).every((link) => link.start >= 0 && link.end <= read.content.length),
      );
      if (!exact) expect([text, exact]).toEqual([text, true]);
    }
  }, 120_000);

  it('cuts claims exactly, never inside a grapheme, never out of set-aside text, and answers the same twice', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const result = extract({ text: raw });
        const { content } = result.text;
        const cuts = boundaries(content);
        for (const { start, end, quote, attribution } of result.claims) {
          expect(content.slice(start, end)).toBe(quote);
          expect(end).toBeGreaterThan(start);
          expect(cuts.has(start) && cuts.has(end)).toBe(true);
          expect(result.setAside.some((aside) => aside.start < end && start < aside.end)).toBe(false);
          expect(result.blocks.some((block) => block.start <= start && end <= block.end)).toBe(true);
          for (const link of attribution?.links ?? [])
            expect(link.start >= 0 && link.end > link.start && link.end <= content.length).toBe(true);
        }
        expect(extract({ text: raw })).toEqual(result);
      }),
      { numRuns: 2500 },
    );
  });

  it('prints the same slices in code points', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const result = extract({ text: raw });
        const wire = toWire(result);
        const points = Array.from(result.text.content);
        expect(wire.text.length).toBe(points.length);
        for (const claim of wire.claims) expect(points.slice(claim.start, claim.end).join('')).toBe(claim.quote);
        for (const aside of wire.setAside) expect(points.slice(aside.start, aside.end).join('')).toBe(aside.text);
      }),
      { numRuns: 500 },
    );
  });

  it('re-reads any span of any text without complaint', () => {
    fc.assert(
      fc.property(anyText, fc.nat(90), fc.nat(90), (text, start, length) => {
        const first = attributionAt(text, start, start + length, 'ar');
        expect(attributionAt(text, start, start + length, 'ar')).toEqual(first);
        attributionAt(text, start, start + length, 'en');
      }),
      { numRuns: 500 },
    );
  });

  it('gives an article in blocks spans into each block', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 5 }), (texts) => {
        const blocks = texts.map((text, index) => ({
          id: `x${index}`,
          field: index === 0 ? ('title' as const) : ('body' as const),
          text: text.replace(/\r\n?/g, '\n').normalize('NFC'),
        }));
        const result = extractBlocks(blocks, { language: 'ar' });
        const textOf = (id: string) => blocks.find((block) => block.id === id)?.text ?? '';
        for (const claim of result.claims)
          expect(textOf(claim.blockId).slice(claim.start, claim.end)).toBe(claim.quote);
      }),
      { numRuns: 400 },
    );
  });
});

describe('normal view and code points', () => {
  it('is idempotent, and its map is total and never goes back', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const view = normalise(text);
        expect(normalise(view.text).text).toBe(view.text);
        expect(view.map).toHaveLength(view.text.length + 1);
        expect(view.map[view.text.length]).toBe(text.length);
        for (let k = 1; k < view.map.length; k += 1) expect((view.map[k] ?? 0) >= (view.map[k - 1] ?? 0)).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  it('counts code points there and back', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const index = codePointIndex(text);
        let unit = 0;
        let point = 0;
        for (const char of text) {
          expect(index.toCodePoint(unit)).toBe(point);
          expect(index.toUtf16(point)).toBe(unit);
          unit += char.length;
          point += 1;
        }
        expect(index.length).toBe(point);
      }),
      { numRuns: 500 },
    );
  });
});
