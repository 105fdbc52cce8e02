import { done, post } from '../support/checking-work.js';
import { hasBrowser } from './stage/chromium.js';
import { openStage, type Stage } from './stage/stage.js';

const inBrowser = hasBrowser() ? describe : describe.skip;
const SENTENCE = 'ارتفعت البطالة إلى 12 في المئة عام 2023.';
const NAMES = { ar: 'معاينة', en: 'Preview' } as const;

inBrowser('the preview of a report', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
    const { editor } = stage.room;
    const article = await post(editor, ['تقرير <b onclick="alert(1)">العمل</b>', SENTENCE]);
    for (const language of ['ar', 'en']) {
      await done(editor.post('/reports', { scope: { articleId: article.id }, formats: ['html'], language }));
    }
  });
  afterAll(() => stage.close());

  it.each(['ar', 'en'] as const)(
    'shows what its readers will see, in a frame that runs, loads and reaches nothing, in %s',
    async (language) => {
      const { page, open, witness } = await stage.seat(stage.room.editor, { language });
      await open('/reports');
      await page.getByRole('button', { name: NAMES[language] }).first().waitFor();
      await page.getByRole('button', { name: NAMES[language] }).first().click();
      const frame = page.locator('[role="dialog"] iframe');
      await frame.waitFor();
      expect(await frame.getAttribute('sandbox')).toBe('');
      const inside = await (await frame.elementHandle()).contentFrame();
      await inside!.locator('body').getByText('12').first().waitFor();
      const words = await inside!.locator('body').innerText();
      expect(words).toContain(SENTENCE.slice(0, -1));
      expect(words).toContain('<b onclick="alert(1)">'); // letters, not markup
      expect(await inside!.locator('script, [onclick], img[src^="http"], link[href^="http"]').count()).toBe(0);
      // an origin of its own: it cannot see the page around it, nor be seen by it
      expect(await page.evaluate(`document.querySelector('iframe').contentDocument`)).toBeNull();
      await page.keyboard.press('Escape');
      await frame.waitFor({ state: 'detached' });
      expect(witness.take()).toEqual([]);
    },
  );
});
