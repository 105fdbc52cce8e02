import { claimFrom, done, post } from '../support/checking-work.js';
import { makeWebhook } from '../support/webhook-work.js';
import { hasBrowser } from './stage/chromium.js';
import { MOST_SHIFT, shiftOf, WATCH_SHIFTS } from './stage/layout.shift.js';
import { axeFindings, openStage, settled, type Seat, type Stage } from './stage/stage.js';

const inBrowser = hasBrowser() ? describe : describe.skip;
const SCREENS = [
  '/turn',
  '/desk',
  '/claims',
  '/claims?layout=board',
  '/adjudicate',
  '/sources',
  '/archive',
  '/outside',
  '/reports',
  '/team',
  '/insights',
  '/ledger',
  '/settings/account',
  '/settings/policy',
  '/settings/scale',
  '/settings/members',
  '/settings/desks',
  '/settings/tokens',
  '/settings/webhooks',
];

/** Each direction wide and on a telephone, and every pair of direction, width and colour scheme once: nothing hangs on all three. */
const LOOKS = [
  { language: 'ar', scheme: 'light', width: 1440 },
  { language: 'en', scheme: 'dark', width: 1440 },
  { language: 'ar', scheme: 'dark', width: 390 },
  { language: 'en', scheme: 'light', width: 390 },
] as const;
/** What stands on the page beyond its edge, and what still moves for somebody who asked for rest. */
const OVER_THE_EDGE = `document.documentElement.scrollWidth - innerWidth`;
const MOVING = `document.getAnimations().filter((one) => one.playState === 'running' && one.effect.getComputedTiming().activeDuration > 100).length`;

const NAMES = {
  ar: { article: 'مادة جديدة', source: 'تسجيل مصدر', edit: 'بيانات المادة', invite: 'دعوة عضو', select: 'اختيار للتحقق', preview: 'معاينة' },
  en: { article: 'New article', source: 'Register a source', edit: 'Particulars of the article', invite: 'Invite a member', select: 'Select for checking', preview: 'Preview' },
} as const; // prettier-ignore

// every screen and dialog is walked through in one test each look: on a machine ten times slower that is minutes, and no failure
jest.setTimeout(600_000);

inBrowser('no screen has a serious or critical finding of axe', () => {
  let stage: Stage;
  let article: string;
  let claim: string;
  beforeAll(async () => {
    stage = await openStage();
    const { editor, admin } = stage.room;
    const posted = await post(editor, ['ارتفعت البطالة إلى 12 في المئة عام 2023.', 'وغادر الوزير القاعة.']);
    article = posted.id as string;
    claim = posted.claims[0].id as string;
    await claimFrom(editor, article, 'وغادر الوزير القاعة');
    const wire = await done(editor.post('/sources', { name: 'وكالة الأنباء', type: 'agency' }));
    await done(editor.post('/sources', { name: 'صحيفة', type: 'outlet', derivesFromId: wire.id }));
    await done(editor.post('/reports', { scope: { articleId: article }, formats: ['html'], language: 'ar' }));
    await done(admin.post('/desks', { name: 'قسم الاقتصاد' }));
    await makeWebhook(admin, { description: 'نظام النشر' });
  });
  afterAll(() => stage.close());

  const look = async (seat: Seat, where: string): Promise<string[]> => {
    const found = (await axeFindings(seat.page)).map((finding) => `${where} ${finding}`);
    const over = await seat.page.evaluate<number>(OVER_THE_EDGE);
    if (over > 0) found.push(`${where} is ${over} px wider than the window`);
    if ((await seat.page.evaluate<number>(MOVING)) > 0) found.push(`${where} moves`);
    return found;
  };

  it.each(LOOKS)('$language, $scheme, $width px', async (seen) => {
    const seat = await stage.seat(stage.room.admin, seen);
    await seat.context.addInitScript(WATCH_SHIFTS);
    const direction = seen.language === 'ar' ? 'rtl' : 'ltr';
    const findings: string[] = [];
    for (const path of [
      ...SCREENS,
      `/articles/${article}`,
      `/articles/${article}?view=file`,
      `/articles/${article}?claim=${claim}`,
    ]) {
      await seat.open(path);
      expect([path, await seat.page.locator('html').getAttribute('dir')]).toEqual([path, direction]);
      findings.push(...(await look(seat, path)));
      const { score, moved } = await shiftOf(seat.page); // after axe's while, in which the late come too
      if (score >= MOST_SHIFT) findings.push(`${path} moves by ${score} while it loads: ${moved}`);
    }
    expect(findings).toEqual([]);
    expect(seat.witness.take()).toEqual([]);
    await seat.close();
  });

  const ON_A_PHONE = LOOKS.filter(({ width }) => width === 390);
  it.each(ON_A_PHONE)('what opens over a screen, $language, $scheme, on a phone', async (seen) => {
    const names = NAMES[seen.language];
    const seat = await stage.seat(stage.room.editor, { ...seen, height: 844 });
    const { page } = seat;
    const findings: string[] = [];
    const opened = async (path: string, open: () => Promise<void>, shown: string) => {
      await seat.open(path);
      await open();
      await page.locator(shown).first().waitFor();
      findings.push(...(await look(seat, `${path} ${shown}`)));
    };
    const click = (name: string) => () => page.getByRole('button', { name, exact: true }).first().click();
    const key = (code: string) => async () => {
      await page.locator('aside section h3').first().waitFor();
      await settled(page);
      await page.keyboard.press(code);
    };
    const dialog = '[role="dialog"]';
    const ofClaim = `/articles/${article}?claim=${claim}`;
    await opened('/desk', click(names.article), dialog);
    await opened('/sources', click(names.source), dialog);
    await opened('/reports', click(names.preview), `${dialog} iframe`);
    await opened(`/articles/${article}`, click(names.edit), dialog);
    await opened(`/articles/${article}`, () => page.keyboard.press('Shift+Slash'), dialog);
    await opened(`/articles/${article}`, () => page.keyboard.press('KeyG'), '#gate-title');
    await opened(`/articles/${article}?view=revise`, async () => {}, 'main form textarea');
    await opened(`/articles/${article}?view=revisions`, async () => {}, 'main section');
    await opened(ofClaim, click(names.select), dialog);
    for (const code of ['KeyE', 'KeyD', 'KeyA', 'KeyC']) await opened(ofClaim, key(code), 'aside form');
    expect(findings).toEqual([]);
    expect(seat.witness.take()).toEqual([]);
    await seat.close();
  });

  it('signing in, and inviting', async () => {
    for (const seen of LOOKS) {
      const seat = await stage.stranger(seen);
      await seat.page.goto(`${stage.api.url}/sign-in`);
      await seat.page.locator('form').waitFor();
      expect(await look(seat, 'sign-in')).toEqual([]);
      await seat.close();
    }
    for (const seen of ON_A_PHONE) {
      const seat = await stage.seat(stage.room.admin, seen);
      await seat.open('/settings/members');
      await seat.page.getByRole('button', { name: NAMES[seen.language].invite }).click();
      await seat.page.getByRole('dialog').waitFor();
      expect(await look(seat, 'invite')).toEqual([]);
      await seat.close();
    }
  });
});
