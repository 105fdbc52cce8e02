import { newId } from '#platform';
import type { Probe } from './probe.js';
import type { Things } from '../matrix-world.types.js';

const OK = ['200'];
const UNCONDITIONAL = ['428 precondition-required'];

const ANY_ARTICLE = ['own', 'assigned', 'other', 'hidden', 'foreign'] as const;

/** On an article, or on what hangs on one. */
const on = (kind: keyof Things, allowed: readonly string[], body?: Probe['body']): Probe => ({
  relations: ANY_ARTICLE,
  params: (things) => ({ id: things[kind] }),
  allowed,
  ...(body && { body }),
});

/** What the desk says to itself. */
export const DESK_PROBES: Readonly<Record<string, Probe>> = {
  listDesks: { relations: [], allowed: OK },
  createDesk: { relations: [], allowed: ['201'], body: () => ({ name: `قسم ${newId()}` }) },
  updateDesk: {
    relations: ['own', 'other', 'foreign'],
    params: ({ desk }) => ({ id: desk }),
    allowed: ['428 precondition-required'],
    body: () => ({ active: false }),
  },
  splitClaim: on('claim', UNCONDITIONAL, () => ({ parts: [{ quote: 'بلغت' }, { quote: 'كلفة' }] })),
  mergeClaim: on('claim', UNCONDITIONAL, ({ spare }) => ({ claimIds: [spare] })),
  changeClaimsInBulk: {
    relations: ANY_ARTICLE,
    body: ({ spare }) => ({ action: 'accept', claimIds: [spare] }),
    allowed: OK,
    unseen: '422 invalid',
  },
  createClaimGroup: {
    relations: ANY_ARTICLE,
    body: ({ claim, spare }) => ({ claimIds: [claim, spare], relation: 'related' }),
    allowed: ['201', '409 in-use'],
    unseen: '422 invalid',
  },
  updateClaimGroup: on('group', UNCONDITIONAL, () => ({ relation: 'related' })),
  getClaimGroup: on('group', OK),
  takePrecedent: on('spare', ['409 no-precedent'], ({ claim }) => ({ claimId: claim, rationale: 'كما تبيّن هناك' })),
  balanceAssignments: on('article', OK, () => ({})),
  handOverAssignments: {
    relations: ['own', 'foreign'],
    body: ({ member, article }, { nominee }) => ({
      fromId: member,
      toId: nominee,
      articleId: article,
      note: 'نهاية المناوبة',
    }),
    allowed: [...OK, '422 invalid'],
    unseen: '422 invalid',
  },
  getChecklists: { relations: [], allowed: OK },
  getAgreement: { relations: [], allowed: OK },
  getThroughput: { relations: [], allowed: OK },
  getLoad: { relations: [], allowed: OK },
  getArticleHistory: on('article', OK),
  listAttention: { relations: [], allowed: OK },
  listNotifications: { relations: [], allowed: OK },
  readNotifications: { relations: [], allowed: OK, body: () => ({ all: true }) },
  listRevisions: on('article', OK),
  diffRevisions: { ...on('article', OK), params: ({ article }) => ({ id: article, number: '1' }) },
  listQueries: on('claim', OK),
  askQuery: on('claim', ['201'], () => ({ text: `من أين الرقم؟ ${newId()}` })),
  answerQuery: on('query', [...OK, '409 not-in-state'], () => ({ text: 'من محضر الجلسة' })),
  resolveQuery: on('query', [...OK, '409 not-in-state'], () => ({ note: 'حُذفت الجملة' })),
  listComments: on('claim', OK),
  createComment: on('claim', ['201'], () => ({ text: 'راجعت المحضر' })),
};
