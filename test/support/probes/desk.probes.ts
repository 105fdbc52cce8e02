import { newId } from '#platform';
import type { Probe } from './probe.js';
import type { Things } from '../matrix-world.js';

const OK = ['200'];
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
