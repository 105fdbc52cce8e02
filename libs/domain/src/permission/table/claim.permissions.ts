import type { PermissionRow } from '../permission.types.js';
import { ALL, EDITORS, DESK_AND_WRITER, readsClaims, shapesClaims } from './phrases.js';

/** Claims, groups, and what was checked before. */
export const CLAIM_PERMISSIONS = {
  // claims
  listClaims: { ...readsClaims },
  listArticleClaims: { ...readsClaims },
  getClaim: { ...readsClaims },
  createClaim: {
    who: DESK_AND_WRITER,
    relation: { writer: 'own-article' },
    scopes: ['claims:write'],
    verb: 'propose',
    note: 'a reviewer or writer proposes, an editor creates',
  },
  updateClaim: { ...shapesClaims, verb: 'edit' },
  acceptClaim: { ...shapesClaims, verb: 'accept' },
  dismissClaim: { ...shapesClaims, verb: 'dismiss' },
  restoreClaim: { ...shapesClaims, verb: 'restore' },
  splitClaim: { ...shapesClaims, verb: 'split' },
  mergeClaim: { ...shapesClaims, verb: 'merge' },
  placeAnchor: { ...shapesClaims, verb: 'place' },
  selectClaim: { ...shapesClaims, verb: 'select' },
  changeClaimsInBulk: { ...shapesClaims, verb: 'change-in-bulk' },
  getClaimHistory: { ...readsClaims, note: 'full history: editor, head, admin; others after blindness' },
  listSimilarClaims: { ...readsClaims, verb: 'match' },
  matchText: { who: ALL, scopes: ['claims:read'], verb: 'match' },
  setClaimPresence: { ...readsClaims, verb: 'attend', personOnly: true, note: 'told who else within blindness' },
  createClaimGroup: { ...shapesClaims, verb: 'link' },
  updateClaimGroup: { ...shapesClaims, verb: 'link' },
  takePrecedent: { who: EDITORS, scopes: ['verdicts:write'], verb: 'take-precedent', personOnly: true },
  getClaimGroup: { who: ALL, scopes: ['claims:read'], verb: 'read' },
  createArchiveImport: { ...shapesClaims, verb: 'import' },
  getArchiveImport: { who: EDITORS, scopes: ['claims:read', 'claims:write'], verb: 'read' },
  listArchive: { who: ALL, scopes: ['claims:read'], verb: 'read' },
} as const satisfies Record<string, PermissionRow>;
