import type { Page, Route } from 'playwright-core';
import { eventually } from '../support/eventually.js';
import { ifMatch } from '../support/newsroom-api.js';
import { hasBrowser } from './stage/chromium.js';
import { openStage, settled, type Seat, type Stage } from './stage/stage.js';

const inBrowser = hasBrowser() ? describe : describe.skip;

const ARABIC = `ارتفاع الأسعار في العاصمة

قال وزير التجارة إن الأسعار ارتفعت 12 في المئة عام 2023.

وكشفت وثيقة رسمية أن الشركة دفعت 4 ملايين دولار في مايو الماضي.

ونفى مصدران مطلعان وجود أي محادثات مع الشركة.`;

interface Posted {
  readonly id: string;
  readonly claims: readonly { readonly id: string; readonly quote: string; readonly version: number }[];
}

inBrowser('the article screen', () => {
  let stage: Stage;
  let seat: Seat;
  beforeAll(async () => {
    stage = await openStage();
    seat = await stage.seat(stage.room.editor);
  });
  afterAll(() => stage?.close());

  const post = async (text: string, kind = 'draft'): Promise<Posted> => {
    const { body } = await stage.room.editor.post('/articles', { text, kind, authorIds: [] });
    return body as unknown as Posted;
  };
  const openArticle = async (page: Page, id: string, more = '') => {
    await page.goto(`${stage.api.url}/articles/${id}${more}`);
    await page.waitForSelector('[data-block]');
    await page.waitForSelector('[data-state="live"]');
    await settled(page);
  };
  const selected = (page: Page) =>
    page.evaluate<string | null>(`document.querySelector('mark[data-selected]')?.dataset.claims.split(' ')[0] ?? null`);

  it('walks through the claims by the place of the keys, whatever the layout prints on them', async () => {
    const { id, claims } = await post(ARABIC);
    const { page } = seat;
    await openArticle(page, id);
    const press = (code: string, key: string) =>
      page.evaluate(
        `document.body.dispatchEvent(new KeyboardEvent('keydown', { code: '${code}', key: '${key}', bubbles: true }))`,
      );
    const becomes = (id: string) => eventually(async () => expect(await selected(page)).toBe(id));
    await press('KeyJ', 'ت');
    await becomes(claims[0]!.id);
    await press('KeyJ', 'ت');
    await becomes(claims[1]!.id);
    await press('KeyK', 'ن');
    await becomes(claims[0]!.id);
  });

  it('takes letters as letters while somebody types, and keeps what he typed over a reload', async () => {
    const { id, claims } = await post(ARABIC);
    const { page } = seat;
    await openArticle(page, id, `?claim=${claims[0]!.id}`);
    await page.waitForSelector('aside section h3');
    await settled(page);
    await page.keyboard.press('KeyC');
    const field = page.locator('form textarea');
    await field.fill('jkvd من أين هذا الرقم؟');
    await page.keyboard.press('KeyJ');
    expect(await selected(page)).toBe(claims[0]!.id);
    await page.reload();
    await page.waitForSelector('aside section h3');
    await settled(page);
    await page.keyboard.press('KeyC');
    expect(await page.locator('form textarea').inputValue()).toContain('من أين هذا الرقم؟');
    await page.keyboard.press('Control+Enter');
    await page.waitForSelector('text=أُضيف التعليق');
  });

  it('shows what a colleague changed within a second', async () => {
    const { id, claims } = await post(ARABIC);
    const { page } = seat;
    const opening = Date.now();
    await openArticle(page, id);
    const { id: claimId, version } = claims[0]!;
    const asked = Date.now();
    const answer = await stage.room.secondEditor.post(
      `/claims/${claimId}/dismissal`,
      { reason: 'opinion' },
      ifMatch(version),
    );
    expect(answer.status).toBe(200);
    const began = Date.now();
    await page.waitForSelector(`mark[data-claims~="${claimId}"]`, { state: 'detached' });
    // a second; on a machine at its limit by how much longer the change itself took there, or the page to open
    expect(Date.now() - began).toBeLessThan(Math.max(1000, 20 * (began - asked), asked - opening));
  });

  it('says what changed when somebody was quicker, and does it again on request', async () => {
    const { id, claims } = await post(ARABIC);
    const { page, context } = seat;
    const { id: claimId, version } = claims[0]!;
    await openArticle(page, id, `?claim=${claimId}`);
    await page.waitForSelector('aside section h3');
    // Cut off from events and re-reads, as on a bad line; writes pass.
    await context.route('**/api/v1/events', (route) => route.abort());
    await context.route(`**/api/v1/claims/${claimId}/dismissal`, async (route) => {
      await stage.room.secondEditor.patch(`/claims/${claimId}`, { kind: 'quote' }, version);
      await context.unroute(`**/api/v1/claims/${claimId}/dismissal`);
      await route.continue();
    });
    await page.keyboard.press('KeyX');
    await page.waitForSelector('text=سبقك زميل إلى تغييره');
    expect(await page.locator('[data-kind="conflict"] ins').textContent()).toContain('اقتباس مباشر');
    await page.click('text=نفّذ ما أردته على الوضع الجديد');
    await page.waitForSelector('[aria-live] [data-kind="done"]'); // the server has it, not only the screen
    await context.unroute('**/api/v1/events');
    const { body } = await stage.room.editor.get(`/claims/${claimId}`);
    expect([body.disposition, body.kind]).toEqual(['dismissed', 'quote']);
  });

  it('does what a key said before the claim was known, and nothing once another is selected', async () => {
    const { claims, id } = await post(ARABIC);
    const { page, context } = seat;
    const [left, meant] = [claims[0]!.id, claims[1]!.id];
    await openArticle(page, id);
    const held: Route[] = [];
    await context.route(/\/claims\/[^/]+$/, (route) => void held.push(route));
    for (const claimId of [left, meant]) {
      await page.keyboard.press('KeyJ');
      await eventually(async () => expect(await selected(page)).toBe(claimId));
      await page.keyboard.press('KeyX');
    }
    await eventually(() => expect(held.at(-1)?.request().url()).toContain(meant));
    for (const route of held) await route.continue();
    await context.unroute(/\/claims\/[^/]+$/);
    await page.waitForSelector('[aria-live] [data-kind="done"]');
    const read = async (claimId: string) => (await stage.room.editor.get(`/claims/${claimId}`)).body.disposition;
    expect([await read(left), await read(meant)]).toEqual(['active', 'dismissed']);
  });

  it('makes a claim of selected words, where they stand in code points', async () => {
    const { id } = await post(`😀 ${ARABIC}`);
    const { page } = seat;
    await openArticle(page, id);
    await page.evaluate(`(() => {
      const block = [...document.querySelectorAll('[data-block]')].find((b) => b.textContent.includes('ونفى'));
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      const node = walker.nextNode();
      const range = document.createRange();
      range.setStart(node, node.textContent.indexOf('مصدران'));
      range.setEnd(node, node.textContent.indexOf('مصدران') + 'مصدران مطلعان'.length);
      getSelection().removeAllRanges(); getSelection().addRange(range);
    })()`);
    await page.waitForSelector('[role="toolbar"]');
    await page.keyboard.press('KeyN');
    await page.waitForSelector('aside blockquote');
    expect(await page.locator('aside blockquote').first().textContent()).toBe('مصدران مطلعان');
  });

  const A_FRAME = 17; // ms
  it('answers j within 50 ms on an article of 300 claims', async () => {
    const sentences = Array.from(
      { length: 320 },
      (_, n) => `قال الوزير رقم ${n + 1} إن الأسعار ارتفعت ${n + 10} في المئة عام ${1990 + (n % 30)}.`,
    );
    const { id, claims } = await post(`مادة طويلة\n\n${sentences.join('\n\n')}`);
    expect(claims.length).toBeGreaterThanOrEqual(300);
    const { page } = seat;
    await openArticle(page, id);
    // beside each j a key that does nothing, and a sum: what that takes, and how much longer the sum than at its best, is the machine's
    const { j, nothing, slower } = await page.evaluate<{ j: number; nothing: number; slower: number }>(`(async () => {
      const pressed = async (code, key) => {
        const began = performance.now();
        document.body.dispatchEvent(new KeyboardEvent('keydown', { code, key, bubbles: true }));
        await new Promise((done) => requestAnimationFrame(() => done()));
        document.body.offsetHeight;
        const took = performance.now() - began;
        await new Promise((done) => setTimeout(done, 30));
        return took;
      };
      const median = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
      const added = () => {
        const began = performance.now();
        for (let at = 0, sum = 0; at < 3e6; at++) sum += Math.sqrt(at);
        return performance.now() - began;
      };
      const times = { j: [], nothing: [], sum: [] };
      for (let n = 0; n < 41; n++) {
        times.j.push(await pressed('KeyJ', 'j'));
        times.nothing.push(await pressed('F9', 'F9'));
        times.sum.push(added());
      }
      const slower = median(times.sum) / Math.min(...times.sum);
      return { j: median(times.j.slice(1)), nothing: median(times.nothing.slice(1)), slower };
    })()`);
    expect(j).toBeLessThan(50 * slower + 2 * Math.max(0, nothing - A_FRAME));
    expect(await selected(page)).not.toBeNull();
  });
});
