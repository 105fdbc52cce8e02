import { particularsOf, patchOf, type Particulars } from './particulars.js';

const SEEN: Particulars = particularsOf({
  title: 'عنوان',
  outlet: null,
  dueAt: null,
  embargoUntil: null,
  authorIds: ['a'],
  deskId: null,
  visibility: 'newsroom',
  visibleTo: [],
  mode: 'standard',
  archived: false,
} as unknown as Parameters<typeof particularsOf>[0]);

describe('what is sent of an article’s particulars', () => {
  it('is nothing when nothing was changed', () => expect(patchOf(SEEN, { ...SEEN, authorIds: ['a'] })).toEqual({}));

  it.each<[string, Partial<Particulars>, object]>([
    ['a title alone', { title: 'آخر' }, { title: 'آخر' }],
    ['an outlet', { outlet: ' وكالة ' }, { outlet: 'وكالة' }],
    ['authors', { authorIds: ['a', 'b'] }, { authorIds: ['a', 'b'] }],
    ['a desk', { deskId: 'd' }, { deskId: 'd' }],
    ['readers', { visibility: 'named', visibleTo: ['b'] }, { visibility: 'named', visibleTo: ['b'] }],
    ['no readers while everybody reads', { visibleTo: ['b'] }, {}],
    ['how fast', { mode: 'breaking' }, { mode: 'breaking' }],
    ['that it is put away', { archived: true }, { archived: true }],
  ])('is %s', (_, typed, patch) => expect(patchOf(SEEN, { ...SEEN, ...typed })).toEqual(patch));

  it('takes a time away by saying so', () => {
    const seen = { ...SEEN, dueAt: '2026-01-02T10:00', embargoUntil: '2026-01-03T10:00' };
    expect(patchOf(seen, { ...seen, dueAt: '', embargoUntil: '' })).toEqual({ dueAt: null, embargoUntil: null });
  });
});
