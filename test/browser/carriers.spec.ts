import { done, post, type Any } from '../support/checking-work.js';
import { hasBrowser } from './stage/chromium.js';
import { axeFindings, openStage, settled, type Stage } from './stage/stage.js';

const inBrowser = hasBrowser() ? describe : describe.skip;
const FIRST = [
  'نقلت وكالة بلومبيرغ عن مصدرين أن حكومة كارثيا أوقفت العمل في جسر الميناء بعد ظهور تشققات في 14 دعامة.',
  'وقال مصدران للوكالة إن الشركة المنفذة ربما استخدمت إسمنتًا مخالفًا للمواصفات في الدعامات الشمالية.',
  'ولم ترد على طلب للتعليق وزارة الأشغال في كارثيا.',
];
const GROWN = [
  'أفادت بلومبيرغ بأن حكومة كارثيا أوقفت العمل في جسر الميناء بعد ظهور تشققات في دعامات كثيرة.',
  'وكشفت مصادر غربية رفيعة للوكالة أن الشركة المنفذة استخدمت إسمنتًا مخالفًا للمواصفات في الدعامات الشمالية.',
];

inBrowser('what the carrier added', () => {
  let stage: Stage;
  let first: Any;
  let grown: Any;
  beforeAll(async () => {
    stage = await openStage();
    const { editor } = stage.room;
    first = await post(editor, FIRST, {
      title: 'توقف العمل في جسر الميناء',
      outlet: 'صحيفة المرفأ',
      publishedAt: '2024-05-01T08:00:00Z',
    });
    grown = await post(editor, GROWN, {
      title: 'فضيحة جسر الميناء',
      outlet: 'موقع السدّ',
      publishedAt: '2024-05-02T08:00:00Z',
    });
  });
  afterAll(() => stage.close());

  it('two articles, one origin: side by side, marked in both, and on record with one key', async () => {
    const { page, open, witness } = await stage.seat(stage.room.editor, { language: 'ar' });
    await open(`/articles/${grown.id as string}`);
    await page.getByRole('button', { name: 'مادتان، أصل واحد' }).waitFor();
    await page.keyboard.press('KeyO');
    const told = page.getByRole('region', { name: 'نص «توقف العمل في جسر الميناء»' });
    await told.waitFor();
    await settled(page);
    const view = page.getByRole('region', { name: 'ما زاده كل ناقل' });
    expect(await view.innerText()).toContain('تحوّل «مصدران» إلى «مصادر غربية رفيعة»');
    const before = told.locator('mark[data-kind="grew"]');
    const after = page.getByRole('region', { name: 'نص «فضيحة جسر الميناء»' }).locator('mark[data-kind="grew"]');
    expect([await before.first().innerText(), await after.first().innerText()]).toEqual([
      expect.stringContaining('مصدران'),
      expect.stringContaining('مصادر غربية رفيعة'),
    ]);
    expect(await before.first().getAttribute('data-change')).toBe(await after.first().getAttribute('data-change'));
    expect(await axeFindings(page)).toEqual([]);

    await page.keyboard.press('KeyR');
    await page.getByText('مسجّل في الأدلة').waitFor();
    const items = await contextOf(stage.room.editor, grown);
    expect(items.length).toBeGreaterThan(0);
    expect(items[0]).toMatchObject({ source: { name: 'صحيفة المرفأ' }, derivesFrom: { how: 'credited' } });
    const { name } = await done(stage.room.editor.get(`/sources/${items[0].derivesFrom.sourceId as string}`));
    expect(name).toContain('بلومبيرغ');

    await page.getByRole('button', { name: 'تراجع' }).click();
    await page.getByRole('button', { name: /تسجيل المصدر الأصل/ }).waitFor();
    expect((await contextOf(stage.room.editor, grown)).filter(({ withdrawn }) => withdrawn === null)).toEqual([]);
    expect(witness.take()).toEqual([]);
  });

  it('whoever only reads compares, and is offered nothing to record', async () => {
    const { page, open } = await stage.seat(stage.room.viewer, { language: 'en' });
    await open(`/articles/${first.id as string}?view=carriers`);
    await page.getByText('2 articles, 1 origin').first().waitFor();
    await page.getByText('Proposed origin:').waitFor();
    expect(await page.getByRole('button', { name: /Record the origin/ }).count()).toBe(0);
  });
});

async function contextOf(who: Stage['room']['editor'], article: Any): Promise<Any[]> {
  const lists = await Promise.all(
    article.claims.map(async ({ id }: Any) => (await done(who.get(`/claims/${id as string}/evidence`))).items),
  );
  return lists.flat().filter(({ stance }: Any) => stance === 'context');
}
