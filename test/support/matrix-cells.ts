import { PERMISSIONS, type PermissionRow, type Relation } from '#domain';
import type { OperationSpec } from '../../apps/api/src/contract/operation.js';
import { PROBES, type Probe } from './matrix-probes.js';
import type { Actor, Credential, RelationName, Things, World } from './matrix-world.js';

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
 * Every operation × actor × credential × relation. A credential that is refused everywhere meets the objects that its
 * holder would have the most right to; the others meet every relation.
 */
export function cellsOf(world: World, operations: readonly OperationSpec[]): Cell[] {
  return operations.flatMap((operation) => {
    const probe = PROBES[operation.id];
    if (!probe) throw new Error(`the matrix has no probe for ${operation.id}`);
    return world.actors.flatMap((actor) =>
      actor.credentials.flatMap((credential) =>
        relationsOf(probe, actor, credential).map((relation) => ({
          operation,
          probe,
          actor,
          credential,
          relation,
          things: actor.things[relation === 'none' ? 'own' : relation]!,
          expected: expectedOf(operation, probe, actor, credential, relation),
        })),
      ),
    );
  });
}

function relationsOf({ relations }: Probe, { things }: Actor, { refused }: Credential): Cell['relation'][] {
  const present = relations.filter((relation) => things[relation]);
  if (present.length === 0) return ['none'];
  return refused ? [present[0]!] : present;
}

/** What ties each relation of the matrix stands for. The policy lets fact-checkers take claims, so that tie is always there. */
const HELD: Readonly<Record<Cell['relation'], readonly Relation[]>> = {
  none: ['self'],
  own: ['self', 'article-visible', 'own-article', 'author-of-item', 'own-or-service-token', 'policy-self-claim'],
  assigned: ['article-visible', 'assigned', 'policy-self-claim'],
  other: ['article-visible', 'policy-self-claim'],
  hidden: [],
  foreign: [],
};

/** The answer that the table's row demands, read from the data alone: in the promised order 401, 403 role, 404, 403 relation. */
function expectedOf(
  spec: OperationSpec,
  probe: Probe,
  actor: Actor,
  credential: Credential,
  relation: Cell['relation'],
): readonly string[] {
  const row: PermissionRow = PERMISSIONS[spec.id];
  if (row.who === 'public') return probe.allowed;
  if (credential.refused) return [credential.refused];
  if (row.sessionOnly && credential.kind === 'token') return ['401 unauthenticated'];
  if (credential.forgeable && spec.method !== 'GET') return ['403 csrf-refused'];
  if (row.personOnly && actor.kind === 'service') return ['403 person-required'];
  const roles = row.who === 'all-members' ? actor.roles : actor.roles.filter((role) => row.who.includes(role));
  if (roles.length === 0) return ['403 role-forbidden'];
  const { scopes } = credential;
  if (scopes && row.scopes.length > 0 && !row.scopes.some((scope) => scopes.includes(scope))) {
    return ['403 scope-missing'];
  }
  if (relation === 'hidden' || relation === 'foreign') return [probe.unseen ?? '404 not-found'];
  if (relation === 'none' || !row.relation || probe.also?.(actor)) return probe.allowed;
  const ties = roles.map((role) => row.relation![role] ?? row.relation!.all);
  const holds = ties.some((tie) => tie === undefined || HELD[relation].includes(tie));
  return holds ? probe.allowed : [unrelatedOutcome(probe, relation)];
}

function unrelatedOutcome({ unrelated }: Probe, relation: RelationName): string {
  return (typeof unrelated === 'object' ? unrelated[relation] : unrelated) ?? '403 relation-forbidden';
}
