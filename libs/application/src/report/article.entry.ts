import { articleStateOf, type ArticleFacts, type Override } from '#domain';
import type {
  ArticleRow,
  CommentRequestRow,
  CorrectionRow,
  ReleaseRow,
  ReportNoticeRow,
  RevisionRow,
} from '#persistence';
import type { ReportActor, ReportArticle, ReportCircumstances, ReportClaim } from '#reporting';

type ActorOf = (memberId: string | null) => ReportActor;
type ArticleHead = Omit<ReportArticle, 'claims' | 'dismissed' | 'unexamined'>;

/** An article without its claims: what it is, which words were checked, what was published of it. */
export function articleEntry(
  row: ArticleRow,
  facts: ArticleFacts,
  revision: RevisionRow,
  releases: readonly ReleaseRow[],
  corrections: readonly CorrectionRow[],
  actorOf: ActorOf,
): ArticleHead {
  return {
    id: row.id,
    title: row.title,
    kind: row.kind,
    language: row.language,
    outlet: row.outlet,
    byline: row.byline,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    url: row.sourceUrl,
    state: articleStateOf(facts),
    revision: { number: revision.number, hash: revision.textSha256, createdAt: revision.createdAt.toISOString() },
    release: releaseEntry(releases.at(-1), actorOf),
    // A correction is announced by the release that carries it; until then it is the newsroom's own note.
    corrections: corrections.filter(({ releaseId }) => releaseId !== null).map((one) => correctionEntry(one, actorOf)),
  };
}

function releaseEntry(release: ReleaseRow | undefined, actorOf: ActorOf): ArticleHead['release'] {
  if (!release) return null;
  const by = actorOf(release.releasedBy);
  const at = release.createdAt.toISOString();
  return {
    revisionNumber: release.revisionNumber,
    at,
    by,
    note: null,
    superseded: false,
    exceptions: (release.overrides as Override[]).map(({ requirement, reason }) => ({ requirement, reason, by, at })),
  };
}

/** How the latest release went out, who was asked, and what publishers took back. */
export function circumstancesEntry(
  release: ReleaseRow | undefined,
  requests: readonly CommentRequestRow[],
  notices: readonly ReportNoticeRow[],
  actorOf: ActorOf,
): ReportCircumstances {
  return {
    pending: (release?.pending ?? []) as ReportCircumstances['pending'],
    comments: requests.map((row) => ({
      claimIds: row.claimIds,
      addressee: row.addressee,
      sentAt: row.sentAt?.toISOString() ?? null,
      outcome: row.outcome,
      answer: row.answer,
      waiver:
        row.waiverReason === null
          ? null
          : { reason: row.waiverReason, note: row.waiverNote, by: actorOf(row.createdBy) },
    })),
    notices: notices.map(({ type, text, createdAt, claimIds }) => ({
      type,
      text,
      at: createdAt.toISOString(),
      claimIds,
    })),
  };
}

function correctionEntry(row: CorrectionRow, actorOf: ActorOf): ReportArticle['corrections'][number] {
  return { class: row.class, note: row.note, at: row.createdAt.toISOString(), by: actorOf(row.createdBy) };
}

/** The reasons for which the latest release publishes disputed claims as they stand, by claim. */
export function keptReasons(
  release: ReleaseRow | undefined,
  actorOf: ActorOf,
): Map<string, NonNullable<ReportClaim['keptAsDisputed']>> {
  if (!release) return new Map();
  const signed = { by: actorOf(release.releasedBy), at: release.createdAt.toISOString() };
  const kept = release.keepAsDisputed as { claimId: string; reason: string }[];
  return new Map(kept.map(({ claimId, reason }) => [claimId, { reason, ...signed }]));
}
