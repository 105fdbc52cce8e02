import type { Page } from 'playwright-core';

/** Requests kept back on their way to the server. */
export interface Held {
  /** The first has been sent by the page. */
  readonly sent: Promise<unknown>;
  /** They, and whatever comes after them, go on to the server. */
  readonly letGo: () => void;
}

/** Lays the line on which requests can be held: what is sent right after a page was first listened to may pass unheard. */
export async function layLine(page: Page): Promise<void> {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.route('**/api/v1/**', (route) => route.fallback());
}

/** A slow line: what the page sends with this method to this path of the API waits until it is let go. */
export async function hold(page: Page, method: string, path: string): Promise<Held> {
  const url = (sent: URL | string) => new URL(sent).pathname === `/api/v1${path}`;
  let letGo = () => {};
  const free = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(url, async (route) => {
    if (route.request().method() === method) await free;
    await route.fallback().catch(() => undefined); // the page may have given it up
  });
  const sent = page.waitForRequest((request) => request.method() === method && url(request.url()));
  sent.catch(() => undefined); // whoever waits for it hears of it
  return { sent, letGo };
}
