import { newId } from '#platform';
import { outcome } from '../support/ask.js';
import {
  addEvidence,
  assignTo,
  claimFrom,
  decideNow,
  done,
  post,
  verdictBody,
  type Any,
} from '../support/checking-work.js';
import { ifMatch, startNewsroomApi, type Newsroom, type NewsroomApi } from '../support/newsroom-api.js';
import { StoredStates } from '../support/stored-state.js';

const TEXTS = [
  'ويبلغ طول الجسر الجديد 340 مترًا فوق النهر.',
  'وافتتح الوزير سامر الحداد الجسر في مدينة نورا يوم الاثنين وحضر الحفل سبعون ضيفًا.',
  'ويعبر الجسر كل يوم نحو 900 سيارة من المدينة.',
];
let api: NewsroomApi;
let desk: Newsroom;
let article: Any;
let claims: Any[];
let stored: StoredStates;

beforeAll(async () => {
  api = await startNewsroomApi();
  stored = await StoredStates.open(api.database);
});
afterAll(async () => {
  await stored.close();
  await api.stop();
});
beforeEach(async () => {
  desk = await api.found();
  const blocks = TEXTS.map((text) => ({ field: 'body', text }));
  article = await done(
    desk.editor.post('/articles', { kind: 'draft', language: 'ar', blocks, authorIds: [desk.writer.id] }),
  );
  claims = [];
  for (const text of TEXTS) claims.push(await inTierB(await claimFrom(desk.editor, article.id, text.slice(0, -1))));
});

async function inTierB(claim: Any): Promise<Any> {
  if (claim.tier === 'B') return claim;
  return done(desk.editor.patch(`/claims/${claim.id}`, { tier: 'B', reason: 'لا اتهام فيه' }, claim.version));
}
const fresh = (id: string) => done(desk.editor.get(`/claims/${id}`));
const bulk = (body: object, who = desk.editor) => who.post('/claims/bulk', body);
const ids = () => claims.map(({ id }) => id as string);

async function judged(id: string, rating = 'accurate'): Promise<Any> {
  await assignTo(desk.editor, id, desk.salma);
  const item = await addEvidence(desk.salma, id, { source: { name: `وثيقة ${newId()}`, type: 'document' } });
  return done(desk.salma.post(`/claims/${id}/verdicts`, verdictBody(rating, [item.id])));
}

describe('many claims at once', () => {
  it('are set aside, those left alone said why', async () => {
    await done(
      desk.editor.post(`/claims/${claims[0].id}/dismissal`, { reason: 'opinion' }, ifMatch(claims[0].version)),
    );
    const answered = await bulk({ action: 'dismiss', claimIds: ids(), reason: 'out-of-scope', note: 'خارج الموضوع' });
    expect(answered.body).toEqual({
      done: [claims[1].id, claims[2].id],
      skipped: [{ claimId: claims[0].id, why: 'not-in-state', detail: expect.any(String) }],
    });
    expect(answered.headers.get('ledger-seq')).toEqual(expect.any(String));
    expect((await fresh(claims[1].id)).dismissal).toEqual({ reason: 'out-of-scope', note: 'خارج الموضوع' });
  });

  it('are accepted, put into a tier and assigned', async () => {
    const proposed = await claimFrom(desk.salma, article.id, 'نحو 900 سيارة');
    expect((await bulk({ action: 'accept', claimIds: [proposed.id] })).body).toEqual({
      done: [proposed.id],
      skipped: [],
    });
    const raised = await bulk({ action: 'tier', claimIds: ids(), tier: 'A' });
    expect(raised.body).toMatchObject({ skipped: [] });
    const lowered = await bulk({ action: 'tier', claimIds: ids(), tier: 'C' });
    expect((lowered.body as Any).skipped.map(({ why }: Any) => why)).toEqual(Array(3).fill('reason-required'));
    await assignTo(desk.editor, claims[1].id, desk.omar);
    const given = await bulk({ action: 'assign', claimIds: ids(), reviewerId: desk.omar.id });
    expect(given.body).toMatchObject({
      done: [claims[0].id, claims[2].id],
      skipped: [{ claimId: claims[1].id, why: 'already-assigned' }],
    });
  });

  it('are decided where the rules allow, never in tier A', async () => {
    for (const claim of claims.slice(0, 2)) await judged(claim.id);
    await done(desk.editor.patch(`/claims/${claims[1].id}`, { tier: 'A' }, (await fresh(claims[1].id)).version));
    const answered = await bulk({ action: 'decide', claimIds: ids(), to: 'verified' });
    expect(answered.body).toMatchObject({
      done: [claims[0].id],
      skipped: [
        { claimId: claims[1].id, why: 'tier-a-one-by-one' },
        { claimId: claims[2].id, why: 'requirements-unmet', missing: ['supporting-verdicts', 'independent-sources'] },
      ],
    });
    const states = [];
    for (const id of ids()) states.push((await fresh(id)).state);
    expect(states).toEqual(['verified', 'needs-source', 'needs-source']);
  });

  it('tell a decider who must still judge nothing about the others', async () => {
    await judged(claims[0].id, 'wrong');
    await assignTo(desk.editor, claims[0].id, desk.secondEditor);
    const { body } = await bulk({ action: 'decide', claimIds: [claims[0].id], to: 'verified' }, desk.secondEditor);
    expect(JSON.stringify(body)).not.toMatch(/disput|wrong/);
    expect(body).toMatchObject({ done: [], skipped: [{ why: 'requirements-unmet' }] });
  });

  it.each<[string, () => Promise<Any>, string]>([
    ['by a fact-checker', () => bulk({ action: 'accept', claimIds: ids() }, desk.salma), '403 role-forbidden'],
    ['with an unknown claim', () => bulk({ action: 'accept', claimIds: [...ids(), newId()] }), '422 invalid'],
    ['without a reason to set aside', () => bulk({ action: 'dismiss', claimIds: ids() }), '422 invalid'],
    [
      'without a key',
      () => desk.editor.send('POST', '/claims/bulk', { action: 'accept', claimIds: ids() }),
      '400 key-required',
    ],
  ])('are not touched %s', async (_, attempt, expected) => {
    expect(outcome(await attempt())).toBe(expected);
  });

  it('are touched once under one key', async () => {
    const key = { 'idempotency-key': newId() };
    const body = { action: 'dismiss', claimIds: ids(), reason: 'out-of-scope' };
    const first = await desk.editor.post('/claims/bulk', body, key);
    const again = await desk.editor.post('/claims/bulk', body, key);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
  });
});

describe('splitting and merging', () => {
  const FIRST = 'وافتتح الوزير سامر الحداد الجسر في مدينة نورا يوم الاثنين';
  const SECOND = 'وحضر الحفل سبعون ضيفًا';
  const split = async (id: string, parts: object[], who = desk.editor) =>
    who.post(`/claims/${id}/split`, { parts }, ifMatch((await fresh(id)).version));

  it('a claim splits: the first part keeps it, a decision falls back', async () => {
    const id = claims[1].id as string;
    await judged(id);
    expect(outcome(await decideNow(desk.editor, id, { to: 'verified' }))).toBe('201');
    const { claim, made } = await done(split(id, [{ quote: FIRST }, { quote: SECOND }]));
    expect(claim).toMatchObject({ id, quote: FIRST, state: 'needs-source', anchor: { status: 'confirmed' } });
    expect(made).toMatchObject([
      { quote: SECOND, tier: 'B', disposition: 'active', state: 'needs-source', entered: 'by-hand' },
    ]);
    expect(claim.textHash).not.toBe(claims[1].textHash);
    const { items } = await done(desk.editor.get(`/claims/${id}/assignments`));
    expect(items.map(({ status }: Any) => status)).toEqual(['outdated']);
    expect(await done(desk.viewer.get(`/claims/${made[0].id}`))).toMatchObject({ anchor: { status: 'exact' } });
  });

  it.each<[string, () => Promise<Any>, string]>([
    [
      'into words it has not',
      () => split(claims[1].id, [{ quote: FIRST }, { quote: '340 مترًا' }]),
      '422 quote-not-found',
    ],
    [
      'into parts that overlap',
      () => split(claims[1].id, [{ quote: FIRST }, { quote: 'يوم الاثنين وحضر' }]),
      '422 invalid',
    ],
    ['into one part', () => split(claims[1].id, [{ quote: FIRST }]), '422 invalid'],
    [
      'by a fact-checker',
      () => split(claims[1].id, [{ quote: FIRST }, { quote: SECOND }], desk.salma),
      '403 role-forbidden',
    ],
    [
      'without the version',
      () => desk.editor.post(`/claims/${claims[1].id}/split`, { parts: [{ quote: FIRST }, { quote: SECOND }] }),
      '428 precondition-required',
    ],
  ])('a claim does not split %s', async (_, attempt, expected) => {
    expect(outcome(await attempt())).toBe(expected);
  });

  it('claims merge: the others are set aside as duplicates, their evidence stays in use', async () => {
    const part = await claimFrom(desk.editor, article.id, FIRST);
    const item = await addEvidence(desk.salma, part.id, { source: { name: 'تسجيل الحفل', type: 'recording' } });
    const target = claims[1];
    const { version } = await fresh(target.id);
    const merged = await done(
      desk.editor.post(`/claims/${target.id}/merge`, { claimIds: [part.id] }, ifMatch(version)),
    );
    expect([merged.id, merged.version]).toEqual([target.id, version + 1]);
    expect(await fresh(part.id)).toMatchObject({
      disposition: 'dismissed',
      dismissal: { reason: 'duplicate' },
      duplicateOf: target.id,
    });
    const { items } = await done(desk.editor.get(`/claims/${target.id}/evidence`));
    expect(items).toMatchObject([
      { addedBy: desk.salma.id, derivesFrom: { evidenceId: item.id, how: 'copied' }, source: { name: 'تسجيل الحفل' } },
    ]);
    const back = await desk.editor.post(`/claims/${part.id}/restoration`, {}, ifMatch((await fresh(part.id)).version));
    expect(back.body).toMatchObject({ disposition: 'active', duplicateOf: null });
  });

  it('a report tells a merged claim among those set aside, by whom and when', async () => {
    const part = await claimFrom(desk.editor, article.id, FIRST);
    const { version } = await fresh(claims[1].id);
    await done(desk.editor.post(`/claims/${claims[1].id}/merge`, { claimIds: [part.id] }, ifMatch(version)));
    const body = { scope: { articleId: article.id }, formats: ['json'], language: 'ar' };
    const report = await done(desk.editor.post('/reports', body));
    await api.application.jobs.report!({ newsroomId: desk.id, reportId: report.id }, { lastAttempt: true } as never);
    const { articles } = await done(desk.editor.get(`/reports/${report.id}/files/report.json`));
    expect(articles[0].dismissed).toMatchObject([
      { id: part.id, reason: 'duplicate', by: { name: 'editor' }, at: expect.any(String) },
    ]);
  });

  it('two halves merge into the whole', async () => {
    const [one, two] = [
      await claimFrom(desk.editor, article.id, FIRST),
      await claimFrom(desk.editor, article.id, SECOND),
    ];
    const body = { claimIds: [two.id], extend: true };
    const whole = await done(desk.editor.post(`/claims/${one.id}/merge`, body, ifMatch((await fresh(one.id)).version)));
    expect(whole.quote).toBe(TEXTS[1]!.slice(0, -1));
  });

  it.each<[string, () => Promise<string[]>]>([
    ['itself', async () => [claims[0].id]],
    [
      'one of another article',
      async () => {
        const other = await post(desk.editor, ['ويبلغ عدد السكان 5000 نسمة.']);
        return [(await claimFrom(desk.editor, other.id, 'ويبلغ عدد السكان 5000 نسمة')).id];
      },
    ],
    ['one there is not', async () => [newId()]],
  ])('a claim does not merge with %s', async (_, whom) => {
    const body = { claimIds: await whom() };
    const refused = await desk.editor.post(
      `/claims/${claims[0].id}/merge`,
      body,
      ifMatch((await fresh(claims[0].id)).version),
    );
    expect(outcome(refused)).toBe('422 invalid');
  });

  it('a verified claim that is attached to other words falls back', async () => {
    const { id, anchor } = claims[0];
    await judged(id);
    expect(outcome(await decideNow(desk.editor, id, { to: 'verified' }))).toBe('201');
    const { version } = await fresh(id);
    const place = { action: 'attach', blockId: anchor.blockId, start: anchor.start, end: anchor.end - 10 };
    expect((await done(desk.editor.post(`/claims/${id}/anchor`, place, ifMatch(version)))).state).toBe('needs-source');
  });
});

describe('balanced assignment', () => {
  const balance = (body: object = {}, who = desk.editor) =>
    who.post(`/articles/${article.id}/assignments/balance`, body);

  it('shares the open claims of the article evenly and says what it left out', async () => {
    await judged(claims[0].id);
    await done(decideNow(desk.editor, claims[0].id, { to: 'verified' }));
    const { assigned, skipped } = await done(balance());
    const extracted = (await done(desk.editor.get(`/articles/${article.id}`))).claims.filter(
      ({ disposition, state }: Any) => disposition === 'active' && state === 'needs-source',
    );
    expect(assigned).toHaveLength(extracted.length);
    expect(skipped).toEqual([]);
    const load = [desk.salma, desk.omar].map(({ id }) => assigned.filter((one: Any) => one.reviewerId === id).length);
    expect(Math.abs(load[0]! - load[1]!)).toBeLessThanOrEqual(1);
    const again = await done(balance());
    expect(again.assigned).toEqual([]);
    expect(new Set(again.skipped.map(({ why }: Any) => why))).toEqual(new Set(['enough-already']));
    const more = await done(balance({ reviewersPerClaim: 3, dueAt: '2030-01-01T00:00:00.000Z' }));
    expect(more.assigned.every(({ dueAt }: Any) => dueAt === '2030-01-01T00:00:00.000Z')).toBe(true);
    expect(new Set(more.skipped.map(({ why, missing }: Any) => `${why} ${missing}`))).toEqual(
      new Set(['only-authors-or-assigned 1']),
    );
  });

  it('gives nobody more than the newsroom allows', async () => {
    const { version } = await done(desk.admin.get('/newsroom'));
    await done(desk.admin.patch('/newsroom', { policy: { openAssignmentsLimit: 1 } }, version));
    const { assigned, skipped } = await done(balance());
    expect(assigned).toHaveLength(2);
    expect(new Set(skipped.map(({ why }: Any) => why))).toEqual(new Set(['all-at-limit']));
  });

  it('is for editors', async () => {
    expect(outcome(await balance({}, desk.salma))).toBe('403 role-forbidden');
  });
});

describe('the end of a shift', () => {
  const handOver = (from: string, to: string, who = desk.editor) =>
    who.post('/assignments/hand-over', { fromId: from, toId: to, note: 'نهاية المناوبة' });
  const openOf = async (who: { get: Newsroom['salma']['get'] }) =>
    (await done(who.get('/assignments?status=assigned,in-progress,outdated'))).items
      .map(({ claimId }: Any) => claimId)
      .sort();

  it('passes on everything open in one action', async () => {
    for (const id of ids()) await assignTo(desk.editor, id, desk.salma);
    await assignTo(desk.editor, claims[2].id, desk.omar);
    const { done: moved, skipped } = await done(handOver(desk.salma.id, desk.omar.id));
    expect(moved.map(({ claimId }: Any) => claimId).sort()).toEqual([claims[0].id, claims[1].id].sort());
    expect(skipped).toEqual([{ claimId: claims[2].id, why: 'already-assigned', detail: expect.any(String) }]);
    expect(await openOf(desk.salma)).toEqual([claims[2].id]);
    expect(await openOf(desk.omar)).toEqual(ids().sort());
    expect(moved[0].assignment).toMatchObject({ reviewerId: desk.omar.id, assignedBy: desk.editor.id });
  });

  it('a fact-checker passes on what is his own, nobody else’s', async () => {
    await assignTo(desk.editor, claims[0].id, desk.salma);
    expect(outcome(await handOver(desk.salma.id, desk.omar.id, desk.omar))).toBe('403 relation-forbidden');
    const { done: moved } = await done(handOver(desk.salma.id, desk.omar.id, desk.salma));
    expect(moved).toHaveLength(1);
    const { items } = await done(desk.editor.get(`/claims/${claims[0].id}/assignments`));
    expect(items.map(({ status, reason }: Any) => [status, reason])).toEqual([
      ['declined', 'نهاية المناوبة'],
      ['assigned', null],
    ]);
  });

  it('passes nothing to an author of the words', async () => {
    await assignTo(desk.editor, claims[0].id, desk.salma);
    const { skipped } = await done(handOver(desk.salma.id, desk.writer.id));
    expect(skipped.map(({ why }: Any) => why)).toEqual(['reviewer-unfit']);
    expect(await openOf(desk.salma)).toEqual([claims[0].id]);
  });
});

describe('assignments that nobody takes up', () => {
  const expire = (assignmentId: string) =>
    api.application.jobs['expire-assignment']!({ newsroomId: desk.id, assignmentId }, {} as never);

  it('expire when the newsroom’s patience ends, not before', async () => {
    const { id } = await assignTo(desk.editor, claims[0].id, desk.salma);
    await expire(id);
    expect((await done(desk.salma.get('/assignments'))).items[0].status).toBe('assigned');
    const { version } = await done(desk.admin.get('/newsroom'));
    await done(desk.admin.patch('/newsroom', { policy: { assignmentTimeoutHours: 1 } }, version));
    const late = { reviewerId: desk.omar.id, dueAt: '2020-01-01T00:00:00.000Z' };
    const given = await done(desk.editor.post(`/claims/${claims[0].id}/assignments`, late));
    await expire(given.id);
    expect((await done(desk.omar.get('/assignments'))).items[0].status).toBe('assigned');
    await stored.query(
      `ALTER TABLE assignment DISABLE TRIGGER USER; UPDATE assignment SET updated_at = now() - interval '2 hours' WHERE id = '${given.id}'; ALTER TABLE assignment ENABLE TRIGGER USER`,
    );
    await expire(given.id);
    expect((await done(desk.omar.get('/assignments'))).items[0]).toMatchObject({
      status: 'expired',
      reason: 'timeout',
    });
    expect(outcome(await desk.omar.post(`/claims/${claims[0].id}/verdicts`, verdictBody('accurate', [])))).toBe(
      '403 not-assigned',
    );
    const { items } = await done(desk.editor.get(`/claims/${claims[0].id}/history`));
    expect(items.at(-1)).toMatchObject({ action: 'assignment.expired', memberId: null, reason: 'timeout' });
  });
});
