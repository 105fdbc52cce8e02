import type { PermissionRow } from '../permission.types.js';
import { ALL, COUNSEL, DESK, visible, readsArticles, decides } from './phrases.js';

/** Articles, their revisions and releases. */
export const ARTICLE_PERMISSIONS = {
  // articles
  createExtraction: { who: ALL, scopes: ['articles:read', 'articles:write'], verb: 'extract' },
  createArticle: {
    who: ['editor', 'head', 'writer'],
    scopes: ['articles:write'],
    verb: 'create',
    note: 'a writer becomes its author',
  },
  importArticle: { who: ['editor', 'head', 'writer'], scopes: ['articles:write'], verb: 'import' },
  getImport: {
    who: ['editor', 'head', 'writer'],
    relation: { writer: 'own-file' },
    scopes: ['articles:read', 'articles:write'],
    verb: 'read',
  },
  listArticles: { ...readsArticles },
  getArticle: { ...readsArticles },
  updateArticle: {
    who: ['editor', 'head', 'writer'],
    relation: { writer: 'own-article' },
    scopes: ['articles:write'],
    verb: 'edit',
  },
  createRevision: {
    who: ['editor', 'head', 'writer'],
    relation: { writer: 'own-article' },
    scopes: ['articles:write'],
    verb: 'revise',
  },
  getRevision: { ...readsArticles },
  listRevisions: { ...readsArticles },
  diffRevisions: { ...readsArticles, verb: 'compare' },
  listArticleOrigins: { ...readsArticles, verb: 'match' },
  releaseArticle: { ...decides, verb: 'release' },
  getArticleHistory: { ...readsArticles, note: 'within blindness' },
  listReleases: { ...readsArticles },
  createCorrection: { ...decides, verb: 'correct' },
  listCorrections: { ...readsArticles },
  listCommentRequests: { ...readsArticles },
  createCommentRequest: { who: DESK, scopes: ['claims:write'], verb: 'request-comment' },
  listLegalNotes: {
    who: COUNSEL,
    relation: visible,
    scopes: ['decisions:write'],
    verb: 'read-legal',
    note: 'in no export',
  },
  createLegalNote: { who: COUNSEL, scopes: ['decisions:write'], verb: 'advise', personOnly: true },
  setLegalHold: {
    who: COUNSEL,
    scopes: ['decisions:write'],
    verb: 'hold',
    personOnly: true,
    note: 'an editor lifts none where the newsroom has counsel',
  },
  updateCommentRequest: { who: DESK, scopes: ['claims:write'], verb: 'record-comment' },
} as const satisfies Record<string, PermissionRow>;
