import { done, type Any } from '../support/checking-work.js';
import { eventually } from '../support/eventually.js';
import { hasBrowser } from './stage/chromium.js';
import { axeFindings, openStage, type Stage } from './stage/stage.js';

const inBrowser = hasBrowser() ? describe : describe.skip;

inBrowser('the rules of checking', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
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
  });

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
    await eventually(async () => expect((await policy()).dueHoursOfKind).toEqual({}));
  });

  it('what a colleague changed meanwhile is told and kept, and mine is done on top of it', async () => {
    const { page, open, witness } = await stage.seat(stage.room.admin, { language: 'en' });
    await page.route('**/api/v1/events', (route) => route.abort());
    await open('/settings/policy');
    const threshold = page.getByRole('textbox', { name: 'Triage threshold' });
    await threshold.fill('45');
    const { version, policy: before } = await done(stage.room.admin.get('/newsroom'));
    const theirs = { originsNeeded: { A: before.originsNeeded.A + 1 } };
    await done(stage.room.admin.patch('/newsroom', { policy: theirs }, version));
    await page.getByRole('main').getByRole('button', { name: 'Save' }).click();
    const conflict = page.locator('[data-kind="conflict"]');
    await conflict.getByText('How many independent origins').waitFor();
    expect(await threshold.inputValue()).toBe('45');
    expect((await policy()).triageThreshold).toBe(before.triageThreshold);
    expect(await axeFindings(page)).toEqual([]);
    await conflict.getByRole('button', { name: 'Do mine on top of it' }).click();
    await conflict.waitFor({ state: 'detached' });
    expect(await policy()).toMatchObject({ triageThreshold: 45, originsNeeded: { A: before.originsNeeded.A + 1 } });
    witness.take();
  });

  it('a label has both genders, both languages, and what it is called of pictures; a colleague’s label stays', async () => {
    const { page, open, witness } = await stage.seat(stage.room.admin, { language: 'ar' });
    await page.route('**/api/v1/events', (route) => route.abort());
    await open('/settings/scale');
    const scale = page.getByRole('region', { name: 'سلّم المواد الخارجية' }).first();
    await scale.getByRole('button', { name: 'إضافة صيغة للمنشورات والصور والتسجيلات في «altered»' }).click();
    for (const [name, words] of [
      ['العربية مذكّر', 'مفبرك'],
      ['العربية مؤنث', 'مفبركة'],
      ['الإنجليزية مذكّر', 'Doctored'],
      ['الإنجليزية مؤنث', 'Doctored'],
    ])
      await scale.getByLabel(`${name} (للمنشورات والصور والتسجيلات) في «altered»`).fill(words!);
    expect(await axeFindings(page)).toEqual([]);
    const { version, scale: before } = await done(stage.room.admin.get('/newsroom'));
    const ratings = before.external.ratings.map((rating: Any) =>
      rating.key === 'satire' ? { ...rating, en: { masculine: 'Parody', feminine: 'Parody' } } : rating,
    );
    await done(stage.room.admin.patch('/newsroom', { scale: { external: { ratings } } }, version));
    await scale.getByRole('button', { name: 'حفظ' }).click();
    const conflict = scale.locator('[data-kind="conflict"]');
    await conflict.getByText('satire', { exact: false }).waitFor();
    await conflict.getByRole('button').first().click();
    await conflict.waitFor({ state: 'detached' });
    const { external } = (await done(stage.room.admin.get('/newsroom'))).scale;
    const found = (key: string) => external.ratings.find((rating: Any) => rating.key === key);
    expect(found('altered').media.ar).toEqual({ masculine: 'مفبرك', feminine: 'مفبركة' });
    expect(found('satire').en.masculine).toBe('Parody');
    witness.take();
  });
});
