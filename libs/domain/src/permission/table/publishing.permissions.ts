import type { PermissionRow } from '../permission.types.js';
import { ALL, EDITORS, DESK, OVERSIGHT, decides, administers, open } from './phrases.js';

/** Reports, what goes out, complaints, and the record. */
export const PUBLISHING_PERMISSIONS = {
  // reports and what goes out
  createReport: { who: DESK, scopes: ['reports:write'], verb: 'report', note: 'within blindness' },
  listReports: { who: ALL, scopes: ['reports:read'], verb: 'read' },
  getReport: { who: ALL, scopes: ['reports:read'], verb: 'read' },
  downloadReportFile: { who: ALL, scopes: ['reports:read'], verb: 'download' },
  previewReport: { who: ALL, scopes: ['reports:read'], verb: 'read' },
  readFeed: { ...open, verb: 'read', note: 'only when the newsroom says so' },
  listCorrectionRequests: { who: OVERSIGHT, scopes: ['reports:read'], verb: 'read' },
  createCorrectionRequest: { who: DESK, scopes: ['claims:write'], verb: 'record-complaint' },
  updateCorrectionRequest: { ...decides, verb: 'answer-complaint' },
  createNotice: { who: EDITORS, scopes: ['claims:write'], verb: 'give-notice' },
  listNotices: { who: ALL, scopes: ['claims:read'], verb: 'read' },

  // record
  getCheckpoint: { who: ALL, scopes: ['claims:read', 'admin'], verb: 'read' },
  listLedgerEntries: {
    who: ALL,
    scopes: ['claims:read', 'admin'],
    verb: 'read',
    note: 'leaves of others: editor, head, admin; others only after blindness',
  },
  getLedgerProof: { who: ALL, scopes: ['claims:read', 'admin'], verb: 'read' },
  readFullLedger: { who: OVERSIGHT, scopes: ['claims:read', 'admin'], verb: 'audit', note: 'after blindness' },
  streamEvents: { who: ALL, scopes: ['claims:read'], verb: 'follow', note: 'same visibility as reading' },
  listWebhooks: { ...administers, verb: 'read' },
  createWebhook: { ...administers, verb: 'create' },
  updateWebhook: { ...administers, verb: 'edit' },
  deleteWebhook: { ...administers, verb: 'delete' },
  rotateWebhookSecret: { ...administers, verb: 'rotate-secret' },
  testWebhook: { ...administers, verb: 'test' },
  listWebhookDeliveries: { ...administers, verb: 'read' },
  replayWebhookDelivery: { ...administers, verb: 'replay' },
  getAgreement: { who: ALL, scopes: ['reports:read'], verb: 'read' },
  getThroughput: { who: ALL, scopes: ['reports:read'], verb: 'read' },
  getLoad: { who: ALL, scopes: ['reports:read'], verb: 'read' },
} as const satisfies Record<string, PermissionRow>;
