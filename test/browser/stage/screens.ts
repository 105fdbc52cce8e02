import type { Page } from 'playwright-core';

export interface Screen {
  readonly name: string;
  /** The role whose eyes it is shown through. */
  readonly as: 'editor' | 'reviewer' | 'writer' | 'admin' | 'viewer';
  readonly path: (ids: Readonly<Record<'article' | 'claim', string>>) => string;
  /** What to do before the picture is taken. */
  readonly arrange?: (page: Page) => Promise<void>;
  /** The whole length, not the window alone. */
  readonly whole?: boolean;
}

/** Every screen of the admin, once. */
export const SCREENS: readonly Screen[] = [
  { name: 'desk', as: 'editor', path: () => '/desk' },
  { name: 'turn', as: 'editor', path: () => '/turn' },
  { name: 'turn-reviewer', as: 'reviewer', path: () => '/turn' },
  { name: 'claims', as: 'editor', path: () => '/claims' },
  { name: 'claims-board', as: 'editor', path: () => '/claims?layout=board' },
  { name: 'adjudicate', as: 'editor', path: () => '/adjudicate', whole: true },
  { name: 'sources', as: 'editor', path: () => '/sources', whole: true },
  { name: 'archive', as: 'editor', path: () => '/archive' },
  { name: 'outside', as: 'editor', path: () => '/outside' },
  { name: 'reports', as: 'editor', path: () => '/reports' },
  { name: 'ledger', as: 'editor', path: () => '/ledger' },
  { name: 'insights', as: 'editor', path: () => '/insights', whole: true },
  { name: 'team', as: 'editor', path: () => '/team' },
  { name: 'settings-account', as: 'editor', path: () => '/settings/account' },
  { name: 'settings-policy', as: 'admin', path: () => '/settings/policy', whole: true },
  { name: 'settings-scale', as: 'admin', path: () => '/settings/scale', whole: true },
  { name: 'settings-members', as: 'admin', path: () => '/settings/members' },
  { name: 'settings-desks', as: 'admin', path: () => '/settings/desks' },
  { name: 'settings-tokens', as: 'admin', path: () => '/settings/tokens' },
  { name: 'article-file', as: 'editor', path: ({ article }) => `/articles/${article}?view=file`, whole: true },
  { name: 'article', as: 'editor', path: ({ article }) => `/articles/${article}` },
];
