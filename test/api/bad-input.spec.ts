import { newId, newToken, tokenHash } from '#platform';
import { outcome, type Asked } from '../support/ask.js';
import {
  addEvidence,
  assignTo,
  claimFrom,
  decideNow,
  done,
  evidenceBody,
  fromOutlet,
  post,
  verdictBody,
  type Any,
} from '../support/checking-work.js';
import { ifMatch, Person, startNewsroomApi, type Newsroom, type NewsroomApi } from '../support/newsroom-api.js';
import { expectTold } from '../support/problem-check.js';
import { StoredStates } from '../support/stored-state.js';

const GRAPHEME = 'سافرت عائلة من ثلاثة أفراد 👨‍👩‍👧 إلى مدينة سُرَّ في 14 مايو.';
const TWICE = 'بلغت الكلفة 12 مليون دينار';
const PARAGRAPHS = [
  'وزارة الأشغال في كارثيا تنشر كلفة الجسور',
  `${TWICE} للجسر الأول في مدينة نورا.`,
  `${TWICE} للجسر الثاني في مدينة سلوى.`,
  'قال وزير الأشغال سامر الحداد إن العمل انتهى قبل الموعد بشهرين.',
  GRAPHEME,
];
const ONCE = 'إن العمل انتهى قبل الموعد بشهرين';

let api: NewsroomApi;
let desk: Newsroom;
let other: Newsroom;
let stored: StoredStates;

/** What the cases speak of; nothing in it may be changed by any of them. */
let world: {
  article: Any;
  claim: Any;
  disputed: Any;
  evidence: Any;
  ownDraft: Any;
  block: Any;
  expired: string;
  revoked: string;
  readOnly: string;
  foreign: Any;
};

beforeAll(async () => {
  api = await startNewsroomApi();
  [desk, other] = await Promise.all([api.found(), api.found()]);
  stored = await StoredStates.open(api.database);
  const article = await post(desk.editor, PARAGRAPHS);
  const claim = await claimFrom(desk.editor, article.id, ONCE);
  await assignTo(desk.editor, claim.id, desk.salma);
  const evidence = await addEvidence(desk.salma, claim.id, fromOutlet('صحيفة المدينة'));
  const disputed = await claimFrom(desk.editor, article.id, TWICE, { occurrence: 1 });
  const ownDraft = await done(
    desk.editor.post('/articles', {
      kind: 'draft',
      language: 'ar',
      text: PARAGRAPHS.join('\n\n'),
      authorIds: [desk.secondEditor.id],
    }),
  );
  const foreign = await post(other.editor, PARAGRAPHS);
  world = {
    article,
    claim,
    disputed,
    evidence,
    ownDraft,
    foreign,
    block: article.revision.blocks.find(({ text }: Any) => text === GRAPHEME),
    expired: await tokenOf(
      desk.editor,
      ['articles:read', 'articles:write'],
      "expires_at = now() - interval '1 hour', created_at = now() - interval '2 hours'",
    ),
    revoked: await tokenOf(desk.editor, ['articles:read', 'articles:write'], 'revoked_at = now()'),
    readOnly: await tokenOf(desk.editor, ['articles:read', 'claims:read']),
  };
});
afterAll(async () => {
  await stored.close();
  await api.stop();
});

/** A token as the register of tokens would hold it, then changed by hand to what time or an admin makes of it. */
async function tokenOf(person: Person, scopes: string[], change?: string): Promise<string> {
  const token = newToken('pat');
  const id = newId();
  await stored.query(
    `INSERT INTO access_token (newsroom_id, id, member_id, name, secret_hash, scopes, created_by, expires_at)
     SELECT newsroom_id, $2, id, 'test', $3, $4, id, now() + interval '1 day' FROM member WHERE id = $1`,
    [person.id, id, tokenHash(token), scopes],
  );
  if (change !== undefined) await stored.query(`UPDATE access_token SET ${change} WHERE id = $1`, [id]);
  return token;
}

interface Case {
  readonly as?: 'editor' | 'secondEditor' | 'salma' | 'omar' | 'writer' | 'viewer';
  readonly token?: () => string;
  readonly method?: string;
  readonly path: () => string;
  readonly body?: () => unknown;
  readonly headers?: () => Record<string, string>;
  readonly expected: string;
  /** `pointer code` of each mistake named. */
  readonly errors?: readonly string[];
  /** Facts that stand beside the texts. */
  readonly facts?: Record<string, unknown>;
}

const articles = (more: Record<string, unknown>): Pick<Case, 'path' | 'body'> => ({
  path: () => '/articles',
  body: () => ({ kind: 'external', ...more }),
});
const raw = (body: string | Uint8Array, type = 'application/json'): Pick<Case, 'path' | 'body' | 'headers'> => ({
  path: () => '/articles',
  body: () => body,
  headers: () => ({ 'content-type': type }),
});
const claims = (body: () => object): Pick<Case, 'path' | 'body'> => ({
  path: () => `/articles/${world.article.id}/claims`,
  body,
});
const verdicts = (change: object): Pick<Case, 'as' | 'path' | 'body'> => ({
  as: 'salma',
  path: () => `/claims/${world.claim.id}/verdicts`,
  body: () => ({ ...verdictBody('true', [world.evidence.id]), ...change }),
});
const decisions = (body: object, headers: () => Record<string, string>): Pick<Case, 'path' | 'body' | 'headers'> => ({
  path: () => `/claims/${world.claim.id}/decisions`,
  body: () => body,
  headers,
});
const current = () => ifMatch(world.claim.version);
const at = (start: number, end: number) => ({ blockId: world.block.id, start, end });
const codePoint = (piece: string) => [...GRAPHEME.slice(0, GRAPHEME.indexOf(piece))].length;

function nested(depth: number): string {
  return `{"kind":"external","text":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`;
}

const invalidUtf8 = Buffer.concat([
  Buffer.from('{"kind":"external","text":"خبر '),
  Buffer.from([0xc3, 0x28, 0xff]),
  Buffer.from('"}'),
]);
const binary = Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 37) % 256));

const CASES: Record<string, Case> = {
  'an empty article': { ...articles({ text: '' }), expected: '422 text-without-content', facts: { pointer: '/text' } },
  'an article of spaces': {
    ...articles({ text: ' \n\t\u00a0\u3000\u200f ' }),
    expected: '422 text-without-content',
    facts: { pointer: '/text' },
  },
  'an article of punctuation': {
    ...articles({ text: '؟!... «» — 👍 ،؛' }),
    expected: '422 text-without-content',
    facts: { pointer: '/text' },
  },
  'an article without text': { ...articles({}), expected: '422 invalid', errors: ['/text one-of-text-html-blocks'] },
  'an article of two texts': {
    ...articles({ text: 'خبر', html: '<p>خبر</p>' }),
    expected: '422 invalid',
    errors: ['/text one-of-text-html-blocks'],
  },
  'HTML without words': {
    ...articles({ html: '<p><script>alert(1)</script><br></p>' }),
    expected: '422 text-without-content',
    facts: { pointer: '/html' },
  },
  'an article of 3 MB': {
    ...articles({ text: 'خبر قصير. '.repeat(180_000) }),
    expected: '413 body-too-large',
    facts: { limitBytes: 2_000_000 },
  },
  'a body of 9 MB': {
    ...articles({ text: 'a'.repeat(9 * 1024 * 1024) }),
    expected: '413 body-too-large',
    facts: { limitBytes: 8 * 1024 * 1024 },
  },
  'a binary file as an article': { ...raw(binary, 'application/octet-stream'), expected: '415 media-type-unsupported' },
  'a binary file called JSON': {
    ...raw(binary),
    expected: '400 body-malformed',
    facts: { reason: 'not-utf-8' },
  },
  'invalid UTF-8 in an article': {
    ...raw(invalidUtf8),
    expected: '400 body-malformed',
    facts: { reason: 'not-utf-8' },
  },
  'NUL in an article': { ...articles({ text: 'خبر \0 صحيح' }), expected: '422 invalid', errors: ['/text nul'] },
  'half a surrogate pair': {
    ...raw('{"kind":"external","text":"خبر \\ud83d صحيح"}'),
    expected: '422 invalid',
    errors: ['/text lone-surrogate'],
  },
  'half a surrogate pair in a name of a member': {
    ...raw('{"kind":"external","text":"خبر","\\udc00":1}'),
    expected: '422 invalid',
    errors: ['/\uFFFD lone-surrogate'],
  },
  'a bidi control in a title': {
    ...articles({ text: 'خبر صحيح', title: 'عنوان\u202eمقلوب' }),
    expected: '422 invalid',
    errors: ['/title hidden-character'],
  },
  'a bidi control in an outlet': {
    ...articles({ text: 'خبر صحيح', outlet: 'صحيفة\u2066المرفأ' }),
    expected: '422 invalid',
    errors: ['/outlet hidden-character'],
  },
  "a bidi control in a source's name": {
    path: () => '/sources',
    body: () => ({ name: 'وكالة\u200fالبرق', type: 'agency' }),
    expected: '422 invalid',
    errors: ['/name hidden-character'],
  },
  'an unknown member': {
    ...articles({ text: 'خبر صحيح', colour: 'red' }),
    expected: '422 invalid',
    errors: ['/colour unknown-member'],
  },
  'a privileged member': {
    ...articles({ text: 'خبر صحيح', state: 'released', newsroomId: newId() }),
    expected: '422 invalid',
    errors: ['/state unknown-member', '/newsroomId unknown-member'],
  },
  'a wrong type': { ...articles({ text: 12 }), expected: '422 invalid', errors: ['/text wrong-type'] },
  'a number no double can hold': {
    ...raw('{"quote":"x","occurrence":9007199254740993}'),
    path: () => `/articles/${world.article.id}/claims`,
    expected: '422 invalid',
    errors: ['/occurrence number-unsafe'],
  },
  'a member called __proto__': {
    ...raw('{"kind":"external","text":"خبر","__proto__":{"roles":["admin"]}}'),
    expected: '400 body-malformed',
    facts: { reason: 'forbidden-member' },
  },
  'constructor, escaped': {
    ...raw('{"kind":"external","text":"خبر","constr\\u0075ctor":{}}'),
    expected: '400 body-malformed',
    facts: { reason: 'forbidden-member' },
  },
  'a member named twice': {
    ...raw('{"kind":"draft","kind":"external","text":"خبر"}'),
    expected: '400 body-malformed',
    facts: { reason: 'duplicate-member' },
  },
  'JSON 40 deep': { ...raw(nested(40)), expected: '400 body-too-deep', facts: { limit: 32 } },
  'broken JSON': { ...raw('{"kind":'), expected: '400 body-malformed', facts: { reason: 'not-json' } },
  'no body': { ...raw(''), expected: '422 invalid', errors: [' body-required'] },
  'a form': {
    ...raw('kind=external&text=hello', 'application/x-www-form-urlencoded'),
    expected: '415 media-type-unsupported',
  },
  'a form with files': { ...raw('--x--', 'multipart/form-data; boundary=x'), expected: '415 media-type-unsupported' },
  'no idempotency key': {
    ...articles({ text: 'خبر صحيح' }),
    headers: () => ({ 'idempotency-key': '' }),
    expected: '400 key-malformed',
  },
  'a draft without authors': {
    ...articles({ kind: 'draft', text: 'خبر صحيح عن 12 جسرا' }),
    expected: '422 invalid',
    errors: ['/authorIds authors-required'],
  },

  'a quote that is not in the text': {
    ...claims(() => ({ quote: 'كلمات ليست في النص' })),
    expected: '422 quote-not-found',
    facts: { occurrences: 0 },
  },
  'a quote over two paragraphs': {
    ...claims(() => ({ quote: 'في مدينة نورا.\n\nبلغت الكلفة' })),
    expected: '422 quote-not-found',
  },
  'a quote that stands twice': {
    ...claims(() => ({ quote: TWICE })),
    expected: '422 quote-ambiguous',
    facts: { count: 2 },
  },
  'a third occurrence of two': {
    ...claims(() => ({ quote: TWICE, occurrence: 3 })),
    expected: '422 quote-not-found',
    facts: { occurrences: 2 },
  },
  'an empty quote': { ...claims(() => ({ quote: '' })), expected: '422 invalid', errors: ['/quote too-small'] },
  'a span that begins inside a family of emoji': {
    ...claims(() => at(codePoint('👨') + 1, [...GRAPHEME].length)),
    expected: '422 span-inside-grapheme',
  },
  'a span that ends between a letter and its mark': {
    ...claims(() => at(0, codePoint('سُرَّ') + 1)),
    expected: '422 span-inside-grapheme',
  },
  'a span over two blocks': {
    ...claims(() => at(3, [...GRAPHEME].length + 10)),
    expected: '422 span-crosses-blocks',
  },
  'a span that ends before it begins': { ...claims(() => at(9, 4)), expected: '422 span-out-of-range' },
  'an empty span': { ...claims(() => at(9, 9)), expected: '422 span-out-of-range' },
  'a span in no block': {
    ...claims(() => ({ blockId: 'b99', start: 0, end: 4 })),
    expected: '422 invalid',
    errors: ['/blockId unknown-block'],
  },
  'a negative span': {
    ...claims(() => at(-3, 4)),
    expected: '422 invalid',
    errors: ['/start too-small'],
  },

  'a verdict with an unknown rating': { ...verdicts({ rating: 'half-true' }), expected: '422 unknown-rating' },
  'a verdict with a rating of the other scale': { ...verdicts({ rating: 'accurate' }), expected: '422 unknown-rating' },
  'a verdict without rationale': {
    ...verdicts({ rationale: undefined }),
    expected: '422 invalid',
    errors: ['/rationale required'],
  },
  'a verdict with an empty rationale': {
    ...verdicts({ rationale: ' \n. ' }),
    expected: '422 invalid',
    errors: ['/rationale text-without-content'],
  },
  'a verdict on evidence of no claim': { ...verdicts({ evidenceIds: [newId()] }), expected: '422 evidence-foreign' },
  'a verdict by an unassigned reviewer': { ...verdicts({}), as: 'omar', expected: '403 not-assigned' },
  'a verdict by a writer': { ...verdicts({}), as: 'writer', expected: '403 role-forbidden' },
  "a verdict on one's own article": {
    as: 'secondEditor',
    path: () => `/claims/${world.ownDraft.claims[0].id}/verdicts`,
    body: () => verdictBody('accurate', []),
    expected: '403 own-text',
  },
  'an author as the checker of his own words': {
    path: () => `/claims/${world.ownDraft.claims[0].id}/assignments`,
    body: () => ({ reviewerId: desk.secondEditor.id }),
    expected: '422 reviewer-unfit',
  },
  'an assignment twice': {
    path: () => `/claims/${world.claim.id}/assignments`,
    body: () => ({ reviewerId: desk.salma.id }),
    expected: '409 already-assigned',
  },
  'primary evidence by a writer on someone else’s article': {
    as: 'writer',
    path: () => `/claims/${world.claim.id}/evidence`,
    body: () => evidenceBody(fromOutlet('صحيفة'), { primary: true }),
    expected: '403 relation-forbidden',
  },
  'evidence without a source': {
    path: () => `/claims/${world.claim.id}/evidence`,
    body: () => evidenceBody({}),
    expected: '422 invalid',
    errors: ['/sourceId one-of-source-id-source'],
  },
  'evidence with a script for an address': {
    path: () => `/claims/${world.claim.id}/evidence`,
    body: () => evidenceBody(fromOutlet('صحيفة'), { url: 'javascript:alert(1)' }),
    expected: '422 invalid',
    errors: ['/url wrong-form'],
  },

  'a decision without If-Match': {
    ...decisions({ to: 'verified' }, () => ({})),
    expected: '428 precondition-required',
  },
  'a decision on an earlier version': {
    ...decisions({ to: 'verified' }, () => ifMatch(world.claim.version - 1)),
    expected: '412 version-stale',
  },
  'a decision on any version': {
    ...decisions({ to: 'verified' }, () => ({ 'if-match': '*' })),
    expected: '400 header-malformed',
  },
  'a decision by a reviewer': {
    ...decisions({ to: 'verified' }, current),
    as: 'salma',
    expected: '403 role-forbidden',
  },
  'a decision with unmet requirements': {
    ...decisions({ to: 'verified' }, current),
    expected: '409 requirements-unmet',
  },
  'a decision to disputed that nothing contradicts': {
    ...decisions({ to: 'disputed', rationale: 'لأن النص خطأ' }, current),
    expected: '409 requirements-unmet',
  },
  'an override of what is never overridden': {
    ...decisions({ to: 'verified', overrides: [{ requirement: 'not-own-text', reason: 'مستعجل' }] }, current),
    expected: '409 requirements-unmet',
  },
  'an override of nothing we know': {
    ...decisions({ to: 'verified', overrides: [{ requirement: 'everything', reason: 'مستعجل' }] }, current),
    expected: '422 invalid',
    errors: ['/overrides/0/requirement not-allowed'],
  },

  'an expired token': {
    ...articles({ text: 'خبر' }),
    token: () => world.expired,
    expected: '401 unauthenticated',
    facts: { reason: 'expired' },
  },
  'a revoked token': {
    ...articles({ text: 'خبر' }),
    token: () => world.revoked,
    expected: '401 unauthenticated',
    facts: { reason: 'revoked' },
  },
  'a malformed token': {
    ...articles({ text: 'خبر' }),
    token: () => 'isn_pat_x',
    expected: '401 unauthenticated',
    facts: { reason: 'malformed' },
  },
  'a token nobody has': {
    ...articles({ text: 'خبر' }),
    token: () => newToken('pat'),
    expected: '401 unauthenticated',
    facts: { reason: 'unknown' },
  },
  'a token of too little scope': {
    ...articles({ text: 'خبر' }),
    token: () => world.readOnly,
    expected: '403 scope-missing',
  },
  'a viewer who writes': { ...articles({ text: 'خبر' }), as: 'viewer', expected: '403 role-forbidden' },
};

async function sent(one: Case, locale: string): Promise<Asked> {
  const { as = 'editor', token, method = 'POST', path, body, headers } = one;
  const person = token ? new Person(api.url, '', '', '', token()) : desk[as];
  return person.send(method, path(), body?.(), {
    'idempotency-key': newId(),
    'accept-language': locale,
    ...headers?.(),
  });
}

describe('bad input gets a clear problem and changes nothing', () => {
  it.each(Object.entries(CASES))('%s', async (_, one) => {
    const before = await stored.now();
    for (const locale of ['ar', 'en'] as const) {
      const answered = await sent(one, locale);
      expect(outcome(answered)).toBe(one.expected);
      expectTold(answered, locale);
      if (one.errors) {
        expect(answered.body.errors?.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(one.errors);
      }
      if (one.facts) expect(answered.body).toMatchObject(one.facts);
    }
    expect(await stored.now()).toEqual(before);
  });

  it('names what a refused decision misses', async () => {
    const { body } = await decideNow(desk.editor, world.claim.id, { to: 'verified' });
    const unmet = (body as Any).requirements.filter(({ status }: Any) => status === 'unsatisfied');
    expect(unmet.map(({ name }: Any) => name).sort()).toEqual(['independent-sources', 'supporting-verdicts']);
    for (const { have, need } of unmet) expect(have).toBeLessThan(need);
  });
});
