import { z } from 'zod';
import { BODY_LIMIT, Offset, ONE_TEXT, oneText, Revision, Text } from './article.operations.js';
import { Anchor } from './claim.operations.js';
import { operation } from './operation.js';
import { AnchorStatus, BlockField, Disposition, State } from './vocabulary.js';
import { Id, Instant, named, PAGE, pageOf, Version } from './wire.js';

const Effect = z.strictObject({
  claimId: Id,
  status: AnchorStatus,
  flags: z.array(z.string()),
  outdatedVerdicts: z.int(),
  stateBefore: State,
  stateAfter: State,
});

export const createRevision = operation({
  id: 'createRevision',
  method: 'POST',
  path: '/articles/{id}/revisions',
  summary: {
    en: 'Post a new text; claims keep their verdicts while their words stay',
    ar: 'إضافة نسخة جديدة؛ تبقى التقييمات ما بقيت كلمات الادّعاء',
  },
  params: z.strictObject({ id: Id }),
  body: z
    .strictObject({ ...Text, note: z.string().max(2000).optional(), onBehalfOf: Id.optional() })
    .refine(oneText, ONE_TEXT),
  bodyLimit: BODY_LIMIT,
  answers: {
    201: z.strictObject({ revision: Revision, effects: z.array(Effect), newClaimIds: z.array(Id), version: Version }),
  },
  idempotency: 'required',
  ifMatch: true,
  refusals: ['text-without-content'],
});

export const getRevision = operation({
  id: 'getRevision',
  method: 'GET',
  path: '/articles/{id}/revisions/{number}',
  summary: { en: 'A revision with its anchors and coverage', ar: 'نسخة من المادة بمواضع ادّعاءاتها وتغطيتها' },
  params: z.strictObject({ id: Id, number: z.string() }),
  answers: {
    200: Revision.extend({
      anchors: z.array(Anchor.extend({ claimId: Id })),
      sentences: z.array(
        z.strictObject({
          blockId: z.string(),
          start: Offset,
          end: Offset,
          claimIds: z.array(Id),
          coverage: z.enum(['claimed', 'dismissed', 'open']),
        }),
      ),
      coverage: z.strictObject({ claimed: z.int(), dismissed: z.int(), open: z.int() }),
    }),
  },
});

const RevisionEntry = z.strictObject({
  number: z.int(),
  title: z.string(),
  rules: z.string(),
  receivedSha256: z.string(),
  textSha256: z.string(),
  note: z.string().nullable(),
  postedBy: Id,
  onBehalfOf: Id.nullable(),
  createdAt: Instant,
});

export const listRevisions = operation({
  id: 'listRevisions',
  method: 'GET',
  path: '/articles/{id}/revisions',
  summary: { en: 'Revisions of an article, the newest first', ar: 'نسخ المادة، الأحدث أولًا' },
  params: z.strictObject({ id: Id }),
  query: z.strictObject({ ...PAGE }),
  answers: { 200: pageOf(RevisionEntry) },
});

const DiffBlock = z.strictObject({ id: z.string(), field: BlockField, text: z.string() });
const DiffSpan = z.strictObject({ start: z.int().min(0), end: z.int().min(0) });
const BlockChange = z.strictObject({
  kind: z.enum(['same', 'changed', 'moved', 'moved-and-changed', 'added', 'removed']),
  before: DiffBlock.nullable(),
  after: DiffBlock.nullable(),
  changes: z.array(z.strictObject({ before: DiffSpan, after: DiffSpan, typographic: z.boolean() })),
});
const ClaimChange = z.strictObject({
  claimId: Id,
  status: z.enum([...AnchorStatus.options, 'new']),
  flags: z.array(z.string()),
  quoteBefore: z.string().nullable(),
  quoteAfter: z.string().nullable(),
  wordsChanged: z.boolean(),
  fellBack: z.boolean(),
  disposition: Disposition,
  before: Anchor.nullable(),
  after: Anchor.nullable(),
});
const Number = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .meta({ type: 'integer', minimum: 1 });

export const diffRevisions = operation({
  id: 'diffRevisions',
  method: 'GET',
  path: '/articles/{id}/revisions/{number}/diff',
  summary: {
    en: 'What changed since another revision, word by word, and what became of each claim',
    ar: 'ما تغيّر عن نسخة أخرى كلمةً كلمةً، وما آل إليه كل ادّعاء',
  },
  params: z.strictObject({ id: Id, number: z.string() }),
  query: z.strictObject({ from: Number.optional() }),
  answers: {
    200: z.strictObject({
      from: z.int(),
      to: z.int(),
      titleBefore: z.string(),
      titleAfter: z.string(),
      blocks: z.array(BlockChange),
      claims: z.array(ClaimChange),
    }),
  },
});

named({ Effect, RevisionEntry, BlockChange, ClaimChange });
