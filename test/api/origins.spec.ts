import { outcome } from '../support/ask.js';
import { done, post, type Any } from '../support/checking-work.js';
import { startNewsroomApi, type Newsroom, type NewsroomApi } from '../support/newsroom-api.js';

let api: NewsroomApi;
let desk: Newsroom;

beforeAll(async () => {
  api = await startNewsroomApi();
  desk = await api.found();
});
afterAll(() => api.stop());

const FIRST = [
  'نقلت وكالة بلومبيرغ عن مصدرين أن حكومة كارثيا أوقفت العمل في جسر الميناء بعد ظهور تشققات في 14 دعامة.',
  'وقال مصدران للوكالة إن الشركة المنفذة ربما استخدمت إسمنتًا مخالفًا للمواصفات في الدعامات الشمالية.',
  'ولم ترد على طلب للتعليق وزارة الأشغال في كارثيا.',
];
const GROWN = [
  'أفادت بلومبيرغ بأن حكومة كارثيا أوقفت العمل في جسر الميناء بعد ظهور تشققات في دعامات كثيرة.',
  'وكشفت مصادر غربية رفيعة للوكالة أن الشركة المنفذة استخدمت إسمنتًا مخالفًا للمواصفات في الدعامات الشمالية.',
];
const WITNESS = ['شاهد مراسلنا تشققات في 14 دعامة من دعامات جسر الميناء بعد أن أوقفت حكومة كارثيا العمل في الجسر.'];

const origins = async (who: Newsroom['editor'], id: string, locale = 'ar'): Promise<Any> =>
  done(who.get(`/articles/${id}/origins`, { 'accept-language': locale }));

describe('origins of an article', () => {
  it('three articles, two origins: those that carry one agency count once', async () => {
    const first = await post(desk.editor, FIRST, { outlet: 'صحيفة المرفأ', publishedAt: '2024-05-01T08:00:00Z' });
    const grown = await post(desk.editor, GROWN, { outlet: 'موقع السدّ', publishedAt: '2024-05-02T08:00:00Z' });
    const witness = await post(desk.editor, WITNESS, { outlet: 'إذاعة النهر' });
    const museum = await post(desk.editor, ['أعلنت إدارة المتحف الوطني تمديد معرض المخطوطات حتى نهاية الشهر.']);

    const told = await origins(desk.editor, grown.id);
    const items = new Map<string, Any>(told.items.map((item: Any) => [item.articleId, item]));
    expect(items.get(first.id)).toMatchObject({
      how: 'credited',
      derivesFrom: { how: 'credited', name: expect.stringContaining('بلومبيرغ') as string },
      carried: { firstArticleId: first.id },
    });
    expect(items.get(first.id).carried.sentence).toContain('تحوّل «مصدران» إلى «مصادر غربية رفيعة»');
    expect((await origins(desk.editor, grown.id, 'en')).items[0].carried.sentence).toMatch(/grew into|hardened into/);
    expect(items.has(museum.id)).toBe(false);
    const beside = items.get(witness.id);
    if (beside) expect(beside.how).toBeNull();
    expect(told).toMatchObject({ articles: items.size + 1, origins: items.size });

    expect(await origins(desk.editor, museum.id)).toEqual({ articles: 1, outlets: 0, origins: 1, items: [] });

    const { version } = await done(desk.editor.get(`/articles/${first.id}`));
    await done(desk.editor.patch(`/articles/${first.id}`, { visibility: 'named' }, version));
    const seen = await origins(desk.secondEditor, grown.id);
    expect(seen.items.map(({ articleId }: Any) => articleId)).not.toContain(first.id);
    expect(JSON.stringify(seen)).not.toContain('صحيفة المرفأ');
    expect(outcome(await desk.secondEditor.get(`/articles/${first.id}/origins`))).toBe('404 not-found');
  });
});
