import {
  assignTo,
  claimFrom,
  decideNow,
  addEvidence,
  done,
  post,
  verdictBody,
  type Any,
} from '../support/checking-work.js';
import { outcome } from '../support/ask.js';
import { ifMatch, startNewsroomApi, type Newsroom, type NewsroomApi } from '../support/newsroom-api.js';

let api: NewsroomApi;
let desk: Newsroom;

beforeAll(async () => {
  api = await startNewsroomApi();
  desk = await api.found();
});
afterAll(() => api.stop());

/** A verified claim in an article of one sentence, and how to post another wording of it. */
async function verified(text: string, quote: string, language: 'ar' | 'en') {
  const article = await post(desk.editor, [text], { language });
  const claim = await claimFrom(desk.editor, article.id, quote);
  await assignTo(desk.editor, claim.id, desk.salma);
  await assignTo(desk.editor, claim.id, desk.omar);
  const item = await addEvidence(desk.salma, claim.id, { source: { name: 'محضر', type: 'document' } });
  for (const who of [desk.salma, desk.omar])
    await done(who.post(`/claims/${claim.id}/verdicts`, verdictBody('true', [item.id])));
  expect(outcome(await decideNow(desk.editor, claim.id, { to: 'verified' }))).toBe('201');
  const revise = async (next: string): Promise<Any> => {
    const { version } = await done(desk.editor.get(`/articles/${article.id}`));
    const { effects } = await done(
      desk.editor.post(`/articles/${article.id}/revisions`, { text: next }, ifMatch(version)),
    );
    return effects.find(({ claimId }: Any) => claimId === claim.id);
  };
  const outdated = async (): Promise<boolean[]> =>
    (await done(desk.editor.get(`/claims/${claim.id}/verdicts`))).items.map((one: Any) => one.outdated);
  return { revise, outdated };
}

describe('the same letters, read otherwise', () => {
  it('«قَتَلَ» that becomes «قُتِلَ» is another claim, and «قَتَلَ» again is the first', async () => {
    const text = (verb: string) => `${verb} الجندي قرب الجسر مساء الاثنين.`;
    const { revise, outdated } = await verified(text('قَتَلَ'), 'قَتَلَ الجندي قرب الجسر مساء الاثنين', 'ar');
    expect(await revise(text('قُتِلَ'))).toMatchObject({
      status: 'changed',
      outdatedVerdicts: 2,
      stateBefore: 'verified',
      stateAfter: 'needs-source',
    });
    expect(await outdated()).toEqual([true, true]);
    await revise(text('قَتَلَ'));
    expect(await outdated()).toEqual([false, false]);
  });

  it('a mark added to a bare word is no other reading', async () => {
    const { revise, outdated } = await verified(
      'قتل الجندي قرب الجسر مساء الاثنين.',
      'قتل الجندي قرب الجسر مساء الاثنين',
      'ar',
    );
    expect(await revise('قَتَلَ الجندي قرب الجسر مساء الاثنين.')).toMatchObject({
      status: 'typographic',
      stateAfter: 'verified',
    });
    expect(await outdated()).toEqual([false, false]);
  });
});

describe('a negation just outside the claim', () => {
  it('takes the verdicts with it when it goes, and gives them back when it returns', async () => {
    const quote = 'the bank raised its fees by 5 percent in June';
    const denied = `It is not true that ${quote}.`;
    const { revise, outdated } = await verified(denied, quote, 'en');
    const effect = await revise(`It is true that ${quote}.`);
    expect(effect).toMatchObject({ status: 'changed', outdatedVerdicts: 2, stateAfter: 'needs-source' });
    expect(effect.flags).toContain('negationChanged');
    expect(await outdated()).toEqual([true, true]);
    await revise(denied);
    expect(await outdated()).toEqual([false, false]);
  });
});
