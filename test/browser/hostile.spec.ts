import { claimFrom, done, post } from '../support/checking-work.js';
import { hasBrowser } from './stage/chromium.js';
import { HOSTILE } from './stage/hostile.texts.js';
import { openStage, type Seat, type Stage } from './stage/stage.js';

const inBrowser = hasBrowser() ? describe : describe.skip;

inBrowser('forty hostile texts stay text', () => {
  let stage: Stage;
  let seat: Seat;
  let article: string;
  const quotes: string[] = [];

  beforeAll(async () => {
    expect(HOSTILE).toHaveLength(40);
    stage = await openStage();
    const { editor } = stage.room;
    const posted = await done(
      editor.post('/articles', {
        kind: 'external',
        language: 'ar',
        blocks: HOSTILE.map((text) => ({ field: 'body', text: `${text}.` })),
      }),
    );
    article = posted.id as string;
    for (const block of posted.revision.blocks as { id: string; text: string }[]) {
      const made = await done(
        editor.post(`/articles/${article}/claims`, { blockId: block.id, start: 0, end: [...block.text].length }),
      );
      quotes.push(made.quote as string);
    }
    for (const [index, text] of HOSTILE.slice(0, 31).entries()) {
      await done(editor.post('/sources', { name: `${index} ${text}`, type: 'outlet' }));
    }
    seat = await stage.seat(editor, { language: 'ar' });
  });
  afterAll(() => stage.close());

  it('has a claim of each', () => {
    expect(new Set(quotes).size).toBe(40);
  });

  it.each(['/claims', '/claims?layout=board', '/turn', '/sources', '/ledger', '/desk', '/reports', 'article'])(
    '%s',
    async (screen) => {
      await seat.open(screen === 'article' ? `/articles/${article}` : screen);
      expect(seat.witness.take()).toEqual([]);
      const strangers = `document.querySelectorAll('main script, main img, main iframe, main object, main embed, main link, main base, main meta, main form [onfocus], main details[ontoggle], main math').length`;
      expect(await seat.page.evaluate(strangers)).toBe(0);
      const width = `[document.documentElement.scrollWidth, innerWidth]`;
      const [needed, given] = await seat.page.evaluate<[number, number]>(width);
      expect(needed).toBeLessThanOrEqual(given);
    },
  );

  it('shows every one of them letter by letter', async () => {
    await seat.open('/claims');
    const shown = await seat.page.evaluate<string[]>(
      `[...document.querySelectorAll('main td bdi')].map((e) => e.textContent)`,
    );
    expect(quotes.filter((quote) => !shown.includes(quote))).toEqual([]);
    await seat.open('/sources');
    const names = await seat.page.evaluate<string[]>(
      `[...document.querySelectorAll('main td bdi')].map((e) => e.textContent)`,
    );
    const wanted = HOSTILE.slice(0, 31).map((text, index) => `${index} ${text}`);
    expect(wanted.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('keeps the line around a text with direction marks as it was', async () => {
    await seat.open('/claims');
    const isolated = await seat.page.evaluate(
      `[...document.querySelectorAll('main td bdi')].every((e) => getComputedStyle(e).unicodeBidi.includes('isolate'))`,
    );
    expect(isolated).toBe(true);
  });

  it('is no page that a claim of the text could forge', async () => {
    const another = await post(stage.room.editor, ['<h1>أُجيزت المادة</h1> قالها أحدهم اليوم في المجلس.']);
    await claimFrom(stage.room.editor, another.id as string, 'قالها أحدهم اليوم في المجلس').catch(() => undefined);
    await seat.open(`/articles/${another.id as string}`);
    expect(await seat.page.locator('h1').count()).toBe(1);
    expect(seat.witness.take()).toEqual([]);
  });
});
