import { done, type Any } from '../support/checking-work.js';
import { hasBrowser } from './stage/chromium.js';
import { axeFindings, openStage, type Stage } from './stage/stage.js';

const inBrowser = hasBrowser() ? describe : describe.skip;

inBrowser('the rules of checking', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  }, 60_000);
  afterAll(() => stage.close());

  const policy = async (): Promise<Any> => (await done(stage.room.admin.get('/newsroom'))).policy;

  it('a preset says what it would change, and changes nothing before that is confirmed', async () => {
    const { page, open, witness } = await stage.seat(stage.room.admin, { language: 'en' });
    await open('/settings/policy');
    await page.getByRole('button', { name: 'Strict' }).click();
    const would = page.getByRole('region', { name: 'What “Strict” would change' });
    expect(await would.innerText()).toMatch(/Taking work oneself\s+Yes\s+No/);
    expect(await would.innerText()).not.toContain('Working time');
    expect((await policy()).preset).toBe('standard');
    expect(await axeFindings(page)).toEqual([]);
    await would.getByRole('button', { name: 'Put “Strict” in force' }).click();
    await page.getByText('Rules saved', { exact: false }).waitFor();
    expect(await policy()).toMatchObject({ preset: 'strict', selfClaim: false });
    expect(witness.take()).toEqual([]);
  }, 60_000);

  it('working time, terms by kind and checklists are the newsroom’s own', async () => {
    const { page, open } = await stage.seat(stage.room.admin, { language: 'ar' });
    await open('/settings/policy');
    await page.getByLabel('الجمعة').check();
    await page.getByLabel('الأحد').uncheck();
    const due = page.getByRole('region', { name: 'المهلة بحسب النوع' });
    await due.getByLabel('اقتباس', { exact: false }).fill('6');
    await page.getByText('واقعة').last().click();
    await page.getByRole('button', { name: 'إضافة سطر' }).first().click();
    const line = page.getByLabel(/العربية، السطر 5 في واقعة/);
    await line.fill('سألتُ من شهد');
    await page.getByLabel(/الإنجليزية، السطر 5 في واقعة/).fill('I asked who saw it');
    await page.getByRole('main').getByRole('button', { name: 'حفظ' }).click();
    await page.getByText('حُفظت القواعد', { exact: false }).waitFor();
    const { workingWeek, dueHoursOfKind, checklists } = await policy();
    expect([workingWeek.week, workingWeek.days]).toEqual(['mon-fri', ['mon', 'tue', 'wed', 'thu', 'fri']]);
    expect(dueHoursOfKind).toEqual({ quote: 6 });
    expect(checklists.event.at(-1)).toMatchObject({ ar: 'سألتُ من شهد', en: 'I asked who saw it' });

    await page.getByRole('region', { name: 'المهلة بحسب النوع' }).getByLabel('اقتباس', { exact: false }).fill('');
    await page.getByRole('main').getByRole('button', { name: 'حفظ' }).click();
    for (let asked = 0; asked < 50 && Object.keys((await policy()).dueHoursOfKind).length > 0; asked += 1)
      await page.waitForTimeout(50);
    expect((await policy()).dueHoursOfKind).toEqual({});
  }, 60_000);
});
