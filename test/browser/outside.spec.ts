import { assignTo, claimFrom, done, evidenceBody, fromOutlet, post, type Any } from '../support/checking-work.js';
import { hasBrowser } from './stage/chromium.js';
import { axeFindings, openStage, settled, type Stage } from './stage/stage.js';

const inBrowser = hasBrowser() ? describe : describe.skip;
const SENTENCE = 'ارتفعت البطالة إلى 12 في المئة عام 2023.';
const REVIEW = {
  '@context': 'https://schema.org',
  '@type': 'ClaimReview',
  url: 'https://checks.example/unemployment',
  datePublished: '2024-02-01',
  claimReviewed: 'بلغت البطالة 40 في المئة عام 2023',
  author: { '@type': 'Organization', name: 'مرصد التحقق' },
  reviewRating: { '@type': 'Rating', alternateName: 'غير صحيح' },
};

inBrowser('what comes from outside, and what was checked before', () => {
  let stage: Stage;
  let article: Any;
  let claim: Any;
  let source: Any;
  beforeAll(async () => {
    stage = await openStage();
    const { editor, salma } = stage.room;
    article = await post(editor, [SENTENCE]);
    claim = await claimFrom(editor, article.id as string, SENTENCE);
    await assignTo(editor, claim.id as string, salma);
    const item = await done(editor.post(`/claims/${claim.id}/evidence`, evidenceBody(fromOutlet('وكالة السهل'))));
    source = item.source;
  });
  afterAll(() => stage.close());

  it('a request for correction is recorded, found late or due, and answered', async () => {
    const { page, open, witness } = await stage.seat(stage.room.editor, { language: 'ar', width: 390 });
    await open('/outside');
    const complaints = page.getByRole('region', { name: 'طلبات التصحيح الواردة' });
    await complaints.getByText('لا طلب ينتظر الرد').waitFor();
    await complaints.getByRole('button', { name: 'تسجيل طلب تصحيح' }).click();
    await page.keyboard.type('بلدية السهل');
    await complaints.getByLabel('ما يطلبه').fill('تصحيح النسبة المنشورة');
    await complaints.getByLabel('ورد في').fill('2026-01-01T09:00');
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await complaints.getByText('فات موعد الرد').waitFor();
    await complaints.getByRole('button', { name: /الرد عليه/ }).click();
    await complaints.getByRole('combobox', { name: 'ما اتُّخذ' }).click();
    await page.getByRole('option', { name: 'رُفض الطلب' }).click();
    await complaints.getByLabel('السبب بإيجاز').fill('النسبة كما في الجدول الرسمي');
    await page.keyboard.press('Control+Enter');
    await complaints.getByText('لا طلب ينتظر الرد').waitFor();
    const { items } = await done(stage.room.editor.get('/correction-requests'));
    expect(items).toMatchObject([{ requester: 'بلدية السهل', outcome: 'refused' }]);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    expect(witness.take()).toEqual([]);
  });

  it('a publisher’s notice names what rests on it; who may not give one is offered none', async () => {
    const { page, open, witness } = await stage.seat(stage.room.editor, { language: 'en' });
    await open(`/articles/${article.id}?claim=${claim.id}`);
    await page.getByRole('button', { name: 'Pass on a notice' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What the publisher says').fill('وكالة السهل تصحّح خبرها');
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'detached' });
    await open('/outside');
    const notices = page.getByRole('region', { name: 'Publishers’ notices' });
    await notices.getByText('1 claim rests on it', { exact: false }).waitFor();
    expect(witness.take()).toEqual([]);
    const viewer = await stage.seat(stage.room.viewer, { language: 'en' });
    await viewer.open('/outside');
    expect(await viewer.page.getByRole('button', { name: /Pass on|Record/ }).count()).toBe(0);
    expect(viewer.witness.take()).toEqual([]);
  });

  it('published checks are imported, with what was refused, and found by other words', async () => {
    const { page, open, witness } = await stage.seat(stage.room.editor, { language: 'ar' });
    await open('/archive');
    await page.getByText('الأرشيف فارغ').waitFor();
    await page.getByRole('button', { name: 'استيراد عمليات تحقق منشورة' }).click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'اختيار ملف' }).click();
    const lines = `${JSON.stringify(REVIEW)}\n{"@type":"ClaimReview"}\n`;
    await (await chooser).setFiles({ name: 'checks.ndjson', mimeType: '', buffer: Buffer.from(lines) });
    await page.getByText('قُبل 1', { exact: false }).waitFor();
    await page.getByText('السطر 2', { exact: false }).waitFor();
    await page.getByText('مرصد التحقق').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel('الكلام المطلوب').fill('البطالة 40 في المئة في 2023');
    await page.keyboard.press('Enter');
    const found = page.getByRole('region', { name: 'ما يشبهه مما سبق' });
    await found.getByText(REVIEW.claimReviewed).waitFor();
    await found.locator(`a[href*="/articles/${article.id}"]`).first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(witness.take()).toEqual([]);
  });

  it('a fact-checker hands over what is open; a confidential source is read with a reason', async () => {
    const { room } = stage;
    const checker = await stage.seat(room.salma, { language: 'en' });
    await checker.open('/team');
    const handOver = checker.page.getByRole('button', { name: 'Hand over work' });
    await handOver.click();
    const dialog = checker.page.getByRole('dialog');
    expect(await dialog.getByLabel('Whose work').count()).toBe(0);
    await dialog.getByRole('combobox', { name: 'To whom' }).click();
    await checker.page.getByRole('option', { name: 'omar' }).click();
    await dialog.getByLabel('What the other should know').fill('الجدول عند المكتب');
    expect(await axeFindings(checker.page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Hand over', exact: true }).click();
    await dialog.getByText('1 assignment handed over').waitFor();
    const { items } = await done(room.editor.get(`/claims/${claim.id}/assignments`));
    expect(items.find(({ reviewerId }: Any) => reviewerId === room.omar.id)).toBeDefined();

    const { version } = await done(room.editor.get(`/sources/${source.id}`));
    await done(room.editor.patch(`/sources/${source.id}`, { confidential: true }, version));
    const { page, open, witness } = await stage.seat(room.editor, { language: 'ar' });
    await open(`/sources/${source.id}`);
    expect(await page.content()).not.toContain('وكالة السهل');
    await page.getByRole('button', { name: 'الاطلاع على المصدر السري' }).click();
    await page.getByLabel('لماذا تحتاج إليه').fill('لمراجعة صلته بالخبر');
    await page.keyboard.press('Control+Enter');
    await page.getByText('وكالة السهل').first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(witness.take()).toEqual([]);
  });

  it('a page that is older than the server says so, and goes on when it is loaded anew', async () => {
    const { page, open, witness } = await stage.seat(stage.room.editor, { language: 'en' });
    await open(`/articles/${article.id}`);
    await page.route('**/assets/*.js', (route) => route.fulfill({ status: 404, body: '' }));
    await page.keyboard.press('KeyG');
    await page.getByText('Isnad was updated while this page was open').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Reload the page' }).click();
    await settled(page);
    await page.locator('#gate-title').waitFor();
    witness.take();
  });
});
