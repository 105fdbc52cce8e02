import { newId } from '#platform';
import { OPERATIONS } from '../../apps/api/src/contract/operations.js';
import { bearer, outcome } from '../support/ask.js';
import { addEvidence, assignTo, claimFrom, done, verdictBody, type Any } from '../support/checking-work.js';
import { startNewsroomApi, type Newsroom, type NewsroomApi, type Person } from '../support/newsroom-api.js';

const FIRST = 'بلغت كلفة جسر اللازورد 12 مليون دينار عام 2024';
const SECOND = 'وافتتح الوزير سامر الحداد الجسر في مدينة نورا يوم الاثنين';
const WORDS = {
  title: 'عنوان الفيروزج',
  note: 'ملاحظة الجزع',
  rationale: 'تعليل الزبرجد',
  query: 'سؤال العقيق',
  comment: 'تعليق المرجان',
  complaint: 'شكوى الياقوت',
};
/** Nobody who does not see the article may find any of it anywhere. */
const CANARIES = ['اللازورد', 'سامر الحداد', ...Object.values(WORDS)];

let api: NewsroomApi;
let desk: Newsroom;
let article: Any;
let ids: string[];
let claimIds: string[];
let report: Any;

beforeAll(async () => {
  api = await startNewsroomApi();
  desk = await api.found();
  article = await done(
    desk.editor.post('/articles', {
      kind: 'draft',
      language: 'ar',
      title: WORDS.title,
      text: `${FIRST}.\n\n${SECOND}.`,
      authorIds: [desk.writer.id],
    }),
  );
  const [one, two] = [
    await claimFrom(desk.editor, article.id, FIRST),
    await claimFrom(desk.editor, article.id, SECOND),
  ];
  // Everybody has had something to do with it before it is hidden.
  for (const who of [desk.salma, desk.omar]) await assignTo(desk.editor, one.id, who);
  const evidence = await addEvidence(
    desk.salma,
    one.id,
    { source: { name: 'محضر الجلسة', type: 'document' } },
    { note: WORDS.note },
  );
  const verdict = await done(
    desk.omar.post(`/claims/${one.id}/verdicts`, verdictBody('accurate', [], WORDS.rationale)),
  );
  const query = await done(desk.omar.post(`/claims/${one.id}/queries`, { text: WORDS.query }));
  await done(desk.salma.post(`/claims/${one.id}/comments`, { text: WORDS.comment, mentions: [desk.omar.id] }));
  const group = await done(desk.editor.post('/claim-groups', { claimIds: [one.id, two.id], relation: 'related' }));
  const complaint = await done(
    desk.editor.post('/correction-requests', { requester: 'قارئ', demand: WORDS.complaint, articleId: article.id }),
  );
  const asked = await done(
    desk.editor.post('/reports', { scope: { articleId: article.id }, formats: ['json', 'html'], language: 'ar' }),
  );
  await api.application.jobs.report!({ newsroomId: desk.id, reportId: asked.id }, { lastAttempt: true } as Parameters<
    (typeof api.application.jobs)[string]
  >[1]);
  report = await done(desk.editor.get(`/reports/${asked.id}`));
  claimIds = [one.id, two.id];
  ids = [article.id, ...claimIds, evidence.id, verdict.id, query.id, group.id, complaint.id, report.id];
});
afterAll(() => api.stop());

/** Every reading operation at every address it can be asked at: each of its parameters is each of the ids. */
function addresses(): string[] {
  return OPERATIONS.filter(({ method, mediaType }) => method === 'GET' && mediaType !== 'text/event-stream').flatMap(
    ({ path }) => {
      const paths = path.includes('{id}') ? ids.map((id) => path.replace('{id}', id)) : [path];
      return paths.flatMap((one) => {
        if (one.includes('{name}')) return report.files.map(({ name }: Any) => one.replace('{name}', name as string));
        return one.replace('{number}', '1').replace(/\{\w+\}/g, article.id);
      });
    },
  );
}
const QUERIES = [
  () => `/articles?q=${encodeURIComponent('الفيروزج')}`,
  () => `/articles?visibility=named`,
  () => `/claims?q=${encodeURIComponent('اللازورد')}`,
  () => `/claims?articleId=${article.id}`,
  () => '/claims?assignee=me',
  () => `/similar?text=${encodeURIComponent(FIRST)}`,
  () => `/attention?articleId=${article.id}`,
  () => '/ledger/entries?limit=200',
  () => '/insights/throughput?from=2026-01-01T00:00:00.000Z&to=2026-12-31T00:00:00.000Z',
];

async function read(who: Person, path: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`${api.url}/api/v1${path}`, { headers: bearer(who.token) });
  return { status: response.status, text: await response.text() };
}

/** Everything that has happened, as the stream tells it: up to something that happens now, before everybody's eyes. */
async function eventsOf(who: Person): Promise<string> {
  const last = await done(desk.admin.post('/desks', { name: `قسم ${newId()}` }));
  const ending = new AbortController();
  const response = await fetch(`${api.url}/api/v1/events`, {
    headers: { ...bearer(who.token), 'last-event-id': '0' },
    signal: ending.signal,
  });
  let text = '';
  for await (const chunk of response.body!) {
    text += Buffer.from(chunk as Uint8Array).toString();
    if (text.includes(last.id)) break;
  }
  ending.abort();
  return text;
}

/** Addresses at which a reader meets any of it, or its ids beside the words. */
async function found(who: Person): Promise<string[]> {
  const met: string[] = [];
  // What he asks for himself comes back to him.
  const unasked = (path: string, text: string) => (path.startsWith('/similar') ? text.replaceAll(FIRST, '') : text);
  for (const path of [...addresses(), ...QUERIES.map((make) => make())]) {
    const { text } = await read(who, path);
    if (CANARIES.some((canary) => unasked(path, text).includes(canary))) met.push(path);
  }
  const events = await eventsOf(who);
  if ([...CANARIES, ...ids].some((trace) => events.includes(trace))) met.push('/events');
  return met;
}

async function show(body: object, by = desk.editor): Promise<Any> {
  const { version } = await done(by.get(`/articles/${article.id}`));
  return by.patch(`/articles/${article.id}`, body, version);
}

describe('an article that names its readers', () => {
  it('is met by everybody before', async () => {
    const met = await found(desk.salma);
    for (const path of [`/articles/${article.id}`, '/articles', '/claims', '/attention', '/events'])
      expect(met).toContain(path);
    expect((await read(desk.secondEditor, `/reports/${report.id}/preview`)).text).toContain(WORDS.title);
  });

  it('shows whom it names, to those', async () => {
    const shown = await done(show({ visibility: 'named', visibleTo: [desk.salma.id] }));
    expect([shown.visibility, shown.visibleTo]).toEqual(['named', [desk.salma.id]]);
    expect(
      (await done(desk.salma.get('/articles?visibility=named'))).items.map(({ visibleTo }: Any) => visibleTo),
    ).toEqual([[desk.salma.id]]);
    expect((await done(desk.salma.get('/articles?visibility=newsroom'))).items).toEqual([]);
  });

  it.each(['salma', 'writer', 'editor'] as const)(
    'is there for whom it names, its author and whoever posted it: %s',
    async (name) => {
      expect((await read(desk[name], `/articles/${article.id}`)).status).toBe(200);
      expect((await done(desk[name].get('/articles'))).items).toHaveLength(1);
    },
  );

  it.each(['omar', 'secondEditor', 'viewer', 'admin'] as const)(
    'is met nowhere by anybody else, whatever he did on it: %s',
    async (name) => {
      expect(await found(desk[name])).toEqual([]);
      for (const path of [
        `/articles/${article.id}`,
        `/articles/${article.id}/origins`,
        ...claimIds.flatMap((id) => [`/claims/${id}`, `/claims/${id}/similar`, `/claims/${id}/history`]),
      ])
        expect([path, (await read(desk[name], path)).status]).toEqual([path, 404]);
      expect((await done(desk[name].get('/attention'))).total).toBe(0);
      expect((await done(desk[name].get('/insights/throughput'))).backlog.needsSource).toBe(0);
    },
  );

  it('answers writes of those who lost it as if it were not there', async () => {
    const body = { to: 'needs-source', rationale: 'لم يكتمل البحث' };
    expect(outcome(await desk.secondEditor.post(`/claims/${claimIds[0]}/decisions`, body, { 'if-match': '"1"' }))).toBe(
      '404 not-found',
    );
    expect(outcome(await desk.omar.post(`/claims/${claimIds[0]}/comments`, { text: 'تعليق' }))).toBe('404 not-found');
    expect(outcome(await desk.secondEditor.patch(`/articles/${article.id}`, { visibility: 'newsroom' }, 1))).toBe(
      '404 not-found',
    );
    const scope = { articleId: article.id };
    expect(outcome(await desk.secondEditor.post('/reports', { scope, formats: ['json'], language: 'ar' }))).toBe(
      '422 invalid',
    );
  });

  it.each([
    ['nobody there is', () => ({ visibleTo: [newId()] }), '/visibleTo/0 unknown-id'],
    [
      'the same, twice as many as may be',
      () => ({ visibleTo: Array.from({ length: 201 }, () => desk.salma.id) }),
      '/visibleTo too-big',
    ],
    ['a visibility there is not', () => ({ visibility: 'secret' }), '/visibility not-allowed'],
  ])('refuses %s', async (_, body, error) => {
    const refused = await show(body());
    expect([outcome(refused), refused.body.errors.map(({ pointer, code }: Any) => `${pointer} ${code}`)[0]]).toEqual([
      '422 invalid',
      error,
    ]);
  });

  it('is not hidden from whoever hides it', async () => {
    await done(show({ visibility: 'newsroom' }));
    const hidden = await show({ visibility: 'named', visibleTo: [desk.salma.id] }, desk.secondEditor);
    expect([outcome(hidden), hidden.body.errors[0].code]).toEqual(['422 invalid', 'hides-from-oneself']);
    const own = [desk.secondEditor.id, desk.secondEditor.id];
    expect((await done(show({ visibility: 'named', visibleTo: own }, desk.secondEditor))).visibleTo).toEqual([
      desk.secondEditor.id,
    ]);
    expect((await read(desk.salma, `/articles/${article.id}`)).status).toBe(404);
  });

  it('can be posted so', async () => {
    const body = {
      kind: 'external',
      language: 'ar',
      text: `${SECOND}.`,
      visibility: 'named',
      visibleTo: [desk.omar.id],
    };
    const posted = await done(desk.editor.post('/articles', body));
    expect([posted.visibility, posted.visibleTo]).toEqual(['named', [desk.omar.id]]);
    expect([
      (await desk.omar.get(`/articles/${posted.id}`)).status,
      (await desk.salma.get(`/articles/${posted.id}`)).status,
    ]).toEqual([200, 404]);
    expect(outcome(await desk.editor.post('/articles', { ...body, visibleTo: [newId()] }))).toBe('422 invalid');
  });
});
