import type { Probe } from './probe.js';

/** What screens ask for beside the work itself: imports, and who else is here. */
export const SCREEN_PROBES: Readonly<Record<string, Probe>> = {
  importArticle: {
    relations: [],
    allowed: ['201'],
    headers: { 'content-type': 'text/plain' },
    body: () => 'قال الوزير إن كلفة الجسر بلغت 12 مليون دينار.',
  },
  getImport: { relations: ['own', 'other', 'foreign'], params: ({ fetch }) => ({ id: fetch }), allowed: ['200'] },
  setClaimPresence: {
    relations: ['own', 'assigned', 'other', 'hidden', 'foreign'],
    params: ({ claim }) => ({ id: claim }),
    allowed: ['200'],
    body: () => ({}),
  },
};
