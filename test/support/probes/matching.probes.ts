import type { Probe } from './probe.js';

const OK = ['200'];

/** Earlier claims and the archive. */
export const MATCHING_PROBES: Readonly<Record<string, Probe>> = {
  // without a text: what comes after the last question of right
  matchText: { relations: [], allowed: ['422 invalid'] },
  listSimilarClaims: {
    relations: ['own', 'assigned', 'other', 'hidden', 'foreign'],
    params: ({ claim }) => ({ id: claim }),
    allowed: OK,
  },
  listArticleOrigins: {
    relations: ['own', 'assigned', 'other', 'hidden', 'foreign'],
    params: ({ article }) => ({ id: article }),
    allowed: OK,
  },
  createArchiveImport: {
    relations: [],
    body: () => '{"claimReviewed":"خبر من أرشيف قديم"}',
    headers: { 'content-type': 'application/x-ndjson' },
    allowed: ['202'],
  },
  getArchiveImport: {
    relations: ['own', 'other', 'foreign'],
    params: async (things, world) => ({ id: await world.archiveImport(things) }),
    allowed: OK,
  },
  listArchive: { relations: [], allowed: OK },
};
