import {
  carriedBy,
  isPrecedent,
  mayByRole,
  Refusal,
  spreadOf,
  type Carried,
  type Carrier,
  type GroupRelation,
  type SourceNode,
} from '#domain';
import {
  ClaimGroupRepository,
  SourceRepository,
  UnitOfWork,
  type ClaimGroupRow,
  type Tx,
  type Written,
} from '#persistence';
import { newId } from '#platform';
import { maySee } from '../article/article.access.js';
import type { Call } from '../call/call.js';
import { found, requireVersion, stale } from '../call/precondition.js';
import type { ClaimCase, ClaimDesk } from '../claim/claim.desk.js';

export interface GroupedClaimView {
  readonly claimId: string;
  readonly articleId: string;
  readonly articleTitle: string;
  readonly outlet: string | null;
  readonly at: string;
  readonly quote: string;
  readonly state: ClaimCase['row']['state'];
  readonly disposition: ClaimCase['row']['disposition'];
  readonly verifies: ClaimCase['row']['verifies'];
  readonly rating: string | null;
  /** Alike for claims of one origin. */
  readonly origin: string;
  /** What it made of the wording of whoever carried it first. */
  readonly carried: readonly Carried[];
  /** Decided on its substance: an editor may take it over elsewhere in the group. */
  readonly precedent: boolean;
}

export interface GroupView {
  readonly id: string;
  readonly relation: GroupRelation;
  readonly claims: readonly GroupedClaimView[];
  readonly spread: { readonly articles: number; readonly outlets: number; readonly origins: number };
  readonly createdBy: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly version: number;
}

/** Claims of several articles that say the same, contradict or belong together; people link them. */
export class GroupService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ClaimDesk,
    private readonly groups: ClaimGroupRepository,
    private readonly sources: SourceRepository,
  ) {}

  get(call: Call, id: string): Promise<GroupView> {
    return this.work.read(call.agent.newsroomId, async (tx) => this.shown(tx, call, await this.opened(tx, call, id)));
  }

  make(call: Call, input: { claimIds: readonly string[]; relation: GroupRelation }): Promise<Written<GroupView>> {
    return this.work.write(call, async (tx) => {
      const id = newId();
      await this.groups.insert(tx, { id, relation: input.relation, createdBy: call.actor.memberId });
      await this.putInto(tx, call, id, input.claimIds);
      return this.shown(tx, call, found(await this.groups.find(tx, id), 'claim-group', id));
    });
  }

  /** The claims named are the group's from now on; those it had and are not named leave it. */
  update(
    call: Call,
    id: string,
    patch: { claimIds?: readonly string[] | undefined; relation?: GroupRelation | undefined },
  ): Promise<Written<GroupView>> {
    return this.work.write(call, async (tx) => {
      const row = await this.opened(tx, call, id);
      requireVersion(call, row);
      if (!(await this.groups.change(tx, row, { relation: patch.relation ?? row.relation }))) throw stale(row);
      if (patch.claimIds !== undefined) {
        const kept = new Set(patch.claimIds);
        for (const one of await this.seen(tx, call, id))
          if (!kept.has(one.row.id)) await this.link(tx, one.row.id, null);
        await this.putInto(tx, call, id, patch.claimIds);
      }
      return this.shown(tx, call, found(await this.groups.find(tx, id), 'claim-group', id));
    });
  }

  /** A group of which the caller may see no claim does not exist for him. */
  private async opened(tx: Tx, call: Call, id: string): Promise<ClaimGroupRow> {
    const row = found(await this.groups.find(tx, id), 'claim-group', id);
    const editor = mayByRole('updateClaimGroup', call.actor).ok;
    const members = await this.groups.members(tx, id);
    if (members.length > 0 && (await this.seen(tx, call, id)).length === 0)
      throw new Refusal('not-found', { kind: 'claim-group', id });
    if (members.length === 0 && !editor) throw new Refusal('not-found', { kind: 'claim-group', id });
    return row;
  }

  private async seen(tx: Tx, call: Call, id: string): Promise<ClaimCase[]> {
    const cases = await this.desk.casesOf(tx, call, await this.groups.members(tx, id));
    return cases.filter(({ article }) => maySee(call.actor, article));
  }

  private async putInto(tx: Tx, call: Call, id: string, claimIds: readonly string[]): Promise<void> {
    const cases = await this.desk.casesOf(tx, call, [...new Set(claimIds)]);
    const known = new Map(cases.filter(({ article }) => maySee(call.actor, article)).map((one) => [one.row.id, one]));
    const errors = claimIds.flatMap((claimId, index) =>
      known.has(claimId) ? [] : [{ pointer: `/claimIds/${index}`, code: 'unknown-id', detail: { id: claimId } }],
    );
    if (errors.length > 0) throw new Refusal('invalid', { errors });
    for (const { row } of known.values()) {
      if (row.groupId === id) continue;
      if (row.groupId !== null) throw new Refusal('in-use', { kind: 'claim', id: row.id, by: row.groupId });
      await this.link(tx, row.id, id);
    }
  }

  private async link(tx: Tx, claimId: string, groupId: string | null): Promise<void> {
    const row = found(await this.desk.claims.lock(tx, claimId), 'claim', claimId);
    const action = groupId === null ? 'claim.ungrouped' : 'claim.grouped';
    if (!(await this.desk.claims.change(tx, row, { groupId }, action))) throw stale(row);
  }

  private async shown(tx: Tx, call: Call, row: ClaimGroupRow): Promise<GroupView> {
    const cases = await this.seen(tx, call, row.id);
    const carriers = cases.map(carrierOf);
    const spread = spreadOf(carriers, await this.register(tx, cases));
    const carried = carriedBy(carriers);
    const originNumber = new Map(
      [...new Set(spread.originOf.values())].map((key, index) => [key, `origin-${index + 1}`]),
    );
    const { id, relation, createdBy, version } = row;
    return {
      id,
      relation,
      claims: cases.map((one, index) => ({
        ...claimOf(one, carriers[index]!.at),
        origin: originNumber.get(spread.originOf.get(one.row.id)!)!,
        carried: carried.get(one.row.id) ?? [],
        precedent: isPrecedent(relation, one.claim),
      })),
      spread: { articles: spread.articles, outlets: spread.outlets, origins: spread.origins },
      createdBy,
      createdAt: row.createdAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
      version,
    };
  }

  private async register(tx: Tx, cases: readonly ClaimCase[]) {
    const names = cases.flatMap(({ row }) => row.attribution?.links.map(({ name }) => name) ?? []);
    const byName = await this.groups.sourcesNamed(tx, [...new Set(names)]);
    const starts = new Set([...byName.values(), ...cases.flatMap(({ article }) => article.outletSourceId ?? [])]);
    const sources = new Map<string, SourceNode>();
    for (const start of starts) {
      if (sources.has(start)) continue;
      for (const node of await this.sources.reachedFrom(tx, start)) sources.set(node.id, node);
    }
    return { byName, sources };
  }
}

function carrierOf({ row, article }: ClaimCase): Carrier {
  return {
    claimId: row.id,
    articleId: article.id,
    outlet: article.outlet,
    outletSourceId: article.outletSourceId,
    at: (article.publishedAt ?? article.createdAt).toISOString(),
    attribution: row.attribution,
  };
}

function claimOf({ row, article }: ClaimCase, at: string) {
  return {
    claimId: row.id,
    articleId: article.id,
    articleTitle: article.title,
    outlet: article.outlet,
    at,
    quote: row.quote,
    state: row.state,
    disposition: row.disposition,
    verifies: row.verifies,
    rating: row.rating,
  };
}
