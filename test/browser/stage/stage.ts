import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { start as startWorker, type RunningWorker } from '../../../apps/worker/src/index.js';
import { createLog } from '#platform';
import { startNewsroomApi, type Newsroom, type NewsroomApi, type Person } from '../../support/newsroom-api.js';
import { launchChromium } from './chromium.js';
import { Witness } from './witness.js';

export const ADMIN_FOLDER = join(__dirname, '../../../dist/admin');
/** How long something may take to appear: a machine at its limit is slow, and what never comes is told in time by this as well. */
const PATIENCE_MS = 60_000;
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

export type Language = 'ar' | 'en';
export interface Look {
  readonly language?: Language;
  readonly scheme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  /** How long every question to the server is on its way, as over a poor line; what is written, and what the server tells by itself, is not. */
  readonly delayMs?: number;
}

/** One person at one browser window. */
export interface Seat {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly witness: Witness;
  /** Opens a screen by its address and waits until it shows its content. */
  readonly open: (path: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface Stage {
  readonly api: NewsroomApi;
  readonly room: Newsroom;
  readonly browser: Browser;
  /** A new window for a member, signed in by a one-time link. */
  readonly seat: (who: Person, look?: Look) => Promise<Seat>;
  /** A new window of nobody. */
  readonly stranger: (look?: Look) => Promise<Seat>;
  readonly close: () => Promise<void>;
}

/** The real server with the built admin, its worker, a newsroom on a database of its own, and a browser before them. */
export async function openStage({ worker: works = true } = {}): Promise<Stage> {
  const [api, browser] = await Promise.all([startNewsroomApi(8, undefined, ADMIN_FOLDER), launchChromium()]);
  const worker = works ? await workerFor(api) : undefined;
  const room = await api.found();
  const seats: Seat[] = [];
  const stranger = async (look: Look = {}) => {
    const seat = await sitDown(browser, api.url, look);
    seats.push(seat);
    return seat;
  };
  return {
    api,
    room,
    browser,
    stranger,
    seat: async (who, look) => {
      const seat = await stranger(look);
      const [link] = await api.application.founding.signInLinks(room.id, [who.id]);
      await seat.page.goto(`${api.url}/sign-in#link=${link}`);
      await signedIn(seat.page);
      return seat;
    },
    close: async () => {
      await Promise.all(seats.map((seat) => seat.close().catch(() => {})));
      await browser.close();
      await worker?.stop();
      await api.stop();
    },
  };
}

async function workerFor(api: NewsroomApi): Promise<RunningWorker> {
  const dataDir = await mkdtemp(join(tmpdir(), 'isnad-stage-'));
  const { database: connection, secretsKey } = api;
  const log = createLog('worker', 'silent');
  const worker = await startWorker({ connection, jobs: 2, dataDir, log, secretsKey });
  return {
    stop: async () => {
      await worker.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function sitDown(browser: Browser, url: string, look: Look): Promise<Seat> {
  const { language = 'ar', scheme = 'light', width = 1440, height = 900, delayMs = 0 } = look;
  const options: BrowserContextOptions = {
    baseURL: url,
    viewport: { width, height },
    colorScheme: scheme,
    locale: language,
    reducedMotion: 'reduce',
    acceptDownloads: true,
  };
  const context = await browser.newContext(options);
  context.setDefaultTimeout(PATIENCE_MS);
  const witness = new Witness(() => url);
  await witness.watch(context);
  // once, so that a spec may switch; an empty page has no storage, nor has a frame shut off from its page
  await context.addInitScript(
    `if (location.protocol === 'http:' && origin !== 'null') localStorage.getItem('isnad.language') ?? localStorage.setItem('isnad.language', '${language}')`,
  );
  if (delayMs > 0) {
    await context.route(/\/api\/v1\/(?!events)/, async (route) => {
      if (route.request().method() === 'GET') await sleep(delayMs);
      await route.continue().catch(() => {}); // whoever asked has gone meanwhile
    });
  }
  const page = await context.newPage();
  const open = async (path: string) => {
    await page.goto(url + path);
    await settled(page);
  };
  return { page, context, witness, open, close: () => context.close() };
}

/** Somebody is signed in, and a screen is there. */
async function signedIn(page: Page): Promise<void> {
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  await settled(page);
}

const BUSY = '[aria-busy="true"], .mantine-Loader-root';

/** Nothing busy on the page: what stands there is what stays, and hears. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main').waitFor();
  await until(page, `document.querySelector('${BUSY}') === null`);
  // what was drawn last hears keys only when its effects have run, which is after it was painted
  await page.evaluate(
    `new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn))))`,
  );
}

/** Waits until an expression holds in the page; asked from outside, because the page's policy lets nobody evaluate text inside. */
export async function until(page: Page, expression: string, mostMs = PATIENCE_MS): Promise<void> {
  const end = Date.now() + mostMs;
  while (!(await page.evaluate<boolean>(`!!(${expression})`))) {
    if (Date.now() > end) throw new Error(`never came true in ${mostMs} ms: ${expression}`);
    await page.waitForTimeout(20);
  }
}

interface Finding {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

const EVERY_RULE = `{ type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }`;

/** Serious and critical findings of axe-core on the page as it stands, one line each. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found = await page.evaluate<{ violations: Finding[] }>(
    `axe.run(document, { runOnly: ${EVERY_RULE}, resultTypes: ['violations'] })`,
  );
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} – ${failureSummary.replace(/\s+/g, ' ')}`),
    );
}
