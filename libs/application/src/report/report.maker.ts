import { Refusal, type Actor } from '#domain';
import { CanonicalJsonError } from '#ledger';
import {
  MemberRepository,
  ReportRepository,
  UnitOfWork,
  type Agent,
  type JobContext,
  type NewReportFile,
  type ReportRow,
} from '#persistence';
import { newId, sha256, type Clock } from '#platform';
import { rendererOf, wholeFile, type ReportModel } from '#reporting';
import type { Call } from '../call/call.js';
import type { ReportComposer } from './report.composer.js';

/** Why a report cannot be made, as it is told. */
export type ReportFailure = 'requester-gone' | 'scope-gone' | 'content-unwritable' | 'internal';

/** Shares of the way: the snapshot is read, then one format after the other is written. */
const READ_PERCENT = 40;

/** Makes the reports that were asked for; the worker calls it, as often as it takes. */
export class ReportMaker {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reports: ReportRepository,
    private readonly members: MemberRepository,
    private readonly composer: ReportComposer,
    private readonly clock: Clock,
  ) {}

  /** The queue's entry. @throws TypeError for a payload that names no report */
  readonly handle = async (payload: unknown, { lastAttempt }: JobContext): Promise<void> => {
    const { newsroomId, reportId } = (payload ?? {}) as { newsroomId?: unknown; reportId?: unknown };
    if (typeof newsroomId !== 'string' || typeof reportId !== 'string')
      throw new TypeError('a report job names its newsroom and its report');
    await this.make(newsroomId, reportId, lastAttempt);
  };

  /**
   * One snapshot, all formats, one commit. Made a second time it changes nothing. What another attempt may mend is thrown
   * for the queue to try again, unless this was the last; what no attempt can mend is recorded as the report's failure.
   */
  async make(newsroomId: string, reportId: string, lastAttempt = true): Promise<void> {
    const agent = workerAgent(newsroomId);
    const report = await this.work.read(newsroomId, (tx) => this.reports.find(tx, reportId));
    if (!report || report.status === 'done' || report.status === 'failed') return;
    try {
      await this.progress(agent, reportId, 0);
      const model = await this.read(agent, report);
      const files = await this.render(agent, report, model);
      await this.finish(agent, reportId, files, model.ledger.seq);
    } catch (error) {
      const failure = failureOf(error);
      if (failure === null && !lastAttempt) throw error;
      await this.fail(agent, reportId, failure ?? 'internal');
      if (failure === null) throw error;
    }
  }

  private read(agent: Agent, report: ReportRow): Promise<ReportModel> {
    return this.work.snapshot(agent.newsroomId, async (tx) => {
      const requester = await this.members.find(tx, report.requestedBy);
      if (!requester?.active) throw new Unmakable('requester-gone');
      const { id: memberId, kind, roles } = requester;
      const actor: Actor = { memberId, newsroomId: agent.newsroomId, kind, roles, scopes: null };
      const call: Call = { agent, actor, locale: report.language };
      return this.composer.compose(tx, call, report);
    });
  }

  private async render(agent: Agent, report: ReportRow, model: ReportModel): Promise<NewReportFile[]> {
    const files: NewReportFile[] = [];
    for (const format of report.formats) {
      await this.progress(agent, report.id, share(files.length, report.formats.length));
      const renderer = rendererOf(format)!;
      const { mediaType, extension } = renderer;
      const content = await written(() => wholeFile(renderer.render(model, report.language)));
      const digest = sha256(content).toString('hex');
      const name = `report.${extension}`;
      files.push({ name, format, mediaType, sha256: digest, bytes: content.length, content });
    }
    return files;
  }

  private async finish(agent: Agent, id: string, files: readonly NewReportFile[], ledgerSeq: number): Promise<void> {
    await this.work.write({ agent }, async (tx) => {
      const row = await this.reports.lock(tx, id);
      // Another worker was given the same job after this one had been taken for dead, and was faster.
      if (!row || row.status !== 'running') return null;
      await this.reports.finish(tx, row, files, { ledgerSeq, finishedAt: this.clock() });
      return null;
    });
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

/** A model that cannot be written in a format cannot be written tomorrow either. */
async function written(render: () => Promise<Uint8Array>): Promise<Buffer> {
  try {
    return Buffer.from(await render());
  } catch (error) {
    if (error instanceof CanonicalJsonError || error instanceof RangeError || error instanceof TypeError)
      throw new Unmakable('content-unwritable', { cause: error });
    throw error;
  }
}

function share(done: number, all: number): number {
  return READ_PERCENT + Math.round(((100 - READ_PERCENT) * done) / (all + 1));
}

function workerAgent(newsroomId: string): Agent {
  return { newsroomId, memberId: null, actorKind: 'system', via: 'job', credentialId: null, requestId: newId() };
}
