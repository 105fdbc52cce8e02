import { claimFrom, done, post } from '../support/checking-work.js';
import type { Newsroom, Person } from '../support/newsroom-api.js';
import { hasBrowser } from './stage/chromium.js';
import { openStage, type Seat, type Stage } from './stage/stage.js';

const inBrowser = hasBrowser() ? describe : describe.skip;

type Role = 'editor' | 'reviewer' | 'writer' | 'viewer' | 'admin';
const WHO: Readonly<Record<Role, keyof Newsroom>> = {
  editor: 'editor',
  reviewer: 'salma',
  writer: 'writer',
  viewer: 'viewer',
  admin: 'admin',
};
const ROLES = Object.keys(WHO) as Role[];

/** By hand from the roles' table: what stands on a screen for whom; everybody may read every one of them. */
const SCREENS: readonly (readonly [path: string, control: string | null, roles: readonly Role[]])[] = [
  ['/turn', null, []],
  ['/desk', null, []],
  ['/claims', 'Choose all on this page', ['editor']],
  ['/claims?layout=board', null, []],
  ['/adjudicate', null, []],
  ['/sources', 'Register a source', ['editor']],
  ['/archive', 'Import published checks', ['editor']],
  ['/outside', 'Pass on a notice', ['editor']],
  ['/reports', 'Make the report', ['editor', 'reviewer']],
  ['/team', null, []],
  ['/insights', null, []],
  ['/ledger', 'Check the chain', ROLES],
  ['/settings/account', 'Change the password', ROLES],
  ['/settings/policy', 'Save', ['admin']],
  ['/settings/scale', 'Add a rating', ['admin']],
  ['/settings/members', 'Invite a member', ['admin']],
  ['/settings/desks', 'Add a desk', ['admin']],
  ['/settings/tokens', 'Make an access token', ROLES],
  ['/settings/webhooks', 'Add an address', ['admin']],
];

inBrowser('every screen opens for each role, with what the role may do', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
    const article = await post(stage.room.editor, ['ارتفعت البطالة إلى 12 في المئة عام 2023.', 'وغادر الوزير القاعة.']);
    await claimFrom(stage.room.editor, article.id as string, 'وغادر الوزير القاعة');
    await done(stage.room.editor.post('/sources', { name: 'وكالة', type: 'agency' }));
  });
  afterAll(() => stage.close());

  it.each(ROLES)('%s', async (role) => {
    const seat = await stage.seat(stage.room[WHO[role]] as Person, { language: 'en' });
    for (const [path, control, roles] of SCREENS) {
      await seat.open(path);
      expect([path, await seat.page.locator('h1').count()]).toEqual([path, 1]);
      if (control === null) continue;
      const shown = await controlOf(seat, control).count();
      expect([path, control, role, shown > 0]).toEqual([path, control, role, roles.includes(role)]);
    }
    expect(seat.witness.take()).toEqual([]);
  });

  it.each<[Role, boolean]>([
    ['editor', true],
    ['viewer', false],
  ])('the rail offers %s to settle disputes: %s', async (role, offered) => {
    const seat = await stage.seat(stage.room[WHO[role]] as Person, { language: 'en' });
    await seat.open('/turn');
    const names = await seat.page.getByRole('navigation', { name: 'Screens' }).getByRole('link').allInnerTexts();
    expect(names).toEqual(expect.arrayContaining(['My turn', 'Desk', 'Claims', 'Sources', 'Audit ledger', 'Settings']));
    expect(names.includes('Adjudicate')).toBe(offered);
  });
});

const controlOf = ({ page }: Seat, name: string) =>
  page
    .getByRole('main')
    .getByRole('button', { name, exact: true })
    .or(page.getByRole('main').getByRole('checkbox', { name }));
