import { Refusal, seesOthersVerdicts } from '#domain';
import {
  ArticleRepository,
  NewsroomRepository,
  ReportMaterialRepository,
  ReportRepository,
  UnitOfWork,
  type PageRequest,
  type ReportRow,
  type Tx,
  type Written,
} from '#persistence';
import { newId } from '#platform';
import { RENDERERS, VERDICT_TABLES } from '#reporting';
import type { ArticleDesk } from '../article/article.desk.js';
import type { Call } from '../call/call.js';
import { found } from '../call/precondition.js';
import { claimOf } from '../claim/claim.facts.js';
import { pinnedScope, type ReportScope } from './report.scope.js';
import { reportView, savedAs, type ReportView } from './report.view.js';

export interface ReportInput {
  readonly scope: ReportScope;
  readonly formats: readonly string[];
  readonly language: 'ar' | 'en';
}

export interface ReportFile {
  /** Read piece by piece as it is asked for, once. */
  readonly content: AsyncIterable<Buffer>;
  readonly bytes: number;
  readonly mediaType: string;
  readonly sha256: string;
  /** What to call it outside, after the article. */
  readonly savedAs: string;
}

export class ReportService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reports: ReportRepository,
    private readonly material: ReportMaterialRepository,
    private readonly desk: ArticleDesk,
    private readonly articles: ArticleRepository,
    private readonly newsrooms: NewsroomRepository,
  ) {}

  /** Only notes what is wanted and queues the making: both or neither is committed. */
  async request(call: Call, { scope, formats, language }: ReportInput): Promise<Written<ReportView>> {
    requireFormats(formats);
    return this.work.write(call, async (tx) => {
      const pinned = await pinnedScope(tx, call, scope, formats, this.articles, this.desk.claims);
      const id = newId();
      const requestedBy = call.actor.memberId;
      await this.reports.insert(tx, { id, scope: pinned, formats: [...new Set(formats)], language, requestedBy });
      return this.shown(tx, found(await this.reports.find(tx, id), 'report', id));
    });
  }

  list(call: Call, page: PageRequest) {
    return this.work.read(call.agent.newsroomId, async (tx) => {
      const { items, next } = await this.reports.list(tx, call.actor.memberId, page);
      const shown: ReportView[] = [];
      for (const row of items) shown.push(await this.shown(tx, row));
      return { items: shown, next };
    });
  }

  get(call: Call, id: string): Promise<ReportView> {
    return this.work.read(call.agent.newsroomId, async (tx) => this.shown(tx, await this.visible(tx, call, id)));
  }

  /** @throws Refusal `relation-forbidden` while a claim of the report still waits for the reader's own verdict */
  async file(call: Call, id: string, name: string): Promise<ReportFile> {
    const { mediaType, sha256, bytes, saved } = await this.work.read(call.agent.newsroomId, async (tx) => {
      const row = await this.visible(tx, call, id);
      const file = found(await this.reports.findFile(tx, id, name), 'report file', name);
      await this.requireNothingToJudge(tx, call, row);
      return { ...file, saved: savedAs(row, name, await this.reports.titleOf(tx, row)) };
    });
    return { content: this.pieces(call.agent.newsroomId, id, name), bytes, mediaType, sha256, savedAs: saved };
  }

  /** No connection is held while the reader takes his time. */
  private async *pieces(newsroomId: string, id: string, name: string): AsyncGenerator<Buffer> {
    for (let number = 1; ; number++) {
      const content = await this.work.readSingle(newsroomId, (tx) => this.reports.piece(tx, id, name, number));
      if (!content) return;
      yield content;
    }
  }

  /** The report's HTML file, under the same conditions. */
  async preview(call: Call, id: string): Promise<ReportFile> {
    const { files } = await this.get(call, id);
    const html = found(files.find(({ format }) => format === 'html') ?? null, 'report file', 'html');
    return this.file(call, id, html.name);
  }

  private async shown(tx: Tx, row: ReportRow): Promise<ReportView> {
    if (row.status !== 'done') return reportView(row, [], null);
    const [files, title] = await Promise.all([this.reports.files(tx, row.id), this.reports.titleOf(tx, row)]);
    return reportView(row, files, title);
  }

  private async visible(tx: Tx, call: Call, id: string): Promise<ReportRow> {
    const row = found(await this.reports.find(tx, id), 'report', id);
    if (!(await this.reports.isVisible(tx, id, call.actor.memberId)))
      throw new Refusal('not-found', { kind: 'report', id });
    return row;
  }

  /**
   * A report made for an editor shows verdicts. Whoever must still judge one of its claims for himself gets it afterwards;
   * what he asked for himself was made for his eyes.
   */
  private async requireNothingToJudge(tx: Tx, call: Call, row: ReportRow): Promise<void> {
    const { memberId } = call.actor;
    if (row.requestedBy === memberId) return;
    const claims = await this.claimsOf(tx, row);
    const { policy } = await this.newsrooms.current(tx);
    const own = await this.material.ownPart(
      tx,
      memberId,
      claims.map(({ id }) => id),
    );
    const partOf = new Map(own.map((part) => [part.claimId, part]));
    const blind = claims.some((claim) => {
      const part = partOf.get(claim.id);
      return !seesOthersVerdicts(call.actor, claimOf(claim), part?.assignments ?? [], part?.verdicts ?? [], policy);
    });
    if (blind)
      throw new Refusal('relation-forbidden', { operation: 'downloadReportFile', reason: 'own-verdict-first' });
  }

  private async claimsOf(tx: Tx, { scope }: ReportRow) {
    if (scope.claimIds) return this.desk.claims.byIds(tx, scope.claimIds);
    const claims = [];
    for (const articleId of scope.articleIds) claims.push(...(await this.desk.claims.ofArticle(tx, articleId)));
    return claims;
  }
}

function requireFormats(formats: readonly string[]): void {
  const known: readonly string[] = [...RENDERERS, ...VERDICT_TABLES].map(({ format }) => format);
  const allowed = known.join(', ');
  const errors = formats.flatMap((format, index) =>
    known.includes(format) ? [] : [{ pointer: `/formats/${index}`, code: 'not-allowed', detail: { allowed } }],
  );
  if (formats.length === 0) errors.push({ pointer: '/formats', code: 'required', detail: { allowed } });
  if (errors.length > 0) throw new Refusal('invalid', { errors });
}
