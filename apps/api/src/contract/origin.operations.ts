import { z } from 'zod';
import { operation } from './operation.js';
import { Id, named } from './wire.js';

const Pair = z.strictObject({ a: z.string(), b: z.string() });
const How = z.enum(['credited', 'copied', 'same-quote']);

/** `a` is as the article asked about writes it, `b` as the other does; in `carried`, as the first and the later one do. */
export const ArticleOrigin = z.strictObject({
  articleId: Id,
  title: z.string(),
  outlet: z.string().nullable(),
  how: How.nullable(),
  derivesFrom: z.strictObject({ how: How, name: z.string() }).nullable(),
  sharedClaims: z.array(z.strictObject({ claimId: Id, otherClaimId: Id, likeness: z.number() })),
  sharedClaimCount: z.int(),
  credited: z.array(Pair),
  passages: z.array(Pair),
  quotations: z.array(Pair),
  carried: z.strictObject({
    firstArticleId: Id,
    changes: z.array(
      z.strictObject({
        kind: z.enum(['grew', 'hardened', 'dropped']),
        what: z.enum(['sources', 'cue', 'attribution', 'hedge', 'no-comment', 'number']),
        a: z.string(),
        b: z.string(),
      }),
    ),
    sentence: z.string(),
  }),
});

export const listArticleOrigins = operation({
  id: 'listArticleOrigins',
  method: 'GET',
  path: '/articles/{id}/origins',
  summary: {
    en: 'Other articles that tell the same, how many origins they have together, and what each carrier made of it',
    ar: 'مواد أخرى تروي الخبر نفسه، وعدد مصادرها الأصلية مجتمعة، وما فعلته به كل وسيلة نقلته',
  },
  description: {
    en: 'Articles of one origin corroborate nothing. `derivesFrom` is a proposal; a person confirms it.',
    ar: 'المواد ذات المصدر الأصلي الواحد لا يعزّز بعضها بعضًا. `derivesFrom` اقتراح يؤكده المحرر.',
  },
  params: z.strictObject({ id: Id }),
  answers: {
    200: z.strictObject({
      articles: z.int(),
      outlets: z.int(),
      origins: z.int(),
      items: z.array(ArticleOrigin),
    }),
  },
});

named({ ArticleOrigin });
