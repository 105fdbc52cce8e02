import type { PermissionRow } from '../permission.types.js';
import { ALL, EDITORS, DESK, DESK_AND_WRITER, readsClaims, shapesClaims, decides, visible } from './phrases.js';

/** Evidence, sources, assignments, verdicts and decisions. */
export const CHECKING_PERMISSIONS = {
  // evidence and sources
  listEvidence: { ...readsClaims },
  addEvidence: {
    who: DESK_AND_WRITER,
    relation: { writer: 'own-article' },
    scopes: ['evidence:write'],
    verb: 'add-evidence',
    note: 'a writer never marks it primary',
  },
  withdrawEvidence: {
    who: DESK_AND_WRITER,
    relation: { reviewer: 'author-of-item', writer: 'author-of-item' },
    scopes: ['evidence:write'],
    verb: 'withdraw-evidence',
  },
  confirmTranslation: {
    who: DESK,
    relation: visible,
    scopes: ['evidence:write'],
    verb: 'second-read',
    personOnly: true,
  },
  createCapture: { who: DESK_AND_WRITER, scopes: ['evidence:write'], verb: 'capture' },
  getCapture: { ...readsClaims },
  getPageFetch: { ...readsClaims, note: 'of a confidential source only to whoever has read it' },
  listPageFetches: { ...readsClaims, note: 'of a confidential source only to whoever has read it' },
  refetchCapture: { who: DESK, scopes: ['evidence:write'], verb: 'fetch-again' },
  listSources: { who: ALL, scopes: ['claims:read'], verb: 'read' },
  getSource: {
    who: ALL,
    scopes: ['claims:read'],
    verb: 'read',
    note: 'confidential members only to those of readConfidentialSource',
  },
  readConfidentialSource: {
    who: DESK,
    relation: { reviewer: 'uses-source-assigned' },
    scopes: ['claims:write'],
    verb: 'read-confidential',
    note: 'each reading is recorded',
  },
  getSourceOrigin: { who: ALL, scopes: ['claims:read'], verb: 'read' },
  createSource: {
    who: EDITORS,
    scopes: ['claims:write'],
    verb: 'create',
    note: 'others name a source while adding evidence',
  },
  updateSource: { ...shapesClaims, verb: 'edit' },
  approveSource: { ...shapesClaims, verb: 'approve', personOnly: true },

  // assignments, verdicts, decisions
  listAssignments: { ...readsClaims, note: "others' status within blindness" },
  listMyAssignments: { who: ALL, relation: { all: 'self' }, scopes: ['claims:read'], verb: 'read' },
  createAssignment: {
    who: DESK,
    relation: { reviewer: 'policy-self-claim' },
    scopes: ['claims:write'],
    verb: 'assign',
  },
  updateAssignment: {
    who: DESK,
    relation: { reviewer: 'assigned' },
    scopes: ['claims:write'],
    verb: 'answer-assignment',
  },
  getChecklists: { who: ALL, scopes: ['claims:read'], verb: 'read' },
  handOverAssignments: {
    who: DESK,
    relation: { reviewer: 'self' },
    scopes: ['claims:write'],
    verb: 'hand-over',
    note: 'a fact-checker what is his own',
  },
  balanceAssignments: { who: EDITORS, scopes: ['claims:write'], verb: 'balance' },
  listVerdicts: { ...readsClaims, note: 'within blindness' },
  giveVerdict: {
    who: DESK,
    relation: { all: 'assigned' },
    scopes: ['verdicts:write'],
    verb: 'give-verdict',
    personOnly: true,
  },
  withdrawVerdict: {
    who: DESK,
    relation: { all: 'author-of-item' },
    scopes: ['verdicts:write'],
    verb: 'withdraw-verdict',
    personOnly: true,
  },
  decideClaim: { ...decides, verb: 'decide' },
  listDecisions: { ...readsClaims, note: 'within blindness' },
} as const satisfies Record<string, PermissionRow>;
