import type { ArticleFacts, NewsroomScales } from '#domain';
import {
  EvidenceRepository,
  NewsroomRepository,
  ReportMaterialRepository,
  type ArticleRow,
  type ClaimRow,
  type ReportRow,
  type Tx,
} from '#persistence';
import type {
  ArticleStream,
  ReportActor,
  ReportClaim,
  ReportDismissedClaim,
  ReportHead,
  ReportQuote,
  ReportStream,
  TableHead,
} from '#reporting';
import type { ArticleDesk } from '../article/article.desk.js';
import { requireSight } from '../article/article.access.js';
import type { Call } from '../call/call.js';
import { found } from '../call/precondition.js';
import type { ClaimCase, ClaimDesk } from '../claim/claim.desk.js';
import { articleEntry, circumstancesEntry, keptReasons } from './article.entry.js';
import { claimEntry, type ClaimMaterial } from './claim.entry.js';
import type { EvidenceMaterial } from './evidence.entry.js';
import { placeEntry } from './place.entry.js';
import { RatingLabels } from './rating.labels.js';

type ActorOf = ClaimMaterial['actorOf'];

/** What all articles of a report are told with. */
export interface ReportCommon {
  readonly head: TableHead;
  readonly scales: NewsroomScales;
  readonly labels: RatingLabels;
  readonly members: ReadonlyMap<string, ReportActor>;
  readonly actorOf: ActorOf;
}

/** Claims whose facts are read together: enough that the round trips cost little, few enough that memory stays flat. */
const CLAIMS_AT_ONCE = 50;

/** Puts a report together from the rows of one snapshot. Reads no clock: the same rows give the same report. */
export class ReportComposer {
  constructor(
    private readonly desk: ArticleDesk,
    private readonly claimDesk: ClaimDesk,
    private readonly evidence: EvidenceRepository,
    private readonly newsrooms: NewsroomRepository,
    private readonly material: ReportMaterialRepository,
  ) {}

  /** What the report says of itself, and the names it uses. */
  async common(tx: Tx, report: Pick<ReportRow, 'id'>): Promise<ReportCommon> {
    const newsroom = await this.newsrooms.current(tx);
    const stand = await this.material.ledgerStand(tx);
    const head: TableHead = {
      schema: 'isnad-report/1',
      id: report.id,
      asOf: stand.at.toISOString(),
      newsroom: { id: newsroom.id, slug: newsroom.slug, name: newsroom.name },
      policy: { version: newsroom.policyVersion, preset: newsroom.policy.preset },
      ledger: { seq: stand.seq, leafHash: stand.hash },
    };
    const labels = new RatingLabels(await this.material.scales(tx));
    const members = await this.actors(tx);
    const actorOf: ActorOf = (memberId) => (memberId === null ? { kind: 'system' } : members.get(memberId)!);
    return { head, scales: newsroom.scale, labels, members, actorOf };
  }

  /**
   * The report to be read while the transaction is open. `call` is the requester's: the report shows what he may see.
   * @throws Refusal not-found when he no longer sees an article
   */
  async open(tx: Tx, call: Call, report: ReportRow): Promise<ReportStream> {
    const rows = await this.desk.articles.byIds(tx, [...report.scope.articleIds].sort());
    for (const row of rows) requireSight(call.actor, row);
    const common = await this.common(tx, report);
    const head: ReportHead = { ...common.head, scaleVersion: common.scales[rows[0]!.kind].version };
    const wanted = report.scope.claimIds && new Set(report.scope.claimIds);
    return { head, articles: this.articles(tx, call, rows, wanted, common) };
  }

  private async *articles(
    tx: Tx,
    call: Call,
    rows: readonly ArticleRow[],
    wanted: ReadonlySet<string> | null,
    common: ReportCommon,
  ): AsyncGenerator<ArticleStream> {
    const facts = await this.desk.facts(tx, rows);
    for (const row of rows) yield this.article(tx, call, row, facts.get(row.id)!, wanted, common);
  }

  private async article(
    tx: Tx,
    call: Call,
    row: ArticleRow,
    facts: ArticleFacts,
    wanted: ReadonlySet<string> | null,
    common: ReportCommon,
  ): Promise<ArticleStream> {
    const claims = (await this.desk.claims.ofArticle(tx, row.id)).filter(({ id }) => !wanted || wanted.has(id));
    const placeOf = await this.places(tx, row, claims);
    const revision = found(await this.desk.articles.revision(tx, row.id, row.revisionNumber), 'revision', row.id);
    const releases = await this.desk.gate.releasesOf(tx, row.id);
    const corrections = await this.desk.gate.correctionsOf(tx, row.id);
    const examined = claims.filter(
      ({ disposition, selected }) => disposition === 'active' && (row.kind === 'draft' || selected),
    );
    const kept = keptReasons(releases.at(-1), common.actorOf);
    const requests = await this.desk.requests.ofArticles(tx, [row.id]);
    const notices = await this.material.notices(
      tx,
      claims.map(({ id }) => id),
    );
    const head = {
      ...articleEntry(row, facts, revision, releases, corrections, common.actorOf),
      circumstances: circumstancesEntry(releases.at(-1), requests, notices, common.actorOf),
      dismissed: await this.dismissed(tx, claims, placeOf, common.actorOf),
      unexamined: claims
        .filter((claim) => claim.disposition !== 'dismissed' && !examined.includes(claim))
        .map((claim) => ({
          ...placeOf(claim),
          id: claim.id,
          why: claim.disposition === 'proposed' ? ('proposed' as const) : ('not-selected' as const),
        })),
    };
    return { head, claims: this.claims(tx, call, row, examined, placeOf, { ...common, kept }) };
  }

  private async *claims(
    tx: Tx,
    call: Call,
    article: ArticleRow,
    rows: readonly ClaimRow[],
    placeOf: (claim: ClaimRow) => ReportQuote,
    common: Pick<ClaimMaterial, 'labels' | 'actorOf'> & {
      kept: ReadonlyMap<string, NonNullable<ClaimMaterial['kept']>>;
    },
  ): AsyncGenerator<ReportClaim[]> {
    for (let from = 0; from < rows.length; from += CLAIMS_AT_ONCE) {
      const cases = await this.claimDesk.casesIn(tx, call, article, rows.slice(from, from + CLAIMS_AT_ONCE));
      const ids = cases.map(({ row }) => row.id);
      const evidence = byClaim(await this.evidence.ofClaims(tx, ids));
      const decisions = byClaim(await this.material.decisions(tx, ids));
      const register = await this.register(tx, cases, [...evidence.values()].flat());
      yield cases.map((opened) => {
        const { id } = opened.row;
        return claimEntry(call.actor.memberId, opened, placeOf(opened.row), {
          ...register,
          labels: common.labels,
          actorOf: common.actorOf,
          decisions: decisions.get(id) ?? [],
          evidence: evidence.get(id) ?? [],
          kept: common.kept.get(id) ?? null,
        });
      });
    }
  }

  private async register(
    tx: Tx,
    cases: readonly ClaimCase[],
    evidence: readonly { readonly captureId: string | null }[],
  ): Promise<EvidenceMaterial> {
    const sourceIds = new Set(cases.flatMap(({ facts }) => facts.sources.map(({ id }) => id)));
    const itemIds = new Set(cases.flatMap(({ rows }) => [...rows.evidence, ...rows.otherEvidence].map(({ id }) => id)));
    const captureIds = new Set(evidence.flatMap(({ captureId }) => captureId ?? []));
    const sources = await this.material.sourceNames(tx, [...sourceIds]);
    const captures = await this.material.captures(tx, [...captureIds]);
    return {
      sources: new Map(sources.map((source) => [source.id, source])),
      captures: new Map(captures.map((capture) => [capture.id, capture])),
      confidentialItems: await this.material.confidentialItems(tx, [...itemIds]),
    };
  }

  private async dismissed(
    tx: Tx,
    claims: readonly ClaimRow[],
    placeOf: (claim: ClaimRow) => ReportQuote,
    actorOf: ActorOf,
  ): Promise<ReportDismissedClaim[]> {
    const rows = claims.filter(({ disposition }) => disposition === 'dismissed');
    const dismissals = await this.material.dismissals(
      tx,
      rows.map(({ id }) => id),
    );
    const dismissalOf = new Map(dismissals.map((dismissal) => [dismissal.claimId, dismissal]));
    return rows.map((row) => {
      const { memberId, at } = dismissalOf.get(row.id)!;
      return {
        ...placeOf(row),
        id: row.id,
        reason: row.dismissalReason!,
        note: row.dismissalNote,
        by: actorOf(memberId),
        at: at.toISOString(),
      };
    });
  }

  private async places(
    tx: Tx,
    article: ArticleRow,
    claims: readonly ClaimRow[],
  ): Promise<(claim: ClaimRow) => ReportQuote> {
    const anchors = await this.material.places(
      tx,
      claims.map(({ id }) => id),
    );
    const numbers = [...new Set([...anchors.values()].map(({ revisionNumber }) => revisionNumber))];
    const revisions = new Map(
      (await this.material.revisions(tx, article.id, numbers)).map((revision) => [revision.number, revision]),
    );
    return (claim) => {
      const anchor = anchors.get(claim.id)!; // every claim began at a place
      return placeEntry(anchor, revisions.get(anchor.revisionNumber)!);
    };
  }

  private async actors(tx: Tx): Promise<Map<string, ReportActor>> {
    const names = await this.material.memberNames(tx);
    return new Map([...names].map(([id, name]) => [id, { kind: 'member', name, pseudonym: false }]));
  }
}

function byClaim<T extends { readonly claimId: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.claimId);
    if (group) group.push(row);
    else groups.set(row.claimId, [row]);
  }
  return groups;
}
