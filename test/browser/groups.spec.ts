import { claimFrom, decideNow, done, post, readyToVerify, type Any } from '../support/checking-work.js';
import { hasBrowser } from './stage/chromium.js';
import { axeFindings, openStage, type Stage } from './stage/stage.js';

const inBrowser = hasBrowser() ? describe : describe.skip;
const FACT = 'بلغت كلفة جسر نورا 12 مليون دينار عام 2024';

inBrowser('claims of several articles', () => {
  let stage: Stage;
  let decided: Any;
  let open: Any;
  beforeAll(async () => {
    stage = await openStage();
    const carried = async (text: string, outlet: string, publishedAt: string): Promise<Any> => {
      const article = await post(stage.room.editor, [`${text}.`], { outlet, publishedAt });
      const claim = await claimFrom(stage.room.editor, article.id as string, FACT);
      const change = { verifies: 'substance', ...(claim.tier !== 'B' && { tier: 'B', reason: 'مبلغ معلن' }) };
      return done(stage.room.editor.patch(`/claims/${claim.id as string}`, change, claim.version as number));
    };
    decided = await carried(FACT, 'رويترز', '2026-01-01T00:00:00.000Z');
    open = await carried(`وقالت رويترز إن ${FACT}`, 'صحيفة المرفأ', '2026-01-02T00:00:00.000Z');
    await readyToVerify(stage.room, decided.id as string);
    await decideNow(stage.room.editor, decided.id as string, { to: 'verified', rating: 'true' });
  });
  afterAll(() => stage.close());

  it('one key links the most similar; the spread shows, and a precedent is taken over only on purpose', async () => {
    const { page, open: go, witness } = await stage.seat(stage.room.secondEditor, { language: 'en' });
    await go(`/articles/${open.articleId as string}?claim=${open.id as string}`);
    await page.getByRole('button', { name: 'Checked before' }).waitFor();
    await page.keyboard.press('KeyL');
    const section = page.getByRole('region', { name: 'In other articles' });
    await section.getByText('2 articles, 1 origin').waitFor();
    const { groupId } = await done(stage.room.editor.get(`/claims/${open.id as string}`));
    expect((await done(stage.room.editor.get(`/claim-groups/${groupId as string}`))).relation).toBe('same');
    expect(await section.innerText()).toContain('Decided before');
    const verdicts = async () => (await done(stage.room.editor.get(`/claims/${open.id as string}/verdicts`))).items;
    expect(await verdicts()).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);

    await section.getByRole('button', { name: 'Take it over as my verdict' }).click();
    await page.getByLabel('Why it holds here too').fill('The same bridge, the same year, the same sum.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Your verdict now; somebody else decides').waitFor();
    expect(await verdicts()).toMatchObject([
      { rating: 'true', informed: true, reviewerId: stage.room.secondEditor.id },
    ]);
    expect((await done(stage.room.editor.get(`/claims/${open.id as string}`))).state).toBe('needs-source');
    expect(witness.take()).toEqual([]);
  });

  it('a fact-checker sees the group and links nothing', async () => {
    const { page, open: go } = await stage.seat(stage.room.salma, { language: 'ar' });
    await go(`/articles/${open.articleId as string}?claim=${open.id as string}`);
    const section = page.getByRole('region', { name: 'في مواد أخرى' });
    await section.getByText('مادتان، أصل واحد').waitFor();
    expect(await section.getByRole('button', { name: /إخراج|الأخذ به/ }).count()).toBe(0);
  });
});
