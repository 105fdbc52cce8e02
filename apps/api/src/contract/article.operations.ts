import { z } from 'zod';
import { Attribution, ClaimItem } from './claim.operations.js';
import { MEBIBYTE, operation } from './operation.js';
import { anyOf, Flag, Id, Instant, label, PAGE, pageOf, prose, Version, WebAddress, named } from './wire.js';
import { ArticleKind, ArticleState, BlockField, Kind, Locale, Requirement, Tier } from './vocabulary.js';

export const BODY_LIMIT = 8 * MEBIBYTE;
export const Offset = z.int().min(0);
const Title = label(500);
const Block = z.strictObject({ field: BlockField, text: z.string() });
// How long a text may be is judged in bytes by the use case, with a clear answer.
export const Text = {
  title: Title.optional(),
  text: z.string().optional(),
  html: z.string().optional(),
  blocks: z.array(Block).min(1).max(20_000).optional(),
  language: Locale.optional(),
} as const;

/** Exactly one of text, html and blocks. */
export const oneText = (body: { text?: string | undefined; html?: string | undefined; blocks?: unknown }) =>
  [body.text, body.html, body.blocks].filter((given) => given !== undefined).length === 1;
export const ONE_TEXT = { path: ['text'], params: { code: 'one-of-text-html-blocks' } };

const Progress = z.strictObject({
  total: z.int(),
  proposed: z.int(),
  needsSource: z.int(),
  closed: z.int(),
  verified: z.int(),
  disputed: z.int(),
  dismissed: z.int(),
});

const Visibility = z.enum(['newsroom', 'named']);
const VisibleTo = z.array(Id).max(200);

const ArticleItem = z.strictObject({
  id: Id,
  title: z.string(),
  kind: ArticleKind,
  state: ArticleState,
  language: Locale,
  outlet: z.string().nullable(),
  byline: z.string().nullable(),
  authorIds: z.array(Id),
  deskId: Id.nullable(),
  dueAt: Instant.nullable(),
  sourceUrl: z.string().nullable(),
  publishedAt: Instant.nullable(),
  visibility: Visibility,
  visibleTo: z.array(Id),
  archived: z.boolean(),
  mode: z.enum(['standard', 'breaking']),
  embargoUntil: Instant.nullable(),
  legalHold: z.boolean(),
  revisionNumber: z.int(),
  progress: Progress,
  gate: z.array(Requirement),
  createdBy: Id,
  createdAt: Instant,
  updatedAt: Instant,
  version: Version,
});

export const Revision = z.strictObject({
  number: z.int(),
  title: z.string(),
  blocks: z.array(z.strictObject({ id: z.string(), field: BlockField, text: z.string() })),
  rules: z.string(),
  receivedSha256: z.string(),
  textSha256: z.string(),
  note: z.string().nullable(),
  postedBy: Id,
  onBehalfOf: Id.nullable(),
  createdAt: Instant,
});

const Place = { blockId: z.string().nullable(), start: Offset.nullable(), end: Offset.nullable() } as const;

export const Article = ArticleItem.extend({
  revision: Revision,
  claims: z.array(ClaimItem),
  setAside: z.array(
    z.strictObject({ blockId: z.string(), start: Offset, end: Offset, reason: z.string(), text: z.string() }),
  ),
  flags: z.array(z.strictObject({ code: z.string(), ...Place, detail: z.string().nullable() })),
});

export const createExtraction = operation({
  id: 'createExtraction',
  method: 'POST',
  path: '/extractions',
  summary: { en: 'What extraction finds in a text; nothing is stored', ar: 'ما يُستخرَج من نص دون حفظه' },
  body: z
    .strictObject({
      text: z.string().optional(),
      html: z.string().optional(),
      language: Locale.optional(),
      title: Title.optional(),
      outlet: label(200).optional(),
      publishedAt: Instant.optional(),
    })
    .refine(oneText, ONE_TEXT),
  bodyLimit: BODY_LIMIT,
  answers: {
    200: z.strictObject({
      language: z.string(),
      title: z.strictObject({ start: Offset, end: Offset, text: z.string() }).nullable(),
      rules: z.string(),
      text: z.strictObject({ sha256: z.string(), length: z.int() }),
      blocks: z.array(z.strictObject({ id: z.string(), field: z.string(), start: Offset, end: Offset })),
      setAside: z.array(z.strictObject({ start: Offset, end: Offset, reason: z.string(), text: z.string() })),
      flags: z.array(z.strictObject({ code: z.string(), start: Offset, end: Offset, detail: z.string().nullable() })),
      sentences: z.array(z.strictObject({ start: Offset, end: Offset })),
      claims: z.array(
        z.strictObject({
          start: Offset,
          end: Offset,
          quote: z.string(),
          kind: Kind,
          tier: Tier,
          checkWorthiness: ClaimItem.shape.checkWorthiness,
          attribution: Attribution.omit({ negated: true })
            .extend({
              negated: z.boolean().optional(),
              links: z.array(
                z.strictObject({ role: z.string(), name: z.string(), type: z.string(), start: Offset, end: Offset }),
              ),
            })
            .nullable(),
          dates: z.array(
            z.strictObject({
              start: Offset,
              end: Offset,
              text: z.string(),
              from: z.iso.date().nullable(),
              to: z.iso.date().nullable(),
              precision: z.enum(['day', 'week', 'month', 'year']),
              calendar: z.enum(['gregorian', 'hijri']),
              relative: z.boolean(),
            }),
          ),
        }),
      ),
      duplicates: z.array(z.array(z.int())),
      headlines: z.array(
        z.strictObject({
          claim: z.int(),
          body: z.int().nullable(),
          differences: z.array(z.enum(['number', 'negation', 'name', 'attribution'])),
          overstates: z.boolean(),
        }),
      ),
    }),
  },
  refusals: ['text-without-content'],
});

export const createArticle = operation({
  id: 'createArticle',
  method: 'POST',
  path: '/articles',
  summary: { en: 'Post an article; its claims are extracted', ar: 'إضافة مادة واستخراج ادّعاءاتها' },
  body: z
    .strictObject({
      ...Text,
      kind: ArticleKind,
      outlet: label(200).optional(),
      byline: label(500).optional(),
      authorIds: z.array(Id).max(50).optional(),
      deskId: Id.optional(),
      dueAt: Instant.optional(),
      visibility: Visibility.optional(),
      visibleTo: VisibleTo.optional(),
      sourceUrl: WebAddress.optional(),
      publishedAt: Instant.optional(),
    })
    .refine(oneText, ONE_TEXT),
  bodyLimit: BODY_LIMIT,
  answers: { 201: Article },
  idempotency: 'required',
  location: '/articles/{id}',
  refusals: ['text-without-content'],
});

export const listArticles = operation({
  id: 'listArticles',
  method: 'GET',
  path: '/articles',
  summary: { en: 'Articles with their progress and what blocks them', ar: 'المواد وتقدّم العمل فيها وما يعيق إجازتها' },
  query: z.strictObject({
    ...PAGE,
    state: anyOf(['checking', 'ready', 'released', 'correcting']).optional(),
    kind: anyOf(['draft', 'external']).optional(),
    language: anyOf(['ar', 'en']).optional(),
    outlet: z.string().max(200).optional(),
    q: z.string().min(1).max(200).optional(),
    archived: Flag.optional(),
    visibility: anyOf(['newsroom', 'named']).optional(),
  }),
  answers: { 200: pageOf(ArticleItem) },
});

export const getArticle = operation({
  id: 'getArticle',
  method: 'GET',
  path: '/articles/{id}',
  summary: { en: 'An article with its current revision and claims', ar: 'المادة بنسختها الحالية وادّعاءاتها' },
  params: z.strictObject({ id: Id }),
  answers: { 200: Article },
});

export const updateArticle = operation({
  id: 'updateArticle',
  method: 'PATCH',
  path: '/articles/{id}',
  summary: {
    en: 'Change title, outlet, authors, due date or visibility',
    ar: 'تغيير العنوان أو الوسيلة أو المعدّين أو الموعد أو الإتاحة',
  },
  description: {
    en: 'An article of visibility `named` exists for its authors, for whoever posted it and for the members of `visibleTo` alone; to all others it answers like one that does not exist.',
    ar: 'المادة ذات الإتاحة `named` لا وجود لها إلا لمعدّيها ولمن أضافها ولأعضاء `visibleTo`؛ ولغيرهم يكون الجواب كجواب ما لا وجود له.',
  },
  params: z.strictObject({ id: Id }),
  body: z.strictObject({
    title: Title.optional(),
    outlet: label(200).nullable().optional(),
    authorIds: z.array(Id).max(50).optional(),
    dueAt: Instant.nullable().optional(),
    deskId: Id.nullable().optional(),
    visibility: Visibility.optional(),
    visibleTo: VisibleTo.optional(),
    archived: z.boolean().optional(),
    mode: z.enum(['standard', 'breaking']).optional(),
    embargoUntil: Instant.nullable().optional(),
    legalHold: z
      .strictObject({ reason: prose(4000) })
      .nullable()
      .optional(),
  }),
  answers: { 200: Article },
  ifMatch: true,
  refusals: ['not-in-state'],
});

named({ Block, Progress, ArticleItem, Revision, Article });
