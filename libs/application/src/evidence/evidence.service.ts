import {
  mayMarkPrimary,
  mayUseAnonymous,
  originGraph,
  originOf,
  readTranslation,
  Refusal,
  type Derivation,
  type EvidenceStance,
  type SocialPost,
  type Translation,
} from '#domain';
import {
  EvidenceRepository,
  SourceRepository,
  UnitOfWork,
  type EvidenceRow,
  type SourceRow,
  type Tx,
  type Written,
} from '#persistence';
import { newId, type Clock } from '#platform';
import type { Call } from '../call/call.js';
import { found, requireVersion, stale } from '../call/precondition.js';
import type { ClaimCase, ClaimDesk } from '../claim/claim.desk.js';
import type { SourceInput, SourceService } from '../source/source.service.js';
import { sourceView, type SourceView } from '../source/source.view.js';

export interface EvidenceInput {
  readonly sourceId?: string | undefined;
  readonly source?: SourceInput | undefined;
  readonly stance: EvidenceStance;
  readonly locator: string;
  readonly url?: string | null | undefined;
  readonly quote?: string | null | undefined;
  readonly primary?: boolean | undefined;
  readonly captureId?: string | null | undefined;
  readonly derivesFrom?:
    | { readonly evidenceId?: string | undefined; readonly sourceId?: string | undefined; readonly how: Derivation }
    | undefined;
  readonly confidential?: boolean | undefined;
  readonly note?: string | null | undefined;
  readonly post?: SocialPost | null | undefined;
  readonly translation?: Omit<Translation, 'secondReaderId'> | null | undefined;
}

export interface EvidenceView {
  readonly id: string;
  readonly claimId: string;
  readonly source: SourceView;
  /** Null while the reader must still judge for himself and the item is another's. */
  readonly stance: EvidenceStance | null;
  readonly locator: string;
  readonly url: string | null;
  readonly quote: string | null;
  readonly primary: boolean;
  readonly captureId: string | null;
  readonly derivesFrom: {
    readonly evidenceId: string | null;
    readonly sourceId: string | null;
    readonly how: Derivation;
  } | null;
  readonly origin: { readonly rootId: string; readonly kind: string };
  readonly confidential: boolean;
  readonly note: string | null;
  readonly post: SocialPost | null;
  readonly translation: Translation | null;
  readonly addedBy: string;
  readonly withdrawn: { readonly at: string; readonly by: string; readonly reason: string } | null;
  readonly createdAt: string;
  readonly version: number;
}

export class EvidenceService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ClaimDesk,
    private readonly evidence: EvidenceRepository,
    private readonly sources: SourceRepository,
    private readonly register: SourceService,
    private readonly clock: Clock,
  ) {}

  list(call: Call, claimId: string): Promise<{ items: EvidenceView[] }> {
    return this.work.read(call.agent.newsroomId, async (tx) => {
      const opened = await this.desk.openForRead(tx, call, claimId, 'listEvidence');
      const rows = await this.evidence.ofClaims(tx, [claimId]);
      const sources = await this.sources.byIds(tx, [...new Set(rows.map((row) => row.sourceId))]);
      const byId = new Map(sources.map((source) => [source.id, source]));
      return { items: rows.map((row) => evidenceView(call, opened, row, byId.get(row.sourceId)!)) };
    });
  }

  add(call: Call, claimId: string, input: EvidenceInput): Promise<Written<EvidenceView>> {
    return this.work.write(call, async (tx) => {
      const opened = await this.desk.openForWrite(tx, call, claimId, 'addEvidence');
      if (opened.claim.disposition === 'dismissed') {
        throw new Refusal('not-in-state', { kind: 'claim', state: 'dismissed', allowed: ['proposed', 'active'] });
      }
      if (input.primary && !mayMarkPrimary(call.actor)) throw new Refusal('primary-forbidden', { reason: 'writer' });
      await this.requireKnown(tx, input);
      const source = input.source
        ? await this.register.named(tx, call, input.source)
        : (await this.sources.find(tx, input.sourceId!))!;
      const usable = mayUseAnonymous(source.type, opened.policy);
      if (!usable.ok) throw Refusal.of(usable);
      const id = newId();
      await this.evidence.insert(tx, opened.article.id, {
        id,
        claimId,
        sourceId: source.id,
        stance: input.stance,
        locator: input.locator,
        url: input.url ?? null,
        quote: input.quote ?? null,
        isPrimary: input.primary ?? false,
        captureId: input.captureId ?? null,
        derivesFromEvidenceId: input.derivesFrom?.evidenceId ?? null,
        derivesFromSourceId: input.derivesFrom?.sourceId ?? null,
        derivesHow: input.derivesFrom?.how ?? null,
        confidential: input.confidential ?? false,
        note: input.note ?? null,
        post: input.post ?? null,
        translation: input.translation ? { ...input.translation, secondReaderId: null } : null,
        authorId: call.actor.memberId,
      });
      return this.shown(tx, call, opened, id, source);
    });
  }

  withdraw(call: Call, evidenceId: string, reason: string): Promise<Written<EvidenceView>> {
    return this.work.write(call, async (tx) => {
      const first = found(await this.evidence.find(tx, evidenceId), 'evidence', evidenceId);
      const own = first.authorId === call.actor.memberId ? (['author-of-item'] as const) : [];
      const opened = await this.desk.openForWrite(tx, call, first.claimId, 'withdrawEvidence', own);
      const row = found(await this.evidence.find(tx, evidenceId), 'evidence', evidenceId);
      requireVersion(call, row);
      if (row.withdrawnAt) throw new Refusal('already-in-state', { kind: 'evidence', state: 'withdrawn' });
      if (!(await this.evidence.withdraw(tx, opened.article.id, row, call.actor.memberId, this.clock(), reason)))
        throw stale(row);
      const after = await this.desk.afterEvent(tx, call, await this.desk.reopened(tx, call, opened), {
        kind: 'evidence-withdrawn',
        evidenceId,
      });
      return this.shown(
        tx,
        call,
        after,
        evidenceId,
        found(await this.sources.find(tx, row.sourceId), 'source', row.sourceId),
      );
    });
  }

  /** Somebody else has read the translation against its original. */
  confirmTranslation(call: Call, evidenceId: string): Promise<Written<EvidenceView>> {
    return this.work.write(call, async (tx) => {
      const first = found(await this.evidence.find(tx, evidenceId), 'evidence', evidenceId);
      const opened = await this.desk.openForWrite(tx, call, first.claimId, 'confirmTranslation');
      const row = found(await this.evidence.find(tx, evidenceId), 'evidence', evidenceId);
      requireVersion(call, row);
      const { authorId: addedById, withdrawnAt, translation } = row;
      const read = readTranslation({ addedById, withdrawn: withdrawnAt !== null, translation }, call.actor);
      if (!read.ok) throw Refusal.of(read);
      const columns = { translation: read.translation };
      if (!(await this.evidence.change(tx, opened.article.id, row, columns, 'evidence.read-twice'))) throw stale(row);
      const source = found(await this.sources.find(tx, row.sourceId), 'source', row.sourceId);
      return this.shown(tx, call, opened, evidenceId, source);
    });
  }

  private async shown(tx: Tx, call: Call, opened: ClaimCase, id: string, source: SourceRow): Promise<EvidenceView> {
    const row = found(await this.evidence.find(tx, id), 'evidence', id);
    return evidenceView(call, await this.desk.reopened(tx, call, opened), row, source);
  }

  /** Every id a body names must be of this newsroom; foreign ones answer like missing ones. */
  private async requireKnown(tx: Tx, input: EvidenceInput): Promise<void> {
    const { sourceId, captureId, derivesFrom } = input;
    const named: [string, string | null | undefined, (id: string) => Promise<unknown>][] = [
      ['/sourceId', sourceId, (id) => this.sources.find(tx, id)],
      ['/captureId', captureId, async (id) => (await this.evidence.captureDigests(tx, [id])).get(id)],
      ['/derivesFrom/evidenceId', derivesFrom?.evidenceId, (id) => this.evidence.find(tx, id)],
      ['/derivesFrom/sourceId', derivesFrom?.sourceId, (id) => this.sources.find(tx, id)],
    ];
    const errors = [];
    for (const [pointer, id, find] of named)
      if (id && !(await find(id))) errors.push({ pointer, code: 'unknown-id', detail: { id } });
    if (errors.length > 0) throw new Refusal('invalid', { errors });
  }
}

function evidenceView(call: Call, { sees, facts }: ClaimCase, row: EvidenceRow, source: SourceRow): EvidenceView {
  const shown = sees || row.authorId === call.actor.memberId;
  // Whoever needs to know reads the source in confidence, which is recorded; lists show nothing to anybody.
  const known = !row.confidential && !source.confidential;
  const graph = originGraph(facts.sources, [...facts.evidence, ...(facts.otherEvidence ?? [])]);
  const root = originOf({ kind: 'evidence', id: row.id }, graph).root;
  return {
    id: row.id,
    claimId: row.claimId,
    source: sourceView(source),
    stance: shown ? row.stance : null,
    locator: known ? row.locator : '',
    url: known ? row.url : null,
    quote: known ? row.quote : null,
    primary: row.isPrimary,
    captureId: known ? row.captureId : null,
    derivesFrom: row.derivesHow && {
      evidenceId: row.derivesFromEvidenceId,
      sourceId: row.derivesFromSourceId,
      how: row.derivesHow,
    },
    origin: { rootId: root.id, kind: root.kind },
    confidential: row.confidential || source.confidential,
    note: shown && known ? row.note : null,
    post: known ? row.post : null,
    translation: known ? row.translation : null,
    addedBy: row.authorId,
    withdrawn: row.withdrawnAt && {
      at: row.withdrawnAt.toISOString(),
      by: row.withdrawnBy!,
      reason: row.withdrawalReason!,
    },
    createdAt: row.createdAt.toISOString(),
    version: row.version,
  };
}
