import { assignTo, claimFrom, done, evidenceBody, fromOutlet, post, verdictBody } from '../support/checking-work.js';
import { ifMatch } from '../support/newsroom-api.js';
import { hasBrowser } from './stage/chromium.js';
import { openStage, type Seat, type Stage, until } from './stage/stage.js';

const inBrowser = hasBrowser() ? describe : describe.skip;
const SENTENCE = 'ارتفعت البطالة إلى 12 في المئة عام 2023.';
// words, not digits: four digits turn up by chance in the hashes of the ledger's screen
const CANARY = 'سرّ-سلمى-السبعون';
const SECRET = `${CANARY}: الرقم في الجدول التاسع مختلف`;

inBrowser('two people at once', () => {
  let stage: Stage;
  let article: string;
  let claim: string;
  beforeAll(async () => {
    stage = await openStage();
    const { editor } = stage.room;
    article = (await post(editor, [SENTENCE, 'وغادر الوزير القاعة بعد ذلك.'])).id as string;
    claim = (await claimFrom(editor, article, SENTENCE)).id as string;
  });
  afterAll(() => stage.close());

  it('what one does appears before the other within a second', async () => {
    const seat = await stage.seat(stage.room.editor, { language: 'en' });
    const opening = Date.now();
    await seat.open('/sources');
    await seat.page.waitForSelector('[data-state="live"]');
    const asked = Date.now();
    const name = `وكالة حيّة ${asked}`;
    await done(stage.room.secondEditor.post('/sources', { name, type: 'agency' }));
    const began = Date.now();
    await until(seat.page, `document.body.innerText.includes(${JSON.stringify(name)})`);
    // a second; on a machine at its limit by how much longer the writing itself took there, or the page to open
    expect(Date.now() - began).toBeLessThan(Math.max(1000, 20 * (began - asked), asked - opening));
    expect(seat.witness.take()).toEqual([]);
  });

  it('the later of two changes is refused, said so, and what he wrote stays', async () => {
    const source = await done(stage.room.editor.post('/sources', { name: 'صحيفة المساء', type: 'outlet' }));
    const { page, open, witness } = await stage.seat(stage.room.editor, { language: 'en' });
    await open(`/sources/${source.id as string}`);
    const aliases = page.getByLabel('Other names');
    await aliases.fill('المساء اليوم');
    // the line is cut, so that the change of the other does not arrive before mine is sent
    await page.route('**/api/v1/events', (route) => route.abort());
    await page.route(`**/api/v1/sources/${source.id as string}`, (route) =>
      route.request().method() === 'GET' ? route.abort() : route.fallback(),
    );
    await done(stage.room.secondEditor.patch(`/sources/${source.id as string}`, { url: 'https://example.org' }, 1));
    const answer = page.waitForResponse((response) => response.request().method() === 'PATCH');
    await page.getByRole('main').getByRole('button', { name: 'Save' }).click();
    expect((await answer).status()).toBe(412);
    await page.getByRole('alert').waitFor();
    expect(await aliases.inputValue()).toBe('المساء اليوم');
    const kept = await done(stage.room.editor.get(`/sources/${source.id as string}`));
    expect([kept.url, kept.aliases]).toEqual(['https://example.org', []]);
    // with the line back he is told what changed without asking, and one key does his on top of it
    await page.unrouteAll();
    const conflict = page.locator('[data-kind="conflict"]');
    await conflict.waitFor();
    expect(await conflict.locator('ins').innerText()).toBe('https://example.org');
    const again = page.waitForResponse((response) => response.request().method() === 'PATCH');
    await page.keyboard.press('Enter');
    expect((await again).status()).toBe(200);
    await conflict.waitFor({ state: 'detached' });
    const both = await done(stage.room.editor.get(`/sources/${source.id as string}`));
    expect([both.url, both.aliases]).toEqual(['https://example.org', ['المساء اليوم']]);
    witness.take();
  });

  it('a revision written while a colleague posted one is kept, and posted with one key', async () => {
    const { id } = await post(stage.room.editor, ['تقرير عن الميناء', 'وصلت 40 سفينة إلى الميناء عام 2023.']);
    const { page, open, witness } = await stage.seat(stage.room.editor, { language: 'en' });
    await page.route('**/api/v1/events', (route) => route.abort());
    await open(`/articles/${id as string}?view=revise`);
    const words = page.locator('main form textarea').last();
    await words.fill('وصلت 44 سفينة إلى الميناء عام 2023.');
    const blocks = [
      { field: 'title', text: 'تقرير عن الميناء' },
      { field: 'body', text: 'وصلت 43 سفينة إلى الميناء عام 2023.' },
    ];
    const { version } = await done(stage.room.editor.get(`/articles/${id as string}`));
    await done(stage.room.secondEditor.post(`/articles/${id as string}/revisions`, { blocks }, ifMatch(version)));
    await words.press('Control+Enter');
    const conflict = page.locator('[data-kind="conflict"]');
    await conflict.waitFor();
    expect(await conflict.locator('li').first().innerText()).toMatch(/Revision: 1 2/);
    expect(await words.inputValue()).toContain('44');
    await page.keyboard.press('Enter');
    await page.waitForURL(/view=revisions/);
    const now = await done(stage.room.editor.get(`/articles/${id as string}`));
    expect([now.revisionNumber, now.revision.blocks.at(-1).text]).toEqual([3, 'وصلت 44 سفينة إلى الميناء عام 2023.']);
    witness.take();
  });

  it('a verdict is nowhere in the page, the network or the cache of whoever must still judge', async () => {
    const { editor, salma, omar } = stage.room;
    await assignTo(editor, claim, salma);
    await assignTo(editor, claim, omar);
    const seat = await stage.seat(omar, { language: 'ar' });
    const heard = listen(seat);
    const screens = [
      '/turn',
      '/claims',
      `/articles/${article}?claim=${claim}`,
      '/adjudicate',
      '/ledger',
      '/team',
      '/sources',
    ];
    await seat.open(`/articles/${article}?claim=${claim}`);
    const item = await done(
      salma.post(`/claims/${claim}/evidence`, evidenceBody(fromOutlet('مصدر'), { stance: 'refutes' })),
    );
    await done(salma.post(`/claims/${claim}/verdicts`, verdictBody('false', [item.id as string], SECRET)));
    for (const screen of screens) {
      await seat.open(screen);
      await seat.page.waitForTimeout(150); // events of it come in bunches
      expect([screen, (await seat.page.content()).includes(CANARY)]).toEqual([screen, false]);
    }
    expect(heard.bodies.length).toBeGreaterThan(screens.length);
    expect(heard.bodies.filter((body) => body.includes(CANARY))).toEqual([]);
    const stored = await seat.page.evaluate(
      `Promise.all([caches.keys(), JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage })])`,
    );
    expect(stored).toEqual([[], expect.not.stringContaining(CANARY)]);
    // and the spy is no fool: after his own verdict he reads it
    const own = await done(omar.post(`/claims/${claim}/evidence`, evidenceBody(fromOutlet('مصدر آخر'))));
    await done(
      omar.post(`/claims/${claim}/verdicts`, verdictBody('true', [own.id as string], 'راجعت الجدول ووجدت الرقم فيه.')),
    );
    await seat.open(`/adjudicate?claim=${claim}`);
    await until(seat.page, `document.body.innerText.includes(${JSON.stringify(CANARY)})`);
    expect(heard.bodies.some((body) => body.includes(CANARY))).toBe(true);
    expect(seat.witness.take()).toEqual([]);
  });
});

function listen({ page }: Seat) {
  const bodies: string[] = [];
  page.on('response', (response) => {
    if (!response.url().includes('/api/v1/') || response.url().includes('/events')) return;
    void response.text().then(
      (body) => bodies.push(body),
      () => undefined, // a page that went on
    );
  });
  return { bodies };
}
