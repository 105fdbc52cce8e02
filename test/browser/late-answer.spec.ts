import type { Locator } from 'playwright-core';
import { claimFrom, done, post, type Any } from '../support/checking-work.js';
import { ifMatch } from '../support/newsroom-api.js';
import { hasBrowser } from './stage/chromium.js';
import { hold, layLine } from './stage/held.js';
import { openStage, type Seat, settled, type Stage } from './stage/stage.js';

const inBrowser = hasBrowser() ? describe : describe.skip;
const FIRST = 'بلغت كلفة الجسر 48 مليون دينار عام 2024';
const SECOND = 'ارتفعت البطالة إلى 12 في المئة عام 2023';

inBrowser('an answer that comes late', () => {
  let stage: Stage;
  let seat: Seat;
  beforeAll(async () => {
    stage = await openStage({ worker: false });
    seat = await stage.seat(stage.room.editor, { language: 'en' });
    await layLine(seat.page);
  });
  afterAll(() => stage.close());
  afterEach(async () => {
    await layLine(seat.page);
    expect(seat.witness.take()).toEqual([]);
  });

  /** An article of two claims, the first of them selected. */
  async function opened(): Promise<{ article: string; first: string; second: string }> {
    const { editor } = stage.room;
    const { id } = await post(editor, [`${FIRST}.`, `${SECOND}.`]);
    const [first, second] = [await claimFrom(editor, id, FIRST), await claimFrom(editor, id, SECOND)];
    await seat.open(`/articles/${id}?claim=${first.id}`);
    await shows(FIRST);
    return { article: id, first: first.id, second: second.id };
  }
  const panel = () => seat.page.getByRole('complementary').last();
  const shows = async (words: string) => {
    await panel().locator('blockquote', { hasText: words }).first().waitFor();
    await panel().getByRole('button', { name: 'Set aside' }).waitFor();
    await settled(seat.page);
  };
  const messages = () => seat.page.getByRole('region', { name: 'Messages' });

  it('is about the claim that was meant, not about the one that is selected by then', async () => {
    const { first, second } = await opened();
    const { page } = seat;
    const dismissal = await hold(page, 'POST', `/claims/${first}/dismissal`);
    await page.keyboard.press('x');
    await dismissal.sent;
    await page.keyboard.press('j');
    await shows(SECOND);
    const reading = await hold(page, 'GET', `/claims/${second}`);
    dismissal.letGo();
    await messages().getByText('Set aside').waitFor();
    expect(await panel().getByRole('button', { name: 'Bring back' }).count()).toBe(0);
    reading.letGo();
    const now = (id: string): Promise<Any> => done(stage.room.editor.get(`/claims/${id}`));
    expect([(await now(first)).disposition, (await now(second)).disposition]).toEqual(['dismissed', 'active']);
  });

  it('refuses where it was asked for, and says so wherever one is', async () => {
    const { first } = await opened();
    const { page } = seat;
    const dismissal = await hold(page, 'POST', `/claims/${first}/dismissal`);
    await page.keyboard.press('x');
    await dismissal.sent;
    await page.keyboard.press('j');
    await shows(SECOND);
    const { version } = await done(stage.room.editor.get(`/claims/${first}`));
    await done(stage.room.secondEditor.patch(`/claims/${first}`, { kind: 'event' }, version));
    dismissal.letGo();
    await messages().getByText(FIRST).waitFor();
    expect(await panel().getByRole('alert').count()).toBe(0);
    await page.keyboard.press('k');
    await panel().locator('[data-kind="conflict"]').waitFor();
  });

  it('a claim made of selected words is shown, unless one has gone on meanwhile', async () => {
    const { article } = await opened();
    const { page } = seat;
    const selects = (words: string) =>
      page.evaluate(`(() => {
        const block = [...document.querySelectorAll('[data-block]')].find((b) => b.textContent.includes('${words}'));
        const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.textContent.indexOf('${words}');
          if (at < 0) continue;
          getSelection().setBaseAndExtent(node, at, node, at + ${words.length});
        }
      })()`);
    await selects('كلفة الجسر');
    await page.getByRole('toolbar', { name: 'New claim' }).waitFor();
    const making = await hold(page, 'POST', `/articles/${article}/claims`);
    await page.keyboard.press('n');
    await making.sent;
    await selects('البطالة');
    await page.keyboard.press('j');
    await shows(SECOND);
    making.letGo();
    await messages().getByText('Claim added').waitFor();
    await settled(page);
    await shows(SECOND);
    expect(await page.evaluate('getSelection().toString()')).toBe('البطالة');
  });

  it.each([
    ['another claim', ['j', 'c'], 'Comment to the desk'],
    ['another form', ['e'], 'Where in it'],
  ])('leaves the form alone that is open on %s by then', async (_name, keys, field) => {
    const { first } = await opened();
    const { page } = seat;
    await page.keyboard.press('c');
    await panel().getByLabel('Comment to the desk').fill('راجعت الجدول.');
    const sending = await hold(page, 'POST', `/claims/${first}/comments`);
    await page.keyboard.press('Control+Enter');
    await sending.sent;
    await page.keyboard.press('Escape');
    for (const key of keys) {
      await page.keyboard.press(key);
      await settled(page);
    }
    const words = panel().getByLabel(field);
    await words.fill('الصفحة');
    sending.letGo();
    await messages().getByText('Comment added').waitFor();
    await words.press('End');
    await page.keyboard.type(' 4');
    expect(await words.inputValue()).toBe('الصفحة 4');
  });

  it('words looked for on behalf of one claim place no other', async () => {
    const { article, first } = await opened();
    const { editor } = stage.room;
    const { version } = await done(editor.get(`/articles/${article}`));
    const text = 'أهلًا بكم في الصفحة الجديدة.';
    await done(editor.post(`/articles/${article}/revisions`, { language: 'ar', text }, ifMatch(version)));
    await seat.open(`/articles/${article}?claim=${first}`);
    const words = panel().getByLabel('Its words in the new text');
    await words.fill('الصفحة');
    await panel().getByRole('button', { name: 'The claim stands here' }).waitFor();
    await panel().getByRole('button', { name: 'Next' }).click();
    await panel().locator('blockquote', { hasText: SECOND }).first().waitFor();
    await settled(seat.page);
    expect([
      await words.inputValue(),
      await panel().getByRole('button', { name: 'The claim stands here' }).count(),
    ]).toEqual(['', 0]);
  });

  it('a hold that a colleague has set meanwhile is not lifted by setting it again', async () => {
    const { article } = await opened();
    const { editor, secondEditor } = stage.room;
    const now = (): Promise<Any> => done(editor.get(`/articles/${article}`));
    const { page } = seat;
    await hold(page, 'GET', '/events');
    await seat.open(`/articles/${article}?view=file`);
    const legal = page.getByRole('region', { name: 'Legal' });
    await legal.getByRole('textbox').fill('دعوى أمام محكمة النشر');
    const theirs = { hold: { reason: 'طلب حفظ' } };
    await done(secondEditor.post(`/articles/${article}/legal-hold`, theirs, ifMatch((await now()).version)));
    await legal.getByRole('button', { name: 'Hold for the law' }).click();
    await legal.locator('[data-kind="conflict"]').waitFor();
    await legal.getByText('طلب حفظ').waitFor();
    const again = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.keyboard.press('Enter');
    expect((await again).request().postDataJSON()).toEqual({ hold: { reason: 'دعوى أمام محكمة النشر' } });
    expect((await now()).legalHold).toBe(true);
  });

  describe('leaves what was typed since it was asked for', () => {
    /** Saves one field on a slow line, types in another before the answer, and answers what the other holds then. */
    async function typedMeanwhile(at: Seat, form: Locator, path: string, fields: readonly [Locator, Locator]) {
      const [first, second] = fields;
      await first.fill('45');
      const saving = await hold(at.page, 'PATCH', path);
      await form.getByRole('button', { name: 'Save' }).click();
      await saving.sent;
      await second.fill('7');
      saving.letGo();
      await at.page.getByRole('region', { name: 'Messages' }).getByText(/saved/i).waitFor();
      await settled(at.page);
      return [await first.inputValue(), await second.inputValue()];
    }

    it('in the rules, the scales and the register of sources', async () => {
      const admin = await stage.seat(stage.room.admin, { language: 'en' });
      await layLine(admin.page);
      const main = admin.page.getByRole('main');
      await admin.open('/settings/policy');
      const rule = (name: string) => admin.page.getByRole('textbox', { name });
      const rules = [rule('Triage threshold'), rule('Most assignments at once')] as const;
      const left = [await typedMeanwhile(admin, main, '/newsroom', rules)];

      await admin.open('/settings/scale');
      const scale = main.getByRole('form').or(main.locator('form')).first();
      const labels = scale.getByRole('textbox', { name: /masculine of/ });
      left.push(await typedMeanwhile(admin, scale, '/newsroom', [labels.nth(0), labels.nth(1)]));
      expect(admin.witness.take()).toEqual([]);

      const source = await done(stage.room.editor.post('/sources', { name: 'وكالة المرفأ', type: 'agency' }));
      await seat.open(`/sources/${source.id}`);
      const details = seat.page.getByRole('main');
      const register = [
        details.getByLabel('Other names'),
        details.getByRole('textbox', { name: 'Name', exact: true }),
      ] as const;
      left.push(await typedMeanwhile(seat, details, `/sources/${source.id}`, register));
      expect(left).toEqual(left.map(() => ['45', '7']));
      await details.getByRole('button', { name: 'Save' }).click();
      await seat.page.getByRole('heading', { level: 1, name: '7' }).waitFor();
      expect(await done(stage.room.editor.get(`/sources/${source.id}`))).toMatchObject({ name: '7', aliases: ['45'] });
    });
  });

  it('what was typed of one source is not offered for the next', async () => {
    const { editor } = stage.room;
    const owner = await done(editor.post('/sources', { name: 'مجموعة الميناء', type: 'outlet' }));
    const paper = { name: 'صحيفة الميناء', type: 'outlet', ownerId: owner.id, derivesFromId: owner.id };
    const { id } = await done(editor.post('/sources', paper));
    const { page } = seat;
    await seat.open(`/sources/${owner.id}`); // known from now on, and shown at once
    await page.getByRole('link', { name: 'All sources' }).click();
    await page.getByRole('link', { name: paper.name }).last().click();
    await page.waitForURL(`**/sources/${id}`);
    const aliases = page.getByLabel('Other names');
    await aliases.fill('الميناء اليوم');
    await page.getByRole('main').getByRole('link', { name: owner.name }).click();
    await page.waitForURL(`**/sources/${owner.id}`);
    await settled(page);
    expect([
      await page.getByRole('textbox', { name: 'Name', exact: true }).inputValue(),
      await aliases.inputValue(),
    ]).toEqual([owner.name, '']);
  });
});
