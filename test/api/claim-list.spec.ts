import { done, post, type Any } from '../support/checking-work.js';
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
