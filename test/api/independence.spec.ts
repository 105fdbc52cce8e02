import {
  addEvidence,
  assignTo,
  claimFrom,
  decideNow,
  done,
  fromOutlet,
  post,
  requirement,
  verdictBody,
  versionOf,
  type Any,
} from '../support/checking-work.js';
import { outcome } from '../support/ask.js';
import { ifMatch, startNewsroomApi, type Newsroom, type NewsroomApi } from '../support/newsroom-api.js';

let api: NewsroomApi;
let desk: Newsroom;
let article: Any;
let used = 0;

const sentence = (number: number) => `أنفقت البلدية ${number * 3 + 10} ألف دينار على الحديقة رقم ${number}.`;

beforeAll(async () => {
  api = await startNewsroomApi();
  desk = await api.found();
  const paragraphs = Array.from({ length: 30 }, (_, index) => sentence(index + 1));
  article = await post(desk.editor, paragraphs, { outlet: 'صحيفة المرفأ' });
});
afterAll(() => api.stop());

/** A claim of tier A with both reviewers assigned: two verdicts and two origins are needed, unless something primary is there. */
async function heavyClaim(): Promise<string> {
  const claim = await claimFrom(desk.editor, article.id, sentence((used += 1)), { tier: 'A' });
  if (claim.tier !== 'A') await done(desk.editor.patch(`/claims/${claim.id}`, { tier: 'A' }, claim.version));
  for (const reviewer of [desk.salma, desk.omar]) await assignTo(desk.editor, claim.id, reviewer);
  return claim.id;
}

/** Both reviewers support the claim on all the items. */
async function supported(claimId: string, items: readonly Any[]): Promise<void> {
  const evidenceIds = items.map(({ id }) => id);
  for (const reviewer of [desk.salma, desk.omar])
    await done(reviewer.post(`/claims/${claimId}/verdicts`, verdictBody('true', evidenceIds)));
}

/** What the gate says, as the claim shows it and as the refused decision repeats it. */
async function origins(claimId: string): Promise<Any> {
  const shown = await requirement(desk.editor, claimId, 'independent-sources');
  const decided = await decideNow(desk.editor, claimId, { to: 'verified' });
  if (shown.status === 'satisfied') expect(outcome(decided)).toBe('201');
  else {
    expect(outcome(decided)).toBe('409 requirements-unmet');
    const { requirements } = decided.body as Any;
    expect(requirements.find(({ name }: Any) => name === 'independent-sources')).toEqual(shown);
    const unmet = requirements.filter(({ status }: Any) => status === 'unsatisfied').map(({ name }: Any) => name);
    expect(unmet).toEqual(['independent-sources']);
  }
  return { status: shown.status, have: shown.have, need: shown.need };
}

const register = (name: string, type: string, more: object = {}): Promise<Any> =>
  done(desk.editor.post('/sources', { name, type, ...more }));

describe('independence cannot be faked', () => {
  it('two outlets that report for themselves are two origins', async () => {
    const id = await heavyClaim();
    const items = [
      await addEvidence(desk.salma, id, fromOutlet('قناة الأفق')),
      await addEvidence(desk.omar, id, fromOutlet('موقع الساحل')),
    ];
    await supported(id, items);
    expect(await origins(id)).toEqual({ status: 'satisfied', have: 2, need: 2 });
  });

  it('three items that derive from one are one', async () => {
    const id = await heavyClaim();
    const first = await addEvidence(desk.salma, id, fromOutlet('وكالة البرق'));
    const copied = { derivesFrom: { evidenceId: first.id, how: 'copied' } };
    const second = await addEvidence(desk.salma, id, fromOutlet('صحيفة الأول'), copied);
    const third = await addEvidence(desk.omar, id, fromOutlet('صحيفة الثاني'), {
      derivesFrom: { evidenceId: second.id, how: 'credited' },
    });
    await supported(id, [first, second, third]);
    expect(await origins(id)).toEqual({ status: 'unsatisfied', have: 1, need: 2 });
    expect(second.origin.rootId).toBe(third.origin.rootId);
  });

  it('three relays of one agency in the register are one', async () => {
    const id = await heavyClaim();
    const agency = await register('وكالة الغيث', 'agency');
    const relays = [];
    for (const name of ['موقع ألف', 'موقع باء', 'موقع جيم'])
      relays.push(await register(name, 'outlet', { derivesFromId: agency.id }));
    const items = [];
    for (const relay of relays) items.push(await addEvidence(desk.salma, id, { sourceId: relay.id }));
    await supported(id, items);
    expect(await origins(id)).toEqual({ status: 'unsatisfied', have: 1, need: 2 });
  });

  it('a chain across claims leads to the same origin', async () => {
    const other = await heavyClaim();
    const root = await addEvidence(desk.salma, other, fromOutlet('إذاعة السهل'));
    const id = await heavyClaim();
    const more = { derivesFrom: { evidenceId: root.id, how: 'same-quote' } };
    await supported(id, [
      await addEvidence(desk.salma, id, fromOutlet('مجلة الحبر'), more),
      await addEvidence(desk.omar, id, fromOutlet('مجلة القلم'), more),
    ]);
    expect(await origins(id)).toEqual({ status: 'unsatisfied', have: 1, need: 2 });
  });

  it('two anonymous sources of one outlet are one, and anonymous alone never verify tier A', async () => {
    const id = await heavyClaim();
    const outlet = await register('صحيفة النخيل', 'outlet');
    const another = await register('صحيفة الزيتون', 'outlet');
    const anonymous = (name: string, vouchedById: string) => ({ source: { name, type: 'anonymous', vouchedById } });
    await supported(id, [
      await addEvidence(desk.salma, id, anonymous('مصدر أمني', outlet.id)),
      await addEvidence(desk.salma, id, anonymous('مسؤول مطّلع', outlet.id)),
    ]);
    expect(await origins(id)).toEqual({ status: 'unsatisfied', have: 1, need: 2 });
    const next = await heavyClaim();
    await supported(next, [
      await addEvidence(desk.salma, next, anonymous('مصدر أول', outlet.id)),
      await addEvidence(desk.omar, next, anonymous('مصدر ثان', another.id)),
    ]);
    expect(await origins(next)).toMatchObject({ status: 'unsatisfied', need: 2 });
  });

  it('two anonymous sources of one outlet are one origin beside a named one', async () => {
    const id = await heavyClaim();
    const outlet = await register('صحيفة البيدر', 'outlet');
    const anonymous = (name: string) => ({ source: { name, type: 'anonymous', vouchedById: outlet.id } });
    await supported(id, [
      await addEvidence(desk.salma, id, anonymous('مصدر في الوزارة')),
      await addEvidence(desk.salma, id, anonymous('مصدر في البلدية')),
      await addEvidence(desk.omar, id, { sourceId: outlet.id }),
    ]);
    expect(await origins(id)).toEqual({ status: 'unsatisfied', have: 1, need: 2 });
  });

  it("the article's own outlet never counts for itself", async () => {
    const id = await heavyClaim();
    const { items } = await done(desk.editor.get(`/sources?q=${encodeURIComponent('صحيفة المرفأ')}`));
    expect(items).toHaveLength(1);
    await supported(id, [
      await addEvidence(desk.salma, id, { sourceId: items[0].id }),
      await addEvidence(desk.omar, id, fromOutlet('قناة الشرفة')),
    ]);
    expect(await origins(id)).toEqual({ status: 'unsatisfied', have: 1, need: 2 });
  });

  it("the article's own outlet under the same name again, or by way of a relay, does not count either", async () => {
    const id = await heavyClaim();
    const { items } = await done(desk.editor.get(`/sources?q=${encodeURIComponent('صحيفة المرفأ')}`));
    const relay = await register('موقع ناقل', 'outlet', { derivesFromId: items[0].id });
    await supported(id, [
      await addEvidence(desk.salma, id, { sourceId: relay.id }),
      await addEvidence(desk.omar, id, fromOutlet('قناة الرصيف')),
    ]);
    expect(await origins(id)).toEqual({ status: 'unsatisfied', have: 1, need: 2 });
  });

  it('primary ticked on an agency makes it no document', async () => {
    const id = await heavyClaim();
    const agency = { source: { name: 'وكالة الرياح', type: 'agency' } };
    await supported(id, [await addEvidence(desk.salma, id, agency, { primary: true })]);
    expect(await origins(id)).toEqual({ status: 'unsatisfied', have: 1, need: 2 });
  });

  it('a derivesFrom cycle ends and counts once', async () => {
    const id = await heavyClaim();
    const first = await register('موقع الدوّار', 'outlet');
    const second = await register('موقع الحلقة', 'outlet', { derivesFromId: first.id });
    const closed = await desk.editor.patch(`/sources/${first.id}`, { derivesFromId: second.id }, first.version);
    expect(['200', '422 origin-cycle']).toContain(outcome(closed));
    await supported(id, [
      await addEvidence(desk.salma, id, { sourceId: first.id }),
      await addEvidence(desk.omar, id, { sourceId: second.id }),
    ]);
    expect(await origins(id)).toEqual({ status: 'unsatisfied', have: 1, need: 2 });
    const origin = await done(desk.editor.get(`/sources/${second.id}/origin`));
    expect(origin.path.length).toBeLessThanOrEqual(3);
  });

  it('what cannot be looked up does not count', async () => {
    const id = await heavyClaim();
    const bare = { url: null, quote: null };
    await supported(id, [
      await addEvidence(desk.salma, id, fromOutlet('إذاعة الغابة'), bare),
      await addEvidence(desk.omar, id, fromOutlet('إذاعة النهر'), { quote: null }),
    ]);
    expect(await origins(id)).toEqual({ status: 'unsatisfied', have: 0, need: 2 });
  });

  it.each(['document', 'dataset', 'recording', 'observation'])('a %s alone is enough', async (type) => {
    const id = await heavyClaim();
    await supported(id, [await addEvidence(desk.salma, id, { source: { name: `أصل ${type}`, type } })]);
    expect((await origins(id)).status).toBe('satisfied');
  });

  it('evidence that nobody cited does not count', async () => {
    const id = await heavyClaim();
    const cited = await addEvidence(desk.salma, id, fromOutlet('شبكة السحر'));
    await addEvidence(desk.omar, id, fromOutlet('شبكة الغسق'));
    await supported(id, [cited]);
    expect(await origins(id)).toEqual({ status: 'unsatisfied', have: 1, need: 2 });
  });

  it('withdrawing what was counted takes the claim back, whatever else nobody cited', async () => {
    const id = await heavyClaim();
    const cited = [
      await addEvidence(desk.salma, id, fromOutlet('شبكة الفجر')),
      await addEvidence(desk.salma, id, fromOutlet('شبكة الضحى')),
    ];
    await addEvidence(desk.omar, id, fromOutlet('شبكة الأصيل'));
    await supported(id, cited);
    expect((await origins(id)).status).toBe('satisfied');
    const reason = { reason: 'حُذف الخبر من الموقع' };
    await done(desk.salma.post(`/evidence/${cited[0].id}/withdrawal`, reason, ifMatch(cited[0].version)));
    expect((await done(desk.editor.get(`/claims/${id}`))).state).toBe('needs-source');
    expect(await requirement(desk.editor, id, 'independent-sources')).toMatchObject({ have: 1, need: 2 });
    expect(await versionOf(desk.editor, id)).toBeGreaterThan(0);
  });

  it('a check of who said it is no check that it is so', async () => {
    const quote = 'قال وزير المياه كريم الصافي إن السد امتلأ بنسبة 90 في المئة.';
    const { claims } = await post(desk.editor, [quote]);
    const { id, verifies, version } = claims[0];
    expect(verifies).toBe('attribution');
    await assignTo(desk.editor, id, desk.salma);
    const item = await addEvidence(desk.salma, id, { source: { name: 'تسجيل المؤتمر', type: 'recording' } });
    await done(desk.salma.post(`/claims/${id}/verdicts`, verdictBody('true', [item.id])));
    expect(await requirement(desk.editor, id, 'supporting-verdicts')).toMatchObject({ status: 'satisfied' });
    const now = await versionOf(desk.editor, id);
    expect(now).toBeGreaterThanOrEqual(version);
    await done(desk.editor.patch(`/claims/${id}`, { verifies: 'substance' }, now));
    expect(await requirement(desk.editor, id, 'supporting-verdicts')).toMatchObject({ status: 'unsatisfied', have: 0 });
    const { items } = await done(desk.editor.get(`/claims/${id}/verdicts`));
    expect(items).toEqual([expect.objectContaining({ reviewerId: desk.salma.id, outdated: true })]);
    await done(desk.salma.post(`/claims/${id}/verdicts`, verdictBody('true', [item.id])));
    expect(await requirement(desk.editor, id, 'supporting-verdicts')).toMatchObject({ status: 'satisfied' });
  });
});
