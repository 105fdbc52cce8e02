import type { OperationId } from '#domain';
import { IconBinaryTree2, IconFiles, IconFileText, IconShieldCheck, IconUserBolt } from '@tabler/icons-react';
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

/** The screens of the rail, in its order. A screen joins by a line here and one in routes.tsx. */
export const NAVIGATION: readonly NavigationEntry[] = [
  { key: 'turn', path: '/turn', icon: IconUserBolt, operation: 'listAttention', onPhone: true },
  { key: 'desk', path: '/desk', icon: IconFiles, operation: 'listArticles', onPhone: true },
  { key: 'sources', path: '/sources', icon: IconBinaryTree2, operation: 'listSources' },
  { key: 'reports', path: '/reports', icon: IconFileText, operation: 'listReports' },
  { key: 'ledger', path: '/ledger', icon: IconShieldCheck, operation: 'listLedgerEntries' },
];
