import fc from 'fast-check';
import { hiddenControls } from './hidden.controls.js';
import { sameWords, vowelReading, vowelsConflict } from './same.words.js';
import { strictForm, strictMap } from './strict.form.js';

const pieces = [
  'قال', 'أ', 'ا', 'ى', 'ي', 'ة', 'ه', 'ـ', 'َ', 'ُ', 'ّ', 'ٰ', 'ٔ', '١', '۲', '3', '٪', '٫', '%', '.', '«', '»', '“', '"', "'", '’',
  ' ', '\u00a0', '\u200c', '\u200d', '\u200b', '\u202b', '\u2066', '\ufeff', '\u0085', '\n', 'e', '\u0301', 'É', '가', '\u1100', '\u1161',
  '\u11a8', '👩‍👧', '\ud83d', '\udc69', '\u{16d67}', 'ﻻ',
]; // prettier-ignore
const mixed = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((p) => p.join('')),
  fc.string({ unit: 'binary' }),
);

describe('strict form', () => {
  it.each([
    ['أعلنَ الوزير أنّ الأسعـار ارتفعت.', 'أعلن الوزير أن الأسعار ارتفعت.'],
    ['بلغت ١٢٪ أو ۱۲٫٥ %', 'بلغت 12% أو 12.5 %'],
    ['«سنرد» ‘نعم’ „ja‟', '"سنرد" \'نعم\' "ja"'],
    ['  a\u00a0b\n\nc\u2009 ', 'a b c'],
    ['می\u200cشود', 'می شود'],
    ['a\u202eb\u2066c\u2069\ufeff', 'abc'],
    ['e\u200d\u0301', 'é'],
    ['ا\u0640\u0654', 'أ'],
    ['', ''],
    ['\u200b \u200c', ''],
  ])('%j becomes %j', (text, form) => {
    expect(strictForm(text)).toBe(form);
  });

  it.each([
    ['أن', 'ان'],
    ['على', 'علي'],
    ['كتابة', 'كتابه'],
    ['Iran', 'iran'],
    ['"سنرد"', 'سنرد'],
    ["'no'", '"no"'],
    ['12', '13'],
    ['مي\u200cشود', 'ميشود'],
  ])('%s and %s stay apart', (a, b) => {
    expect(strictForm(a)).not.toBe(strictForm(b));
    expect(sameWords(a, b)).toBe(false);
  });

  it('is idempotent and in NFC for any text', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        const form = strictForm(text);
        expect(strictForm(form)).toBe(form);
        expect(form.normalize('NFC')).toBe(form);
        expect(strictForm(text.normalize('NFD'))).toBe(strictForm(text.normalize('NFC')));
      }),
      { numRuns: 2000 },
    );
  });

  it('maps every offset both ways, in order', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        const { form, toForm, toText } = strictMap(text);
        expect(form).toBe(strictForm(text));
        expect([toForm.length, toText.length]).toEqual([text.length + 1, form.length + 1]);
        expect([toForm[text.length], toText[form.length]]).toEqual([form.length, text.length]);
        for (let i = 1; i < toForm.length; i++) expect(toForm[i]).toBeGreaterThanOrEqual(toForm[i - 1] ?? 0);
        for (let i = 1; i < toText.length; i++) expect(toText[i]).toBeGreaterThanOrEqual(toText[i - 1] ?? 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('points from each letter of the form to its letter in the text', () => {
    const text = ' «أعلـنَ\u200f  الوزير»';
    const { form, toText } = strictMap(text);
    expect([...form].map((_, i) => text[toText[i] ?? -1]).join('')).toBe('«أعلن الوزير»');
  });
});

describe('same words', () => {
  it.each([
    ['قَتَلَ الجندي', 'قُتِلَ الجندي', false],
    ['قتل الجندي', 'قُتِلَ الجندي', true],
    ['قَتل الجندي', 'قتلَ الجندي', true],
    ['قَتَلَ', 'قَتَّلَ', false],
    ['أن', 'أنّ', true],
    ['\u0649\u0654', '\u0649', false],
    ['قَتَلَ', 'قَـتَلَ\u200f', true],
    ['‎12%', '١٢٪', true],
    ['كتابٌ', 'كتابٍ', false],
    ['"نعم"', '«نعم»', true],
  ])('%s / %s: %s', (a, b, same) => {
    expect(sameWords(a, b)).toBe(same);
    expect(sameWords(b, a)).toBe(same);
  });

  it('is reflexive and symmetric for any texts, and never looser than the strict form', () => {
    fc.assert(
      fc.property(mixed, mixed, (a, b) => {
        expect(sameWords(a, a)).toBe(true);
        expect(sameWords(a, b)).toBe(sameWords(b, a));
        if (sameWords(a, b)) expect(strictForm(a)).toBe(strictForm(b));
      }),
    );
  });

  it('tells readings apart', () => {
    expect(vowelsConflict('قَتَلَ', 'قُتِلَ')).toBe(true);
    expect(vowelReading('قُتِلَ')).not.toBe(vowelReading('قَتَلَ'));
    expect(vowelReading('قتل')).toBe('');
    expect(vowelReading('قـَتّ')).toBe('0:64e 1:651');
  });
});

describe('hidden controls', () => {
  it('lists each with its place and kind', () => {
    expect(hiddenControls('\ufeffab\u202ec\u200bد\u061c')).toEqual([
      { start: 0, codePoint: 0xfeff, kind: 'byte-order-mark' },
      { start: 3, codePoint: 0x202e, kind: 'bidi' },
      { start: 5, codePoint: 0x200b, kind: 'zero-width' },
      { start: 7, codePoint: 0x61c, kind: 'bidi' },
    ]);
    expect(hiddenControls('نص عادي plain')).toEqual([]);
  });
});
