import { frameInWindow } from './frame.window.js';

/** The part of a text that is read for a place, and whether the place is still itself in it. */
function read(text: string, start: number, end: number) {
  let seen = '';
  let slice = '';
  frameInWindow(
    (part, from, to) => {
      seen = part;
      slice = part.slice(from, to);
      return null;
    },
    text,
    start,
    end,
  );
  return { seen, from: text.indexOf(seen), length: seen.length, same: slice === text.slice(start, end) };
}
const fill = (length: number, end = ' ') => 'x'.repeat(length - end.length) + end;

describe('the part of a block in which a frame is read', () => {
  it('is the block where it has up to 3000 characters', () => {
    const text = fill(3000);
    expect(read(text, 2900, 2950).seen).toBe(text);
    expect(read(`${text}x`, 2900, 2950).seen).not.toBe(`${text}x`);
  });

  it('begins 1500 characters before the claim, where no sentence ends on the way', () => {
    const text = fill(4000, '');
    expect(read(text, 2500, 2600)).toMatchObject({ length: 1500 + 100 + 500, same: true });
  });

  it('begins with the block where the claim is no further in than that', () => {
    const text = fill(2000, '') + 'y'.repeat(2000);
    expect(read(text, 1500, 1600)).toMatchObject({ from: 0, length: 2100, same: true });
    expect(read(`. ${text}`, 1501, 1600).from).toBe(1);
    expect(read(`x. ${text}`, 1500, 1600)).toMatchObject({ from: 0, same: true });
    expect(read(`x. ${text}`, 700, 800)).toMatchObject({ from: 0, same: true });
  });

  it.each(['. ', '! ', '? ', '؟ ', '… ', '\n ', '.  '])('begins behind %j on the way', (stop) => {
    const text = fill(1200, '') + stop + 'y'.repeat(1300) + 'claim' + 'z'.repeat(1500);
    const start = text.indexOf('claim');
    const found = read(text, start, start + 5);
    expect(found).toMatchObject({ length: 1300 + 5 + 500, same: true });
    expect(found.seen.startsWith('y')).toBe(true);
  });

  it('does not take the full stop of the claim for the end of a sentence before it', () => {
    const text = fill(2500, '') + '. yy' + 'z'.repeat(1500);
    expect(read(text, 2500, 2504)).toMatchObject({ length: 1500 + 4 + 500, same: true });
  });

  it('ends with the block where no more than 500 characters follow', () => {
    const text = fill(3500, '');
    expect(read(text, 2900, 3000).seen.length).toBe(1500 + 600);
    expect(read(text, 2900, 3001).seen.length).toBe(1500 + 600);
    expect(read(text, 2900, 2999).seen.length).toBe(1500 + 99 + 500);
  });

  it('ends at a space within the next 100 characters', () => {
    const long = (gap: number) => fill(3000, '') + 'y'.repeat(500 + gap) + ' ' + 'z'.repeat(300);
    expect(read(long(40), 2900, 3000).seen.endsWith('y')).toBe(true);
    expect(read(long(40), 2900, 3000).length).toBe(1600 + 540);
    expect(read(long(99), 2900, 3000).length).toBe(1600 + 599);
    expect(read(long(100), 2900, 3000).length).toBe(1600 + 500);
    expect(read(long(0), 2900, 3000).length).toBe(1600 + 500);
  });

  it('is given with the answer of the reader', () => {
    const frame = { cue: 'said', stance: 'neutral', negated: false, anonymous: false, sourceCount: 1, firstLink: 'x', outlet: null };
    expect(frameInWindow(() => frame, 'short', 0, 5)).toBe(frame);
    expect(frameInWindow(() => frame, fill(4000), 10, 20)).toBe(frame);
  }); // prettier-ignore
});
