import { done, type Any } from '../support/checking-work.js';
import { hasBrowser } from './stage/chromium.js';
import { axeFindings, openStage, type Stage } from './stage/stage.js';

const inBrowser = hasBrowser() ? describe : describe.skip;
const TEXT = 'ارتفعت كلفة الجسر إلى 12 مليون دينار.\n\nوكشف الوزير سامر الحداد أن العمل توقف في 14 دعامة عام 2024.';

inBrowser('before publication', () => {
  let stage: Stage;
  let draft: Any;
  beforeAll(async () => {
    stage = await openStage();
    const body = { kind: 'draft', language: 'ar', text: TEXT, authorIds: [stage.room.writer.id] };
    draft = await done(stage.room.editor.post('/articles', body));
  });
  afterAll(() => stage.close());

  it('one key sends the wording to the author and goes on to the next phrase; the text stays his', async () => {
    const { page, open, witness } = await stage.seat(stage.room.editor, { language: 'ar' });
    await open(`/articles/${draft.id as string}?view=gate`);
    const waits = page.getByText('اقتُرحت، وبانتظار جواب معدّ المادة');
    await page.getByRole('button', { name: 'إرسال إلى معدّ المادة' }).first().waitFor();
    const before = await page.getByRole('button', { name: 'إرسال إلى معدّ المادة' }).count();
    expect(before).toBeGreaterThan(1);
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('KeyW');
    await waits.first().waitFor();
    await page.keyboard.press('KeyW');
    await waits.nth(1).waitFor();
    const asked = await Promise.all(
      (draft.claims as Any[]).map(async ({ id }) => (await done(stage.room.writer.get(`/claims/${id}/queries`))).items),
    );
    const texts = asked.flat().map(({ text }: Any) => text as string);
    expect(texts.length).toBe(2);
    expect(texts.join('\n')).toContain('الصياغة المقترحة:');
    const [{ id: query }] = asked.flat() as [Any];
    await done(
      stage.room.writer.post(`/queries/${query as string}/answer`, { text: 'سأصحح العدد في النسخة المقبلة.' }),
    );
    await done(stage.room.editor.post(`/queries/${query as string}/resolution`, {}));
    await page
      .getByRole('button', { name: 'إرسال إلى معدّ المادة' })
      .nth(before - 2)
      .waitFor();
    expect(await waits.count()).toBe(1);
    const { revisionNumber } = await done(stage.room.editor.get(`/articles/${draft.id as string}`));
    expect(revisionNumber).toBe(1);
    expect(witness.take()).toEqual([]);
  });
});
