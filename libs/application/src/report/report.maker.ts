import { Refusal, type Actor } from '#domain';
import { CanonicalJsonError } from '#ledger';
import {
  MemberRepository,
  ReportRepository,
  UnitOfWork,
  type Agent,
  type JobContext,
  type ReportFileListing,
  type ReportRow,
  type Tx,
} from '#persistence';
import { newId, type Clock } from '#platform';
import {
  modelOf,
  rendererOf,
  streamOf,
  VERDICT_TABLES,
  type ReportModel,
  type ReportRenderer,
  type ReportStream,
  type VerdictTableFormat,
} from '#reporting';
import type { Call } from '../call/call.js';
import { keptInPieces } from './file.pieces.js';
import type { ReportComposer } from './report.composer.js';
import { tableOf, type VerdictExport } from './verdict.export.js';

/** Why a report cannot be made, as it is told. */
export type ReportFailure = 'requester-gone' | 'scope-gone' | 'content-unwritable' | 'internal';

/** Makes the reports that were asked for; the worker calls it, as often as it takes. */
export class ReportMaker {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reports: ReportRepository,
    private readonly members: MemberRepository,
    private readonly composer: ReportComposer,
    private readonly verdicts: VerdictExport,
    private readonly clock: Clock,
  ) {}

  /** The queue's entry. @throws TypeError for a payload that names no report */
  readonly handle = async (payload: unknown, { lastAttempt, signal }: JobContext): Promise<void> => {
    const { newsroomId, reportId } = (payload ?? {}) as { newsroomId?: unknown; reportId?: unknown };
    if (typeof newsroomId !== 'string' || typeof reportId !== 'string')
      throw new TypeError('a report job names its newsroom and its report');
    await this.make(newsroomId, reportId, lastAttempt, signal);
  };

  /**
   * One snapshot, all formats, one commit: until it there is nothing of any file. Made a second time it changes nothing. What
   * another attempt may mend is thrown for the queue to try again, unless this was the last; what no attempt can mend is recorded
   * as the report's failure.
   */
  async make(newsroomId: string, reportId: string, lastAttempt = true, signal?: AbortSignal): Promise<void> {
    const agent = workerAgent(newsroomId);
    const report = await this.work.read(newsroomId, (tx) => this.reports.find(tx, reportId));
    if (!report || report.status === 'done' || report.status === 'failed') return;
    try {
      await this.progress(agent, reportId, 0);
      await this.work.write({ agent }, (tx) => this.makeOnce(tx, { agent, signal }, report));
    } catch (error) {
      const failure = failureOf(error);
      if (failure === null && (!lastAttempt || signal?.aborted)) throw error;
      await this.fail(agent, reportId, failure ?? 'internal');
      if (failure === null) throw error;
    }
  }

  private async makeOnce(tx: Tx, making: Making, { id }: ReportRow): Promise<null> {
    await this.reports.beginMaking(tx, id);
    const report = await this.reports.find(tx, id);
    // Another worker was given the same job after this one had been taken for dead, and was faster.
    if (report?.status !== 'running') return null;
    const made = await this.work.snapshot(tx.newsroomId, (snapshot) => this.write(tx, snapshot, making, report));
    const row = await this.reports.lock(tx, id);
    if (row?.status !== 'running') throw new Error(`report ${id} ended while it was being made`);
    if (made.articleIds) await this.reports.addArticles(tx, id, made.articleIds);
    await this.reports.finish(tx, row, made.files, { ledgerSeq: made.ledgerSeq, finishedAt: this.clock() });
    return null;
  }

  /** Writes all files from the snapshot into the pieces of the open transaction. */
  private async write(tx: Tx, snapshot: Tx, { agent, signal }: Making, report: ReportRow): Promise<Made> {
    const call = await this.callOf(snapshot, agent, report);
    const examined = report.formats.some((format) => tableFormat(format) !== undefined)
      ? await this.verdicts.examined(snapshot, call, report)
      : null;
    // Only tables are made of a filter.
    const articleIds = report.scope.filter ? (examined?.articleIds ?? []) : null;
    const common = await this.composer.common(snapshot, report);
    const open = () => this.composer.open(snapshot, call, report);
    // Read once for all where one format has to see the whole of it.
    const needsWhole = report.formats.some((format) => rendererOf(format) && !rendererOf(format)!.stream);
    const model = needsWhole ? await modelOf(await open()) : null;
    const files: ReportFileListing[] = [];
    for (const format of report.formats) {
      await this.progress(agent, report.id, Math.round((100 * files.length) / report.formats.length));
      const table = tableFormat(format);
      const { name, mediaType } = table ?? namedOf(rendererOf(format)!);
      const chunks = () =>
        table
          ? this.verdicts.file(snapshot, call, examined!, tableOf(table, report, common))
          : rendering(rendererOf(format)!, report.language, model, open);
      const kept = await written(async () =>
        keptInPieces(await chunks(), (number, content) => {
          signal?.throwIfAborted();
          return this.reports.addPiece(tx, report.id, name, number, content);
        }),
      );
      files.push({ name, format, mediaType, ...kept });
    }
    return { files, ledgerSeq: common.head.ledger.seq, articleIds };
  }

  /** The requester's: a report shows what he may see. */
  private async callOf(tx: Tx, agent: Agent, report: ReportRow): Promise<Call> {
    const requester = await this.members.find(tx, report.requestedBy);
    if (!requester?.active) throw new Unmakable('requester-gone');
    const { id: memberId, kind, roles } = requester;
    const actor: Actor = { memberId, newsroomId: agent.newsroomId, kind, roles, scopes: null };
    return { agent, actor, locale: report.language };
  }

  private async fail(agent: Agent, id: string, failure: ReportFailure): Promise<void> {
    await this.work.write({ agent }, async (tx) => {
      const row = await this.reports.lock(tx, id);
      if (row?.status === 'queued' || row?.status === 'running')
        await this.reports.fail(tx, row, failure, this.clock());
      return null;
    });
  }

  private async progress(agent: Agent, id: string, percent: number): Promise<void> {
    await this.work.write({ agent }, async (tx) => {
      await this.reports.progress(tx, id, percent);
      return null;
    });
  }
}

interface Making {
  readonly agent: Agent;
  readonly signal: AbortSignal | undefined;
}

interface Made {
  readonly files: readonly ReportFileListing[];
  readonly ledgerSeq: number;
  /** Of a report whose articles were not known when it was asked for. */
  readonly articleIds: readonly string[] | null;
}

function tableFormat(format: string): VerdictTableFormat | undefined {
  return VERDICT_TABLES.find((one) => one.format === format);
}

function namedOf({ extension, mediaType }: ReportRenderer): { name: string; mediaType: string } {
  return { name: `report.${extension}`, mediaType };
}

async function rendering(
  renderer: ReportRenderer,
  language: ReportRow['language'],
  model: ReportModel | null,
  open: () => Promise<ReportStream>,
): Promise<AsyncIterable<Uint8Array> | Iterable<Uint8Array>> {
  if (renderer.stream) return renderer.stream(model ? streamOf(model) : await open(), language);
  const whole = renderer.render(model!, language);
  return whole instanceof Uint8Array ? [whole] : whole;
}

class Unmakable extends Error {
  override readonly name = 'Unmakable';

  constructor(
    readonly failure: ReportFailure,
    options?: ErrorOptions,
  ) {
    super(failure, options);
  }
}

function failureOf(error: unknown): ReportFailure | null {
  if (error instanceof Unmakable) return error.failure;
  if (error instanceof Refusal) return 'scope-gone';
  return null;
}

/** What cannot be written in a format cannot be written tomorrow either. */
async function written<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof CanonicalJsonError || error instanceof RangeError || error instanceof TypeError)
      throw new Unmakable('content-unwritable', { cause: error });
    throw error;
  }
}

function workerAgent(newsroomId: string): Agent {
  return { newsroomId, memberId: null, actorKind: 'system', via: 'job', credentialId: null, requestId: newId() };
}
