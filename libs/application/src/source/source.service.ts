import {
  approveAnonymous,
  checkAnonymity,
  liftsConfidence,
  originGraph,
  originOf,
  Refusal,
  type Anonymity,
  type SourceNode,
  type SourceType,
} from '#domain';
import {
  MemberRepository,
  SourceRepository,
  UnitOfWork,
  type PageRequest,
  type SourceFilter,
  type SourceRow,
  type Tx,
  type Written,
} from '#persistence';
import { newId, type Clock } from '#platform';
import type { Call } from '../call/call.js';
import { found, requireVersion, stale } from '../call/precondition.js';
import { sourceView, wholeSource, type OriginView, type SourceView } from './source.view.js';

export interface SourceInput {
  readonly name: string;
  readonly type: SourceType;
  readonly url?: string | null | undefined;
  readonly aliases?: readonly string[] | undefined;
  readonly ownerId?: string | null | undefined;
  readonly derivesFromId?: string | null | undefined;
  readonly vouchedById?: string | null | undefined;
  readonly confidential?: boolean | undefined;
  readonly anonymity?: Anonymity | null | undefined;
}

const LINKS = ['ownerId', 'derivesFromId', 'vouchedById'] as const;
/** Names of these are names of one voice; two documents may well be called the same. */
const ONE_VOICE: readonly SourceType[] = ['outlet', 'agency', 'person', 'institution', 'government'];

export class SourceService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sources: SourceRepository,
    private readonly members: MemberRepository,
    private readonly clock: Clock,
  ) {}

  list(call: Call, filter: SourceFilter, page: PageRequest) {
    return this.work.read(call.agent.newsroomId, async (tx) => {
      const { items, next } = await this.sources.list(tx, filter, page);
      return { items: items.map(sourceView), next };
    });
  }

  get(call: Call, id: string): Promise<SourceView> {
    return this.work.read(call.agent.newsroomId, async (tx) =>
      sourceView(found(await this.sources.find(tx, id), 'source', id)),
    );
  }

  create(call: Call, input: SourceInput): Promise<Written<SourceView>> {
    return this.work.write(call, async (tx) => wholeSource(await this.register(tx, call, input)), { kept: hidden });
  }

  /** Somebody adding evidence names a source: the voice the register already has under that name, or a new one. */
  async named(tx: Tx, call: Call, input: SourceInput): Promise<SourceRow> {
    if (ONE_VOICE.includes(input.type) && !input.confidential) {
      const known = await this.sources.findByName(tx, input.name);
      if (known && known.type === input.type && !known.confidential) return known;
    }
    return this.register(tx, call, input);
  }

  async register(tx: Tx, call: Call, input: SourceInput): Promise<SourceRow> {
    await this.requireSound(tx, input, input.type);
    const id = newId();
    await this.sources.insert(tx, {
      id,
      name: input.name,
      type: input.type,
      url: input.url ?? null,
      aliases: [...(input.aliases ?? [])],
      ownerId: input.ownerId ?? null,
      derivesFromId: input.derivesFromId ?? null,
      vouchedById: input.vouchedById ?? null,
      confidential: input.confidential ?? false,
      anonymity: input.anonymity ?? null,
      createdBy: call.agent.memberId,
    });
    return found(await this.sources.find(tx, id), 'source', id);
  }

  /** What an approval was given for may not change under it: other terms of anonymity need another approval. */
  update(call: Call, id: string, patch: Partial<SourceInput>): Promise<Written<SourceView>> {
    return this.work.write(call, async (tx) => {
      const row = found(await this.sources.find(tx, id), 'source', id);
      requireVersion(call, row);
      await this.requireSound(tx, patch, patch.type ?? row.type);
      const hasRead = row.confidential && (await this.sources.hasRead(tx, [id], call.actor.memberId));
      const lifted = liftsConfidence(row, patch.confidential, hasRead);
      if (!lifted.ok) throw Refusal.of(lifted);
      const { aliases, ...rest } = patch;
      const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
      const unapproved = patch.anonymity === undefined ? {} : { approvedBy: null, approvedAt: null };
      const columns = { ...given, ...unapproved, ...(aliases ? { aliases: [...aliases] } : {}) } as Partial<SourceRow>;
      if (!(await this.sources.change(tx, row, columns))) throw stale(row);
      return sourceView(found(await this.sources.find(tx, id), 'source', id));
    });
  }

  /** An editor agrees that a source goes without its name, on the terms recorded with it. */
  approve(call: Call, id: string): Promise<Written<SourceView>> {
    return this.work.write(call, async (tx) => {
      const row = found(await this.sources.find(tx, id), 'source', id);
      requireVersion(call, row);
      const approved = approveAnonymous({ ...row, approved: row.approvedBy !== null }, call.actor);
      if (!approved.ok) throw Refusal.of(approved);
      const columns = { approvedBy: call.actor.memberId, approvedAt: this.clock() };
      if (!(await this.sources.change(tx, row, columns, 'source.approved'))) throw stale(row);
      return sourceView(found(await this.sources.find(tx, id), 'source', id));
    });
  }

  /** Where a source's word comes from in the end; every step says by what it was followed. Cycles end at their start. */
  origin(call: Call, id: string): Promise<OriginView> {
    return this.work.read(call.agent.newsroomId, async (tx) => {
      const reached = await this.sources.reachedFrom(tx, id);
      found(reached[0], 'source', id);
      const origin = originOf({ kind: 'source', id }, originGraph(reached as SourceNode[], []));
      const names = new Map(reached.map((row) => [row.id, row.confidential ? null : row.name]));
      const path = origin.path.map((step) => ({
        id: step.id,
        kind: step.kind,
        by: step.by ?? null,
        name: names.get(step.id) ?? null,
      }));
      return { rootId: origin.root.id, path };
    });
  }

  private async requireSound(tx: Tx, input: Partial<SourceInput>, type: SourceType): Promise<void> {
    const named = LINKS.flatMap((link) => (input[link] ? [{ link, id: input[link] }] : []));
    const rows = await this.sources.byIds(
      tx,
      named.map(({ id }) => id),
    );
    const known = new Set(rows.map((row) => row.id));
    const errors = named
      .filter(({ id }) => !known.has(id))
      .map(({ link, id }) => ({ pointer: `/${link}`, code: 'unknown-source', detail: { id } }));
    if (errors.length > 0) throw new Refusal('invalid', { errors });
    if (!input.anonymity) return;
    const knower = await this.members.find(tx, input.anonymity.knownBy);
    const sound = checkAnonymity(type, input.anonymity, knower && { active: knower.active, roles: knower.roles });
    if (!sound.ok) throw Refusal.of(sound);
  }
}

function hidden(view: SourceView): SourceView {
  return view.confidential ? { ...view, name: null, url: null, aliases: [], anonymity: null } : view;
}
