// Measures the screens as a person meets them, on a server that is told on the command line; prints one line of JSON.
import { parseArgs } from 'node:util';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchChromium } from './chromium.js';
import { shiftOf, WATCH_SHIFTS } from './layout.shift.js';
import { SCREENS } from './screens.js';
import { settled } from './stage.js';

/** What the bench reads. Milliseconds, and sums of layout-shift scores. */
export interface Measured {
  /** From the click on an address to the article, its claims and its panel, nothing busy. */
  readonly usableMs: readonly number[];
  readonly shifts: Readonly<Record<string, number>>;
  /** From the key to the picture after it. */
  readonly stepMs: readonly number[];
  readonly searchMs: readonly number[];
  readonly writingMs: readonly number[];
}

interface Wanted {
  readonly url: string;
  readonly link: string;
  readonly sixty: string;
  readonly many: string;
  readonly rounds: number;
}

const WIDTHS = [1440, 390] as const;
/** Whatever still comes after the last request has its say. */
const AFTERWARDS_MS = 500;
const KEYS = 60;

/** In the page, before anything of its own: also times keys to the picture after them. */
const WATCH = `${WATCH_SHIFTS}
  window.isnadKeys = [];
  addEventListener('keydown', (event) => {
    const began = event.timeStamp;
    requestAnimationFrame(() => { const drawn = new MessageChannel();
      drawn.port1.onmessage = () => window.isnadKeys.push(performance.now() - began);
      drawn.port2.postMessage(0); });
  }, true);
  window.isnadUsable = (claims) => new Promise((tell) => {
    const look = () => document.querySelector('aside [data-claim], aside a, aside button') &&
      new Set([...document.querySelectorAll('mark[data-claims]')].flatMap((mark) => mark.dataset.claims.split(' '))).size >= claims &&
      !document.querySelector('[aria-busy="true"]');
    const wait = () => look() ? requestAnimationFrame(() => tell(performance.now())) : requestAnimationFrame(wait);
    wait();
  });`;

async function main(): Promise<void> {
  const text = { type: 'string', default: '' } as const;
  const { values } = parseArgs({ options: { url: text, link: text, sixty: text, many: text, rounds: text } });
  const browser = await launchChromium();
  try {
    const wanted = { ...values, rounds: Number(values.rounds) || 5 };
    process.stdout.write(`${JSON.stringify(await measure(browser, wanted))}\n`);
  } finally {
    await browser.close();
  }
}

async function measure(browser: Browser, wanted: Wanted): Promise<Measured> {
  const context = await browser.newContext({ locale: 'ar', viewport: { width: 1440, height: 900 } });
  await context.addInitScript(WATCH);
  const page = await context.newPage();
  await page.goto(`${wanted.url}/sign-in#link=${wanted.link}`);
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  await settled(page);
  return {
    usableMs: await opened(page, wanted),
    shifts: await shifted(context, wanted),
    ...(await typed(page, wanted)),
  };
}

async function opened(page: Page, { url, sixty, rounds }: Wanted): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    await page.goto(`${url}/articles/${sixty}`);
    times.push(await page.evaluate<number>('window.isnadUsable(60)'));
  }
  return times.slice(1); // the first also fetched the scripts
}

async function shifted(context: BrowserContext, { url, sixty }: Wanted): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  const page = await context.newPage();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const { name, path } of SCREENS) {
      await page.goto(url + path({ article: sixty, claim: '' }));
      await settled(page);
      await page.waitForTimeout(AFTERWARDS_MS);
      found[`${name} ${width}`] = (await shiftOf(page)).score;
    }
  }
  await page.close();
  return found;
}

async function typed(page: Page, { url, many }: Wanted): Promise<Omit<Measured, 'usableMs' | 'shifts'>> {
  await page.goto(`${url}/articles/${many}`);
  await page.evaluate('window.isnadUsable(300)');
  const timed = async (press: (at: number) => Promise<void>): Promise<number[]> => {
    await page.evaluate('window.isnadKeys = []');
    for (let at = 0; at < KEYS; at++) {
      await press(at);
      await page.waitForTimeout(30);
    }
    return page.evaluate<number[]>('window.isnadKeys.slice(2)');
  };
  const stepMs = await timed((at) => page.keyboard.press(at % 3 === 2 ? 'KeyK' : 'KeyJ'));
  await page.waitForTimeout(AFTERWARDS_MS);
  await page.keyboard.press('KeyC');
  await page.locator('aside form textarea').waitFor();
  const writingMs = await timed((at) => page.keyboard.press(at % 6 === 5 ? 'Space' : 'KeyA'));
  await page.keyboard.press('Escape');
  await page.keyboard.press('Slash');
  await page.locator('aside input:focus').waitFor();
  const searchMs = await timed((at) => page.keyboard.press(at % 2 === 0 ? 'KeyA' : 'Backspace'));
  return { stepMs, searchMs, writingMs };
}

void main();
