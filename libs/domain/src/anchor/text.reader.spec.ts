import { readSentences, readTokens, TextReader } from './text.reader.js';

const keys = (text: string) => readTokens(text).map(({ key }) => key);
const stem = (word: string) => readTokens(word)[0]?.stem;

describe('words of a text', () => {
  it.each([
    ['Rain fell, and fell.', ['Rain', 'fell', 'and', 'fell']],
    ['don’t x-ray it’s', ["don't", 'x', 'ray', "it's"]],
    ['12,5% ١٢٪ 3.14 10:30 1/2', ['12,5%', '12%', '3.14', '10:30', '1/2']],
    ['5‰ $ €5', ['5', '‰', '$', '€', '5']],
    ['1,200 1٬200 3٫5', ['1,200', '1٬200', '3.5']],
    ['قَتَلَ ـ أن', ['قتل', 'أن']],
    ['A4 B2B', ['A4', 'B2B']],
    ['', []],
    ['... — !', []],
  ])('%j: %j', (text, expected) => {
    expect(keys(text)).toEqual(expected);
  });

  it('stand where they stand, marks and all', () => {
    expect(readTokens('«قَتَلَ» 12%.').map(({ start, end }) => [start, end])).toEqual([[1, 7], [9, 12]]); // prettier-ignore
    expect(readTokens('a 👩‍👧 b').map(({ start, end }) => [start, end])).toEqual([[0, 1], [2, 7], [8, 9]]); // prettier-ignore
    expect(readTokens('☀️ x').map(({ start, end }) => [start, end])).toEqual([[0, 2], [3, 4]]); // prettier-ignore
  });

  it('are read between two offsets, in offsets of the whole', () => {
    expect(readTokens('Rain fell again', 5, 9)).toEqual([{ start: 5, end: 9, key: 'fell', stem: 'fell', weight: 1 }]);
    expect(readTokens('Rain fell again', 2).map(({ key, start }) => [key, start])).toEqual([['in', 2], ['fell', 5], ['again', 10]]); // prettier-ignore
  });

  it('weigh 0.3 where they say little, whatever their case', () => {
    expect(readTokens('The rain في المدينة').map(({ weight }) => weight)).toEqual([0.3, 1, 0.3, 1]);
  });

  it('are read once by a reader that is asked again, and each text by itself', () => {
    const reader = new TextReader();
    const first = reader.tokens('Rain fell');
    expect(reader.tokens('Rain fell')).toBe(first);
    expect(first).toEqual(readTokens('Rain fell'));
    expect(reader.tokens('fell Rain')).toEqual(readTokens('fell Rain'));
  });
});

describe('the loose key of a word', () => {
  it.each([
    ['bank', 'bank'],
    ['Bank', 'bank'],
    ['banks', 'bank'],
    ["bank's", 'bank'],
    ['bank’s', 'bank'],
    ['boxes', 'box'],
    ['wanted', 'want'],
    ['rising', 'ris'],
    ['fees', 'fees'],
    ['used', 'used'],
    ['seeds', 'seed'],
    ['12%', '12%'],
    ['أن', 'ان'],
    ['إلى', 'الي'],
    ['آخر', 'اخر'],
    ['مدرسة', 'مدرس'],
    ['وبالمدرسة', 'مدرس'],
    ['فالمدرسات', 'مدرس'],
    ['كالأسد', 'اسد'],
    ['للبيت', 'بيت'],
    ['سيكتب', 'يكتب'],
    ['ستكتب', 'تكتب'],
    ['سنكتب', 'نكتب'],
    ['سمكة', 'سمك'],
    ['معلمون', 'معلم'],
    ['معلمين', 'معلم'],
    ['كتابهم', 'كتاب'],
    ['كتابها', 'كتاب'],
    ['كتابه', 'كتاب'],
    ['كتبت', 'كتب'],
    ['كتبوا', 'كتب'],
    ['كتابان', 'كتاب'],
    ['مولود', 'مولود'],
    ['طالبات', 'طالب'],
    ['كتاباتنا', 'كتاباتنا'],
    ['ولد', 'ولد'],
    ['ورقة', 'رقه'],
    ['الى', 'الي'],
    ['فيه', 'فيه'],
    ['بيت', 'بيت'],
  ])('%s: %s', (word, expected) => {
    expect(stem(word)).toBe(expected);
  });
});

describe('sentences of a text', () => {
  const sentences = (text: string) => readSentences(text).map(({ start, end }) => text.slice(start, end));

  it.each([
    ['He left. She came! "Why?" he said… \n\nEnd', ['He left.', 'She came!', '"Why?"', 'he said…', 'End']],
    ['Dr. Smith and Mr. Lee met. They left', ['Dr. Smith and Mr. Lee met.', 'They left']],
    ['Gen. A. Said of the U. N. spoke.', ['Gen. A. Said of the U. N. spoke.']],
    ['In Jan. and Sept. it rained. OK', ['In Jan. and Sept. it rained.', 'OK']],
    ['It cost 3.5 dollars. x.y z. w', ['It cost 3.5 dollars.', 'x.y z.', 'w']],
    ['قال د. سامر نعم. ثم؟! ذهب', ['قال د. سامر نعم.', 'ثم؟!', 'ذهب']],
    ['قال أ.د. سامر نعم۔ ثم ذهب', ['قال أ.د. سامر نعم۔', 'ثم ذهب']],
    ['وُلد سنة 300 ق.م. في صور. ثم مات', ['وُلد سنة 300 ق.م. في صور.', 'ثم مات']],
    ['He said "go." Then (he left.) Then «نعم.» End', ['He said "go."', 'Then (he left.)', 'Then «نعم.»', 'End']],
    ['What?? Yes... No', ['What??', 'Yes...', 'No']],
    ['  a  \n  b  ', ['a', 'b']],
    ['The USA. Then', ['The USA.', 'Then']],
    ['Is it No. 5? Yes', ['Is it No. 5?', 'Yes']],
    ['Was it A? B', ['Was it A?', 'B']],
    ['Etc.', ['Etc.']],
    ['He left.\n\n\nShe came', ['He left.', 'She came']],
    ['Hear, hear!!! They left... Then', ['Hear, hear!!!', 'They left...', 'Then']],
    ['', []],
    [' \n ', []],
  ])('%j', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  it('keep their offsets when white space is left out', () => {
    expect(readSentences('  He left.  She came.')).toEqual([{ start: 2, end: 10 }, { start: 12, end: 21 }]); // prettier-ignore
  });
});
