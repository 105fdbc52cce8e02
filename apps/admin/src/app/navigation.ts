import type { OperationId, Relation } from '#domain';
import {
  IconArchive,
  IconBinaryTree2,
  IconChartBar,
  IconFileText,
  IconFiles,
  IconListDetails,
  IconMailExclamation,
  IconScale,
  IconSettings,
  IconShieldCheck,
  IconUserBolt,
  IconUsers,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';

export interface NavigationEntry {
  /** Key of its name in texts/frame: `navigation.<key>`. */
  readonly key: string;
  readonly path: string;
  readonly icon: ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>;
  /** Shown to those whose roles may run this; everybody when absent. */
  readonly operation?: OperationId;
  /** Stands in the bar at the foot of a phone; the others are behind “more”. */
  readonly onPhone?: true;
}

/** Relations that may hold somewhere: a screen opens when there may be something on it, and shows what there is. */
export const SOMEWHERE: readonly Relation[] = ['self', 'article-visible', 'own-article', 'assigned'];

/** The screens of the rail, in its order. A screen joins by a line here and one in routes.tsx. */
export const NAVIGATION: readonly NavigationEntry[] = [
  { key: 'turn', path: '/turn', icon: IconUserBolt, operation: 'listAttention', onPhone: true },
  { key: 'desk', path: '/desk', icon: IconFiles, operation: 'listArticles', onPhone: true },
  { key: 'claims', path: '/claims', icon: IconListDetails, operation: 'listClaims', onPhone: true },
  { key: 'adjudicate', path: '/adjudicate', icon: IconScale, operation: 'decideClaim' },
  { key: 'sources', path: '/sources', icon: IconBinaryTree2, operation: 'listSources' },
  { key: 'archive', path: '/archive', icon: IconArchive, operation: 'listArchive' },
  { key: 'outside', path: '/outside', icon: IconMailExclamation, operation: 'listNotices' },
  { key: 'reports', path: '/reports', icon: IconFileText, operation: 'listReports' },
  { key: 'ledger', path: '/ledger', icon: IconShieldCheck, operation: 'listLedgerEntries' },
  { key: 'team', path: '/team', icon: IconUsers, operation: 'getLoad' },
  { key: 'insights', path: '/insights', icon: IconChartBar, operation: 'getThroughput' },
  { key: 'settings', path: '/settings', icon: IconSettings },
];
