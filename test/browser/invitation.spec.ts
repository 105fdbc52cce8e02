import { done } from '../support/checking-work.js';
import { hasBrowser } from './stage/chromium.js';
import { axeFindings, openStage, settled, type Stage } from './stage/stage.js';

const inBrowser = hasBrowser() ? describe : describe.skip;
const PASSWORD = 'نام القط على سور الحديقة القديمة';
const WORDS = {
  ar: {
    invite: 'دعوة عضو',
    name: 'نوال الحاج',
    welcome: 'أهلًا بك، نوال الحاج',
    differ: 'كلمتا السر غير متطابقتين',
    over: 'لا يمكن استعمال هذا الرابط',
  },
  en: {
    invite: 'Invite a member',
    name: 'Nora Vale',
    welcome: 'Welcome, Nora Vale',
    differ: 'The two passwords are not the same',
    over: 'This link cannot be used',
  },
} as const;

inBrowser('an invitation', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  /** As an administrator makes it, and hands it on. */
  async function invite(language: 'ar' | 'en'): Promise<string> {
    const { page, open, close } = await stage.seat(stage.room.admin, { language });
    await open('/settings/members');
    await page.getByRole('button', { name: WORDS[language].invite }).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('input[data-autofocus]').fill(WORDS[language].name);
    await dialog.locator('input[type="email"]').fill(`guest-${language}@room.example`);
    await page.keyboard.press('Enter');
    const link = await dialog.locator('text=/\\/invitation/').first().textContent();
    await close();
    return link!;
  }

  it('has a like for whoever forgot his password, from the member’s dialog', async () => {
    const { salma, admin } = stage.room;
    const { page, open, witness } = await stage.seat(admin, { language: 'ar' });
    await open('/settings/members');
    const rowOf = (email: string) => page.getByRole('listitem').filter({ hasText: email }).getByRole('button');
    const ask = page.getByRole('button', { name: 'رابط لكلمة سر جديدة' });
    await rowOf(admin.email).click();
    await page.getByRole('dialog').getByRole('button', { name: 'حفظ' }).waitFor();
    expect(await ask.count()).toBe(0); // never for oneself
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await rowOf(salma.email).click();
    await ask.click();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'أنشئ الرابط' }).click();
    const link = (await page.getByRole('dialog').locator('code').textContent())!;
    const guest = await stage.stranger({ language: 'ar' });
    await guest.page.goto(link);
    for (const field of ['password', 'again']) await guest.page.locator(`input[name="${field}"]`).fill(PASSWORD);
    await guest.page.keyboard.press('Enter');
    await guest.page.waitForURL(/\/desk$/);
    await settled(guest.page);
    for (const seen of [witness, guest.witness]) expect(seen.take()).toEqual([]);
  });

  it.each(['ar', 'en'] as const)('leads to a password and in, once, by keyboard alone, in %s', async (language) => {
    const link = await invite(language);
    const { page, witness } = await stage.stranger({ language });
    await page.goto(link);
    await page.getByRole('heading', { name: WORDS[language].welcome }).waitFor();
    expect(await page.locator('html').getAttribute('dir')).toBe(language === 'ar' ? 'rtl' : 'ltr');
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.locator('input[name="name"]').inputValue()).toBe(WORDS[language].name);

    const write = async (password: string, again: string) => {
      await page.locator('input[name="password"]').focus();
      await page.keyboard.press('Control+A');
      await page.keyboard.type(password);
      await page.keyboard.press('Tab');
      if (!(await page.locator('input[name="again"]').evaluate((field) => field === field.ownerDocument.activeElement)))
        await page.keyboard.press('Tab'); // over the eye that shows the password
      await page.keyboard.press('Control+A');
      await page.keyboard.type(again);
      await page.keyboard.press('Enter');
    };
    await write(PASSWORD, `${PASSWORD}!`);
    await page.getByText(WORDS[language].differ).waitFor();
    await write('قصيرة', 'قصيرة');
    await page.getByRole('alert').getByText('15').or(page.getByRole('alert').getByText('١٥')).waitFor();
    await write(PASSWORD, PASSWORD);
    await page.waitForURL(/\/desk$/);
    await settled(page);
    const { items } = await done(stage.room.admin.get('/members?limit=100'));
    expect(items.map(({ name }: { name: string }) => name)).toContain(WORDS[language].name);
    expect(witness.take()).toEqual([]);

    const late = await stage.stranger({ language });
    await late.page.goto(link);
    await late.page.locator('input[name="password"]').fill(PASSWORD);
    await late.page.locator('input[name="again"]').fill(PASSWORD);
    await late.page.keyboard.press('Enter');
    await late.page.getByRole('heading', { name: WORDS[language].over }).waitFor();
    expect(await axeFindings(late.page)).toEqual([]);
    expect(late.witness.take()).toEqual([]);
  });

  it('without its secret is none', async () => {
    const { page } = await stage.stranger({ language: 'en' });
    await page.goto(`${stage.api.url}/invitation`);
    await page.getByRole('heading', { name: WORDS.en.over }).waitFor();
  });
});
