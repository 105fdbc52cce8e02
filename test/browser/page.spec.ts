import { hasBrowser } from './stage/chromium.js';
import { axeFindings, openStage, type Stage, until } from './stage/stage.js';

const inBrowser = hasBrowser() ? describe : describe.skip;

inBrowser('the page in a browser', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  it('runs under its policy without a report, and has no serious finding', async () => {
    const { page, witness } = await stage.stranger();
    await page.goto(`${stage.api.url}/sign-in`);
    await page.waitForSelector('form');
    expect(await axeFindings(page)).toEqual([]);
    expect(witness.take()).toEqual([]);
  });

  it('speaks the other language by a click in the rail, or in the member’s menu where the rail is narrow', async () => {
    const { page } = await stage.seat(stage.room.viewer, { language: 'ar', width: 1440 });
    const inRail = (name: string) => page.getByRole('banner').getByRole('button', { name, exact: true });
    const spoken = (language: string, direction: string) =>
      until(page, `document.documentElement.matches('[lang="${language}"][dir="${direction}"]')`);
    const menuHas = async (name: string): Promise<boolean> => {
      await page.getByRole('banner').locator('button[aria-haspopup="menu"]').last().click();
      await page.getByRole('menu').waitFor();
      const shown = await page.getByRole('menuitem', { name, exact: true }).isVisible();
      if (!shown) await page.keyboard.press('Escape');
      return shown;
    };
    await inRail('English').click();
    await spoken('en', 'ltr');
    await page.getByRole('link', { name: 'Sources', exact: true }).waitFor();
    expect(await menuHas('العربية')).toBe(false);
    await page.setViewportSize({ width: 1024, height: 900 });
    expect(await inRail('العربية').isVisible()).toBe(false);
    expect(await menuHas('العربية')).toBe(true);
    await page.getByRole('menuitem', { name: 'العربية', exact: true }).click();
    await spoken('ar', 'rtl');
  });

  it('cannot be made to run what a page was not served with', async () => {
    const { page, witness } = await stage.stranger();
    await page.goto(`${stage.api.url}/sign-in`);
    await page.waitForSelector('form');
    await page.evaluate(`(() => {
      const script = document.createElement('script'); try { script.text = 'window.ran = 1'; document.body.append(script) } catch {}
      try { document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.ran = 2">') } catch {}
      const style = document.createElement('style'); style.textContent = 'body { color: rgb(1, 2, 3) }'; document.head.append(style);
    })()`);
    expect(await page.evaluate(`[window.ran, getComputedStyle(document.body).color === 'rgb(1, 2, 3)']`)).toEqual([
      undefined,
      false,
    ]);
    expect(witness.take().join('\n')).toMatch(/CSP (style-src|require-trusted-types-for)/);
  });
});
