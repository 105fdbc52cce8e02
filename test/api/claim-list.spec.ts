import {
  assignTo,
  claimFrom,
  decideNow,
  done,
  evidenceBody,
  fromOutlet,
  post,
  verdictBody,
  type Any,
} from '../support/checking-work.js';
import { ifMatch, startNewsroomApi, type Newsroom, type NewsroomApi, type Person } from '../support/newsroom-api.js';

let api: NewsroomApi;
let desk: Newsroom;
let articles: Any[];

const texts = (number: number) => [
  `قال وزير النقل إن كلفة الجسر رقم ${number} بلغت ${number + 11} مليون دينار عام 2023.`,
  `أعلنت وزارة الصحة تسجيل ${number + 140} إصابة جديدة في الإقليم رقم ${number} يوم الثلاثاء.`,
];

beforeAll(async () => {
  api = await startNewsroomApi();
  desk = await api.found();
  articles = [];
  for (let number = 1; number <= 3; number++) articles.push(await post(desk.editor, texts(number)));
});
afterAll(() => api.stop());

async function listed(who: Person, query: string): Promise<Any[]> {
  const items: Any[] = [];
  let cursor = '';
  do {
    const page = await done(who.get(`/claims?limit=2&${query}${cursor}`));
    expect(page.items.length).toBeLessThanOrEqual(2);
    items.push(...page.items);
    cursor = page.next === undefined ? '' : `&cursor=${encodeURIComponent(page.next)}`;
  } while (cursor !== '');
  return items;
}

const ids = (items: readonly Any[]): string[] => items.map(({ id }) => id);

describe('the list of claims', () => {
  it('shows every claim once, as its article does, in the order asked for', async () => {
    const all = articles.flatMap(({ claims }) => claims);
    expect(all.length).toBeGreaterThan(4);
    const newest = await listed(desk.omar, 'sort=-updatedAt');
    expect([...newest].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual([...all].sort((a, b) => (a.id < b.id ? -1 : 1)));
    const keys = newest.map(({ updatedAt, id }) => `${updatedAt} ${id}`);
    expect(keys).toEqual([...keys].sort().reverse());
    expect(ids(await listed(desk.omar, 'sort=updatedAt'))).toEqual(ids(newest).reverse());
  });

  it('shows where a claim stands in the newest revision', async () => {
    const [article] = articles;
    const { version } = await done(desk.editor.get(`/articles/${article.id}`));
    const text = ['تمهيد قصير لا خبر فيه.', ...texts(1)].join('\n\n');
    await done(desk.editor.post(`/articles/${article.id}/revisions`, { text }, ifMatch(version)));
    const revised = await done(desk.editor.get(`/articles/${article.id}`));
    const shown = (await listed(desk.omar, 'sort=-updatedAt')).filter(({ articleId }) => articleId === article.id);
    expect(new Set(shown.map(({ anchor }) => anchor.revisionNumber))).toEqual(new Set([2]));
    const anchors = (claims: readonly Any[]) => new Map(claims.map(({ id, anchor }) => [id, anchor]));
    expect(anchors(shown)).toEqual(anchors(revised.claims));
  });

  it('keeps the claims of an article from whoever may not see it', async () => {
    const hidden = articles[1];
    const { version } = await done(desk.editor.get(`/articles/${hidden.id}`));
    await done(desk.editor.patch(`/articles/${hidden.id}`, { visibility: 'named' }, version));
    const ofHidden = (items: readonly Any[]) => items.filter(({ articleId }) => articleId === hidden.id).length;
    expect(ofHidden(await listed(desk.omar, 'sort=updatedAt'))).toBe(0);
    expect(ofHidden(await listed(desk.editor, 'sort=updatedAt'))).toBe(hidden.claims.length);
    expect((await listed(desk.omar, 'tier=A,B,C')).length).toBeGreaterThan(0);
  });
});

describe('claims found by what became of them', () => {
  const SENTENCE = 'بلغت كلفة السد 90 مليون دينار عام 2022.';
  let article: Any;
  let claim: Any;
  beforeAll(async () => {
    const body = { kind: 'draft', language: 'ar', text: SENTENCE, authorIds: [desk.writer.id] };
    article = await done(desk.editor.post('/articles', body));
    claim = await claimFrom(desk.editor, article.id, SENTENCE);
    await assignTo(desk.editor, claim.id, desk.salma);
    await assignTo(desk.editor, claim.id, desk.omar);
    const item = await done(desk.salma.post(`/claims/${claim.id}/evidence`, evidenceBody(fromOutlet('الميزان'))));
    await done(desk.salma.post(`/claims/${claim.id}/verdicts`, verdictBody('accurate', [item.id])));
  });
  const found = async (who: Person, query: string) => ids(await listed(who, query)).includes(claim.id);

  it('a verdict on earlier words: to whoever may know of it, and to its author', async () => {
    expect(await found(desk.editor, 'outdated=true')).toBe(false);
    const { version } = await done(desk.editor.get(`/articles/${article.id}`));
    const text = SENTENCE.replace('90', '95');
    await done(desk.editor.post(`/articles/${article.id}/revisions`, { text }, ifMatch(version)));
    expect(await found(desk.editor, 'outdated=true')).toBe(true);
    expect(await found(desk.editor, 'outdated=false')).toBe(false);
    expect(await found(desk.salma, 'outdated=true')).toBe(true);
    // whoever must still judge learns of nobody's verdict
    expect([await found(desk.omar, 'outdated=true'), await found(desk.omar, 'outdated=false')]).toEqual([false, true]);
  });

  it('what is due by a moment, its clock standing while the author is asked', async () => {
    const now = async () => (await done(desk.editor.get(`/claims/${claim.id}`))).version as number;
    expect(await found(desk.editor, 'due=2999-01-01T00:00:00.000Z')).toBe(false);
    await done(desk.editor.patch(`/claims/${claim.id}`, { dueAt: '2020-03-01T00:00:00.000Z' }, await now()));
    expect(await found(desk.editor, 'due=overdue')).toBe(true);
    expect(await found(desk.editor, 'due=2020-02-29T00:00:00.000Z')).toBe(false);
    expect(await found(desk.editor, 'due=2020-03-01T00:00:00.000Z')).toBe(true);
    const soon = new Date(Date.now() + 60_000).toISOString();
    await done(desk.editor.patch(`/claims/${claim.id}`, { dueAt: soon }, await now()));
    const later = encodeURIComponent(new Date(Date.now() + 120_000).toISOString());
    expect(await found(desk.editor, `due=${later}`)).toBe(true);
    const query = await done(desk.salma.post(`/claims/${claim.id}/queries`, { text: 'من أين الرقم؟' }));
    expect(await found(desk.editor, `due=${later}`)).toBe(false);
    await done(desk.editor.post(`/queries/${query.id}/resolution`, { note: 'وُجد الرقم.' }));
    expect(await found(desk.editor, `due=${later}`)).toBe(true);
  });

  it('a verdict on earlier words, told to nobody who is blind by the rules, and to everybody once he is not', async () => {
    const tells = (who: Person) => found(who, 'outdated=true');
    const now = async () => (await done(desk.editor.get(`/claims/${claim.id}`))).version as number;
    const blind = async (which: string) => {
      const { version } = await done(desk.admin.get('/newsroom'));
      await done(desk.admin.patch('/newsroom', { policy: { blind: which } }, version));
    };
    // whoever also decides is blind only where he holds an assignment
    expect(await tells(desk.secondEditor)).toBe(true);
    await assignTo(desk.editor, claim.id, desk.secondEditor);
    expect(await tells(desk.secondEditor)).toBe(false);
    // on the tiers that the newsroom's rules name
    await done(desk.editor.patch(`/claims/${claim.id}`, { tier: 'B', reason: 'مبلغ معلن' }, await now()));
    await blind('tier-a');
    expect(await tells(desk.omar)).toBe(true);
    await blind('all');
    expect(await tells(desk.omar)).toBe(false);
    // until his own on these words is in
    await done(desk.omar.post(`/claims/${claim.id}/verdicts`, verdictBody('unsupported', [])));
    expect([await tells(desk.omar), await tells(desk.secondEditor)]).toEqual([true, false]);
    // or the claim is decided; then nothing of it is due
    expect(await found(desk.editor, 'due=2999-01-01T00:00:00.000Z')).toBe(true);
    const log = ['الأرشيف', 'موقع الوزارة', 'الجريدة الرسمية'];
    const searchLog = log.map((where) => ({ where, when: '2026-03-01T10:00:00Z', query: 'كلفة السد' }));
    const closed = { to: 'needs-source', rationale: 'لم يثبت', closure: { kind: 'unproven', searchLog } };
    expect((await decideNow(desk.editor, claim.id, closed)).status).toBe(201);
    expect(await tells(desk.secondEditor)).toBe(true);
    expect(await found(desk.editor, 'due=2999-01-01T00:00:00.000Z')).toBe(false);
  });

  it('refuses what is no moment and no yes or no, by its name', async () => {
    for (const query of ['due=tomorrow', 'outdated=perhaps']) {
      const answer = await desk.editor.get(`/claims?${query}`);
      expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([422, `/${query.split('=')[0]}`]);
    }
  });
});
