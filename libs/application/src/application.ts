import {
  ArchiveRepository,
  ArticleRepository,
  AssignmentRepository,
  AttentionRepository,
  ClaimGroupRepository,
  ClaimRepository,
  CommentRequestRepository,
  CorrectionRequestRepository,
  CredentialRepository,
  DecisionRepository,
  DeskRepository,
  DiscussionRepository,
  EvidenceRepository,
  FactsRepository,
  GateRepository,
  HostBlockRepository,
  IdentityDirectory,
  InsightRepository,
  LedgerListener,
  LedgerRepository,
  LegalNoteRepository,
  MatchIndexRepository,
  MatchSearch,
  MemberRepository,
  NewsroomRepository,
  NoticeRepository,
  NotificationRepository,
  PageFetchRepository,
  PresenceChannel,
  ReportMaterialRepository,
  ReportRepository,
  SecondFactorRepository,
  SourceRepository,
  UnitOfWork,
  VerdictTableRepository,
  VerdictRepository,
  WebhookDeliveryRepository,
  WebhookRepository,
  type Database,
  type JobHandler,
} from '#persistence';
import type { Clock, Log, PasswordHasher, ProviderClient, SecretSeal } from '#platform';
import { ArchiveImporter } from './archive/archive.importer.js';
import { ArchiveService } from './archive/archive.service.js';
import { ArticleDesk } from './article/article.desk.js';
import { ArticleService } from './article/article.service.js';
import { ExtractionService } from './article/extraction.service.js';
import { ImportService } from './article/import.service.js';
import { TextReader } from './article/text.reader.js';
import { ReleaseService } from './article/release.service.js';
import { RevisionHistory } from './article/revision.history.js';
import { RevisionService } from './article/revision.service.js';
import { Assigning } from './assignment/assigning.js';
import { AssignmentService } from './assignment/assignment.service.js';
import { AttentionService } from './attention/attention.service.js';
import { NotificationService } from './attention/notification.service.js';
import { ExpiryService } from './assignment/expiry.service.js';
import { ClockPauses } from './assignment/clock.pauses.js';
import { RotaService } from './assignment/rota.service.js';
import { ChangedWords } from './claim/changed.words.js';
import { ClaimDesk } from './claim/claim.desk.js';
import { BulkService } from './claim/bulk.service.js';
import { ReshapingService } from './claim/reshaping.service.js';
import { ClaimList } from './claim/claim.list.js';
import { ClaimService } from './claim/claim.service.js';
import { CommentRequestService } from './comment-request/comment-request.service.js';
import { CorrectionRequestService } from './correction-request/correction-request.service.js';
import { LegalService } from './legal/legal.service.js';
import { DecisionService } from './decision/decision.service.js';
import { CommentService } from './discussion/comment.service.js';
import { QueryService } from './discussion/query.service.js';
import { CaptureService } from './evidence/capture.service.js';
import { PageKeeper, type FetchPage } from './evidence/page.keeper.js';
import { EvidenceService } from './evidence/evidence.service.js';
import { GroupService } from './group/group.service.js';
import { PrecedentService } from './group/precedent.service.js';
import { InsightService } from './insight/insight.service.js';
import { MemberService } from './identity/member.service.js';
import { RecoveryService } from './identity/recovery.service.js';
import { SecondFactorService } from './identity/second-factor.service.js';
import { SessionService } from './identity/session.service.js';
import { TokenService } from './identity/token.service.js';
import { HistoryService } from './ledger/history.service.js';
import { LedgerService } from './ledger/ledger.service.js';
import { DeskService } from './newsroom/desk.service.js';
import { FoundingService } from './newsroom/founding.service.js';
import { ClaimIndexer } from './matching/claim.indexer.js';
import { MatchService } from './matching/match.service.js';
import { NewsroomService } from './newsroom/newsroom.service.js';
import { NoticeService } from './notice/notice.service.js';
import { PresenceService } from './presence/presence.service.js';
import { ProposalMaker } from './proposal/proposal.maker.js';
import { OriginService } from './origin/origin.service.js';
import { VerdictExport } from './report/verdict.export.js';
import { ReportComposer } from './report/report.composer.js';
import { ReportMaker } from './report/report.maker.js';
import { ReportService } from './report/report.service.js';
import { ConfidenceService } from './source/confidence.service.js';
import { SourceService } from './source/source.service.js';
import { VerdictService } from './verdict/verdict.service.js';
import { WebhookDeliveryService } from './webhook/webhook-delivery.service.js';
import { WebhookReader } from './webhook/webhook.reader.js';
import { WebhookSender, type PostWebhook } from './webhook/webhook.sender.js';
import { WebhookService } from './webhook/webhook.service.js';

export interface ApplicationParts {
  readonly database: Database;
  /** Connections that only questions to the index of earlier claims use. */
  readonly matching: Database;
  readonly listener: LedgerListener;
  readonly hasher: PasswordHasher;
  readonly clock: Clock;
  /** How foreign addresses are opened; given to the worker alone. */
  readonly fetchPage?: FetchPage | undefined;
  /** How messages are sent to foreign addresses; given to the worker alone. */
  readonly postWebhook?: PostWebhook | undefined;
  readonly log: Log;
  /** Seal secrets under the installation's key; absent in processes that need none. */
  readonly seals?: { readonly factors: SecretSeal; readonly webhooks: SecretSeal } | undefined;
  /** Absent: nobody is asked for proposals. */
  readonly provider?: ProviderClient | undefined;
}

/** Every use case, wired by hand: the whole graph of what needs what stands on this page. */
export function createApplication({
  database,
  matching,
  listener,
  hasher,
  clock,
  log,
  provider,
  fetchPage,
  postWebhook,
  seals,
}: ApplicationParts) {
  const work = new UnitOfWork(database);
  const directory = new IdentityDirectory(database);
  const newsrooms = new NewsroomRepository();
  const desks = new DeskRepository();
  const members = new MemberRepository();
  const credentials = new CredentialRepository();
  const articles = new ArticleRepository();
  const claims = new ClaimRepository();
  const gate = new GateRepository();
  const sources = new SourceRepository();
  const evidence = new EvidenceRepository();
  const assignments = new AssignmentRepository();
  const verdicts = new VerdictRepository();
  const decisions = new DecisionRepository();
  const discussions = new DiscussionRepository();
  const ledger = new LedgerRepository();
  const commentRequests = new CommentRequestRepository();
  const fetches = new PageFetchRepository();
  const reports = new ReportRepository();
  const reportMaterial = new ReportMaterialRepository();

  const textReader = new TextReader(work, new HostBlockRepository(), articles, provider !== undefined);
  const claimDesk = new ClaimDesk(claims, articles, new FactsRepository(), newsrooms, decisions, clock);
  const assigning = new Assigning(claimDesk, assignments, members, clock);
  const pauses = new ClockPauses(assignments, discussions, assigning);
  const changedWords = new ChangedWords(claimDesk, assignments, assigning);
  const articleDesk = new ArticleDesk(articles, claims, gate, commentRequests, clock);
  const sourceService = new SourceService(work, sources, members, clock);
  const claimService = new ClaimService(work, claimDesk, articleDesk, articles, changedWords);
  const decisionService = new DecisionService(work, claimDesk, decisions, sources);
  const groups = new ClaimGroupRepository();
  const verdictService = new VerdictService(work, claimDesk, verdicts, assignments);
  const factors = new SecondFactorRepository(seals?.factors);
  const secondFactor = new SecondFactorService(work, factors, members, credentials, newsrooms, hasher, clock);
  const memberService = new MemberService(work, members, credentials, factors, newsrooms, desks, clock);
  const composer = new ReportComposer(articleDesk, claimDesk, evidence, newsrooms, reportMaterial);
  const verdictExport = new VerdictExport(new VerdictTableRepository(), newsrooms);
  const reportMaker = new ReportMaker(work, reports, members, composer, verdictExport, clock);
  const archive = new ArchiveRepository();
  const matchIndex = new MatchIndexRepository();
  const indexer = new ClaimIndexer(work, matchIndex);
  const matchService = new MatchService(work, new MatchSearch(matching), indexer, claimDesk);
  const importer = new ArchiveImporter(work, archive, matchIndex, clock);
  const captures = new CaptureService(work, evidence, sources, fetches);
  const pageKeeper = new PageKeeper(work, fetches, evidence, fetchPage, clock);
  const webhooks = new WebhookRepository(seals?.webhooks);
  const deliveries = new WebhookDeliveryRepository();
  const jobs: Readonly<Record<string, JobHandler>> = {
    report: reportMaker.handle,
    'archive-import': importer.handle,
    'page-fetch': pageKeeper.handle,
    'webhook-reading': new WebhookReader(work, claimDesk, ledger, webhooks, deliveries).handle,
    'webhook-delivery': new WebhookSender(work, claimDesk, ledger, webhooks, deliveries, postWebhook, clock).handle,
    'expire-assignment': new ExpiryService(work, claimDesk, assignments, discussions, newsrooms, clock).handle,
    ...(provider && {
      proposals: new ProposalMaker(work, articles, claims, newsrooms, provider, log).handle,
    }),
  };
  return {
    directory,
    /** By task name, for whoever runs the queue. */
    jobs,
    sessions: new SessionService(work, credentials, directory, members, secondFactor, hasher, clock),
    secondFactor,
    tokens: new TokenService(work, credentials, members, clock),
    members: memberService,
    newsroom: new NewsroomService(work, newsrooms, factors),
    desks: new DeskService(work, desks),
    recovery: new RecoveryService(work, directory, newsrooms, members, memberService, secondFactor),
    founding: new FoundingService(work, newsrooms, members, memberService, credentials, hasher, clock),
    extractions: new ExtractionService(),
    articles: new ArticleService(work, articleDesk, articles, members, sources, newsrooms, desks, textReader),
    revisions: new RevisionService(work, articleDesk, articles, changedWords, members, newsrooms, textReader),
    revisionHistory: new RevisionHistory(work, articleDesk, articles),
    releases: new ReleaseService(work, articleDesk, gate, claims, newsrooms),
    claims: claimService,
    claimList: new ClaimList(work, claimDesk, articleDesk),
    sources: sourceService,
    confidence: new ConfidenceService(work, sources, evidence),
    evidence: new EvidenceService(work, claimDesk, evidence, sources, sourceService, clock),
    commentRequests: new CommentRequestService(work, articleDesk, commentRequests, clock),
    correctionRequests: new CorrectionRequestService(
      work,
      articleDesk,
      gate,
      new CorrectionRequestRepository(),
      newsrooms,
      clock,
    ),
    legal: new LegalService(work, articleDesk, new LegalNoteRepository(), members),
    notices: new NoticeService(work, claimDesk, new NoticeRepository(), sources, evidence),
    captures,
    imports: new ImportService(work, fetches, captures),
    assignments: new AssignmentService(work, claimDesk, assignments, assigning, pauses),
    reshaping: new ReshapingService(work, claimDesk, articles, evidence, changedWords),
    bulk: new BulkService(work, claimDesk, claimService, assigning, decisionService),
    rota: new RotaService(work, articleDesk, claimDesk, assignments, members, assigning, pauses, clock),
    groups: new GroupService(work, claimDesk, groups, sources),
    precedents: new PrecedentService(work, claimDesk, groups, evidence, assigning, verdictService),
    verdicts: verdictService,
    decisions: decisionService,
    insights: new InsightService(work, new InsightRepository(), newsrooms, clock),
    queries: new QueryService(work, claimDesk, discussions, pauses, clock),
    comments: new CommentService(work, claimDesk, discussions, members),
    attention: new AttentionService(work, claimDesk, new AttentionRepository(), pauses, clock),
    notifications: new NotificationService(work, claimDesk, new NotificationRepository(), members, clock),
    reports: new ReportService(work, reports, reportMaterial, articleDesk, articles, newsrooms),
    matching: matchService,
    origins: new OriginService(work, matchService, articleDesk),
    presence: new PresenceService(work, claimDesk, members, new PresenceChannel(), listener),
    archive: new ArchiveService(work, archive),
    webhooks: new WebhookService(work, webhooks, deliveries, ledger, clock),
    webhookDeliveries: new WebhookDeliveryService(work, webhooks, deliveries, clock),
    ledger: new LedgerService(work, claimDesk, ledger, listener),
    histories: new HistoryService(work, claimDesk, ledger, {
      names: (tx, ids) => members.names(tx, ids),
      scales: (tx) => reportMaterial.scales(tx),
    }),
  };
}

export type Application = ReturnType<typeof createApplication>;
