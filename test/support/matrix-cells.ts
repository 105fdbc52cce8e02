import { PERMISSIONS, type PermissionRow, type Relation } from '#domain';
import type { OperationSpec } from '../../apps/api/src/contract/operation.js';
import { PROBES, type Probe } from './matrix-probes.js';
import type { Actor, Credential, RelationName, Things, World } from './matrix-world.types.js';

export interface Cell {
  readonly operation: OperationSpec;
  readonly probe: Probe;
  readonly actor: Actor;
  readonly credential: Credential;
  readonly relation: RelationName | 'none';
  readonly things: Things;
  readonly expected: readonly string[];
}

export const titleOf = ({ operation, actor, credential, relation }: Cell) =>
  `${operation.id} by ${actor.name} with ${credential.name} on ${relation}`;

/**
 * Every operation × actor × credential × relation. What is refused before any object is looked at is asked for the object
 * with most right to it and for one of another newsroom, and must answer alike; all else meets every relation.
 */
export function cellsOf(world: World, operations: readonly OperationSpec[]): Cell[] {
  return operations.flatMap((operation) => {
    const probe = PROBES[operation.id];
    if (!probe) throw new Error(`the matrix has no probe for ${operation.id}`);
    return world.actors.flatMap((actor) =>
      actor.credentials.flatMap((credential) => {
        const early = earlyRefusalOf(operation, actor, credential);
        return relationsOf(probe, actor, early !== undefined).map((relation) => ({
          operation,
          probe,
          actor,
          credential,
          relation,
          things: actor.things[relation === 'none' ? 'own' : relation]!,
          expected: early === undefined ? lateOutcomesOf(operation, probe, actor, relation) : [early],
        }));
      }),
    );
  });
}

function relationsOf({ relations }: Probe, { things }: Actor, isRefusedEarly: boolean): Cell['relation'][] {
  const present = relations.filter((relation) => things[relation]);
  if (present.length === 0) return ['none'];
  return isRefusedEarly ? present.filter((relation) => relation === 'own' || relation === 'foreign') : present;
}

/** What ties each relation of the matrix stands for. The policy lets fact-checkers take claims, so that tie is always there. */
const HELD: Readonly<Record<Cell['relation'], readonly Relation[]>> = {
  none: ['self'],
  own: [
    'self',
    'article-visible',
    'own-article',
    'own-file',
    'author-of-item',
    'own-or-service-token',
    'policy-self-claim',
  ],
  assigned: ['article-visible', 'assigned', 'uses-source-assigned', 'policy-self-claim'],
  other: ['article-visible', 'policy-self-claim'],
  hidden: [],
  foreign: [],
};

/** The refusals that need no object, read from the table's data alone, in the promised order: 401, 403 role, 403 scope. */
function earlyRefusalOf(spec: OperationSpec, actor: Actor, credential: Credential): string | undefined {
  const row: PermissionRow = PERMISSIONS[spec.id];
  const { scopes } = credential;
  if (row.who === 'public') return undefined;
  if (credential.refused) return credential.refused;
  if (row.sessionOnly && credential.kind === 'token') return '401 unauthenticated';
  if (credential.forgeable && spec.method !== 'GET') return '403 csrf-refused';
  if (row.personOnly && actor.kind === 'service') return '403 person-required';
  if (rolesIn(row, actor).length === 0) return '403 role-forbidden';
  const isScoped = scopes !== null && row.scopes.length > 0;
  return isScoped && !row.scopes.some((scope) => scopes.includes(scope)) ? '403 scope-missing' : undefined;
}

const rolesIn = ({ who }: PermissionRow, { roles }: Actor) =>
  typeof who === 'string' ? roles : roles.filter((role) => who.includes(role));

/** Of callers whose role may: 404 for what they may not see, 403 for what they have no part in, else what who may gets. */
function lateOutcomesOf(
  spec: OperationSpec,
  probe: Probe,
  actor: Actor,
  relation: Cell['relation'],
): readonly string[] {
  const row: PermissionRow = PERMISSIONS[spec.id];
  if (row.who === 'public') return probe.allowed;
  if (relation === 'hidden' || relation === 'foreign') return [probe.unseen ?? '404 not-found'];
  if (relation === 'none' || !row.relation || probe.also?.(actor)) return probe.allowed;
  const ties = rolesIn(row, actor).map((role) => row.relation![role] ?? row.relation!.all);
  const holds = ties.some((tie) => tie === undefined || HELD[relation].includes(tie));
  return holds ? probe.allowed : [unrelatedOutcome(probe, relation)];
}

function unrelatedOutcome({ unrelated }: Probe, relation: RelationName): string {
  return (typeof unrelated === 'object' ? unrelated[relation] : unrelated) ?? '403 relation-forbidden';
}
