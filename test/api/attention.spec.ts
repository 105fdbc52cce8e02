import { Client } from 'pg';
import { newId } from '#platform';
import { outcome } from '../support/ask.js';
import { addEvidence, assignTo, claimFrom, decideNow, done, verdictBody, type Any } from '../support/checking-work.js';
import { ifMatch, startNewsroomApi, type Newsroom, type NewsroomApi, type Person } from '../support/newsroom-api.js';

const ONE = 'وافتتح الوزير سامر الحداد الجسر في مدينة نورا يوم الاثنين';
const TWO = 'ويبلغ طول الجسر الجديد 340 مترًا فوق النهر';
let api: NewsroomApi;
let desk: Newsroom;
let article: Any;
let one: Any;
let two: Any;

beforeAll(async () => {
  api = await startNewsroomApi();
});
afterAll(() => api.stop());
beforeEach(async () => {
  desk = await api.found();
  const body = { kind: 'draft', language: 'ar', text: `${ONE}.\n\n${TWO}.`, authorIds: [desk.writer.id] };
  article = await done(desk.editor.post('/articles', body));
  one = await inTierB(await claimFrom(desk.editor, article.id, ONE));
  two = await inTierB(await claimFrom(desk.editor, article.id, TWO));
});

/** As if the day of its closure had come: nobody waits for it here, and no clock decides what a slow machine is told. */
async function letComeTrue(claimId: string): Promise<void> {
  const superuser = new Client({ connectionString: api.database.superuserUrl });
  await superuser.connect();
  await superuser.query(`SET session_replication_role = replica`);
  await superuser.query(
    `UPDATE claim SET closure = jsonb_set(closure::jsonb, '{recheckAt}', to_jsonb(to_char(now() - interval '1 minute', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))) WHERE id = $1`,
    [claimId],
  );
  await superuser.end();
}

async function inTierB(claim: Any): Promise<Any> {
  if (claim.tier === 'B') return claim;
  return done(desk.editor.patch(`/claims/${claim.id}`, { tier: 'B', reason: 'لا اتهام فيه' }, claim.version));
}

const waiting = async (who: Person, query = ''): Promise<Any[]> => (await done(who.get(`/attention${query}`))).items;
const reasons = async (who: Person, claimId?: string): Promise<string[]> =>
  (await waiting(who)).filter((item) => !claimId || item.claimId === claimId).map(({ reason }) => reason);

/** Salma judges it true on a document, the editor verifies. */
async function verified(claim: Any): Promise<{ evidence: Any; verdict: Any }> {
  await assignTo(desk.editor, claim.id, desk.salma);
  const evidence = await addEvidence(desk.salma, claim.id, { source: { name: `محضر ${newId()}`, type: 'document' } });
  const verdict = await done(desk.salma.post(`/claims/${claim.id}/verdicts`, verdictBody('accurate', [evidence.id])));
  const decided = await decideNow(desk.editor, claim.id, { to: 'verified' });
  expect(outcome(decided)).toBe('201');
  return { evidence, verdict };
}

describe('attention', () => {
  it('starts empty, and an assignment waits for its fact-checker alone', async () => {
    expect(await waiting(desk.salma)).toEqual([]);
    const assignment = await assignTo(desk.editor, one.id, desk.salma);
    const [item, ...more] = await waiting(desk.salma);
    expect(more).toEqual([]);
    expect(item).toEqual({
      subject: { kind: 'assignment', id: assignment.id },
      claimId: one.id,
      articleId: article.id,
      articleTitle: article.title,
      quote: ONE,
      tier: 'B',
      reason: 'assigned',
      since: assignment.createdAt,
      dueAt: assignment.dueAt,
      overdue: false,
      paused: null,
    });
    expect(await waiting(desk.omar)).toEqual([]);
  });

  it('says what is overdue, and puts it first', async () => {
    await assignTo(desk.editor, one.id, desk.salma);
    const past = { reviewerId: desk.salma.id, dueAt: '2020-01-01T00:00:00.000Z' };
    await done(desk.editor.post(`/claims/${two.id}/assignments`, past));
    expect(await reasons(desk.salma)).toEqual(['overdue', 'assigned']);
    expect((await waiting(desk.salma, '?overdue=true')).map(({ claimId }) => claimId)).toEqual([two.id]);
  });

  it('is ready to decide for an editor once what is needed is there', async () => {
    expect(await reasons(desk.editor, one.id)).toEqual([]);
    await assignTo(desk.editor, one.id, desk.salma);
    const item = await addEvidence(desk.salma, one.id, { source: { name: 'محضر الجلسة', type: 'document' } });
    await done(desk.salma.post(`/claims/${one.id}/verdicts`, verdictBody('accurate', [item.id])));
    expect(await reasons(desk.editor, one.id)).toEqual(['ready-to-decide']);
    expect(await reasons(desk.salma)).toEqual([]);
    await done(decideNow(desk.editor, one.id, { to: 'verified' }));
    expect(await reasons(desk.editor, one.id)).toEqual([]);
  });

  it('tells an editor that verdicts disagree, not one who must still judge', async () => {
    for (const reviewer of [desk.salma, desk.omar, desk.secondEditor]) await assignTo(desk.editor, one.id, reviewer);
    await done(desk.salma.post(`/claims/${one.id}/verdicts`, verdictBody('accurate', [])));
    await done(desk.omar.post(`/claims/${one.id}/verdicts`, verdictBody('wrong', [])));
    expect(await reasons(desk.editor, one.id)).toEqual(['disagreement']);
    expect(await reasons(desk.secondEditor, one.id)).toEqual(['assigned']);
  });

  it('passes a query to the author and back to the asker', async () => {
    const { id } = await done(desk.salma.post(`/claims/${one.id}/queries`, { text: 'من أين؟' }));
    expect((await waiting(desk.writer)).map(({ reason, subject }) => [reason, subject])).toEqual([
      ['query', { kind: 'query', id }],
    ]);
    expect(await reasons(desk.salma)).toEqual([]);
    await done(desk.writer.post(`/queries/${id}/answer`, { text: 'من المحضر' }));
    expect([await reasons(desk.writer), await reasons(desk.salma)]).toEqual([[], ['query']]);
    await done(desk.salma.post(`/queries/${id}/resolution`, {}));
    expect(await reasons(desk.salma)).toEqual([]);
  });

  it('after a revision: the verdict to give again, the place to confirm, the claim that came back', async () => {
    await verified(one);
    const { version } = await done(desk.editor.get(`/articles/${article.id}`));
    const text = `${ONE.replace('الاثنين', 'الثلاثاء')}.\n\n${TWO}.`;
    await done(
      desk.editor.post(`/articles/${article.id}/revisions`, { text, onBehalfOf: desk.writer.id }, ifMatch(version)),
    );
    expect((await reasons(desk.salma, one.id)).sort()).toEqual(['returned', 'verdict-outdated']);
    expect((await reasons(desk.editor, one.id)).sort()).toEqual(['anchor-to-confirm', 'returned']);
    expect(await reasons(desk.secondEditor, one.id)).toEqual(['anchor-to-confirm']);
  });

  it('a claim whose ground was withdrawn returns to whoever judged and decided', async () => {
    const { evidence } = await verified(one);
    await done(desk.salma.post(`/evidence/${evidence.id}/withdrawal`, { reason: 'حُذفت' }, ifMatch(evidence.version)));
    expect(await reasons(desk.salma, one.id)).toEqual(['returned']);
    expect(await reasons(desk.editor, one.id)).toEqual(['returned']);
    expect(await reasons(desk.secondEditor, one.id)).toEqual([]);
  });

  it('a claim published as attributed is looked at again when its day comes', async () => {
    const quote = 'وقال الوزير سامر الحداد إن الجسر سيفتح في مايو';
    const other = await done(
      desk.editor.post('/articles', { kind: 'draft', text: `${quote}.`, authorIds: [desk.writer.id] }),
    );
    const said = await claimFrom(desk.editor, other.id, quote);
    const recheckAt = new Date(Date.now() + 3_600_000).toISOString();
    const closure = { kind: 'as-attributed', recheckAt };
    const decided = await decideNow(desk.editor, said.id, {
      to: 'needs-source',
      rationale: 'ننسبه إلى قائله',
      closure,
    });
    expect(outcome(decided)).toBe('201');
    expect(await reasons(desk.editor, said.id)).toEqual([]);
    await letComeTrue(said.id);
    expect(await reasons(desk.editor, said.id)).toEqual(['recheck']);
  });

  it('the sentence itself must name whom it is attributed to: an outlet carried over from another paragraph is not enough', async () => {
    const text = `قالت وكالة الساحل، نقلا عن مسؤولين، إن الهدنة انهارت. وأضافت الوكالة أن الطريق مقطوع.\n\nوقال أحد المسؤولين إن القصف مستمر منذ الفجر.`;
    const claimsOf = async () => {
      const other = await done(desk.editor.post('/articles', { kind: 'draft', text, authorIds: [desk.writer.id] }));
      return (await done(desk.editor.get(`/articles/${other.id}/claims`))).items;
    };
    let items = await claimsOf();
    const closure = { kind: 'as-attributed', recheckAt: '2040-01-01T00:00:00Z' };
    const close = (words: string) => {
      const { id, attribution } = items.find(({ quote }: Any) => quote.includes(words));
      expect(attribution.links.map(({ name }: Any) => name)).toContain('وكالة الساحل');
      return decideNow(desk.editor, id, { to: 'needs-source', rationale: 'ننسبه إلى قائله', closure });
    };
    expect(outcome(await close('الهدنة'))).toBe('201');
    const refused = await close('القصف');
    expect(outcome(refused)).toBe('409 requirements-unmet');
    expect((refused.body as Any).requirements).toContainEqual(
      expect.objectContaining({ name: 'source-named', detail: 'named-elsewhere' }),
    );
    // the register knows the agency by another name too, and by that name this sentence calls it
    const source = { name: 'وكالة الساحل', type: 'agency', aliases: ['الوكالة'] };
    await done(desk.editor.post('/sources', { ...source, confidential: true })); // names of these are found by nobody
    expect(outcome(await close('مقطوع'))).toBe('409 requirements-unmet');
    await done(desk.editor.post('/sources', source));
    expect(outcome(await close('مقطوع'))).toBe('201');
    expect(outcome(await close('القصف'))).toBe('409 requirements-unmet');
    // a name that two of the register bear tells of neither what else it is called
    await done(
      desk.editor.post('/sources', { name: 'مكتب الساحل', type: 'agency', aliases: ['وكالة الساحل', 'الوكالة'] }),
    );
    items = await claimsOf();
    expect(outcome(await close('مقطوع'))).toBe('409 requirements-unmet');
    expect(outcome(await close('الهدنة'))).toBe('201');
  });

  it('leaves out what is set aside, archived or hidden from the caller', async () => {
    await assignTo(desk.editor, one.id, desk.salma);
    const { version } = await done(desk.editor.get(`/articles/${article.id}`));
    const hidden = await done(desk.editor.patch(`/articles/${article.id}`, { visibility: 'named' }, version));
    expect(await waiting(desk.salma)).toEqual([]);
    const shown = await done(desk.editor.patch(`/articles/${article.id}`, { visibility: 'newsroom' }, hidden.version));
    expect(await reasons(desk.salma)).toEqual(['assigned']);
    await done(desk.editor.patch(`/articles/${article.id}`, { archived: true }, shown.version));
    expect(await waiting(desk.salma)).toEqual([]);
  });

  it('is filtered, counted and paged', async () => {
    for (const claim of [one, two]) await assignTo(desk.editor, claim.id, desk.salma);
    const asked = await done(desk.salma.post(`/claims/${one.id}/queries`, { text: 'من أين؟' }));
    await done(desk.writer.post(`/queries/${asked.id}/answer`, { text: 'من المحضر' }));
    const all = await done(desk.salma.get('/attention'));
    expect([all.total, all.counts, all.next]).toEqual([3, { assigned: 2, query: 1 }, undefined]);
    expect((await waiting(desk.salma, '?reason=query')).map(({ reason }) => reason)).toEqual(['query']);
    expect(await waiting(desk.salma, `?articleId=${newId()}`)).toEqual([]);
    const walked: Any[] = [];
    let cursor = '';
    do {
      const page = await done(desk.salma.get(`/attention?limit=1${cursor}`));
      walked.push(...page.items);
      cursor = page.next ? `&cursor=${page.next}` : '';
    } while (cursor);
    expect(walked).toEqual(all.items);
    expect(
      outcome(
        await desk.omar.get(`/attention?limit=1&cursor=${(await done(desk.salma.get('/attention?limit=1'))).next}`),
      ),
    ).toBe('400 cursor-invalid');
  });
});

describe('notifications', () => {
  const told = async (who: Person, query = '') => done(who.get(`/notifications${query}`));

  it('tell of assignments, mentions, queries and answers by others', async () => {
    await assignTo(desk.editor, one.id, desk.salma);
    await done(desk.editor.post(`/claims/${two.id}/comments`, { text: '@writer انظر' }));
    const asked = await done(desk.salma.post(`/claims/${one.id}/queries`, { text: 'من أين؟' }));
    await done(desk.writer.post(`/queries/${asked.id}/answer`, { text: 'من المحضر' }));
    const [salma, writer] = [await told(desk.salma), await told(desk.writer)];
    expect(salma.items.map(({ kind, text }: Any) => [kind, text])).toEqual([
      ['answer', 'من المحضر'],
      ['assignment', null],
    ]);
    expect(writer.items.map(({ kind, text }: Any) => [kind, text])).toEqual([
      ['query', 'من أين؟'],
      ['mention', '@writer انظر'],
    ]);
    expect(salma.items[0]).toMatchObject({ by: { id: desk.writer.id, name: 'writer' }, claimId: one.id, readAt: null });
    expect(await told(desk.omar)).toEqual({ items: [], unread: 0 });
  });

  it('a mention reaches a fact-checker once he has judged', async () => {
    await assignTo(desk.editor, one.id, desk.omar);
    await done(desk.editor.post(`/claims/${one.id}/comments`, { text: '@omar أظنه خطأ' }));
    expect((await told(desk.omar)).items.map(({ kind }: Any) => kind)).toEqual(['assignment']);
    expect((await told(desk.omar)).unread).toBe(1);
    await done(desk.omar.post(`/claims/${one.id}/verdicts`, verdictBody('accurate', [])));
    expect((await told(desk.omar)).items.map(({ kind }: Any) => kind)).toEqual(['mention', 'assignment']);
  });

  it('are marked as read, one by one or all', async () => {
    for (const claim of [one, two]) await assignTo(desk.editor, claim.id, desk.salma);
    const { items, unread } = await told(desk.salma);
    expect(unread).toBe(2);
    const marked = await desk.salma.post('/notifications/read', { ids: [items[0].id] });
    expect([outcome(marked), marked.body.unread, marked.headers.get('ledger-seq')]).toEqual([
      '200',
      1,
      expect.any(String),
    ]);
    expect((await told(desk.salma, '?unread=true')).items.map(({ id }: Any) => id)).toEqual([items[1].id]);
    expect((await told(desk.salma)).items[0].readAt).toEqual(expect.any(String));
    expect(await done(desk.salma.post('/notifications/read', { all: true }))).toEqual({ unread: 0 });
    const again = await desk.salma.post('/notifications/read', { all: true });
    expect([outcome(again), again.headers.get('ledger-seq')]).toEqual(['200', null]);
  });

  it('of others cannot be marked', async () => {
    const assignment = await assignTo(desk.editor, one.id, desk.salma);
    expect(outcome(await desk.omar.post('/notifications/read', { ids: [assignment.id] }))).toBe('422 invalid');
    expect((await told(desk.salma)).unread).toBe(1);
  });
});
