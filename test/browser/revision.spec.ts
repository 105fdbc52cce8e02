import type { Page } from 'playwright-core';
import { addEvidence, assignTo, done, post, verdictBody } from '../support/checking-work.js';
import { eventually } from '../support/eventually.js';
import { ifMatch } from '../support/newsroom-api.js';
import { hasBrowser } from './stage/chromium.js';
import { tabTo } from './stage/keyboard.js';
import { axeFindings, openStage, type Seat, settled, type Stage, until } from './stage/stage.js';

const inBrowser = hasBrowser() ? describe : describe.skip;

/** What is changed, kept, rewritten past recognition and cut; then where the last one is put again. */
const WRITTEN = {
  ar: {
    title: 'تقرير الأسعار',
    changed: ['قال وزير التجارة إن الأسعار ارتفعت 12 في المئة عام 2023.', 'قال وزير التجارة إن الأسعار ارتفعت 14 في المئة عام 2023.'],
    kept: 'بلغت صادرات القمح 40 ألف طن في مايو 2023.',
    suggested: ['وصل سعر الدولار إلى 50 ليرة في يونيو 2023.', 'وكتبت الصحف أن الدولار الواحد كان يُباع في يونيو 2023 بنحو 50 ليرة بعد تراجع.'],
    cut: 'قالت البلدية إن الجسر كلّف 3 ملايين دولار.',
    added: 'وغادر الوزير القاعة.',
    place: 'غادر الوزير القاعة',
    only: 'نسخة واحدة فقط',
    more: 'المزيد',
    find: 'ألفاظها في النص الجديد',
    open: 'فتح',
  },
  en: {
    title: 'Prices report',
    changed: ['The trade minister said prices rose 12 percent in 2023.', 'The trade minister said prices rose 14 percent in 2023.'],
    kept: 'Wheat exports reached 40,000 tonnes in May 2023.',
    suggested: ['The dollar reached 50 pounds in June 2023.', 'Newspapers wrote that in June 2023 one dollar was trading at 50 pounds after a slide.'],
    cut: 'The council said the bridge cost 3 million dollars.',
    added: 'The minister left the hall.',
    place: 'The minister left the hall',
    only: 'There is one revision',
    more: 'More',
    find: 'Its words in the new text',
    open: 'Open',
  },
} as const; // prettier-ignore

inBrowser.each(['ar', 'en'] as const)('a new text with changed claims, by keyboard alone, in %s', (language) => {
  const written = WRITTEN[language];
  let stage: Stage;
  let seat: Seat;
  let article: string;
  let claims: Record<'changed' | 'kept' | 'suggested' | 'cut', string>;

  beforeAll(async () => {
    stage = await openStage();
    const { editor, salma } = stage.room;
    const { title, changed, kept, suggested, cut } = written;
    const posted = await post(editor, [title, changed[0], kept, suggested[0], cut], { language });
    article = posted.id;
    const of = (sentence: string) =>
      posted.claims.find(({ quote }: { quote: string }) => sentence.includes(quote)).id as string;
    claims = { changed: of(changed[0]), kept: of(kept), suggested: of(suggested[0]), cut: of(cut) };
    for (const id of [claims.changed, claims.kept]) {
      await assignTo(editor, id, salma);
      const { id: evidence } = await addEvidence(salma, id, { source: { name: 'report', type: 'document' } });
      await done(salma.post(`/claims/${id}/verdicts`, verdictBody('true', [evidence])));
    }
    seat = await stage.seat(editor, { language });
  });
  afterAll(() => stage.close());

  const statusOf = async (id: string): Promise<string> =>
    (await done(stage.room.editor.get(`/claims/${id}`))).anchor.status;
  const effect = (id: string) => seat.page.locator(`li[data-claim="${id}"]`);
  const current = `document.querySelector('li[data-current="true"]')?.dataset.claim`;

  it('is pasted whole and posted', async () => {
    const { page, context } = seat;
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: stage.api.url });
    await seat.open(`/articles/${article}`);
    await tabTo(page, `e.getAttribute('aria-label') === ${JSON.stringify(written.more)}`);
    await page.keyboard.press('Enter');
    await page.locator('[role="menuitem"]').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await until(page, `document.activeElement.getAttribute('role') === 'menuitem'`);
    await page.keyboard.press('Enter');
    await page.locator('main form textarea').first().waitFor();
    await tabTo(page, `e.type === 'radio' && e.checked`);
    await page.keyboard.press('ArrowDown');
    await until(page, `document.querySelectorAll('main form textarea').length === 1`);
    await tabTo(page, `e.tagName === 'TEXTAREA'`);
    const { title, changed, kept, added, suggested } = written;
    await paste(page, [title, changed[1], kept, added, suggested[1]].join('\n\n'));
    let isSlow = true;
    await context.route(`**/api/v1/articles/${article}`, async (route) => {
      if (isSlow) await page.waitForTimeout(1_500); // the article as it is now comes long after the answer
      await route.continue();
    });
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/view=revisions/);
    // what is shown first is the new text, and never for a moment that there is none
    await until(page, `document.querySelector('main table') || document.body.innerText.includes('${written.only}')`);
    expect(await page.locator('main table').count()).toBe(1);
    isSlow = false;
    await effect(claims.changed).waitFor();
    await settled(page);
  });

  it('shows before and after side by side, and the effect on each claim', async () => {
    const { page } = seat;
    const words = (tag: string) =>
      page.evaluate<string>(`[...document.querySelectorAll('main table ${tag}')].map((e) => e.textContent).join(' ')`);
    expect(await words('del')).toContain('12');
    expect(await words('ins')).toContain('14');
    expect(await words('del')).toContain(written.cut);
    const [before, after] = await page.evaluate<[number, number]>(
      `[...document.querySelectorAll('main tbody tr:first-child td')].map((e) => e.getBoundingClientRect().left)`,
    );
    expect(before > after).toBe(language === 'ar'); // before stands where one begins to read
    expect(await effect(claims.kept).count()).toBe(0); // its words are as they were
    expect([
      await effect(claims.suggested).getAttribute('data-status'),
      await effect(claims.cut).getAttribute('data-status'),
    ]).toEqual(['suggested', 'orphaned']);
    expect(await effect(claims.suggested).locator('ins').innerText()).toContain(written.suggested[1].slice(0, 20));
    expect(await axeFindings(page)).toEqual([]);
  });

  it('is settled with one key a claim', async () => {
    const { page } = seat;
    await until(page, `${current} === ${JSON.stringify(claims.changed)}`);
    await page.keyboard.press('KeyP');
    await until(page, `${current} === ${JSON.stringify(claims.suggested)}`);
    await eventually(async () => expect(await statusOf(claims.changed)).toBe('confirmed'));
    await page.keyboard.press('KeyP');
    await until(page, `${current} === ${JSON.stringify(claims.cut)}`);
    await eventually(async () =>
      expect(await done(stage.room.editor.get(`/claims/${claims.suggested}`))).toMatchObject({
        quote: written.suggested[1].slice(0, -1),
        anchor: { status: 'confirmed' },
      }),
    );
    await page.keyboard.press('KeyP'); // nothing is sure about what lost its place
    await page.keyboard.press('KeyK');
    await until(page, `${current} !== ${JSON.stringify(claims.cut)}`);
    expect(await statusOf(claims.cut)).toBe('orphaned');
  });

  it('takes what lost its place to where it belongs', async () => {
    const { page } = seat;
    const own = `e.closest('li')?.dataset.claim === ${JSON.stringify(claims.cut)}`;
    await tabTo(page, `e.tagName === 'BUTTON' && ${own}`);
    await page.keyboard.press('Enter');
    await page.locator('[data-kind="anchor"] input').waitFor();
    await tabTo(page, `e.labels?.[0]?.textContent === ${JSON.stringify(written.find)}`);
    await page.keyboard.type('xyzzy');
    await page.locator('[data-kind="anchor"] [role="status"]').waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.type(written.place);
    await page.locator('[data-kind="anchor"] mark').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('[data-kind="anchor"]').waitFor({ state: 'detached' });
    expect(await done(stage.room.editor.get(`/claims/${claims.cut}`))).toMatchObject({
      quote: written.place,
      anchor: { status: 'confirmed' },
    });
  });

  it('outdates the verdict on words that changed, and keeps the other', async () => {
    const { page } = seat;
    const outdated = async (id: string): Promise<boolean> => {
      await page.goto(`${stage.api.url}/articles/${article}?claim=${id}`);
      await page.locator('[data-verdict]').first().waitFor();
      const { items } = await done(stage.room.editor.get(`/claims/${id}/verdicts`));
      const onScreen = (await page.locator('[data-verdict][data-outdated="true"]').count()) === 1;
      expect(onScreen).toBe(items[0].outdated);
      return onScreen;
    };
    expect([await outdated(claims.changed), await outdated(claims.kept)]).toEqual([true, false]);
  });

  it('shows a text that a colleague posts while it stands open', async () => {
    const { page } = seat;
    await seat.open(`/articles/${article}?view=revisions`);
    const { editor } = stage.room;
    const later = language === 'ar' ? 'وعاد الوزير مساءً.' : 'The minister came back at night.';
    const { version, revision } = await done(editor.get(`/articles/${article}`));
    const text = [...revision.blocks.map((block: { text: string }) => block.text), later].join('\n\n');
    await done(editor.post(`/articles/${article}/revisions`, { language, text }, ifMatch(version)));
    await page.locator('main ins', { hasText: later }).waitFor();
    expect(await page.locator('main del').count()).toBe(0); // against the text before it, in which the rest is the same
    expect(seat.witness.take()).toEqual([]);
  });
});

/** As from another window: through the clipboard, over everything in the field. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+V');
}
