import type { PermissionRow } from '../permission.types.js';
import { ALL, DESK, DESK_AND_WRITER, readsClaims } from './phrases.js';

/** What a desk says to itself: queries, comments, attention. */
export const DESK_PERMISSIONS = {
  // talk
  listQueries: { ...readsClaims },
  askQuery: { who: DESK, scopes: ['claims:write'], verb: 'ask' },
  answerQuery: { who: ['writer'], relation: { writer: 'own-article' }, scopes: ['claims:write'], verb: 'answer' },
  resolveQuery: { who: DESK, relation: { reviewer: 'asker' }, scopes: ['claims:write'], verb: 'resolve' },
  listComments: { ...readsClaims, note: 'within blindness' },
  createComment: {
    who: DESK_AND_WRITER,
    relation: { writer: 'own-article' },
    scopes: ['claims:write'],
    verb: 'comment',
  },
  listAttention: { who: ALL, relation: { all: 'self' }, scopes: ['claims:read'], verb: 'read' },
  readNotifications: { who: ALL, relation: { all: 'self' }, scopes: ['claims:read'], verb: 'mark-read' },
  listNotifications: { who: ALL, relation: { all: 'self' }, scopes: ['claims:read'], verb: 'read' },
} as const satisfies Record<string, PermissionRow>;
