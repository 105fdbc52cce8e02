import {
  blindnessOf,
  cohenKappa,
  fleissKappa,
  krippendorffAlpha,
  observedAgreement,
  percentile,
  workedTimeBetween,
  type Agreement,
  type RatingScale,
  type Tier,
} from '#domain';
import {
  InsightRepository,
  NewsroomRepository,
  UnitOfWork,
  type BacklogRow,
  type DayRow,
  type RatingRow,
  type Tx,
} from '#persistence';
import type { Clock } from '#platform';
import type { Call } from '../call/call.js';
import { calendarOf } from '../newsroom/newsroom.calendar.js';

export interface AgreementFilter {
  readonly kind: 'draft' | 'external';
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly tier?: readonly Tier[] | undefined;
  /** Verdicts given by whoever could read others' are left out unless asked for. */
  readonly informed: boolean;
}

export interface AgreementView {
  /** Krippendorff's alpha of the ratings as names. */
  readonly alpha: number | null;
  /** Cohen's for two fact-checkers, Fleiss' for more. */
  readonly kappa: number | null;
  readonly po: number | null;
  readonly n: number;
  readonly missing: number;
  readonly reason?: Agreement['reason'];
  readonly claims: number;
  readonly reviewers: number;
  /** Alpha of the ratings in the order of the scale; labels without a truth value count as missing. */
  readonly ordinal: Agreement;
  readonly cohen: Agreement;
  readonly fleiss: Agreement;
  readonly observed: Agreement;
}

export interface ThroughputView {
  readonly from: string;
  readonly to: string;
  readonly days: readonly DayRow[];
  /** Hours from a claim's entry to its first decision: of the clock, and of working time without that in which its author was waited for. */
  readonly turnaround: {
    readonly n: number;
    readonly median: number | null;
    readonly p90: number | null;
    readonly working: { readonly median: number | null; readonly p90: number | null };
  };
  readonly backlog: BacklogRow;
}

export interface LoadView {
  readonly memberId: string;
  readonly name: string;
  readonly open: number;
  readonly overdue: number;
  /** How many more he may be given automatically. */
  readonly capacity: number;
  readonly lastAssignedAt: string | null;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const DAYS = 30;

/** Figures about the desk's work, within what the caller may see. */
export class InsightService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly insights: InsightRepository,
    private readonly newsrooms: NewsroomRepository,
    private readonly clock: Clock,
  ) {}

  /** Of decided claims only: nobody learns from a figure how others judged what he must still judge. */
  agreement(call: Call, filter: AgreementFilter): Promise<AgreementView> {
    return this.work.read(call.agent.newsroomId, async (tx) => {
      const { scale } = await this.newsrooms.current(tx);
      const period = { from: new Date(filter.from ?? 0), to: new Date(filter.to ?? '9999-01-01T00:00:00Z') };
      const { kind, informed, tier = null } = filter;
      const rows = await this.insights.ratings(tx, call.actor.memberId, { ...period, kind, informed, tier });
      return agreementOf(rows, scale[kind]);
    });
  }

  throughput(call: Call, given: { from?: string | undefined; to?: string | undefined }): Promise<ThroughputView> {
    return this.work.read(call.agent.newsroomId, async (tx) => {
      const to = given.to ? new Date(given.to) : this.clock();
      const from = given.from ? new Date(given.from) : new Date(to.getTime() - DAYS * DAY_MS);
      const me = call.actor.memberId;
      return {
        from: from.toISOString(),
        to: to.toISOString(),
        days: await this.insights.days(tx, me, { from, to }),
        turnaround: {
          ...(await this.insights.turnaround(tx, me, { from, to })),
          working: await this.working(tx, me, { from, to }),
        },
        backlog: await this.insights.backlog(tx, me),
      };
    });
  }

  private async working(tx: Tx, memberId: string, period: { from: Date; to: Date }) {
    const calendar = calendarOf((await this.newsrooms.current(tx)).policy);
    const hours = (await this.insights.turnarounds(tx, memberId, period)).map(
      ({ enteredAt, decidedAt, waiting }) => workedTimeBetween(enteredAt, decidedAt, waiting, calendar) / HOUR_MS,
    );
    return { median: percentile(hours, 0.5), p90: percentile(hours, 0.9) };
  }

  load(call: Call): Promise<{ items: LoadView[]; limit: number }> {
    return this.work.read(call.agent.newsroomId, async (tx) => {
      const { policy } = await this.newsrooms.current(tx);
      const { actor } = call;
      const rows = await this.insights.loads(tx, actor.memberId, blindnessOf(actor, policy), this.clock());
      const limit = policy.openAssignmentsLimit;
      const items = rows.map(({ lastAssignedAt, ...row }) => ({
        ...row,
        capacity: Math.max(0, limit - row.open),
        lastAssignedAt: lastAssignedAt?.toISOString() ?? null,
      }));
      return { items, limit };
    });
  }
}

function agreementOf(rows: readonly RatingRow[], scale: RatingScale): AgreementView {
  const reviewers = [...new Set(rows.map(({ reviewerId }) => reviewerId))].sort();
  const claims = [...new Set(rows.map(({ claimId }) => claimId))];
  const given = new Map(rows.map((row) => [`${row.claimId} ${row.reviewerId}`, row.rating]));
  const units = claims.map((claim) => reviewers.map((reviewer) => given.get(`${claim} ${reviewer}`) ?? null));
  const valueOf = new Map(scale.ratings.map(({ key, value }) => [key, value]));
  const ordered = units.map((unit) => unit.map((rating) => (rating === null ? null : (valueOf.get(rating) ?? null))));
  const nominal = krippendorffAlpha(units, 'nominal');
  const cohen: Agreement =
    reviewers.length === 2
      ? cohenKappa(units.map(([one, other]) => [one ?? null, other ?? null]))
      : { value: null, po: null, n: nominal.n, missing: nominal.missing, reason: 'no-pairs' };
  const fleiss = fleissKappa(units);
  return {
    alpha: nominal.value,
    kappa: reviewers.length === 2 ? cohen.value : fleiss.value,
    po: nominal.po,
    n: nominal.n,
    missing: nominal.missing,
    ...(nominal.reason && { reason: nominal.reason }),
    claims: claims.length,
    reviewers: reviewers.length,
    ordinal: krippendorffAlpha(ordered, 'ordinal'),
    cohen,
    fleiss,
    observed: observedAgreement(units),
  };
}
