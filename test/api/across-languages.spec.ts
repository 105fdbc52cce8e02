import { newId } from '#platform';
import { done, type Any } from '../support/checking-work.js';
import { startNewsroomApi, type Newsroom, type NewsroomApi } from '../support/newsroom-api.js';

let api: NewsroomApi;
let desk: Newsroom;
let other: Newsroom;

beforeAll(async () => {
  api = await startNewsroomApi();
  [desk, other] = await Promise.all([api.found(), api.found()]);
  await imported('An explosion in Beirut killed 25 people.', 'A whale swam through the flooded streets of Port Selin.');
});
afterAll(() => api.stop());

async function imported(...claims: string[]): Promise<void> {
  const lines = claims.map((claimReviewed) =>
    JSON.stringify({ '@type': 'ClaimReview', claimReviewed, url: `https://checks.example/${newId()}` }),
  );
  const headers = { 'content-type': 'application/x-ndjson' };
  const { id } = await done(desk.editor.post('/archive/imports', lines.join('\n'), headers));
  await api.application.jobs['archive-import']!(
    { newsroomId: desk.id, importId: id },
    { jobId: '1', attempt: 1, lastAttempt: true, signal: new AbortController().signal },
  );
}

const similar = async (who: Newsroom['editor'], text: string, more = ''): Promise<Any[]> =>
  (await done(who.get(`/similar?text=${encodeURIComponent(text)}${more}`))).items;

const QUESTION = 'قتل 25 شخصا في انفجار هز بيروت';

describe('a question in Arabic about what was claimed in English', () => {
  it('is answered, and says that the claim is in the other language', async () => {
    const hits = await similar(desk.editor, QUESTION);
    expect(hits.map(({ text }) => text as string)).toEqual(['An explosion in Beirut killed 25 people.']);
    expect(hits[0]).toMatchObject({ language: 'en', why: { shared: { numbers: [{ text: '25' }] } } });
    expect(hits[0].why.sentence).toMatch(/باللغة الأخرى|in the other language/);
    expect(hits[0].score).toBeLessThanOrEqual(1);
  });

  it('finds nothing by one name alone, nor in another newsroom', async () => {
    expect(await similar(desk.editor, 'بيروت مدينة جميلة')).toEqual([]);
    expect(await similar(other.editor, QUESTION)).toEqual([]);
  });

  it('stays in its own language once that has the same claim', async () => {
    const question = 'مظاهرة في لبنان ضد الرئيس';
    const languages = async () => (await similar(desk.editor, question)).map(({ language }) => language as string);
    await imported('A protest in Lebanon against the president.');
    expect(await languages()).toEqual(['en']);
    await imported(question);
    expect(await languages()).toEqual(['ar']);
  });

  it('gives the other language the last places behind hits that are not near', async () => {
    await imported(...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `انفجار أسعار القماش في الحي رقم ${n}`));
    const question = 'انفجار في بيروت يقتل 25 ضيفا جاؤوا من قرية الزيتون إلى عرس في قاعة المرفأ القديمة';
    const hits = await similar(desk.editor, question, '&limit=10');
    expect(hits.slice(0, 5).every(({ language }) => language === 'ar')).toBe(true);
    expect(hits.at(-1)).toMatchObject({ text: 'An explosion in Beirut killed 25 people.' });
    expect(await similar(desk.editor, question, '&limit=3')).toHaveLength(3);
  });
});
