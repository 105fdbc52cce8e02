import { createRootRouteWithContext, createRoute, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import { Frame } from '../frame/frame.js';
import { NotFound, ScreenFailure } from '../frame/screen.failure.js';
import { articleQuery, newsroomQuery } from '../claim/claim.queries.js';
import { articleTitlesQuery } from '../list/article.titles.js';
import { membersQuery, meQuery } from '../session/session.query.js';
import { SignInScreen } from '../session/sign-in.screen.js';
import { loadTexts } from '../text/i18n.js';

interface Context {
  readonly queryClient: QueryClient;
}

const root = createRootRouteWithContext<Context>()({ component: Outlet, notFoundComponent: NotFound });

const signIn = createRoute({ getParentRoute: () => root, path: '/sign-in', component: SignInScreen });

/** For somebody who is no member yet. */
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('../screens/invitation/invitation.screen.js'), 'InvitationScreen'),
  errorComponent: ScreenFailure,
  loader: () => loadTexts(['invitation']),
});

/** Everything for members: nobody else gets past here. */
const members = createRoute({
  getParentRoute: () => root,
  id: 'members',
  component: Frame,
  errorComponent: ScreenFailure,
  beforeLoad: async ({ context, location }) => {
    const me = await context.queryClient.ensureQueryData(meQuery);
    if (me === null) throw redirect({ to: '/sign-in', search: location.pathname === '/' ? {} : { to: location.href } });
  },
});

const index = createRoute({
  getParentRoute: () => members,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/desk', replace: true });
  },
});

type Module<Name extends string> = Readonly<Record<Name, () => React.ReactNode>>;

/** What many rows name without carrying it; a screen that is drawn without it would move when it comes. */
type Known = typeof membersQuery | typeof articleTitlesQuery | typeof newsroomQuery | ReturnType<typeof articleQuery>;

interface Wanted {
  readonly texts: readonly string[];
  readonly known?: readonly Known[] | ((address: Readonly<Record<string, string>>) => readonly Known[]);
}

/** A screen that is fetched, with its texts and what its rows name, when it is first opened or pointed at. */
function screen<const Path extends string, const Name extends string>(
  path: Path,
  load: () => Promise<Module<Name>>,
  name: Name,
  { texts, known = [] }: Wanted,
) {
  return createRoute({
    getParentRoute: () => members,
    path,
    component: lazyRouteComponent(load, name),
    errorComponent: ScreenFailure,
    loader: ({ context, params }) =>
      Promise.all([
        loadTexts(texts),
        ...(typeof known === 'function' ? known(params) : known).map(fetched(context.queryClient)),
      ]),
    validateSearch: addressWords,
  });
}

/** The screen itself says what could not be fetched. */
const fetched = (cache: QueryClient) => (query: Known) =>
  cache.ensureQueryData(query as typeof newsroomQuery).catch(() => undefined);

/** What may stand behind ? in the address of a screen: words, each once. A screen decides what they mean to it. */
export type AddressWords = Readonly<Record<string, string | undefined>>;
function addressWords(search: Record<string, unknown>): AddressWords {
  return Object.fromEntries(
    Object.entries(search).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
}

/** One line for each screen: path, module, component, the names of its texts, and what it must know before it is drawn. */
const screens = [
  screen('/desk', () => import('../screens/desk/desk.screen.js'), 'DeskScreen', { texts: ['desk'] }),
  screen('/articles/$articleId', () => import('../screens/article/article.screen.js'), 'ArticleScreen', {
    texts: ['article', 'file', 'outside'],
    known: ({ articleId = '' }) => [articleQuery(articleId), membersQuery],
  }),
  screen('/sources', () => import('../screens/sources/sources.screen.js'), 'SourcesScreen', { texts: ['sources'] }),
  screen('/sources/$sourceId', () => import('../screens/sources/source.screen.js'), 'SourceScreen', {
    texts: ['sources'],
  }),
  screen('/archive', () => import('../screens/archive/archive.screen.js'), 'ArchiveScreen', { texts: ['archive'] }),
  screen('/outside', () => import('../screens/outside/outside.screen.js'), 'OutsideScreen', {
    texts: ['outside', 'sources'],
    known: [articleTitlesQuery, membersQuery],
  }),
  screen('/turn', () => import('../screens/turn/turn.screen.js'), 'TurnScreen', { texts: ['turn'] }),
  screen('/reports', () => import('../screens/reports/reports.screen.js'), 'ReportsScreen', {
    texts: ['reports'],
    known: [newsroomQuery, articleTitlesQuery, membersQuery],
  }),
  screen('/ledger', () => import('../screens/ledger/ledger.screen.js'), 'LedgerScreen', {
    texts: ['ledger'],
    known: [membersQuery],
  }),
  screen('/claims', () => import('../screens/claims/claims.screen.js'), 'ClaimsScreen', {
    texts: ['claims'],
    known: [articleTitlesQuery],
  }),
  screen('/adjudicate', () => import('../screens/adjudicate/adjudicate.screen.js'), 'AdjudicateScreen', {
    texts: ['adjudicate', 'article'],
    known: [articleTitlesQuery, membersQuery],
  }),
  screen('/insights', () => import('../screens/insights/insights.screen.js'), 'InsightsScreen', {
    texts: ['insights'],
  }),
  screen('/team', () => import('../screens/team/team.screen.js'), 'TeamScreen', {
    texts: ['team'],
    known: [membersQuery],
  }),
  screen('/settings', () => import('../screens/settings/settings.screen.js'), 'SettingsScreen', {
    texts: ['settings', 'factor', 'webhook'],
  }),
  screen('/settings/$part', () => import('../screens/settings/settings.screen.js'), 'SettingsScreen', {
    texts: ['settings', 'factor', 'webhook'],
  }),
] as const;

export const routeTree = root.addChildren([signIn, invitation, members.addChildren([index, ...screens])]);
