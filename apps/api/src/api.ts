import type { Application, OpenApplication } from '#application';
import type { Provider, Type } from '@nestjs/common';
import { APPLICATION } from './application.token.js';
import { ArticleController } from './article/article.controller.js';
import { ImportController } from './article/import.controller.js';
import { RevisionController } from './article/revision.controller.js';
import { AttentionController } from './attention/attention.controller.js';
import { AssignmentController } from './checking/assignment.controller.js';
import { EvidenceController } from './checking/evidence.controller.js';
import { SourceController } from './checking/source.controller.js';
import { ClaimController } from './claim/claim.controller.js';
import { ReshapingController } from './claim/reshaping.controller.js';
import { OPERATIONS } from './contract/operations.js';
import { DiscussionController } from './discussion/discussion.controller.js';
import { GroupController } from './group/group.controller.js';
import { InsightController } from './insight/insight.controller.js';
import { MemberController } from './identity/member.controller.js';
import { SecondFactorController } from './identity/second-factor.controller.js';
import { SessionController } from './identity/session.controller.js';
import { DeskController } from './newsroom/desk.controller.js';
import { WebhookController } from './webhook/webhook.controller.js';
import { MatchingController } from './matching/matching.controller.js';
import { NewsroomController } from './newsroom/newsroom.controller.js';
import { PublishingController } from './publishing/publishing.controller.js';
import { NoticeController } from './notice/notice.controller.js';
import { OriginController } from './origin/origin.controller.js';
import { PresenceController } from './presence/presence.controller.js';
import { LedgerController } from './record/ledger.controller.js';
import { ReportController } from './record/report.controller.js';
import type { ServerOptions } from './server.js';

const CONTROLLERS: readonly Type[] = [
  SessionController,
  SecondFactorController,
  MemberController,
  NewsroomController,
  DeskController,
  WebhookController,
  ArticleController,
  ImportController,
  RevisionController,
  ClaimController,
  ReshapingController,
  GroupController,
  InsightController,
  SourceController,
  EvidenceController,
  AssignmentController,
  NoticeController,
  PublishingController,
  DiscussionController,
  AttentionController,
  MatchingController,
  OriginController,
  PresenceController,
  LedgerController,
  ReportController,
];

/** The product's own part of a server: its operations, its controllers and the use cases behind them. */
export function productOf({
  application,
  ready,
}: OpenApplication): Pick<ServerOptions, 'directory' | 'operations' | 'controllers' | 'providers' | 'ready'> {
  const providers: Provider[] = [{ provide: APPLICATION, useValue: application satisfies Application }];
  return { directory: application.directory, operations: OPERATIONS, controllers: CONTROLLERS, providers, ready };
}
