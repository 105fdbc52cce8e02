import { ArchiveImportEntity } from '../archive/archive-import.entity.js';
import { NewsroomEntity } from '../newsroom/newsroom.entity.js';
import { PolicyVersionEntity } from '../newsroom/policy-version.entity.js';
import { DeskEntity } from '../newsroom/desk.entity.js';
import { MemberEntity } from '../member/member.entity.js';
import { SignInLinkEntity } from '../credential/sign-in-link.entity.js';
import { SessionEntity } from '../credential/session.entity.js';
import { AccessTokenEntity } from '../credential/access-token.entity.js';
import { ArticleEntity } from '../article/article.entity.js';
import { RevisionEntity } from '../article/revision.entity.js';
import { ReleaseEntity } from '../article/release.entity.js';
import { CorrectionEntity } from '../article/correction.entity.js';
import { ClaimEntity } from '../claim/claim.entity.js';
import { AnchorEntity } from '../claim/anchor.entity.js';
import { ClaimGroupEntity } from '../claim/claim-group.entity.js';
import { SourceEntity } from '../source/source.entity.js';
import { SourceReadingEntity } from '../source/source-reading.entity.js';
import { PageFetchEntity } from '../evidence/page-fetch.entity.js';
import { CaptureEntity } from '../evidence/capture.entity.js';
import { EvidenceEntity } from '../evidence/evidence.entity.js';
import { AssignmentEntity } from '../assignment/assignment.entity.js';
import { VerdictEntity } from '../verdict/verdict.entity.js';
import { VerdictEvidenceEntity } from '../verdict/verdict-evidence.entity.js';
import { VerdictWithdrawalEntity } from '../verdict/verdict-withdrawal.entity.js';
import { DecisionEntity } from '../decision/decision.entity.js';
import { QueryEntity } from '../discussion/query.entity.js';
import { CommentEntity } from '../discussion/comment.entity.js';
import { NoticeClaimEntity, NoticeEntity } from '../source/notice.entity.js';
import { CommentRequestEntity } from '../comment-request/comment-request.entity.js';
import { CorrectionRequestEntity } from '../correction-request/correction-request.entity.js';
import { LegalNoteEntity } from '../legal/legal-note.entity.js';
import { WebhookEntity } from '../webhook/webhook.entity.js';
import { ReportEntity } from '../report/report.entity.js';
import { ReportFileEntity } from '../report/report-file.entity.js';

/** Every table TypeORM reads or writes by name. */
export const ENTITIES = [
  NewsroomEntity,
  PolicyVersionEntity,
  DeskEntity,
  MemberEntity,
  SignInLinkEntity,
  SessionEntity,
  AccessTokenEntity,
  ArticleEntity,
  RevisionEntity,
  ReleaseEntity,
  CorrectionEntity,
  ClaimEntity,
  AnchorEntity,
  ClaimGroupEntity,
  SourceEntity,
  SourceReadingEntity,
  CaptureEntity,
  PageFetchEntity,
  EvidenceEntity,
  AssignmentEntity,
  VerdictEntity,
  VerdictEvidenceEntity,
  VerdictWithdrawalEntity,
  DecisionEntity,
  QueryEntity,
  CommentEntity,
  NoticeEntity,
  NoticeClaimEntity,
  CommentRequestEntity,
  CorrectionRequestEntity,
  LegalNoteEntity,
  WebhookEntity,
  ReportEntity,
  ReportFileEntity,
  ArchiveImportEntity,
];
