import type { Things } from '../matrix-world.types.js';
import type { Probe } from './probe.js';

const ANY_ARTICLE = ['own', 'assigned', 'other', 'hidden', 'foreign'] as const;
const UNCONDITIONAL = ['428 precondition-required'];

/** On an article, or on what hangs on one. */
const on = (kind: keyof Things, allowed: readonly string[], body?: Probe['body']): Probe => ({
  relations: ANY_ARTICLE,
  params: (things) => ({ id: things[kind] }),
  allowed,
  ...(body && { body }),
});
const onThing = (kind: keyof Things, allowed: readonly string[], body?: Probe['body']): Probe => ({
  ...on(kind, allowed, body),
  relations: ['own', 'other', 'foreign'],
});

/** Notices, requests, confidential readings, saved pages: what an article lives through. */
export const LIFE_PROBES: Readonly<Record<string, Probe>> = {
  createNotice: {
    relations: ['own', 'other', 'foreign'],
    body: ({ source }) => ({ sourceId: source, type: 'advisory', text: 'تنبيه من الناشر' }),
    allowed: ['201'],
    unseen: '422 invalid',
  },
  listNotices: { relations: [], allowed: ['200'] },
  approveSource: onThing('source', UNCONDITIONAL),
  // of a source that hides nothing, so that whoever may read is told so
  readConfidentialSource: {
    ...onThing('source', ['409 not-in-state'], () => ({ reason: 'للتحقق' })),
    // balancing, tried on the articles of others, may have made anybody a checker of them
    relations: ['own', 'assigned', 'foreign'],
  },
  listCommentRequests: on('article', ['200']),
  createCommentRequest: on('article', ['422 invalid'], ({ claim }) => ({ claimIds: [claim], addressee: 'الوزير' })),
  updateCommentRequest: on('comment', UNCONDITIONAL, () => ({ outcome: 'declined' })),
  listCorrectionRequests: { relations: [], allowed: ['200'] },
  createCorrectionRequest: {
    relations: [],
    allowed: ['201'],
    body: () => ({ requester: 'قارئ', demand: 'تصحيح الرقم' }),
  },
  updateCorrectionRequest: on('complaint', UNCONDITIONAL, () => ({ outcome: 'withdrawn' })),
  listLegalNotes: on('article', ['200']),
  setLegalHold: on('article', UNCONDITIONAL, () => ({ hold: { reason: 'دعوى أمام القضاء' } })),
  createLegalNote: on('article', ['201'], () => ({ text: 'رأي قانوني' })),
  refetchCapture: onThing('capture', ['409 not-in-state']),
  listPageFetches: onThing('capture', ['200']),
  getPageFetch: onThing('fetch', ['200']),
  confirmTranslation: on('evidence', UNCONDITIONAL),
};
