import { claimFrom, done, post } from '../support/checking-work.js';
import { hasBrowser } from './stage/chromium.js';
import { axeFindings, openStage, type Stage } from './stage/stage.js';

const inBrowser = hasBrowser() ? describe : describe.skip;
const LOOKS = (['ar', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).map((scheme) => ({ language, scheme })),
);
const SCREENS = [
  '/turn',
  '/desk',
  '/claims',
  '/claims?layout=board',
  '/adjudicate',
  '/sources',
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
];

inBrowser('no screen has a serious or critical finding of axe', () => {
  let stage: Stage;
  let article: string;
  beforeAll(async () => {
    stage = await openStage();
    const { editor, admin } = stage.room;
    const posted = await post(editor, ['ارتفعت البطالة إلى 12 في المئة عام 2023.', 'وغادر الوزير القاعة.']);
    article = posted.id as string;
    await claimFrom(editor, article, 'وغادر الوزير القاعة');
    const wire = await done(editor.post('/sources', { name: 'وكالة الأنباء', type: 'agency' }));
    await done(editor.post('/sources', { name: 'صحيفة', type: 'outlet', derivesFromId: wire.id }));
    await done(editor.post('/reports', { scope: { articleId: article }, formats: ['html'], language: 'ar' }));
    await done(admin.post('/desks', { name: 'قسم الاقتصاد' }));
  }, 60_000);
  afterAll(() => stage.close());

  it.each(LOOKS)(
    '$language, $scheme',
    async (look) => {
      const seat = await stage.seat(stage.room.admin, look);
      const direction = look.language === 'ar' ? 'rtl' : 'ltr';
      const findings: string[] = [];
      for (const path of [...SCREENS, `/articles/${article}`]) {
        await seat.open(path);
        expect([path, await seat.page.locator('html').getAttribute('dir')]).toEqual([path, direction]);
        findings.push(...(await axeFindings(seat.page)).map((finding) => `${path} ${finding}`));
      }
      expect(findings).toEqual([]);
      expect(seat.witness.take()).toEqual([]);
    },
    120_000,
  );

  it('signing in', async () => {
    for (const look of LOOKS) {
      const { page } = await stage.stranger(look);
      await page.goto(`${stage.api.url}/sign-in`);
      await page.locator('form').waitFor();
      expect(await axeFindings(page)).toEqual([]);
    }
  }, 60_000);
});
