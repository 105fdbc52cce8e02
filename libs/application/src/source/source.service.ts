import { originGraph, originOf, Refusal, type Actor, type SourceNode, type SourceType } from '#domain';
import {
  SourceRepository,
  UnitOfWork,
  type PageRequest,
  type SourceFilter,
  type SourceRow,
  type Tx,
  type Written,
} from '#persistence';
import { newId } from '#platform';
import type { Call } from '../call/call.js';
import { found, requireVersion, stale } from '../call/precondition.js';

export interface SourceInput {
  readonly name: string;
  readonly type: SourceType;
  readonly url?: string | null | undefined;
  readonly aliases?: readonly string[] | undefined;
  readonly ownerId?: string | null | undefined;
  readonly derivesFromId?: string | null | undefined;
  readonly vouchedById?: string | null | undefined;
  readonly confidential?: boolean | undefined;
}

export interface SourceView {
  readonly id: string;
  /** Null when the source is confidential and the reader need not know. */
  readonly name: string | null;
  readonly type: SourceType;
  readonly url: string | null;
  readonly aliases: readonly string[];
  readonly ownerId: string | null;
  readonly derivesFromId: string | null;
  readonly vouchedById: string | null;
  readonly confidential: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly version: number;
}

export interface OriginView {
  readonly rootId: string;
  readonly path: readonly {
    readonly id: string;
    readonly kind: string;
    readonly by: string | null;
    readonly name: string | null;
  }[];
}

/** Who may read what makes a confidential source recognisable. */
export function mayKnow(actor: Actor, source: Pick<SourceRow, 'confidential' | 'createdBy'>): boolean {
  if (!source.confidential || source.createdBy === actor.memberId) return true;
  return actor.roles.includes('editor') || actor.roles.includes('head');
}

export function sourceView(actor: Actor, row: SourceRow): SourceView {
  const known = mayKnow(actor, row);
  return {
    id: row.id,
    name: known ? row.name : null,
    type: row.type,
    url: known ? row.url : null,
    aliases: known ? row.aliases : [],
    ownerId: row.ownerId,
    derivesFromId: row.derivesFromId,
    vouchedById: row.vouchedById,
    confidential: row.confidential,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    version: row.version,
  };
}

const LINKS = ['ownerId', 'derivesFromId', 'vouchedById'] as const;

export class SourceService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sources: SourceRepository,
  ) {}

  list(call: Call, filter: SourceFilter, page: PageRequest) {
    return this.work.read(call.agent.newsroomId, async (tx) => {
      const { items, next } = await this.sources.list(tx, filter, page);
      return { items: items.map((row) => sourceView(call.actor, row)), next };
    });
  }

  get(call: Call, id: string): Promise<SourceView> {
    return this.work.read(call.agent.newsroomId, async (tx) =>
      sourceView(call.actor, found(await this.sources.find(tx, id), 'source', id)),
    );
  }

  create(call: Call, input: SourceInput): Promise<Written<SourceView>> {
    return this.work.write(call, async (tx) => sourceView(call.actor, await this.register(tx, call, input)));
  }

  /** Inside another use case: whoever adds evidence may name a source the register does not know yet. */
  async register(tx: Tx, call: Call, input: SourceInput): Promise<SourceRow> {
    await this.requireLinks(tx, input);
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
      createdBy: call.agent.memberId,
    });
    return found(await this.sources.find(tx, id), 'source', id);
  }

  update(call: Call, id: string, patch: Partial<SourceInput>): Promise<Written<SourceView>> {
    return this.work.write(call, async (tx) => {
      const row = found(await this.sources.find(tx, id), 'source', id);
      requireVersion(call, row);
      await this.requireLinks(tx, patch);
      const { aliases, ...rest } = patch;
      const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
      const columns = { ...given, ...(aliases ? { aliases: [...aliases] } : {}) } as Partial<SourceRow>;
      if (!(await this.sources.change(tx, row, columns))) throw stale(row);
      return sourceView(call.actor, found(await this.sources.find(tx, id), 'source', id));
    });
  }

  /** Where a source's word comes from in the end; every step says by what it was followed. Cycles end at their start. */
  origin(call: Call, id: string): Promise<OriginView> {
    return this.work.read(call.agent.newsroomId, async (tx) => {
      const reached = await this.sources.reachedFrom(tx, id);
      found(reached[0], 'source', id);
      const origin = originOf({ kind: 'source', id }, originGraph(reached as SourceNode[], []));
      const byId = new Map(reached.map((row) => [row.id, row]));
      const nameOf = (sourceId: string) => {
        const row = byId.get(sourceId);
        return row && mayKnow(call.actor, { confidential: row.confidential, createdBy: null }) ? row.name : null;
      };
      const path = origin.path.map((step) => ({
        id: step.id,
        kind: step.kind,
        by: step.by ?? null,
        name: nameOf(step.id),
      }));
      return { rootId: origin.root.id, path };
    });
  }

  private async requireLinks(tx: Tx, input: Partial<SourceInput>): Promise<void> {
    const named = LINKS.flatMap((link) => (input[link] ? [{ link, id: input[link] }] : []));
    const known = new Set(
      (
        await this.sources.byIds(
          tx,
          named.map(({ id }) => id),
        )
      ).map((row) => row.id),
    );
    const missing = named.filter(({ id }) => !known.has(id));
    if (missing.length === 0) return;
    throw new Refusal('invalid', {
      errors: missing.map(({ link, id }) => ({ pointer: `/${link}`, code: 'unknown-source', detail: { id } })),
    });
  }
}
