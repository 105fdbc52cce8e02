import { hasBrowser } from './stage/chromium.js';
import { axeFindings, openStage, type Stage } from './stage/stage.js';

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
