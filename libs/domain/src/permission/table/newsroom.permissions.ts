import type { PermissionRow } from '../permission.types.js';
import { ALL, MANAGERS, administers, own, open } from './phrases.js';

/** Signing in, what is one's own, and the newsroom itself. */
export const NEWSROOM_PERMISSIONS = {
  // signing in, and what is one's own
  createSession: { ...open, verb: 'sign-in' },
  listSessions: { ...own, verb: 'read' },
  deleteSession: { ...own, verb: 'sign-out' },
  acceptInvitation: { ...open, verb: 'join' },
  changePassword: { ...own, verb: 'change-password', personOnly: true, sessionOnly: true },
  getSecondFactor: { ...own, verb: 'read' },
  startSecondFactor: { ...own, verb: 'enrol', personOnly: true, sessionOnly: true },
  confirmSecondFactor: { ...own, verb: 'confirm-enrolment', personOnly: true, sessionOnly: true },
  renewRecoveryCodes: { ...own, verb: 'renew-recovery-codes', personOnly: true, sessionOnly: true },
  removeSecondFactor: { ...own, verb: 'remove-second-factor', personOnly: true, sessionOnly: true },
  getMe: { ...own, verb: 'read' },
  updateMe: { ...own, verb: 'edit', sessionOnly: true },
  listTokens: {
    ...own,
    relation: { all: 'own-or-service-token' },
    verb: 'read',
    note: 'an admin lists those of others',
  },
  createToken: {
    ...own,
    relation: { all: 'own-or-service-token' },
    verb: 'mint',
    personOnly: true,
    sessionOnly: true,
    note: 'for oneself from a fresh session; an admin only for a service account',
  },
  deleteToken: {
    ...own,
    relation: { all: 'self', admin: 'own-or-service-token' },
    verb: 'revoke',
    note: 'an admin revokes any',
  },

  // the newsroom
  listMembers: { who: ALL, scopes: ['articles:read', 'claims:read', 'admin'], verb: 'read' },
  getMember: { who: ALL, scopes: ['articles:read', 'claims:read', 'admin'], verb: 'read' },
  createMember: { ...administers, verb: 'invite' },
  createPasswordLink: {
    ...administers,
    verb: 'make-password-link',
    personOnly: true,
    sessionOnly: true,
    note: 'for another person who may come in',
  },
  resetSecondFactor: { ...administers, verb: 'reset-second-factor', personOnly: true },
  updateMember: { ...administers, verb: 'edit' },
  getNewsroom: { who: ALL, scopes: ['articles:read', 'claims:read', 'admin'], verb: 'read' },
  updateNewsroom: { who: MANAGERS, scopes: ['admin'], verb: 'edit' },
  listDesks: { who: ALL, scopes: ['articles:read', 'claims:read', 'admin'], verb: 'read' },
  createDesk: { who: MANAGERS, scopes: ['admin'], verb: 'create' },
  updateDesk: { who: MANAGERS, scopes: ['admin'], verb: 'edit' },
  backUp: { ...administers, verb: 'back-up' },

  // the machine
  getHealth: { ...open, verb: 'read' },
  getReadiness: { ...open, verb: 'read' },
  getMetrics: { ...open, verb: 'read', note: 'own port, or its own token' },
  getOpenApi: { ...open, verb: 'read' },
  readDocs: { ...open, verb: 'read' },
  readAdmin: { ...open, verb: 'read' },
} as const satisfies Record<string, PermissionRow>;
