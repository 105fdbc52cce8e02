import type { Page } from 'playwright-core';
import { claimFrom, done, post, type Any } from '../support/checking-work.js';
import { hasBrowser } from './stage/chromium.js';
import { hold, layLine } from './stage/held.js';
import { axeFindings, openStage, type Seat, settled, type Stage } from './stage/stage.js';

const inBrowser = hasBrowser() ? describe : describe.skip;
const WORDS = ['بلغت كلفة الجسر 48 مليون دينار عام 2024', 'ارتفعت البطالة إلى 12 في المئة عام 2023'] as const;
const THIRD = 'انخفض إنتاج القمح إلى 900 ألف طن عام 2022';

inBrowser('claims across articles', () => {
  let stage: Stage;
  let seat: Seat;
  let page: Page;
  const claims = new Map<string, Any>();
  beforeAll(async () => {
    stage = await openStage({ worker: false });
    const { editor } = stage.room;
    const { id } = await post(
      editor,
      [...WORDS, THIRD].map((words) => `${words}.`),
    );
    for (const words of [...WORDS, THIRD]) claims.set(words, await claimFrom(editor, id, words));
    seat = await stage.seat(editor, { language: 'en' });
    page = seat.page;
    await layLine(page);
  });
  afterAll(() => stage.close());
  beforeEach(() => seat.open('/claims'));
  afterEach(async () => {
    await layLine(page);
    expect(seat.witness.take()).toEqual([]);
  });

  const now = (words: string): Promise<Any> =>
    done(stage.room.editor.get(`/claims/${claims.get(words)!.id as string}`));
  const choose = (words: string) => page.getByRole('checkbox', { name: `Choose: ${words}` }).check();
  const bar = () => page.getByRole('toolbar', { name: 'Work on everything chosen' });
  const search = () => page.getByLabel('Search the words');
  const row = (words: string) => page.getByRole('row', { name: words });

  it('does one thing to everything chosen once, and leaves chosen what was chosen since', async () => {
    for (const words of WORDS) await choose(words);
    const sent: unknown[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/claims/bulk')) sent.push(request.postDataJSON());
    });
    const working = await hold(page, 'POST', '/claims/bulk');
    const tier = async (name: string) => {
      await bar().getByRole('button', { name: 'Set tier' }).click({ force: true });
      await page.getByRole('menuitem', { name: new RegExp(`^Tier ${name}`) }).click({ timeout: 2_000 });
    };
    await tier('A');
    await working.sent;
    expect(await axeFindings(page)).toEqual([]);
    await tier('B').catch(() => undefined);
    await choose(THIRD);
    working.letGo();
    const told = page.getByRole('dialog', { name: 'What was done' });
    await told.getByText('2 done.').waitFor();
    await page.keyboard.press('Escape');
    await bar().getByText('1 chosen').waitFor();
    expect(sent).toHaveLength(1);
    expect(await Promise.all([...WORDS, THIRD].map(now))).toMatchObject([
      { tier: 'A' },
      { tier: 'A' },
      { tier: claims.get(THIRD)!.tier },
    ]);
  });

  it('tells what was left as it is, and why', async () => {
    await choose(THIRD);
    await bar().getByRole('button', { name: 'Bring back' }).click();
    const told = page.getByRole('dialog', { name: 'What was done' });
    await told.getByText('1 was left as it is, and this is why:').waitFor();
    await told.getByText(THIRD).waitFor();
  });

  it('a view is kept under a name, with what is looked for; opened, it wins over words just typed', async () => {
    await search().fill('البطالة');
    await page.waitForURL(/q=/);
    await row(WORDS[1]).waitFor();
    await page.getByRole('button', { name: 'Saved views' }).click();
    await page.getByLabel('Name of this view').fill('الأسعار');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const kept = page.getByRole('button', { name: 'الأسعار', exact: true });
    await kept.waitFor();
    await search().fill('القمح');
    await kept.click();
    await page.waitForTimeout(600); // twice as long as typing rests before it is looked for
    await settled(page);
    expect(await search().inputValue()).toBe('البطالة');
    await row(WORDS[1]).waitFor();
    expect(await row(THIRD).count()).toBe(0);
  });

  it('asked for anew by its name in the menu, it shows everything and the box is empty', async () => {
    await search().fill('البطالة');
    await page.waitForURL(/q=/);
    await page.getByRole('link', { name: 'Claims', exact: true }).first().click();
    await row(THIRD).waitFor();
    expect(await search().inputValue()).toBe('');
  });
});
