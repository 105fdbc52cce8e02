import { newId } from '#platform';
import type { Received, Sent } from './fuzz-checks.js';
import type { Endpoint } from './fuzz-contract.js';
import type { Chance } from './fuzz-data.js';

const POOL_LIMIT = 60;
/** Operations that would take from the callers what the rest of the run needs; asked, but not for these things. */
const KEPT_FROM_LEARNING = new Set(['tokens', 'sessions', 'members', 'people']);
const KINDS: Readonly<Record<string, string>> = {
  reviewerId: 'people',
  memberId: 'members',
  authorIds: 'people',
  onBehalfOf: 'people',
  assignee: 'people',
  fromId: 'people',
  toId: 'people',
  mentions: 'people',
  ownerId: 'sources',
  vouchedById: 'sources',
};

/** The things that requests may name: those it begins with, and what is learnt from answers. */
export class FuzzPool {
  private readonly versions = new Map<string, number>();

  /** `ids` by kind (`claims`, `articles`, …, the first part of a path), or by operation and member. */
  constructor(private readonly ids: Map<string, string[]>) {}

  /** As last seen; 1 of what never was. */
  versionOf(id: string): number {
    return this.versions.get(id) ?? 1;
  }

  /** Some operations have things of their own that they can get through with. */
  kindFor({ operationId }: Endpoint, kind: string, chance: Chance): string {
    return this.ids.has(operationId) && chance.happens(0.6) ? operationId : kind;
  }

  idFor(name: string, operation: string, chance: Chance): string {
    const own = this.ids.get(`${operation}.${name}`);
    if (own !== undefined && chance.happens(0.6)) return chance.of(own);
    return this.idOf(KINDS[name] ?? kindOf(name), chance);
  }

  idOf(kind: string, chance: Chance): string {
    const own = this.ids.get(kind) ?? [];
    if (own.length > 0 && chance.happens(0.85)) return chance.of(own);
    const all = [...this.ids.entries()].filter(([each]) => !KEPT_FROM_LEARNING.has(each)).flatMap(([, ids]) => ids);
    return chance.happens(0.5) && all.length > 0 ? chance.of(all) : newId();
  }

  /** Remembers what was made, and the version of whatever was seen. */
  learn({ endpoint }: Sent, { status, headers, json }: Received): void {
    this.remember(json);
    const location = typeof headers.location === 'string' ? headers.location.split('/') : [];
    const [, , , kind = '', id = ''] = location;
    const made = status === 201 && endpoint.method === 'POST';
    if (made && id && !KEPT_FROM_LEARNING.has(kind)) this.add(kind, id);
    const { claims = [] } = (json ?? {}) as { claims?: { id: string }[] };
    if (made && endpoint.operationId === 'createArticle') claims.forEach((claim) => this.add('claims', claim.id));
    const kindMade = { addEvidence: 'evidence', createAssignment: 'assignments', giveVerdict: 'verdicts' }[
      endpoint.operationId
    ];
    if (made && kindMade) this.add(kindMade, (json as { id: string }).id);
  }

  private add(kind: string, id: string): void {
    const ids = this.ids.get(kind) ?? [];
    if (ids.length >= POOL_LIMIT) ids.splice(Math.floor(ids.length / 2), 1);
    this.ids.set(kind, [...ids, id]);
  }

  private remember(value: unknown): void {
    if (typeof value !== 'object' || value === null) return;
    const { id, version } = value as { id?: unknown; version?: unknown };
    if (typeof id === 'string' && typeof version === 'number') this.versions.set(id, version);
    for (const inner of Object.values(value)) this.remember(inner);
  }
}

/** `claimIds` and `sourceId` are of claims and sources; `deskId` of desks. */
const kindOf = (name: string) =>
  ({ evidenceId: 'evidence', evidenceIds: 'evidence' })[name] ?? `${name.replace(/Ids?$/, '')}s`;
