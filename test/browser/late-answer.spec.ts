import { claimFrom, done, post, type Any } from '../support/checking-work.js';
import { ifMatch } from '../support/newsroom-api.js';
import { hasBrowser } from './stage/chromium.js';
import { hold } from './stage/held.js';
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
  });
  afterAll(() => stage.close());
  afterEach(async () => {
    await seat.page.unrouteAll({ behavior: 'ignoreErrors' });
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
});
