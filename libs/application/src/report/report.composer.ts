import type { ArticleFacts } from '#domain';
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
  ReportActor,
  ReportArticle,
  ReportClaim,
  ReportDismissedClaim,
  ReportModel,
  ReportQuote,
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

/** Puts a report's model together from the rows of one snapshot. Reads no clock: the same rows give the same model. */
export class ReportComposer {
  constructor(
    private readonly desk: ArticleDesk,
    private readonly claimDesk: ClaimDesk,
    private readonly evidence: EvidenceRepository,
    private readonly newsrooms: NewsroomRepository,
    private readonly material: ReportMaterialRepository,
  ) {}

  /** `call` is the requester's: the report shows what he may see. @throws Refusal not-found when he no longer sees it */
  async compose(tx: Tx, call: Call, report: ReportRow): Promise<ReportModel> {
    const newsroom = await this.newsrooms.current(tx);
    const stand = await this.material.ledgerStand(tx);
    const labels = new RatingLabels(await this.material.scales(tx));
    const actorOf = await this.actors(tx);
    const rows = await this.desk.articles.byIds(tx, [...report.scope.articleIds].sort());
    const facts = await this.desk.facts(tx, rows);
    const wanted = report.scope.claimIds && new Set(report.scope.claimIds);
    const articles: ReportArticle[] = [];
    for (const row of rows) {
      requireSight(call.actor, row);
      articles.push(await this.article(tx, call, row, facts.get(row.id)!, wanted, { labels, actorOf }));
    }
    return {
      schema: 'isnad-report/1',
      id: report.id,
      asOf: stand.at.toISOString(),
      newsroom: { id: newsroom.id, slug: newsroom.slug, name: newsroom.name },
      policy: { version: newsroom.policyVersion, preset: newsroom.policy.preset },
      scaleVersion: newsroom.scale[rows[0]!.kind].version,
      ledger: { seq: stand.seq, leafHash: stand.hash },
      articles,
    };
  }

  private async article(
    tx: Tx,
    call: Call,
    row: ArticleRow,
    facts: ArticleFacts,
    wanted: ReadonlySet<string> | null,
    common: { labels: RatingLabels; actorOf: ActorOf },
  ): Promise<ReportArticle> {
    const claims = (await this.desk.claims.ofArticle(tx, row.id)).filter(({ id }) => !wanted || wanted.has(id));
    const placeOf = await this.places(tx, row, claims);
    const revision = found(await this.desk.articles.revision(tx, row.id, row.revisionNumber), 'revision', row.id);
    const releases = await this.desk.gate.releasesOf(tx, row.id);
    const corrections = await this.desk.gate.correctionsOf(tx, row.id);
    const examined = claims.filter(
      ({ disposition, selected }) => disposition === 'active' && (row.kind === 'draft' || selected),
    );
    const kept = keptReasons(releases.at(-1), common.actorOf);
    return {
      ...articleEntry(row, facts, revision, releases, corrections, common.actorOf),
      circumstances: circumstancesEntry(
        releases.at(-1),
        await this.desk.requests.ofArticles(tx, [row.id]),
        await this.material.notices(
          tx,
          claims.map(({ id }) => id),
        ),
        common.actorOf,
      ),
      claims: await this.claims(tx, call, row, examined, placeOf, { ...common, kept }),
      dismissed: await this.dismissed(tx, claims, placeOf, common.actorOf),
      unexamined: claims
        .filter((claim) => claim.disposition !== 'dismissed' && !examined.includes(claim))
        .map((claim) => ({
          ...placeOf(claim),
          id: claim.id,
          why: claim.disposition === 'proposed' ? ('proposed' as const) : ('not-selected' as const),
        })),
    };
  }

  private async claims(
    tx: Tx,
    call: Call,
    article: ArticleRow,
    rows: readonly ClaimRow[],
    placeOf: (claim: ClaimRow) => ReportQuote,
    common: Pick<ClaimMaterial, 'labels' | 'actorOf'> & {
      kept: ReadonlyMap<string, NonNullable<ClaimMaterial['kept']>>;
    },
  ): Promise<ReportClaim[]> {
    const ids = rows.map(({ id }) => id);
    const evidence = byClaim(await this.evidence.ofClaims(tx, ids));
    const decisions = byClaim(await this.material.decisions(tx, ids));
    const cases = await Promise.all(rows.map((row) => this.claimDesk.caseOf(tx, call, row, article)));
    const register = await this.register(tx, cases, [...evidence.values()].flat());
    return cases.map((opened) => {
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

  private async actors(tx: Tx): Promise<ActorOf> {
    const names = await this.material.memberNames(tx);
    return (memberId): ReportActor =>
      memberId === null ? { kind: 'system' } : { kind: 'member', name: names.get(memberId)!, pseudonym: false };
  }
}

function byClaim<T extends { readonly claimId: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(row.claimId, [...(groups.get(row.claimId) ?? []), row]);
  return groups;
}
