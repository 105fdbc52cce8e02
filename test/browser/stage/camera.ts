import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { hasBrowser, launchChromium } from './chromium.js';
import { SCREENS } from './screens.js';
import { settled } from './stage.js';

interface Member {
  readonly email: string;
  readonly password: string;
  readonly roles: readonly string[];
  readonly token: string;
}
interface Demo {
  readonly url: string;
  readonly members: readonly Member[];
}

const ROOT = join(__dirname, '../../..');
const WIDTHS = [1440, 390] as const;
const LANGUAGES = ['ar', 'en'] as const;
const SCHEMES = ['light', 'dark'] as const;

/** A demo newsroom of its own, as `npm start` makes it, and gone afterwards. */
async function withDemo(work: (demo: Demo) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'isnad-screenshots-'));
  const server = spawn(process.execPath, [join(ROOT, 'scripts/isnad.mjs'), 'start'], {
    env: { ...process.env, ISNAD_DATA_DIR: folder, ISNAD_PORT: '0', LANG: 'ar_EG.UTF-8' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  try {
    const [url, dataDir] = await new Promise<[string, string]>((resolve, reject) => {
      let said = '';
      server.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        const address = /http:\/\/localhost:\d+/.exec(said)?.[0];
        const file = /(\S+)[/\\]demo-credentials\.json/.exec(said)?.[1];
        if (address && file) resolve([address, file]);
      });
      server.once('close', () => reject(new Error(`the demo did not start:\n${said}`)));
    });
    await work({ ...(JSON.parse(readFileSync(join(dataDir, 'demo-credentials.json'), 'utf8')) as Demo), url });
  } finally {
    server.kill('SIGINT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

async function signIn(page: Page, url: string, member: Member): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.fill('input[type="email"]', member.email);
  await page.fill('input[type="password"]', member.password);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

async function photograph(browser: Browser, demo: Demo, only: readonly string[]): Promise<number> {
  let count = 0;
  for (const language of LANGUAGES) {
    for (const scheme of SCHEMES) {
      const folder = join(ROOT, 'screenshots', language);
      mkdirSync(folder, { recursive: true });
      for (const role of new Set(SCREENS.map((screen) => screen.as))) {
        const member = demo.members.find(({ roles }) => roles.includes(role))!;
        const context = await browser.newContext({ locale: language, colorScheme: scheme, reducedMotion: 'reduce' });
        const page = await context.newPage();
        await page.addInitScript(`localStorage.setItem('isnad.language', '${language}')`);
        await signIn(page, demo.url, member);
        const ids = await firstThings(demo.url, member);
        for (const screen of SCREENS.filter(
          ({ as, name }) => as === role && (only.length === 0 || only.includes(name)),
        )) {
          for (const width of WIDTHS) {
            await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
            await page.goto(demo.url + screen.path(ids));
            await settled(page);
            await screen.arrange?.(page);
            await page.screenshot({
              path: join(folder, `${screen.name}-${width}-${scheme}.png`),
              fullPage: screen.whole ?? false,
            });
            count += 1;
          }
        }
        await context.close();
      }
    }
  }
  return count;
}

/** An article and a claim that every address with an id can show. */
async function firstThings(url: string, { token }: Member): Promise<Record<'article' | 'claim', string>> {
  const first = async (path: string) => {
    const answer = await fetch(`${url}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });
    const { items } = (await answer.json()) as { items: { id: string }[] };
    return items[0]?.id ?? '';
  };
  return { article: await first('/articles?limit=1'), claim: await first('/claims?limit=1') };
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
  if (!hasBrowser()) process.exit(1);
  const only = values.only.split(',').filter(Boolean);
  const browser = await launchChromium();
  try {
    await withDemo(async (demo) => {
      const count = await photograph(browser, demo, only);
      process.stderr.write(`${count} screenshots in screenshots/\n`);
    });
  } finally {
    await browser.close();
  }
}

void main();
