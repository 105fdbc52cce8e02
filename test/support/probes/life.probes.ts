import type { Probe } from './probe.js';

/** Notices, requests, confidential readings, saved pages: what an article lives through. */
export const LIFE_PROBES: Readonly<Record<string, Probe>> = {
  createNotice: {
    relations: ['own', 'other', 'foreign'],
    body: ({ source }) => ({ sourceId: source, type: 'advisory', text: 'تنبيه من الناشر' }),
    allowed: ['201'],
    unseen: '422 invalid',
  },
  listNotices: { relations: [], allowed: ['200'] },
};
