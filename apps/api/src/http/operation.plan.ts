import { permissionOf, type PermissionRow } from '#domain';
import {
  API_PREFIX,
  DEFAULT_BODY_LIMIT,
  successStatus,
  type OperationSpec,
  type RawBodySpec,
} from '../contract/operation.js';

/** What the hooks need to know of an operation, worked out once at start instead of with every request. */
export interface OperationPlan {
  readonly spec: OperationSpec;
  readonly permission: PermissionRow;
  readonly status: number;
  /** The path as the router writes it: `/api/v1/articles/:id`. */
  readonly route: string;
  readonly isWrite: boolean;
  readonly jsonLimit: number;
  readonly raw: RawBodySpec | undefined;
  readonly accepted: readonly string[];
}

const PLANS = new WeakMap<OperationSpec, OperationPlan>();

export function planOf(spec: OperationSpec): OperationPlan {
  const known = PLANS.get(spec);
  if (known) return known;
  const permission = permissionOf(spec.id) as PermissionRow | undefined;
  if (!permission) throw new Error(`operation ${spec.id} has no row in the permission table`);
  if ((spec.public === true) !== (permission.who === 'public')) {
    throw new Error(`operation ${spec.id}: contract and permission table disagree about who may call it unsigned`);
  }
  const plan: OperationPlan = {
    spec,
    permission,
    status: successStatus(spec),
    route: API_PREFIX + spec.path.replace(/\{(\w+)\}/g, ':$1'),
    isWrite: spec.method !== 'GET',
    jsonLimit: spec.bodyLimit ?? DEFAULT_BODY_LIMIT,
    raw: spec.raw,
    accepted: [...(spec.raw && !spec.body ? [] : ['application/json']), ...(spec.raw?.types ?? [])],
  };
  PLANS.set(spec, plan);
  return plan;
}
