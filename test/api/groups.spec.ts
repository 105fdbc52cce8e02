import { newId } from '#platform';
import { outcome } from '../support/ask.js';
import { claimFrom, decideNow, done, post, readyToVerify, type Any } from '../support/checking-work.js';
import { startNewsroomApi, type Newsroom, type NewsroomApi } from '../support/newsroom-api.js';

const FACT = 'بلغت كلفة جسر نورا 12 مليون دينار عام 2024';
let api: NewsroomApi;
let desk: Newsroom;

beforeAll(async () => {
  api = await startNewsroomApi();
});
afterAll(() => api.stop());
beforeEach(async () => {
  desk = await api.found();
});

async function carried(text: string, outlet: string, more: object = {}): Promise<Any> {
  const article = await post(desk.editor, [`${text}.`], { outlet, ...more });
  const claim = await claimFrom(desk.editor, article.id, FACT);
  if (claim.tier === 'B') return claim;
  return done(desk.editor.patch(`/claims/${claim.id}`, { tier: 'B', reason: 'مبلغ معلن' }, claim.version));
}
const link = (claims: Any[], relation = 'same', who = desk.editor) =>
  who.post('/claim-groups', { claimIds: claims.map(({ id }) => id), relation });

describe('a group of claims', () => {
  it('shows how far a claim spread and from how many origins', async () => {
    const first = await carried(FACT, 'رويترز', { publishedAt: '2026-01-01T00:00:00.000Z' });
    const second = await carried(`بحسب رويترز، ${FACT}`, 'صحيفة الميناء', { publishedAt: '2026-01-02T00:00:00.000Z' });
    const third = await carried(`وقالت رويترز إن ${FACT}`, 'صحيفة المرفأ', { publishedAt: '2026-01-03T00:00:00.000Z' });
    const group = await done(link([third, first, second]));
    expect(group).toMatchObject({ relation: 'same', spread: { articles: 3, outlets: 3, origins: 1 }, version: 1 });
    expect(group.claims.map(({ claimId, origin }: Any) => [claimId, origin])).toEqual([
      [first.id, 'origin-1'],
      [second.id, 'origin-1'],
      [third.id, 'origin-1'],
    ]);
    expect(group.claims[1].carried).toEqual([{ kind: 'attribution-added', from: null, to: expect.any(String) }]);
    expect((await done(desk.viewer.get(`/claims/${second.id}`))).groupId).toBe(group.id);
    expect(await done(desk.viewer.get(`/claim-groups/${group.id}`))).toEqual(group);
  });

  it('is changed under its version; who is not named leaves', async () => {
    const [one, two, three] = [await carried(FACT, 'أ'), await carried(FACT, 'ب'), await carried(FACT, 'ج')];
    const { id } = await done(link([one, two]));
    const body = { claimIds: [two.id, three.id], relation: 'related' };
    const changed = await done(desk.editor.patch(`/claim-groups/${id}`, body, 1));
    expect(changed).toMatchObject({ relation: 'related', version: 2 });
    expect(changed.claims.map(({ claimId }: Any) => claimId).sort()).toEqual([two.id, three.id].sort());
    expect((await done(desk.editor.get(`/claims/${one.id}`))).groupId).toBe(null);
    expect(outcome(await desk.editor.patch(`/claim-groups/${id}`, body, 1))).toBe('412 version-stale');
  });

  it.each<[string, () => Promise<Any>, string]>([
    [
      'by a fact-checker',
      async () => link([await carried(FACT, 'أ'), await carried(FACT, 'ب')], 'same', desk.salma),
      '403 role-forbidden',
    ],
    ['of one claim', async () => link([await carried(FACT, 'أ')]), '422 invalid'],
    ['of a claim there is not', async () => link([await carried(FACT, 'أ'), { id: newId() }]), '422 invalid'],
    [
      'of a claim in another group',
      async () => {
        const [one, two, three] = [await carried(FACT, 'أ'), await carried(FACT, 'ب'), await carried(FACT, 'ج')];
        await done(link([one, two]));
        return link([two, three]);
      },
      '409 in-use',
    ],
  ])('is not made %s', async (_, attempt, expected) => {
    expect(outcome(await attempt())).toBe(expected);
  });

  it('shows nobody a claim whose article he may not see', async () => {
    const [one, two] = [await carried(FACT, 'أ'), await carried(FACT, 'ب')];
    const { id } = await done(link([one, two]));
    const hide = async (articleId: string) => {
      const { version } = await done(desk.editor.get(`/articles/${articleId}`));
      await done(desk.editor.patch(`/articles/${articleId}`, { visibility: 'named' }, version));
    };
    await hide(one.articleId);
    const seen = await done(desk.viewer.get(`/claim-groups/${id}`));
    expect([seen.claims.map(({ claimId }: Any) => claimId), seen.spread.articles]).toEqual([[two.id], 1]);
    await hide(two.articleId);
    expect(outcome(await desk.viewer.get(`/claim-groups/${id}`))).toBe('404 not-found');
    expect((await done(desk.editor.get(`/claim-groups/${id}`))).spread.articles).toBe(2);
  });
});

describe('a precedent', () => {
  const take = (to: Any, from: Any, who = desk.secondEditor) =>
    who.post(`/claims/${to.id}/precedent`, { claimId: from.id, rationale: 'تبيّن هذا في المادة الأولى' });
  const verified = async (claim: Any) => {
    await readyToVerify(desk, claim.id);
    expect(outcome(await decideNow(desk.editor, claim.id, { to: 'verified', rating: 'true' }))).toBe('201');
  };

  it('is shown, and taken over by an editor as his own informed verdict with its evidence', async () => {
    const [one, two] = [await carried(FACT, 'أ'), await carried(FACT, 'ب')];
    await verified(one);
    const group = await done(link([one, two]));
    expect(group.claims.map(({ precedent }: Any) => precedent)).toEqual([true, false]);
    expect((await done(desk.editor.get(`/claims/${two.id}`))).state).toBe('needs-source');
    const verdict = await done(take(two, one));
    expect(verdict).toMatchObject({
      claimId: two.id,
      rating: 'true',
      informed: true,
      reviewerId: desk.secondEditor.id,
    });
    expect(verdict.precedentId).toEqual(expect.any(String));
    const { items } = await done(desk.editor.get(`/claims/${two.id}/evidence`));
    expect(items).toMatchObject([{ derivesFrom: { how: 'copied' }, addedBy: desk.salma.id }]);
    expect(verdict.evidenceIds).toEqual([items[0].id]);
    expect((await done(desk.editor.get(`/claims/${two.id}`))).state).toBe('needs-source');
    expect(outcome(await decideNow(desk.secondEditor, two.id, { to: 'verified' }))).toBe('409 requirements-unmet');
    expect(outcome(await decideNow(desk.editor, two.id, { to: 'verified' }))).toBe('201');
  });

  it('is none where only the attribution was checked, nothing was decided, or the claims are not the same', async () => {
    const [one, two] = [await carried(FACT, 'أ'), await carried(FACT, 'ب')];
    expect(outcome(await take(two, one))).toBe('409 no-precedent');
    const group = await done(link([one, two]));
    expect(outcome(await take(two, one))).toBe('409 no-precedent');
    await verified(one);
    await done(desk.editor.patch(`/claim-groups/${group.id}`, { relation: 'contradicts' }, 1));
    expect(outcome(await take(two, one))).toBe('409 no-precedent');
    await done(desk.editor.patch(`/claim-groups/${group.id}`, { relation: 'same' }, 2));
    const { version } = await done(desk.editor.get(`/claims/${two.id}`));
    await done(desk.editor.patch(`/claims/${two.id}`, { verifies: 'attribution' }, version));
    expect(outcome(await take(two, one))).toBe('409 no-precedent');
  });

  it('is not taken by a fact-checker, nor for words of one’s own', async () => {
    const [one] = [await carried(FACT, 'أ')];
    await verified(one);
    const draft = { kind: 'draft', text: `${FACT}.`, authorIds: [desk.secondEditor.id] };
    const article = await done(desk.editor.post('/articles', draft));
    const own = await claimFrom(desk.editor, article.id, FACT);
    await done(link([one, own]));
    expect(outcome(await take(own, one, desk.salma))).toBe('403 role-forbidden');
    expect(['422 reviewer-unfit', '403 own-text']).toContain(outcome(await take(own, one)));
  });

  it('of the external scale does not fit a draft that is rated otherwise', async () => {
    const one = await carried(FACT, 'أ');
    await verified(one);
    const article = await done(
      desk.editor.post('/articles', { kind: 'draft', text: `${FACT}.`, authorIds: [desk.writer.id] }),
    );
    const other = await claimFrom(desk.editor, article.id, FACT);
    await done(link([one, other]));
    expect(outcome(await take(other, one))).toBe('422 unknown-rating');
    expect((await done(desk.editor.get(`/claims/${other.id}/evidence`))).items).toEqual([]);
    expect((await done(desk.editor.get(`/claims/${other.id}/assignments`))).items).toEqual([]);
  });
});
