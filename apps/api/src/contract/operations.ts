import * as article from './article.operations.js';
import * as attention from './attention.operations.js';
import * as capture from './capture.operations.js';
import * as checking from './checking.operations.js';
import * as claim from './claim.operations.js';
import * as notice from './notice.operations.js';
import * as desk from './desk.operations.js';
import * as discussion from './discussion.operations.js';
import * as matching from './matching.operations.js';
import * as evidence from './evidence.operations.js';
import * as imports from './import.operations.js';
import * as insight from './insight.operations.js';
import * as group from './group.operations.js';
import * as newsroom from './newsroom.operations.js';
import type { OperationSpec } from './operation.js';
import * as origin from './origin.operations.js';
import * as presence from './presence.operations.js';
import * as publishing from './publishing.operations.js';
import * as record from './record.operations.js';
import * as release from './release.operations.js';
import * as reshaping from './reshaping.operations.js';
import * as revision from './revision.operations.js';
import * as source from './source.operations.js';
import * as secondFactor from './second-factor.operations.js';
import * as webhook from './webhook.operations.js';
import * as session from './session.operations.js';

const isOperation = (value: unknown): value is OperationSpec =>
  typeof value === 'object' && value !== null && 'method' in value && 'answers' in value;

/** Every operation of the contract, from the files that declare them. */
export const OPERATIONS: readonly OperationSpec[] = [
  article,
  attention,
  capture,
  checking,
  evidence,
  claim,
  desk,
  discussion,
  matching,
  group,
  imports,
  insight,
  newsroom,
  notice,
  origin,
  presence,
  publishing,
  record,
  release,
  reshaping,
  revision,
  secondFactor,
  session,
  source,
  webhook,
].flatMap((part) => Object.values(part as Readonly<Record<string, unknown>>).filter(isOperation));
