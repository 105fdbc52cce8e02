import type { Page } from 'playwright-core';

/** Runs in the page before anything of its own: sums the scores of shifts that nobody's key or click asked for. */
export const WATCH_SHIFTS = `
  window.isnadShift = 0; window.isnadShifted = [];
  new PerformanceObserver((list) => { for (const one of list.getEntries()) if (!one.hadRecentInput) {
    window.isnadShift += one.value;
    for (const { node } of one.sources) if (node) window.isnadShifted.push(node.className || node.textContent.slice(0, 40));
  } }).observe({ type: 'layout-shift', buffered: true });`;

/** The most a screen may move while it loads. */
export const MOST_SHIFT = 0.01;

/** How far the screen has moved since it was opened, as the browser counts it, and what moved. */
export async function shiftOf(page: Page): Promise<{ readonly score: number; readonly moved: string }> {
  return page.evaluate(`({ score: window.isnadShift, moved: [...new Set(window.isnadShifted)].join(', ') })`);
}
