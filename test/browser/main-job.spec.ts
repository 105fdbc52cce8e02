import type { Page } from 'playwright-core';
import { done } from '../support/checking-work.js';
import type { Person } from '../support/newsroom-api.js';
import { hasBrowser } from './stage/chromium.js';
import { tabTo } from './stage/keyboard.js';
import { openStage, type Seat, settled, type Stage, until } from './stage/stage.js';

const inBrowser = hasBrowser() ? describe : describe.skip;

const WRITTEN = {
  ar: {
    kind: 'draft',
    add: 'مادة جديدة',
    title: 'حاويات الميناء',
    sentence: 'قالت هيئة الموانئ إن المحطة تداولت 40 ألف حاوية في عام 2023.',
    source: 'التقرير السنوي لهيئة الموانئ',
    locatorLabel: 'موضع الدليل',
    locator: 'الصفحة الثالثة، الجدول الأول',
    rationale: 'الرقم في التقرير السنوي، الصفحة الثالثة.',
    decision: 'طابق الرقم ما في التقرير السنوي.',
  },
  en: {
    kind: 'external',
    select: 'Select for checking',
    add: 'New article',
    title: 'Containers at the port',
    sentence: 'The port authority said the terminal handled 40,000 containers in 2023.',
    source: 'Annual report of the port authority',
    locatorLabel: 'Where in it',
    locator: 'Page three, first table',
    rationale: 'The figure is in the annual report, page three.',
    decision: 'The figure is that of the annual report.',
  },
} as const;

/** In a list that opens under a field: what is typed, the first that fits, taken. */
async function pick(page: Page, words: string): Promise<void> {
  await page.keyboard.type(words);
  await page.locator('[role="option"]').filter({ hasText: words }).first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('[role="option"]').first().waitFor({ state: 'hidden' });
}

async function signIn(seat: Seat, who: Person): Promise<void> {
  const { page } = seat;
  await page.goto('/sign-in');
  await page.locator('form').waitFor();
  await tabTo(page, `e.type === 'email'`);
  await page.keyboard.type(who.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(who.password);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/desk$/);
  await settled(page);
}

async function goTo(page: Page, path: string): Promise<void> {
  await tabTo(page, `e.getAttribute('href') === '${path}'`);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === path);
  await settled(page);
}

/** From my turn to the claim that waits there. */
async function takeMyTurn(page: Page): Promise<void> {
  await goTo(page, '/turn');
  await page.locator('main ol a').first().waitFor();
  await page.keyboard.press('KeyJ');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/articles\//);
  await claimShown(page);
}

async function claimShown(page: Page): Promise<void> {
  await page.locator('aside section h3').first().waitFor();
  await settled(page);
}

const openSheet = async (page: Page, key: string) => {
  await page.keyboard.press(key);
  await page.locator('aside form').waitFor();
};
/** Sends the open form, and waits until it has gone: the server has what was written. */
const send = async (page: Page) => {
  await page.keyboard.press('Control+Enter');
  await until(page, `!document.querySelector('aside form')`);
};

// Over the slow line a hand is quicker than the answers: what he did a moment ago has not come back when he goes on.
inBrowser.each([
  ['ar', 0],
  ['en', 600],
] as const)(
  'the main job from sign-in to the report, by keyboard alone, in %s, answers after %i ms',
  (language, delayMs) => {
    let stage: Stage;
    let editor: Seat;
    let salma: Seat;
    let claim: string;
    let quote: string;
    const written = WRITTEN[language];

    beforeAll(async () => {
      stage = await openStage();
      [editor, salma] = await Promise.all([
        stage.stranger({ language, delayMs }),
        stage.stranger({ language, delayMs }),
      ]);
    });
    afterAll(() => stage.close());

    it('is done', async () => {
      await takenUpAndAssigned();
      await checked();
      await decidedAndReported();
    });

    /** The editor signs in, posts an article, takes up a claim and assigns it. */
    async function takenUpAndAssigned(): Promise<void> {
      const { page, witness } = editor;
      await signIn(editor, stage.room.editor);
      await tabTo(page, `e.tagName === 'BUTTON' && e.textContent === ${JSON.stringify(written.add)}`);
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').locator('textarea:focus').waitFor();
      await page.keyboard.type(`${written.title}\n\n${written.sentence}`);
      if (written.kind === 'external') {
        await tabTo(page, `e.closest('[role="dialog"]') && e.getAttribute('aria-haspopup') === 'listbox'`);
        for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
      }
      await tabTo(page, `e.type === 'submit'`);
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/articles\//);
      await page.locator('[data-block]').first().waitFor();
      const article = new URL(page.url()).pathname.split('/').pop()!;
      const { claims, kind } = await done(stage.room.editor.get(`/articles/${article}`));
      expect(kind).toBe(written.kind);
      expect(claims).toHaveLength(1);
      expect(written.sentence).toContain(claims[0].quote);
      claim = claims[0].id;
      quote = claims[0].quote;

      await page.keyboard.press('KeyJ');
      await claimShown(page);
      if (written.kind === 'external') await select(page, written.select);

      await openSheet(page, 'KeyA');
      await pick(page, 'salma');
      await send(page);
      const assigned = await done(stage.room.editor.get(`/claims/${claim}/assignments`));
      expect(assigned.items).toMatchObject([{ reviewerId: stage.room.salma.id }]);
      expect(witness.take()).toEqual([]);
    }

    /** In a draft of our own everything found is to be checked; in somebody else's article, what is chosen, for a reason. */
    async function select(page: Page, button: string): Promise<void> {
      await tabTo(page, `e.closest('aside') && e.textContent === ${JSON.stringify(button)}`);
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').locator('textarea:focus').waitFor();
      await page.keyboard.type(written.rationale);
      await tabTo(page, `e.type === 'submit'`);
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await page.getByRole('button', { name: 'No longer select' }).waitFor();
      expect(await done(stage.room.editor.get(`/claims/${claim}`))).toMatchObject({ selected: true });
    }

    /** The fact-checker finds it in her turn, adds evidence and gives a verdict. */
    async function checked(): Promise<void> {
      const { page, witness } = salma;
      await signIn(salma, stage.room.salma);
      await takeMyTurn(page);

      await openSheet(page, 'KeyE');
      await pick(page, written.source);
      await tabTo(
        page,
        `e.tagName === 'INPUT' && e.labels?.[0]?.textContent === ${JSON.stringify(written.locatorLabel)}`,
      );
      await page.keyboard.type(written.locator);
      await tabTo(page, `e.type === 'url'`);
      await page.keyboard.type('https://ports.example/annual-report');
      await page.keyboard.press('Tab');
      await page.keyboard.type(written.rationale);
      await send(page);

      await openSheet(page, 'KeyV');
      await tabTo(page, `e.type === 'radio' && e.closest('aside form')`);
      await page.keyboard.press('Space');
      await tabTo(page, `e.tagName === 'TEXTAREA'`);
      await page.keyboard.type(written.rationale);
      await send(page);

      const evidence = await done(stage.room.salma.get(`/claims/${claim}/evidence`));
      expect(evidence.items).toMatchObject([{ locator: written.locator, source: { name: written.source } }]);
      const verdicts = await done(stage.room.salma.get(`/claims/${claim}/verdicts`));
      expect(verdicts.items).toMatchObject([{ rationale: written.rationale, stance: 'supports' }]);
      expect(witness.take()).toEqual([]);
    }

    /** The editor decides in her turn, has a report made and takes it home. */
    async function decidedAndReported(): Promise<void> {
      const { page, witness } = editor;
      await takeMyTurn(page);
      await openSheet(page, 'KeyD');
      // the reasons take the first word
      await until(page, `document.activeElement?.matches('aside form textarea')`);
      await tabTo(page, `e.type === 'radio' && e.value === 'verified'`);
      await page.keyboard.press('Space');
      await tabTo(page, `e.tagName === 'TEXTAREA' && !e.closest('details')`);
      await page.keyboard.type(written.decision);
      await send(page);
      expect(await done(stage.room.editor.get(`/claims/${claim}`))).toMatchObject({ state: 'verified' });

      await goTo(page, '/reports');
      await tabTo(page, `e.closest('main form') && e.getAttribute('aria-haspopup') === 'listbox'`);
      await pick(page, written.title);
      if ((await page.locator('input[type="checkbox"][value="pdf"]').count()) > 0) {
        await tabTo(page, `e.type === 'checkbox' && e.value === 'pdf'`);
        await page.keyboard.press('Space'); // the page alone: a PDF takes longer
      }
      await tabTo(page, `e.type === 'submit'`);
      await page.keyboard.press('Enter');
      await until(page, `document.querySelector('a[href$="/files/report.html"]')`);
      await tabTo(page, `e.matches('a[href$="/files/report.html"]')`);
      const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
      expect(download.suggestedFilename()).toMatch(/\p{L}.* \d{4}-\d\d-\d\d\.html$/u);
      const chunks: Buffer[] = [];
      for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
      expect(Buffer.concat(chunks).toString('utf8')).toContain(quote);
      expect(witness.take()).toEqual([]);
    }
  },
);
