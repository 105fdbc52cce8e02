import { assignTo, claimFrom, post } from '../support/checking-work.js';
import { hasBrowser } from './stage/chromium.js';
import { openStage, type Stage } from './stage/stage.js';

const inBrowser = hasBrowser() ? describe : describe.skip;
const SENTENCE = 'ارتفعت البطالة إلى 12 في المئة عام 2023.';

inBrowser('who else has the claim open', () => {
  let stage: Stage;
  let path: string;
  beforeAll(async () => {
    stage = await openStage();
    const { editor, omar } = stage.room;
    const article = await post(editor, [SENTENCE]);
    const claim = await claimFrom(editor, article.id as string, SENTENCE);
    await assignTo(editor, claim.id as string, omar);
    path = `/articles/${article.id as string}?claim=${claim.id as string}`;
  });
  afterAll(() => stage.close());

  it('comes and goes while one looks on; whoever must still judge sees nobody', async () => {
    const mine = await stage.seat(stage.room.editor, { language: 'en' });
    await mine.open(path);
    const people = mine.page.getByRole('list', { name: 'Also here' });
    expect(await people.count()).toBe(0);

    const theirs = await stage.seat(stage.room.secondEditor, { language: 'ar' });
    await theirs.open(path);
    await people.getByText('secondEditor has this open').waitFor({ state: 'attached' });
    await theirs.page
      .getByRole('list', { name: 'يطّلع الآن أيضًا' })
      .getByText('editor', { exact: false })
      .first()
      .waitFor({
        state: 'attached',
      });

    const blind = await stage.seat(stage.room.omar, { language: 'en' });
    await blind.open(path);
    await people.getByText('omar has this open').waitFor({ state: 'attached' });
    expect(await blind.page.getByRole('list', { name: 'Also here' }).count()).toBe(0);

    await theirs.page.getByRole('button', { name: 'العودة إلى القائمة' }).click();
    await people.getByText('secondEditor has this open').waitFor({ state: 'detached' });
    expect(mine.witness.take()).toEqual([]);
  });
});
