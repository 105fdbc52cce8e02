import {
  addEvidence,
  assignTo,
  claimFrom,
  decideNow,
  done,
  post,
  verdictBody,
  type Any,
} from '../support/checking-work.js';
import { hasBrowser } from './stage/chromium.js';
import { hold, layLine } from './stage/held.js';
import { openStage, type Seat, settled, type Stage } from './stage/stage.js';

const inBrowser = hasBrowser() ? describe : describe.skip;
const CHARGE = 'واختلس المدير نصف مليون دينار';

inBrowser('a colleague who is quicker', () => {
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

  async function complained(requester: string): Promise<Any> {
    return done(
      stage.room.editor.post('/correction-requests', { requester, demand: 'تصحيح النسبة', legalBasis: null }),
    );
  }
  const complaintNow = async (id: string): Promise<Any> =>
    (await done(stage.room.editor.get('/correction-requests'))).items.find((one: Any) => one.id === id);

  it('takes no answer from under the hands of whoever writes one, and loses no word of his own', async () => {
    const { id, version } = await complained('بلدية السهل');
    const { page, open } = seat;
    await open('/outside');
    await page.waitForSelector('[data-state="live"]');
    const complaints = page.getByRole('region', { name: 'Requests for correction' });
    await complaints.getByRole('button', { name: 'Answer' }).click();
    await complaints.getByRole('combobox', { name: 'What was done' }).click();
    await page.getByRole('option', { name: 'Refused' }).click();
    const answered = page.waitForResponse((response) => response.url().includes('/correction-requests?'));
    const theirs = { outcome: 'withdrawn', note: 'أوضحنا للبلدية' };
    await done(stage.room.secondEditor.patch(`/correction-requests/${id}`, theirs, version));
    await answered;
    await settled(page);
    await complaints.getByRole('button', { name: 'Save' }).click();
    const conflict = complaints.locator('[data-kind="conflict"]');
    await conflict.waitFor();
    expect(await conflict.locator('ins').allInnerTexts()).toEqual(['Withdrawn by who asked', 'أوضحنا للبلدية']);
    await page.keyboard.press('Enter');
    await complaints.getByText('Nothing waits for an answer').waitFor();
    expect(await complaintNow(id)).toMatchObject({ outcome: 'refused', note: 'أوضحنا للبلدية' });
  });

  it('is told of and kept where he wrote what came of a request for comment', async () => {
    const { editor, secondEditor } = stage.room;
    const article = await post(editor, [`${CHARGE}.`]);
    const claim = await claimFrom(editor, article.id, CHARGE);
    const times = { sentAt: '2026-01-01T09:00:00Z', deadline: '2026-01-02T09:00:00Z' };
    const asked = { claimIds: [claim.id], addressee: 'المدير', channel: 'email', questions: 'ما ردكم؟', ...times };
    const request = await done(editor.post(`/articles/${article.id}/comment-requests`, asked));
    const { page, open } = seat;
    await hold(page, 'GET', '/events');
    await open(`/articles/${article.id}?view=file`);
    const comment = page.getByRole('region', { name: 'Requests for comment' });
    await comment.getByRole('button', { name: 'Record what came of it' }).click();
    await comment.getByLabel('Declined to comment').check();
    const theirs = { outcome: 'answered', answer: 'لا صحة لذلك', passage: CHARGE };
    await done(secondEditor.patch(`/comment-requests/${request.id}`, theirs, request.version));
    await comment.getByRole('button', { name: 'Save' }).click();
    const conflict = comment.locator('[data-kind="conflict"]');
    await conflict.waitFor();
    expect(await conflict.locator('ins').allInnerTexts()).toEqual(['Answered', 'لا صحة لذلك', CHARGE]);
    await page.keyboard.press('Enter');
    await comment.getByRole('button', { name: 'Change what came of it' }).waitFor();
    const { items } = await done(editor.get(`/articles/${article.id}/comment-requests`));
    expect(items).toMatchObject([{ ...theirs, outcome: 'declined' }]);
  });

  it('leaves before whoever settles a dispute the one he is settling', async () => {
    const { editor, salma, omar } = stage.room;
    const words = ['ارتفعت البطالة إلى 12 في المئة عام 2023', 'وبلغت كلفة الجسر 48 مليون دينار عام 2024'];
    const article = await post(
      editor,
      words.map((sentence) => `${sentence}.`),
    );
    for (const sentence of words) {
      const { id } = await claimFrom(editor, article.id, sentence, { tier: 'B' });
      for (const [person, rating] of [
        [salma, 'true'],
        [omar, 'false'],
      ] as const) {
        await assignTo(editor, id, person);
        const item = await addEvidence(person, id, { source: { name: `مصدر ${rating}`, type: 'document' } });
        await done(person.post(`/claims/${id}/verdicts`, verdictBody(rating, [item.id])));
      }
    }
    const { page, open } = seat;
    await open('/adjudicate');
    await page.waitForSelector('[data-state="live"]');
    const quote = () => page.locator('main blockquote').first().innerText();
    const reasons = page.getByLabel('Reasons');
    const mine = await quote();
    await reasons.fill('الجدول الرسمي');
    const { items } = await done(editor.get('/attention?reason=disagreement'));
    const { claimId } = items.find((item: Any) => item.quote === mine);
    const listed = page.waitForResponse((response) => response.url().includes('/attention?'));
    const { items: verdicts } = await done(editor.get(`/claims/${claimId}/verdicts`));
    const [his] = verdicts.filter(({ reviewerId }: Any) => reviewerId === omar.id);
    await done(omar.post(`/verdicts/${his.id}/withdrawal`, { reason: 'أخطأت في قراءة الجدول' }));
    await listed;
    await settled(page);
    expect(await quote()).toBe(mine);
    await page.getByRole('button', { name: 'Decide' }).click();
    await page.locator('main blockquote', { hasText: words.find((sentence) => sentence !== mine)! }).waitFor();
    expect(await done(editor.get(`/claims/${claimId}`))).toMatchObject({ state: 'verified' });
    expect(await reasons.inputValue()).toBe('');
  });

  it('has settled what I gave a reason for: the reason is not sent', async () => {
    const { editor, secondEditor, salma, omar } = stage.room;
    const sentence = 'ارتفعت البطالة إلى 12 في المئة عام 2023';
    const article = await post(editor, [`${sentence}.`], { kind: 'draft', authorIds: [] });
    const { id } = await claimFrom(editor, article.id, sentence, { tier: 'B' });
    const source = { source: { name: 'الجدول الرسمي', type: 'document' } };
    for (const person of [salma, omar]) {
      await assignTo(editor, id, person);
      const item = await addEvidence(person, id, source, { stance: 'refutes', primary: true });
      await done(person.post(`/claims/${id}/verdicts`, verdictBody('wrong', [item.id])));
    }
    await done(decideNow(editor, id, { to: 'disputed', rationale: 'الجدول يقول غير ذلك' }));
    const { page, open } = seat;
    await open(`/articles/${article.id}?view=gate`);
    await page.waitForSelector('[data-state="live"]');
    const reason = page.getByRole('complementary').getByRole('textbox');
    await reason.fill('ننشره مع التفنيد');
    await done(decideNow(secondEditor, id, { to: 'needs-source', rationale: 'نعيد النظر' }));
    await reason.waitFor({ state: 'detached' });
    await settled(page);
    const sent = page.waitForRequest((request) => request.method() === 'POST');
    await page.getByRole('button', { name: 'Clear revision', exact: false }).click();
    expect((await sent).postDataJSON()).toEqual({});
  });
});
