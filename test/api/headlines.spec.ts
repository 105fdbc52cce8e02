import { done, type Any } from '../support/checking-work.js';
import { startNewsroomApi, type Newsroom, type NewsroomApi } from '../support/newsroom-api.js';

let api: NewsroomApi;
let desk: Newsroom;

beforeAll(async () => {
  api = await startNewsroomApi();
  desk = await api.found();
});
afterAll(() => api.stop());

const BODY = 'قال مصدران في الوزارة لوكالة الضفة إن الشركة سرّحت 300 عامل من مصنع الإسمنت الشهر الماضي.';

/** A draft of a title and a paragraph, its counted claims in the gate. */
async function draft(title: string): Promise<Any> {
  const blocks = [
    { field: 'title', text: title },
    { field: 'body', text: BODY },
  ];
  return done(desk.editor.post('/articles', { kind: 'draft', authorIds: [], title, blocks, language: 'ar' }));
}

const requirement = (article: Any) => article.gate.find(({ name }: Any) => name === 'headline-overstates');

describe('a headline and its body', () => {
  it('stand side by side: the claim of the headline repeats the body claim when nothing differs', async () => {
    const article = await draft('مصدران: الشركة سرّحت 300 عامل من مصنع الإسمنت');
    const [headline, body] = article.claims;
    expect([headline.quote, body.quote]).toEqual([
      'الشركة سرّحت 300 عامل من مصنع الإسمنت',
      'الشركة سرّحت 300 عامل من مصنع الإسمنت الشهر الماضي',
    ]);
    expect(headline.duplicateOf).toBe(body.id);
    expect(requirement(article)).toMatchObject({ status: 'satisfied', have: 0 });
  });

  it.each([
    ['drops who said it', 'الشركة سرّحت 300 عامل من مصنع الإسمنت'],
    ['tells another number', 'مصدران: الشركة سرّحت 3000 عامل من مصنع الإسمنت'],
    ['says the contrary', 'مصدران: الشركة لم تسرّح 300 عامل من مصنع الإسمنت'],
  ])('keep the article from release while the headline %s', async (_, title) => {
    const article = await draft(title);
    const [headline] = article.claims;
    expect(headline.duplicateOf).toBeNull();
    expect(requirement(article)).toMatchObject({ status: 'unsatisfied', have: 1, facts: { claimIds: [headline.id] } });
  });

  it('are compared again after a revision', async () => {
    const article = await draft('الشركة سرّحت 300 عامل من مصنع الإسمنت');
    const blocks = [
      { field: 'title', text: 'مصدران: الشركة سرّحت 300 عامل من مصنع الإسمنت' },
      { field: 'body', text: BODY },
    ];
    await done(
      desk.editor.post(`/articles/${article.id}/revisions`, { blocks }, { 'if-match': `"${article.version}"` }),
    );
    const after = await done(desk.editor.get(`/articles/${article.id}`));
    expect(requirement(after).status).toBe('satisfied');
  });
});

describe('an article handed in as blocks or as a page', () => {
  it('keeps the fields it was given: what stands in a caption is read as a caption, whatever it looks like', async () => {
    const blocks = [
      { field: 'title', text: 'مصنع الإسمنت يغلق أبوابه' },
      { field: 'caption', text: 'عمال المصنع يعتصمون أمام بوابته منذ الصباح وعددهم 300 عامل كما يظهر في الصورة.' },
      { field: 'body', text: BODY },
      { field: 'aside', text: 'ارتفعت أسعار الحديد 40 في المئة هذا الأسبوع بحسب التجار في السوق.' },
    ];
    const article = await done(desk.editor.post('/articles', { kind: 'external', blocks, language: 'ar' }));
    expect(article.revision.blocks.map(({ field }: Any) => field)).toEqual(['title', 'caption', 'body', 'aside']);
    const aside = article.revision.blocks[3].id;
    expect(article.claims.filter(({ anchor }: Any) => anchor.blockId === aside)).toEqual([]);
  });

  it('takes the menu out of a page and divides a block only where some of its lines are the page’s', async () => {
    const html = `<html><body><div>القائمة الرئيسية</div><h1>مصنع الإسمنت يغلق أبوابه</h1>
      <p>${BODY}</p><div>اقرأ أيضًا:</div><p>أسعار الحديد تقفز إلى مستوى قياسي</p></body></html>`;
    const page = await done(desk.editor.post('/articles', { kind: 'external', html, language: 'ar' }));
    expect(page.revision.blocks.map(({ field }: Any) => field)).toEqual(['aside', 'title', 'body', 'aside', 'aside']);
    expect(page.title).toBe('مصنع الإسمنت يغلق أبوابه');
    const blocks = [{ field: 'body', text: `${BODY}\nنسخ الرابط\n${BODY.replace('300', '400')}` }];
    const divided = await done(desk.editor.post('/articles', { kind: 'external', blocks, language: 'ar' }));
    expect(divided.revision.blocks.map(({ field }: Any) => field)).toEqual(['body', 'aside', 'body']);
  });
});
