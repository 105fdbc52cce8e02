import type { PermissionRow } from './permission.types.js';
import { ARTICLE_PERMISSIONS } from './table/article.permissions.js';
import { CHECKING_PERMISSIONS } from './table/checking.permissions.js';
import { CLAIM_PERMISSIONS } from './table/claim.permissions.js';
import { DESK_PERMISSIONS } from './table/desk.permissions.js';
import { NEWSROOM_PERMISSIONS } from './table/newsroom.permissions.js';
import { PUBLISHING_PERMISSIONS } from './table/publishing.permissions.js';

export type { PermissionRow, Relation } from './permission.types.js';

/** THE permission table. Routes name a row; a route without one does not start. Tests and docs are generated from it. */
export const PERMISSIONS = {
  ...NEWSROOM_PERMISSIONS,
  ...ARTICLE_PERMISSIONS,
  ...CLAIM_PERMISSIONS,
  ...CHECKING_PERMISSIONS,
  ...DESK_PERMISSIONS,
  ...PUBLISHING_PERMISSIONS,
} as const satisfies Record<string, PermissionRow>;

export type OperationId = keyof typeof PERMISSIONS;
export const OPERATION_IDS = Object.keys(PERMISSIONS) as OperationId[];
const ROWS: Readonly<Record<OperationId, PermissionRow>> = PERMISSIONS;

export function permissionOf(operation: OperationId): PermissionRow {
  return ROWS[operation];
}
