import { authorsOfPosted, publicationTerms, Refusal, type TermsPatch } from '#domain';
import {
  ArticleRepository,
  DeskRepository,
  MemberRepository,
  NewsroomRepository,
  SourceRepository,
  UnitOfWork,
  type ArticleFilter,
  type ArticleRow,
  type PageRequest,
  type Tx,
  type Written,
} from '#persistence';
import { newId } from '#platform';
import type { Call } from '../call/call.js';
import { requireVersion, stale } from '../call/precondition.js';
import { requireDesks } from '../newsroom/desk.service.js';
import { maySee } from './article.access.js';
import type { ArticleDesk } from './article.desk.js';
import type { ArticleView } from './article.view.js';
import { newClaims, revisionOf } from './revision.rows.js';
import type { TextInput } from './prepared.text.js';
import type { TextReader } from './text.reader.js';

export interface ArticleInput extends TextInput {
  readonly kind: ArticleRow['kind'];
  readonly byline?: string | null | undefined;
  readonly authorIds?: readonly string[] | undefined;
  readonly deskId?: string | null | undefined;
  readonly dueAt?: string | null | undefined;
  readonly visibility?: ArticleRow['visibility'] | undefined;
  readonly visibleTo?: readonly string[] | undefined;
  readonly sourceUrl?: string | null | undefined;
}

export interface ArticlePatch extends TermsPatch {
  readonly title?: string | undefined;
  readonly outlet?: string | null | undefined;
  readonly authorIds?: readonly string[] | undefined;
  readonly dueAt?: string | null | undefined;
  readonly deskId?: string | null | undefined;
  readonly visibility?: ArticleRow['visibility'] | undefined;
  readonly visibleTo?: readonly string[] | undefined;
}

export class ArticleService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ArticleDesk,
    private readonly articles: ArticleRepository,
    private readonly members: MemberRepository,
    private readonly sources: SourceRepository,
    private readonly newsrooms: NewsroomRepository,
    private readonly desks: DeskRepository,
    private readonly reader: TextReader,
  ) {}

  list(call: Call, filter: ArticleFilter, page: PageRequest) {
    return this.work.read(call.agent.newsroomId, async (tx) => {
      const { items, next } = await this.articles.list(tx, filter, call.actor.memberId, page);
      return { items: await this.desk.items(tx, items), next };
    });
  }

  get(call: Call, id: string): Promise<ArticleView> {
    return this.work.read(call.agent.newsroomId, async (tx) => {
      await this.desk.openForRead(tx, call, id);
      return this.desk.view(tx, id);
    });
  }

  /** Extraction runs before the transaction: no lock is held while a text is read. */
  async create(call: Call, input: ArticleInput): Promise<Written<ArticleView>> {
    const posted = authorsOfPosted(call.actor, input.kind, input.authorIds);
    if (!posted.ok) throw Refusal.of(posted);
    const { authorIds } = posted;
    const prepared = await this.reader.read(call, input, input.sourceUrl ?? null);
    return this.work.write(call, async (tx) => {
      const [{ policy }] = await Promise.all([
        this.newsrooms.current(tx),
        this.requireMembers(tx, authorIds),
        this.requireMembers(tx, input.visibleTo ?? [], 'visibleTo'),
        requireDesks(tx, this.desks, input.deskId ? [['/deskId', input.deskId]] : []),
      ]);
      const id = newId();
      await this.articles.insert(
        tx,
        {
          id,
          kind: input.kind,
          title: prepared.title,
          language: prepared.language,
          outlet: input.outlet ?? null,
          outletSourceId: await this.outletOf(tx, call, input.outlet),
          byline: input.byline ?? null,
          authorIds: [...authorIds],
          deskId: input.deskId ?? null,
          dueAt: input.dueAt ? new Date(input.dueAt) : null,
          sourceUrl: input.sourceUrl ?? null,
          publishedAt: input.publishedAt ? new Date(input.publishedAt) : null,
          visibility: input.visibility ?? 'newsroom',
          visibleTo: [...new Set(input.visibleTo)],
          revisionNumber: 1,
          createdBy: call.actor.memberId,
        },
        revisionOf(id, 1, prepared, call.actor.memberId, null, null),
      );
      const { claims, anchors } = newClaims(
        id,
        1,
        prepared,
        prepared.claims.map((_, index) => index),
        authorIds,
        policy,
      );
      await this.desk.claims.insertAll(tx, claims, anchors, 'claim.extracted');
      await this.reader.remember(tx, prepared, input.sourceUrl ?? null);
      await this.reader.askForMore(tx, id, 1);
      return this.desk.view(tx, id);
    });
  }

  async update(call: Call, id: string, patch: ArticlePatch): Promise<Written<ArticleView>> {
    return this.work.write(call, async (tx) => {
      const row = await this.desk.openForWrite(tx, call, id, 'updateArticle');
      requireVersion(call, row);
      if (patch.authorIds) await this.requireMembers(tx, patch.authorIds);
      if (patch.visibleTo) await this.requireMembers(tx, patch.visibleTo, 'visibleTo');
      if (patch.deskId) await requireDesks(tx, this.desks, [['/deskId', patch.deskId]]);
      const columns: Partial<ArticleRow> = {};
      if (patch.deskId !== undefined) columns.deskId = patch.deskId;
      if (patch.title !== undefined) columns.title = patch.title;
      if (patch.authorIds !== undefined) columns.authorIds = [...patch.authorIds];
      if (patch.dueAt !== undefined) columns.dueAt = patch.dueAt === null ? null : new Date(patch.dueAt);
      if (patch.visibility !== undefined) columns.visibility = patch.visibility;
      if (patch.visibleTo !== undefined) columns.visibleTo = [...new Set(patch.visibleTo)];
      requireOwnSight(call, { ...row, ...columns });
      if (patch.archived !== undefined) columns.archived = patch.archived;
      const lifts = row.legalHold && patch.legalHold === null;
      const hasCounsel = lifts && (await this.members.hasRole(tx, 'legal'));
      const terms = publicationTerms(row, patch, call.actor, hasCounsel);
      if (!terms.ok) throw Refusal.of(terms);
      if (patch.mode !== undefined) columns.mode = patch.mode;
      if (patch.embargoUntil !== undefined)
        columns.embargoUntil = patch.embargoUntil === null ? null : new Date(patch.embargoUntil);
      if (patch.legalHold !== undefined) {
        columns.legalHold = patch.legalHold !== null;
        columns.legalHoldReason = patch.legalHold?.reason ?? null;
      }
      if (patch.outlet !== undefined) {
        columns.outlet = patch.outlet;
        columns.outletSourceId = await this.outletOf(tx, call, patch.outlet);
      }
      if (!(await this.articles.change(tx, row, columns, 'article.changed'))) throw stale(row);
      return this.desk.view(tx, id);
    });
  }

  /** The outlet's place in the register: needed so that an article never counts as evidence for itself. */
  private async outletOf(tx: Tx, call: Call, outlet: string | null | undefined): Promise<string | null> {
    if (!outlet) return null;
    const known = await this.sources.findByName(tx, outlet);
    if (known) return known.id;
    const id = newId();
    const links = { ownerId: null, derivesFromId: null, vouchedById: null };
    const row = {
      id,
      name: outlet,
      type: 'outlet' as const,
      url: null,
      aliases: [],
      confidential: false,
      anonymity: null,
      createdBy: call.agent.memberId,
    };
    await this.sources.insert(tx, { ...row, ...links });
    return id;
  }

  private async requireMembers(
    tx: Tx,
    ids: readonly string[],
    member: 'authorIds' | 'visibleTo' = 'authorIds',
  ): Promise<void> {
    if (ids.length === 0) return;
    const known = await this.members.names(tx, ids);
    const errors = ids.flatMap((id, index) =>
      known.has(id) ? [] : [{ pointer: `/${member}/${index}`, code: 'unknown-id', detail: { id } }],
    );
    if (errors.length > 0) throw new Refusal('invalid', { errors });
  }
}

/** Whoever hides an article goes on seeing it: otherwise nobody might be left who can show it again. @throws Refusal invalid */
function requireOwnSight({ actor }: Call, row: ArticleRow): void {
  if (maySee(actor, row)) return;
  throw new Refusal('invalid', { errors: [{ pointer: '/visibleTo', code: 'hides-from-oneself' }] });
}
