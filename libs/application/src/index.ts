export { createApplication, type Application, type ApplicationParts } from './application.js';
export { openApplication, type OpenApplication, type OpeningOptions } from './opening.js';
export type { Call } from './call/call.js';
export type { ArticleInput, ArticlePatch } from './article/article.service.js';
export type {
  ArticleItem,
  ArticleView,
  BlockView,
  FlagView,
  RevisionView,
  SetAsideView,
} from './article/article.view.js';
export type { EffectView, RevisedView, RevisionDetail, RevisionInput } from './article/revision.service.js';
export type { BlockChangeView, ClaimChangeView, RevisionDiffView } from './article/revision.history.js';
export type { CorrectionView, ReleaseView } from './article/release.service.js';
export { TEXT_LIMIT_BYTES } from './article/prepared.text.js';
export { playDemo, type PlayedDemo, type SkippedStep } from './demo/demo.player.js';
export type { DemoArticle, DemoScript } from './demo/demo.script.js';
export type { DemoCast } from './demo/demo.stage.js';
export type { AssignmentView } from './assignment/assignment.service.js';
export type { AnchorInput, ClaimInput, ClaimPatch, CreatedClaim } from './claim/claim.service.js';
export type { PlaceInput } from './claim/claim.spot.js';
export type { AnchorView, ClaimItem, ClaimView } from './claim/claim.view.js';
export type { AttentionView } from './attention/attention.service.js';
export type { NotificationView } from './attention/notification.service.js';
export type { CommentInput, CommentView } from './discussion/comment.service.js';
export type { QueryView } from './discussion/query.service.js';
export type { DecisionView } from './decision/decision.service.js';
export { fileText } from './article/import.service.js';
export type { FetchPage } from './evidence/page.keeper.js';
export type { CaptureView, PageFetchView } from './evidence/capture.service.js';
export type { EvidenceInput, EvidenceView } from './evidence/evidence.service.js';
export type { InvitedMember, MeView, MemberView, NewMemberInput } from './identity/member.service.js';
export type { RecoverableMember, RecoveredMember } from './identity/recovery.service.js';
export type { SecondProof } from './identity/second-factor.service.js';
export type { OpenedSession, SessionView, Visitor } from './identity/session.service.js';
export type { MintedToken, TokenView } from './identity/token.service.js';
export type { HistoryItem, HistoryService } from './ledger/history.service.js';
export type { LedgerEntryView, LedgerEvent, LedgerService } from './ledger/ledger.service.js';
export type { DeskView } from './newsroom/desk.service.js';
export type { FoundedMember, Founder, Founding } from './newsroom/founding.service.js';
export type { NewsroomPatch, NewsroomView } from './newsroom/newsroom.service.js';
export type { ReportFailure } from './report/report.maker.js';
export type { ReportScope } from './report/report.scope.js';
export type { ReportFile, ReportInput } from './report/report.service.js';
export type { ReportView } from './report/report.view.js';
export type { SourceInput } from './source/source.service.js';
export type { OriginView, SourceReadingView, SourceView } from './source/source.view.js';
export type { PostWebhook } from './webhook/webhook.sender.js';
export type { WebhookInput, WebhookPatch } from './webhook/webhook.service.js';
export type { DeliveryView, WebhookView, WebhookWithSecret } from './webhook/webhook.view.js';
export type { VerdictView } from './verdict/verdict.service.js';
export type { PresenceChange } from './presence/presence.board.js';
