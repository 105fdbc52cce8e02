import { hullOf, mergeClaims, splitClaim } from './reshape.js';

const span = (start: number, end: number, blockId = 'b1') => ({ blockId, start, end });
const active = { id: 'one', articleId: 'a', disposition: 'active' } as const;
const codes = (outcome: ReturnType<typeof splitClaim> | ReturnType<typeof mergeClaims>) =>
  outcome.ok
    ? 'ok'
    : outcome.refusal.code === 'invalid'
      ? outcome.refusal.facts.errors.map(({ pointer, code }) => `${pointer} ${code}`)
      : outcome.refusal.code;

describe('splitting a claim', () => {
  it.each<[string, ReturnType<typeof span>[], unknown]>([
    ['two halves', [span(10, 20), span(20, 30)], 'ok'],
    ['a part may leave words out', [span(10, 15), span(25, 30)], 'ok'],
    ['in whatever order', [span(20, 30), span(10, 20)], 'ok'],
    ['one part is no split', [span(10, 20)], ['/parts too-few-parts']],
    ['outside its words', [span(10, 20), span(25, 31)], ['/parts/1 part-outside']],
    ['before its words', [span(9, 20), span(25, 30)], ['/parts/0 part-outside']],
    ['in another block', [span(10, 20), span(20, 30, 'b2')], ['/parts/1 part-outside']],
    ['the whole is no part', [span(10, 30), span(12, 14)], ['/parts/0 part-is-whole', '/parts/1 parts-overlap']],
    ['one inside another', [span(10, 20), span(19, 30)], ['/parts/1 parts-overlap']],
  ])('%s', (_, parts, expected) => {
    expect(codes(splitClaim({ disposition: 'active' }, span(10, 30), parts))).toEqual(expected);
  });

  it('is refused for one that was set aside', () => {
    expect(codes(splitClaim({ disposition: 'dismissed' }, span(10, 30), [span(10, 20), span(20, 30)]))).toBe(
      'not-in-state',
    );
    expect(splitClaim({ disposition: 'proposed' }, span(10, 30), [span(10, 20), span(20, 30)]).ok).toBe(true);
  });
});

describe('merging claims', () => {
  const other = (over: object = {}) => ({ ...active, id: 'two', ...over });

  it('sets the others aside as duplicates of the one', () => {
    expect(mergeClaims(active, [other(), other({ id: 'three', disposition: 'proposed' })])).toEqual({
      ok: true,
      duplicateOf: 'one',
      reason: 'duplicate',
    });
  });

  it.each<[string, object, unknown]>([
    ['itself', { id: 'one' }, ['/claimIds/0 same-claim']],
    ['one of another article', { articleId: 'z' }, ['/claimIds/0 other-article']],
    ['one that was set aside', { disposition: 'dismissed' }, ['/claimIds/0 set-aside-already']],
  ])('refuses %s', (_, over, expected) => {
    expect(codes(mergeClaims(active, [other(over)]))).toEqual(expected);
  });

  it('refuses to merge into one that was set aside', () => {
    expect(codes(mergeClaims({ ...active, disposition: 'dismissed' }, [other()]))).toBe('not-in-state');
  });
});

describe('the stretch over several', () => {
  it.each<[string, ReturnType<typeof span>[], unknown]>([
    ['two', [span(5, 9), span(12, 20)], span(5, 20)],
    ['one inside the other', [span(12, 14), span(10, 20)], span(10, 20)],
    ['of two blocks there is none', [span(5, 9), span(12, 20, 'b2')], null],
    ['of nothing there is none', [], null],
  ])('%s', (_, spans, expected) => {
    expect(hullOf(spans)).toEqual(expected);
  });
});
