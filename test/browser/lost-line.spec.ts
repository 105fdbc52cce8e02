import { openApplication } from '#application';
import { createLog } from '#platform';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { productOf } from '../../apps/api/src/api.js';
import { start } from '../../apps/api/src/start.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { hasBrowser, launchChromium } from './stage/chromium.js';
import { ADMIN_FOLDER, settled, until } from './stage/stage.js';

const inBrowser = hasBrowser() ? describe : describe.skip;
const PASSWORD = 'a long password for nobody else';

inBrowser('a line that is lost and a server that starts again lose nothing', () => {
  let database: FreshDatabase;
  let browser: Browser;
  let page: Page;
  let port: number;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    [database, browser, port] = await Promise.all([freshDatabase(), launchChromium(), freePort()]);
    stop = await serve(database, port, true);
    page = await browser.newPage({ baseURL: `http://127.0.0.1:${port}`, locale: 'en' });
    await page.goto('/sign-in');
    await page.fill('input[type="email"]', 'editor@line.example');
    await page.fill('input[type="password"]', PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  });
  afterAll(async () => {
    await browser.close();
    await stop();
    await database.drop();
  });

  const write = async (name: string) => {
    await page.goto('/sources');
    await settled(page);
    await page.getByRole('button', { name: 'Register a source' }).click();
    await page.getByRole('dialog').getByLabel('Name', { exact: false }).first().fill(name);
  };
  const save = () => page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  const isListed = (name: string) =>
    until(page, `document.querySelector('main').innerText.includes(${JSON.stringify(name)})`);

  it('offline: said so, kept, and saved when the line is back', async () => {
    await write('وكالة بلا خط');
    await page.context().setOffline(true);
    await save();
    const notice = page.getByRole('dialog').getByRole('alert');
    await notice.waitFor();
    expect(await notice.innerText()).toContain('what you wrote is still here');
    expect(await page.getByRole('dialog').getByLabel('Name', { exact: false }).first().inputValue()).toBe(
      'وكالة بلا خط',
    );
    await page.context().setOffline(false);
    await save();
    await isListed('وكالة بلا خط');
  });

  it('a restart in the middle: the same page goes on, signed in', async () => {
    await write('وكالة بعد إعادة التشغيل');
    await stop();
    await save(); // is repeated under its own key while the server is away
    stop = await serve(database, port, false);
    const dialog = page.getByRole('dialog');
    const isRefused = await Promise.race([
      isListed('وكالة بعد إعادة التشغيل').then(() => false),
      dialog
        .getByRole('alert')
        .waitFor()
        .then(() => true),
    ]);
    if (isRefused) await save();
    await isListed('وكالة بعد إعادة التشغيل');
    expect(await page.getByText('وكالة بعد إعادة التشغيل').count()).toBe(1); // once, however often it was sent
  });
});

async function serve(database: FreshDatabase, port: number, founds: boolean): Promise<() => Promise<void>> {
  const log = createLog('test', 'silent');
  const opened = await openApplication({ connection: database, poolSize: 5, name: 'isnad test', log });
  if (founds) {
    await opened.application.founding.found({
      slug: 'line',
      name: 'Line',
      locale: 'en',
      preset: 'standard',
      members: [{ email: 'editor@line.example', name: 'Editor', roles: ['editor'], locale: 'en', password: PASSWORD }],
    });
  }
  const running = await start({ ...productOf(opened), host: '127.0.0.1', port, log, adminFolder: ADMIN_FOLDER });
  return async () => {
    await running.stop();
    await opened.close();
  };
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
