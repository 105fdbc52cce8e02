import { negationTurned, startWithNegation, turnsOf } from './negation.reach.js';
import { readTokens } from './text.reader.js';

const turns = (marked: string) => turnsOf(marked.replace('|', ''), marked.indexOf('|'));

describe('negations that reach a place from just before it', () => {
  it.each([
    ['not |raise', 1],
    ['it will not now |raise', 1],
    ['it will not right now |raise', 1],
    ['not at all right now |raise', 0],
    ['he denies that |fees fell', 1],
    ['he does not deny that |fees fell', 2],
    ['not so; |raise', 0],
    ['not, he said |raise', 0],
    ['not. |Raise', 0],
    ['not! |Raise', 0],
    ['not? |Raise', 0],
    ['not… |Raise', 0],
    ['not: |raise', 0],
    ['not\n|raise', 0],
    ['لا، |يرفع', 0],
    ['لا؛ |يرفع', 0],
    ['لا؟ |يرفع', 0],
    ['لن |يرفع', 1],
    ['ولم |يرفع', 1],
    ['نفى أن |يرفع', 1],
    ['|not raise', 0],
    ['raise |not', 0],
    ['|', 0],
  ])('%s: %d', (marked, expected) => {
    expect(turns(marked)).toBe(expected);
  });

  it('are looked for in the 120 characters before it', () => {
    expect(turns(`not ${'x'.repeat(115)} |raise`)).toBe(1);
    expect(turns(`not ${'x'.repeat(125)} |raise`)).toBe(0);
  });
});

describe('a negation that came or went', () => {
  const turned = (before: string, now: string) => {
    const [a, b] = [before, now].map((text) => ({ text: text.replace('|', ''), start: text.indexOf('|'), end: 0 }));
    return negationTurned(a!.text, a!, b!.text, b!);
  };
  it.each([
    ['will |raise', 'will not |raise', true],
    ['will not |raise', 'will |raise', true],
    ['will not |raise', 'shall never |raise', false],
    ['will |raise', 'shall |raise', false],
    ['does not deny that |fees fell', 'says that |fees fell', true],
  ])('%s → %s: %s', (before, now, expected) => {
    expect(turned(before, now)).toBe(expected);
  });
});

describe('where a claim begins whose words were kept', () => {
  /** `inserted` is the word that was put in right before the claim, if any was. */
  function start(marked: string, inserted: string | null) {
    const text = marked.replace('|', '');
    const tokens = readTokens(text);
    const from = marked.indexOf('|');
    const insertedBefore = tokens.findLast(({ key, end }) => key === inserted && end <= from) ?? null;
    const projection = { start: from, end: text.length, likeness: 1, bounded: true, insertedBefore };
    return startWithNegation({ text, tokens }, projection);
  }
  it.each([
    ['at the negation put in before it', 'it will not |raise', 'not', 8],
    ['at the negation that touches it', 'it will not|-raise', 'not', 8],
    ['where it began when another word was put in', 'it will soon |raise', 'soon', 13],
    ['where it began when nothing was put in', 'it will not |raise', null, 12],
    ['where it began when a denial was put in, which governs it', 'the bank denies |fees fell', 'denies', 16],
    ['where it began when the negation ends a clause', 'it will not, |raise', 'not', 13],
  ])('%s', (_name, marked, inserted, expected) => {
    expect(start(marked, inserted)).toBe(expected);
  });
});
