import { done, type Any } from '../support/checking-work.js';
import { startNewsroomApi, type Newsroom, type NewsroomApi } from '../support/newsroom-api.js';

let api: NewsroomApi;
let desk: Newsroom;
let other: Newsroom;
let page = 0;

beforeAll(async () => {
  api = await startNewsroomApi();
  desk = await api.found();
  other = await api.found();
});
afterAll(() => api.stop());

const STRIP = 'صوت الضفة على مدار الساعة 24';
const BACKGROUND = 'وكانت الشركة قد اشترت المصنع في عام 2015 من الدولة بمبلغ 40 مليون دينار.';

/** A page of the host with its own paragraph between what all its pages share. */
function post(
  who: Newsroom,
  host = 'www.al-dhiffa.example',
  url = `https://${host}/news/${(page += 1)}`,
): Promise<Any> {
  const own = `أعلنت الشركة الثلاثاء تسريح ${page + 100} عامل من مصنع الإسمنت في مدينة الزاوية رقم ${page}.`;
  const text = [`المصنع يسرّح عمالا للمرة ${page}`, own, STRIP, BACKGROUND].join('\n\n');
  return done(who.editor.post('/articles', { kind: 'external', language: 'ar', text, sourceUrl: url }));
}

const fieldOf = (article: Any, text: string) =>
  article.revision.blocks.find((block: Any) => block.text === text)?.field;

it('a line on three other pages of a host is the page’s; prose that returns stays the article’s', async () => {
  const first = [await post(desk), await post(desk), await post(desk)];
  expect(first.map((article) => fieldOf(article, STRIP) === 'aside')).toEqual([false, false, false]);
  const fourth = await post(desk, 'al-dhiffa.example');
  expect(fieldOf(fourth, STRIP)).toBe('aside');
  expect(fourth.setAside).toMatchObject([{ reason: 'navigation', text: STRIP }]);
  expect(fieldOf(fourth, BACKGROUND)).toBe('body');
  expect(fourth.claims.some(({ quote }: Any) => BACKGROUND.includes(quote))).toBe(true);
});

it('what one host or one newsroom has shown says nothing of another', async () => {
  expect(fieldOf(await post(desk, 'elsewhere.example'), STRIP)).not.toBe('aside');
  expect(fieldOf(await post(other), STRIP)).not.toBe('aside');
});

it('one page posted again and again is one page', async () => {
  const url = 'https://again.example/news/1';
  for (let time = 0; time < 4; time += 1) await post(desk, 'again.example', url);
  expect(fieldOf(await post(desk, 'again.example'), STRIP)).not.toBe('aside');
});
