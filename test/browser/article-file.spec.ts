import { claimFrom, done, post, type Any } from '../support/checking-work.js';
import type { Person } from '../support/newsroom-api.js';
import { hasBrowser } from './stage/chromium.js';
import { axeFindings, openStage, type Stage } from './stage/stage.js';

const inBrowser = hasBrowser() ? describe : describe.skip;
const CHARGE = 'واختلس المدير نصف مليون دينار';
const ADVICE = 'رأي المستشار في دعوى النشر';
const GROUND = 'دعوى أمام محكمة النشر';

inBrowser('what is kept about an article', () => {
  let stage: Stage;
  let article: Any;
  let charge: Any;
  beforeAll(async () => {
    stage = await openStage({ worker: false });
    article = await post(stage.room.editor, [`${CHARGE}.`, 'وغادر الوزير القاعة.']);
    charge = await claimFrom(stage.room.editor, article.id, CHARGE);
  });
  afterAll(() => stage.close());

  /** What happened to it, as a screen in Arabic tells it; more than one thing, so that there is an order. */
  const newestFirst = async (who: Person, path: string): Promise<string[]> => {
    const { items } = await done(who.get(`${path}/history?limit=20&order=newest`, { 'accept-language': 'ar' }));
    expect(items.length).toBeGreaterThan(1);
    return items.map(({ sentence }: Any) => sentence);
  };
  const now = async () => done(stage.room.editor.get(`/articles/${article.id}`));

  it('a colleague’s change is told, and what is done again on top of it takes nothing of his back', async () => {
    const { page, open, witness } = await stage.seat(stage.room.editor, { language: 'ar' });
    await open(`/articles/${article.id}`);
    await page.getByRole('button', { name: 'بيانات المادة' }).click();
    const dialog = page.getByRole('dialog');
    const outlet = 'وكالة الزميل';
    await done(stage.room.secondEditor.patch(`/articles/${article.id}`, { outlet }, (await now()).version));
    await dialog.getByRole('textbox', { name: 'العنوان' }).fill('عنوان المحررة');
    await dialog.getByRole('combobox', { name: 'من يراها' }).click();
    await page.getByRole('option', { name: 'من سُمّوا فقط' }).click();
    await dialog.getByRole('combobox', { name: 'المسمَّون' }).click();
    await page.getByRole('option', { name: 'salma' }).click();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Tab'); // the list closes
    await dialog.getByRole('button', { name: 'حفظ' }).click();
    const conflict = dialog.locator('[data-kind="conflict"]');
    await conflict.getByText(outlet).waitFor();
    expect((await now()).title).not.toBe('عنوان المحررة');
    await conflict.getByRole('button', { name: 'نفّذ ما أردته على الوضع الجديد' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await now()).toMatchObject({
      title: 'عنوان المحررة',
      outlet,
      visibility: 'named',
      visibleTo: [stage.room.salma.id],
    });
    expect(witness.take()).toEqual([]);

    const outside = await stage.seat(stage.room.omar, { language: 'ar' });
    await outside.page.goto(`${stage.api.url}/articles/${article.id}`);
    await outside.page.getByText('عنوان المحررة').or(outside.page.locator('main p').first()).first().waitFor();
    expect(await outside.page.content()).not.toContain('عنوان المحررة');
    const { version } = await now();
    await done(stage.room.editor.patch(`/articles/${article.id}`, { visibility: 'newsroom' }, version));
  });

  it('counsel holds it and writes; nobody reads the words but those who decide; an editor is offered no lifting', async () => {
    const { room } = stage;
    const { items } = await done(room.admin.get('/members'));
    const { id, version } = items.find((member: Any) => member.id === room.viewer.id);
    await done(room.admin.patch(`/members/${id}`, { roles: ['legal'] }, version));
    const path = `/articles/${article.id}?view=file`;

    const counsel = await stage.seat(room.viewer, { language: 'en', width: 390 });
    await counsel.open(path);
    const legal = counsel.page.getByRole('region', { name: 'Legal' });
    await legal.getByRole('textbox').fill(GROUND);
    await legal.getByRole('button', { name: 'Hold for the law' }).click();
    await legal.getByRole('button', { name: 'Lift the hold' }).waitFor();
    await legal.getByRole('button', { name: 'Write a legal note' }).click();
    await counsel.page.keyboard.type(ADVICE);
    await counsel.page.keyboard.press('Control+Enter');
    await legal.getByText(ADVICE).waitFor();
    expect(await axeFindings(counsel.page)).toEqual([]);
    expect(
      await counsel.page.evaluate<number>('document.documentElement.scrollWidth - innerWidth'),
    ).toBeLessThanOrEqual(0);
    expect((await now()).legalHold).toBe(true);

    const editor = await stage.seat(room.editor, { language: 'ar' });
    await editor.open(path);
    const seen = editor.page.getByRole('region', { name: 'الشأن القانوني' });
    await seen.getByText(GROUND).waitFor();
    await seen.getByText(ADVICE).waitFor();
    await seen.getByText('يرفعه المستشار القانوني').waitFor();
    expect(await seen.getByRole('button', { name: 'رفع الحفظ' }).count()).toBe(0);
    expect(await axeFindings(editor.page)).toEqual([]);

    const checker = await stage.seat(room.salma, { language: 'ar' });
    await checker.open(path);
    await checker.page.getByText('محفوظة لداعٍ قانوني', { exact: true }).waitFor();
    const told = checker.page.getByRole('region', { name: 'سجل ما جرى للمادة' }).locator('li > span:first-child');
    await told.first().waitFor();
    expect(await told.allTextContents()).toEqual(await newestFirst(room.salma, `/articles/${article.id}`));
    const words = await checker.page.content();
    expect([words.includes(ADVICE), words.includes(GROUND)]).toEqual([false, false]);
    const before = await done(room.editor.get(`/claims/${charge.id}`));
    const weighed = { tier: before.tier === 'A' ? 'B' : 'A', reason: 'بعد مراجعة المستشار' };
    await done(room.editor.patch(`/claims/${charge.id}`, weighed, before.version));
    await checker.open(`/articles/${article.id}?claim=${charge.id}`);
    await checker.page.getByRole('button', { name: 'السجل', exact: true }).click();
    const steps = checker.page.getByRole('region', { name: 'السجل' }).locator('li > span:first-child');
    await steps.first().waitFor();
    expect(await steps.allTextContents()).toEqual(await newestFirst(room.salma, `/claims/${charge.id}`));

    await legal.getByRole('button', { name: 'Lift the hold' }).click();
    await legal.getByRole('button', { name: 'Hold for the law' }).waitFor();
    expect((await now()).legalHold).toBe(false);
    for (const { witness } of [counsel, editor, checker]) expect(witness.take()).toEqual([]);
  });

  it('whom it accuses is asked, and what came of it stands there', async () => {
    const { page, open, witness } = await stage.seat(stage.room.salma, { language: 'ar' });
    await open(`/articles/${article.id}?view=file`);
    const asked = page.getByRole('region', { name: 'طلبات التعليق' });
    expect(await asked.getByRole('button', { name: 'إعفاء من الطلب' }).count()).toBe(0);
    await asked.getByRole('button', { name: 'تسجيل طلب تعليق' }).click();
    await page.keyboard.type('المدير العام');
    await asked.getByRole('combobox', { name: 'عن أيّ المعلومات' }).click();
    await page.getByRole('option', { name: CHARGE }).click();
    await asked.getByLabel('ما سُئل عنه').fill('هل وقّعت أوامر الصرف؟');
    await asked.getByLabel('وقت الإرسال').fill('2026-01-01T09:00');
    await asked.getByLabel('مهلة الجواب').fill('2026-01-01T12:00');
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await asked.getByText('لا نتيجة بعد').waitFor();
    await asked.getByRole('button', { name: /تسجيل ما آل إليه/ }).click();
    await asked.getByText('أجاب', { exact: true }).click();
    await asked.getByLabel('الجواب بنصّه').fill('لا علم لي بذلك');
    await page.keyboard.press('Control+Enter');
    await asked.locator('blockquote').getByText('لا علم لي بذلك').waitFor();
    const { items } = await done(stage.room.editor.get(`/articles/${article.id}/comment-requests`));
    expect(items).toMatchObject([{ addressee: 'المدير العام', outcome: 'answered', answer: 'لا علم لي بذلك' }]);
    expect(witness.take()).toEqual([]);
  });
});
