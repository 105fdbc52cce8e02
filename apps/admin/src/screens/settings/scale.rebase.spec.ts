import { EXTERNAL_SCALE } from '#domain';
import { type Rating, rebaseScale } from './scale.rebase.js';

const [first, second, third] = EXTERNAL_SCALE.ratings as [Rating, Rating, Rating];
const BEFORE = [first, second, third];
const renamed = (rating: Rating, masculine: string): Rating => ({ ...rating, ar: { ...rating.ar, masculine } });
const added = { ...third, key: 'added' };

describe('my change of a scale on top of a colleague’s', () => {
  it('keeps what each of us changed', () =>
    expect(
      rebaseScale(BEFORE, [renamed(first, 'لي'), second, third], [first, renamed(second, 'له'), third, added]),
    ).toEqual([renamed(first, 'لي'), renamed(second, 'له'), third, added]));

  it('is mine where both changed the same label', () =>
    expect(
      rebaseScale(BEFORE, [renamed(first, 'لي'), second, third], [renamed(first, 'له'), second, third])[0],
    ).toEqual(renamed(first, 'لي')));

  it('drops what he removed and I left alone, and what I removed', () => {
    expect(rebaseScale(BEFORE, BEFORE, [first, third])).toEqual([first, third]);
    expect(rebaseScale(BEFORE, [first, second], BEFORE)).toEqual([first, second]);
    expect(rebaseScale(BEFORE, [first, renamed(second, 'لي'), third], [first, third])).toEqual([
      first,
      renamed(second, 'لي'),
      third,
    ]);
  });
});
