import type { Route } from 'playwright-core';
import { addEvidence, assignTo, claimFrom, done, fromOutlet, post } from '../support/checking-work.js';
import { eventually } from '../support/eventually.js';
import type { Person } from '../support/newsroom-api.js';
import { hasBrowser } from './stage/chromium.js';
import { openStage, settled, type Seat, type Stage } from './stage/stage.js';

const inBrowser = hasBrowser() ? describe : describe.skip;
const SENTENCE = 'ارتفعت البطالة إلى 12 في المئة عام 2023.';
const RATIONALE = 'راجعت الجدول الرسمي ووجدت النسبة فيه كما في النص.';

inBrowser('what is being written', () => {
  let stage: Stage;
  let path: string;
  let claim: string;
  let shown: string;
  beforeAll(async () => {
    stage = await openStage({ worker: false });
    const { editor, salma, omar } = stage.room;
    const article = await post(editor, [SENTENCE]);
    claim = (await claimFrom(editor, article.id as string, SENTENCE)).id as string;
    for (const who of [salma, omar]) await assignTo(editor, claim, who);
    shown = (await addEvidence(salma, claim, fromOutlet('مصدر'))).id as string;
    path = `/articles/${article.id as string}?claim=${claim}`;
  });
  afterAll(() => stage.close());

  async function verdictForm({ page, open }: Seat) {
    await open(path);
    await page.locator('aside section h3').first().waitFor();
    await settled(page);
    await page.keyboard.press('KeyV');
    const words = page.locator('aside form textarea').first();
    await words.waitFor();
    return words;
  }

  async function enterAs(seat: Seat, who: Person): Promise<void> {
    const [link] = await stage.api.application.founding.signInLinks(stage.room.id, [who.id]);
    await seat.page.goto(`${stage.api.url}/sign-in#link=${link}`);
    await seat.page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
    await settled(seat.page);
  }

  it('outlives the page, is nobody else’s, and is put away once it has arrived', async () => {
    const seat = await stage.seat(stage.room.salma, { language: 'en' });
    await (await verdictForm(seat)).fill(RATIONALE);
    await seat.page.reload();
    expect(await (await verdictForm(seat)).inputValue()).toBe(RATIONALE);

    // The same browser, and a colleague at it, who must not be swayed.
    await seat.context.clearCookies();
    await enterAs(seat, stage.room.omar);
    expect(await (await verdictForm(seat)).inputValue()).toBe('');
    expect(await seat.page.content()).not.toContain(RATIONALE);

    await seat.context.clearCookies();
    await enterAs(seat, stage.room.salma);
    const words = await verdictForm(seat);
    expect(await words.inputValue()).toBe(RATIONALE);
    await seat.page.locator('aside form input[type="radio"]').first().press('Space');
    await words.press('Control+Enter');
    await seat.page.locator('aside form').waitFor({ state: 'detached' });
    const { items } = await done(stage.room.salma.get(`/claims/${claim}/verdicts`));
    expect(items).toMatchObject([{ rationale: RATIONALE }]);
    expect(await seat.page.evaluate<string>('JSON.stringify({ ...localStorage })')).not.toContain(RATIONALE);
    expect(seat.witness.take()).toEqual([]);
  });

  it('rests on the evidence of the moment before, though the list with it is still on its way', async () => {
    const { omar, editor } = stage.room;
    const seat = await stage.seat(omar, { language: 'en' });
    const words = await verdictForm(seat);
    await words.fill(RATIONALE);
    const held: Route[] = [];
    await seat.context.route(`**/claims/${claim}/evidence*`, (route) => void held.push(route));
    const { id: own } = await addEvidence(omar, claim, fromOutlet('صحيفة'));
    await addEvidence(editor, claim, fromOutlet('موقع')); // which he has not seen
    await eventually(() => expect(held).not.toEqual([]));
    await seat.page.locator('aside form input[type="radio"]').first().press('Space');
    await words.press('Control+Enter');
    await seat.page.locator('aside form button[data-loading]').waitFor(); // it waits for the list
    await seat.context.unroute(`**/claims/${claim}/evidence*`);
    for (const route of held) await route.continue().catch(() => {});
    await seat.page.locator('aside form').waitFor({ state: 'detached' });
    const { items } = await done(omar.get(`/claims/${claim}/verdicts`));
    const his = items.find(({ reviewerId }: { reviewerId: string }) => reviewerId === omar.id);
    expect(his.evidenceIds).toEqual([shown, own]);
  });
});
