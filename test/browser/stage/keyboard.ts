import type { Page } from 'playwright-core';

/** Tab after tab, as somebody without a mouse goes, until the focus `e` is where `holds` says. */
export async function tabTo(page: Page, holds: string): Promise<void> {
  for (let step = 0; step < 120; step += 1) {
    if (await page.evaluate<boolean>(`(() => { const e = document.activeElement; return !!(${holds}); })()`)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no Tab leads to ${holds}`);
}
