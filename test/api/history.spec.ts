import {
  assignTo,
  claimFrom,
  decideNow,
  done,
  evidenceBody,
  fromOutlet,
  verdictBody,
  type Any,
} from '../support/checking-work.js';
import { startNewsroomApi, type Newsroom, type NewsroomApi, type Person } from '../support/newsroom-api.js';

const SENTENCE = 'بلغت كلفة الجسر 12 مليون دينار عام 2024';
let api: NewsroomApi;
let desk: Newsroom;
let article: Any;
let claim: Any;

beforeAll(async () => {
  api = await startNewsroomApi();
  desk = await api.found();
  const body = { kind: 'draft', language: 'ar', text: `${SENTENCE}.`, authorIds: [desk.writer.id] };
  article = await done(desk.editor.post('/articles', body));
  claim = await claimFrom(desk.editor, article.id, SENTENCE);
  const fresh = await done(desk.editor.get(`/claims/${claim.id}`));
  await done(desk.editor.patch(`/claims/${claim.id}`, { tier: 'B', reason: 'رقم معلن لا اتهام فيه' }, fresh.version));
  await assignTo(desk.editor, claim.id, desk.salma);
  await assignTo(desk.editor, claim.id, desk.omar);
  const item = await done(desk.salma.post(`/claims/${claim.id}/evidence`, evidenceBody(fromOutlet('الفجر'))));
  await done(desk.salma.post(`/claims/${claim.id}/verdicts`, verdictBody('accurate', [item.id], 'طابقت محضر الجلسة.')));
});
afterAll(() => api.stop());

async function history(who: Person, language: string, path = `/claims/${claim.id}/history?limit=200`): Promise<Any[]> {
  const { items } = await done(who.get(path, { 'accept-language': language }));
  return items;
}
const plain = (item: Any) => (item.sentence as string).replace(/[\u2068\u2069]/g, '');
const of = (items: Any[], action: string) => items.find((item) => item.action === action);

it('tells who changed what from what to what, in the reader’s language', async () => {
  const edited = of(await history(desk.editor, 'ar'), 'claim.edited');
  expect([edited.before.tier, edited.changes.tier]).toEqual(['A', 'B']);
  expect(plain(edited)).toBe('editor: تعديل بيانات المعلومة، الفئة من «أ» إلى «ب». السبب: رقم معلن لا اتهام فيه');
  const english = of(await history(desk.editor, 'en'), 'claim.edited');
  expect(plain(english)).toBe('editor: claim details changed, tier from “A” to “B”. Reason: رقم معلن لا اتهام فيه');
});

it('calls raters and ratings by name', async () => {
  const items = await history(desk.editor, 'ar');
  expect(plain(of(items, 'verdict.given'))).toBe(
    'salma: تقييم مدقق المعلومات، التقييم: «مطابقة»، الثقة: «عالية»: «طابقت محضر الجلسة.»',
  );
  expect(items.filter(({ action }) => action === 'assignment.given').map(plain)).toEqual([
    expect.stringContaining('«salma»'),
    expect.stringContaining('«omar»'),
  ]);
});

it('says in the ledger what happened in the reader’s language, and nothing of a leaf that is withheld', async () => {
  const wordsOf = async (who: Person, language: string, action: string): Promise<(string | null)[]> => {
    const { items } = await done(who.get('/ledger/entries?limit=200', { 'accept-language': language }));
    const all = await done(desk.editor.get('/ledger/entries?limit=200'));
    const wanted = new Set(
      all.items.filter(({ leaf }: Any) => leaf?.includes(`"${action}"`)).map(({ seq }: Any) => seq),
    );
    return items.filter(({ seq }: Any) => wanted.has(seq)).map(({ words }: Any) => words);
  };
  expect(await wordsOf(desk.editor, 'ar', 'verdict.given')).toEqual(['تقييم مدقق المعلومات']);
  expect(await wordsOf(desk.editor, 'en', 'claim.edited')).toEqual(['claim details changed']);
  expect(await wordsOf(desk.omar, 'ar', 'verdict.given')).toEqual([null]);
});

/** The same, a page for every leaf. */
async function leafByLeaf(who: Person, language: string, order = 'oldest'): Promise<Any[]> {
  const path = `/claims/${claim.id}/history?limit=1&order=${order}`;
  const items: Any[] = [];
  for (let next: string | undefined = ''; next !== undefined;) {
    const address: string = next ? `${path}&cursor=${encodeURIComponent(next)}` : path;
    const page: Any = await done(who.get(address, { 'accept-language': language }));
    items.push(...page.items);
    next = page.next;
  }
  return items;
}

it('knows what was before even where that stands on an earlier page', async () => {
  expect(await leafByLeaf(desk.editor, 'ar')).toEqual(await history(desk.editor, 'ar'));
});

it('is read from either end, a page at a time, each step with what it found', async () => {
  const fromTheStart = await history(desk.editor, 'ar');
  expect(await leafByLeaf(desk.editor, 'ar', 'newest')).toEqual(fromTheStart.toReversed());
  const path = `/articles/${article.id}/history?limit=3&order=newest`;
  const page = await done(desk.editor.get(path, { 'accept-language': 'ar' }));
  const whole = await history(desk.editor, 'ar', `/articles/${article.id}/history?limit=200`);
  expect(page.items).toEqual(whole.slice(-3).toReversed());
  // a cursor belongs to the end it was begun from
  const turned = `/articles/${article.id}/history?limit=3&order=oldest&cursor=${encodeURIComponent(page.next)}`;
  expect((await desk.editor.get(turned)).body).toMatchObject({ code: 'cursor-invalid' });
});

it('tells whoever must still judge nothing of the other’s verdict, before or after', async () => {
  const told = JSON.stringify(await history(desk.omar, 'ar'));
  expect(told).not.toMatch(/طابقت|مطابقة|verdict\.given/);
  // what stood there before is told from leaves he may read, and from no other: his assignment was given by another
  const assignments = await done(desk.omar.get(`/claims/${claim.id}/assignments`));
  const mine = assignments.items.find(({ reviewerId }: Any) => reviewerId === desk.omar.id);
  await done(desk.omar.patch(`/assignments/${mine.id}`, { status: 'in-progress' }, mine.version));
  const begun = async (who: Person) => of(await leafByLeaf(who, 'ar'), 'assignment.in-progress');
  expect([(await begun(desk.editor)).before.status, (await begun(desk.omar)).before]).toEqual(['assigned', {}]);
  await done(decideNow(desk.editor, claim.id, { to: 'needs-source', rationale: 'ننتظر التقييم الثاني.' }));
  expect(JSON.stringify(await history(desk.editor, 'ar'))).toContain('ننتظر التقييم الثاني.');
});

it('is told of an article too, its claims included', async () => {
  const items = await history(desk.editor, 'en', `/articles/${article.id}/history?limit=200`);
  expect(plain(items[0])).toMatch(/^editor: article posted/);
  expect(items.map(plain)).toContain(
    'editor: claim details changed, tier from “A” to “B”. Reason: رقم معلن لا اتهام فيه',
  );
  for (const item of items) expect(item.sentence).not.toContain(item.action);
});
