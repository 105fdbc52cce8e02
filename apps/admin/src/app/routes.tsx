import { createRootRouteWithContext, createRoute, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import { Frame } from '../frame/frame.js';
import { NotFound, ScreenFailure } from '../frame/screen.failure.js';
import { meQuery } from '../session/session.query.js';
import { SignInScreen } from '../session/sign-in.screen.js';
import { i18next } from '../text/i18n.js';

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
  loader: () => i18next.loadNamespaces('invitation'),
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

/** A screen that is fetched, with its texts, when it is first opened or pointed at. */
function screen<const Path extends string, const Name extends string>(
  path: Path,
  load: () => Promise<Module<Name>>,
  name: Name,
  ...texts: string[]
) {
  return createRoute({
    getParentRoute: () => members,
    path,
    component: lazyRouteComponent(load, name),
    errorComponent: ScreenFailure,
    loader: () => i18next.loadNamespaces(texts),
    validateSearch: addressWords,
  });
}

/** What may stand behind ? in the address of a screen: words, each once. A screen decides what they mean to it. */
export type AddressWords = Readonly<Record<string, string | undefined>>;
function addressWords(search: Record<string, unknown>): AddressWords {
  return Object.fromEntries(
    Object.entries(search).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
}

/** One line for each screen: path, module, component, and the names of its texts. */
const screens = [
  screen('/desk', () => import('../screens/desk/desk.screen.js'), 'DeskScreen', 'desk'),
  screen('/articles/$articleId', () => import('../screens/article/article.screen.js'), 'ArticleScreen', 'article'),
  screen('/sources', () => import('../screens/sources/sources.screen.js'), 'SourcesScreen', 'sources'),
  screen('/sources/$sourceId', () => import('../screens/sources/source.screen.js'), 'SourceScreen', 'sources'),
  screen('/turn', () => import('../screens/turn/turn.screen.js'), 'TurnScreen', 'turn'),
  screen('/reports', () => import('../screens/reports/reports.screen.js'), 'ReportsScreen', 'reports'),
  screen('/ledger', () => import('../screens/ledger/ledger.screen.js'), 'LedgerScreen', 'ledger'),
  screen('/claims', () => import('../screens/claims/claims.screen.js'), 'ClaimsScreen', 'claims'),
  screen(
    '/adjudicate',
    () => import('../screens/adjudicate/adjudicate.screen.js'),
    'AdjudicateScreen',
    'adjudicate',
    'article',
  ),
  screen('/insights', () => import('../screens/insights/insights.screen.js'), 'InsightsScreen', 'insights'),
  screen('/team', () => import('../screens/team/team.screen.js'), 'TeamScreen', 'team'),
  screen('/settings', () => import('../screens/settings/settings.screen.js'), 'SettingsScreen', 'settings'),
  screen('/settings/$part', () => import('../screens/settings/settings.screen.js'), 'SettingsScreen', 'settings'),
] as const;

export const routeTree = root.addChildren([signIn, invitation, members.addChildren([index, ...screens])]);
