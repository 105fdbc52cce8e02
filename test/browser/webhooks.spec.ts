import { done, post } from '../support/checking-work.js';
import { told, verifies, WebhookLab, BEHAVIOURS } from '../support/webhook-lab.js';
import { hasBrowser } from './stage/chromium.js';
import { axeFindings, openStage, type Stage } from './stage/stage.js';

const inBrowser = hasBrowser() ? describe : describe.skip;
const WORDS = {
  ar: {
    add: 'إضافة عنوان',
    created: 'مادة جديدة',
    close: 'إغلاق',
    sent: 'ما أُرسل',
    test: 'إرسال تجربة',
    renew: 'تحديث القائمة',
    failed: 'كان الجواب 500',
    replay: 'إعادة الإرسال',
    delivered: 'سُلّم',
    change: 'تعديل',
    rotate: 'سرّ جديد',
    rotateNow: 'إنشاء سرّ جديد',
    active: 'الإرسال إلى هذا العنوان',
    save: 'حفظ',
    stopped: 'موقوف',
    remove: 'حذف',
    removeNow: 'حذف العنوان',
    none: 'لا عنوان يُخبَر بشيء',
  },
  en: {
    add: 'Add an address',
    created: 'New article',
    close: 'Close',
    sent: 'What was sent',
    test: 'Send a test',
    renew: 'Look again',
    failed: 'Answered 500',
    replay: 'Send again',
    delivered: 'delivered',
    change: 'Change',
    rotate: 'New secret',
    rotateNow: 'Make a new secret',
    active: 'Send to this address',
    save: 'Save',
    stopped: 'Switched off',
    remove: 'Remove',
    removeNow: 'Remove the address',
    none: 'No address is told anything',
  },
} as const;
const ADDRESS = 'https://cms.example.org/isnad';

inBrowser('webhooks on screen', () => {
  let stage: Stage;
  let lab: WebhookLab;
  beforeAll(async () => {
    stage = await openStage({ worker: false });
    lab = await WebhookLab.open(stage.api);
  });
  afterAll(async () => {
    await lab.close();
    await stage.close();
  });

  it.each(['ar', 'en'] as const)('from an address to its last message, in %s', async (language) => {
    const words = WORDS[language];
    const { room } = stage;
    const { page, open, witness } = await stage.seat(room.admin, { language });
    const dialog = page.getByRole('dialog');
    const row = page.getByRole('main').getByRole('listitem').filter({ hasText: ADDRESS });
    const button = (name: string) => dialog.getByRole('button', { name, exact: true });
    const secretShown = async (): Promise<string> => (await dialog.locator('code').textContent())!;
    lab.received.length = 0;

    await open('/settings/webhooks');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: words.add }).click();
    await dialog.locator('input[type="url"]').fill(ADDRESS);
    await dialog.getByRole('checkbox', { name: words.created, exact: true }).check();
    expect(await axeFindings(page)).toEqual([]);
    await button(words.add).click();
    await dialog.locator('code').waitFor();
    const secret = await secretShown();
    expect(secret).toMatch(/^whsec_/);
    await dialog.locator('code').locator('..').locator('..').getByRole('button', { name: words.close }).click();
    await row.waitFor();

    // A test that the receiver cannot take, and the same message again.
    lab.behave = BEHAVIOURS.broken;
    await row.getByRole('button', { name: words.sent }).click();
    await button(words.test).click();
    await dialog.getByRole('listitem').first().waitFor();
    for (let attempt = 0; attempt < 10; attempt++) {
      await lab.send(room);
      await lab.stored.query('UPDATE webhook SET succeeded_at = now()');
    }
    await button(words.renew).click();
    await dialog.getByText(words.failed).first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    lab.behave = BEHAVIOURS.ok;
    await dialog.getByRole('button', { name: words.replay }).click();
    await dialog.getByRole('button', { name: words.replay }).waitFor({ state: 'detached' });
    await lab.send(room);
    await button(words.renew).click();
    await dialog.getByText(words.delivered).waitFor();
    expect(verifies(secret, lab.received.at(-1)!)).toBe(true);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });

    // An event, signed with both secrets once there is a new one.
    await row.getByRole('button', { name: words.change }).click();
    await button(words.rotate).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await button(words.rotate).click();
    await button(words.rotateNow).click();
    await dialog.locator('code').waitFor();
    const next = await secretShown();
    const article = await post(room.editor, ['خبر.']);
    await lab.readAndSend(room);
    const last = lab.received.at(-1)!;
    expect(told(last).data.articleId).toBe(article.id);
    expect([verifies(secret, last), verifies(next, last)]).toEqual([true, true]);

    // Stopped after that, without a word about what was changed here a moment ago; then removed.
    await dialog.getByRole('checkbox', { name: words.active }).uncheck();
    await button(words.save).click();
    await dialog.waitFor({ state: 'detached' });
    await row.getByText(words.stopped).waitFor();
    expect((await done(room.admin.get('/webhooks'))).items).toMatchObject([{ active: false, disabledReason: 'admin' }]);
    await row.getByRole('button', { name: words.change }).click();
    await button(words.remove).click();
    await button(words.removeNow).click();
    await page.getByText(words.none).waitFor();
    expect((await done(room.admin.get('/webhooks'))).items).toEqual([]);
    expect(witness.take()).toEqual([]);
  });
});
