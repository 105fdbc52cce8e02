import { newId } from '#platform';
import { ArchiveRepository } from '#persistence';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { outcome } from '../support/ask.js';
import { claimFrom, decideNow, done, post, readyToVerify, type Any } from '../support/checking-work.js';
import { eventually } from '../support/eventually.js';
import { ifMatch, startNewsroomApi, type Newsroom, type NewsroomApi } from '../support/newsroom-api.js';
import { StoredStates } from '../support/stored-state.js';

let api: NewsroomApi;
let desk: Newsroom;
let other: Newsroom;
let stored: StoredStates;

beforeAll(async () => {
  api = await startNewsroomApi();
  [desk, other] = await Promise.all([api.found(), api.found()]);
  stored = await StoredStates.open(api.database);
});
afterAll(async () => {
  await stored.close();
  await api.stop();
});

const review = (claim: string, more: object = {}) => ({
  '@type': 'ClaimReview',
  claimReviewed: claim,
  url: `https://checks.example/${newId()}`,
  author: { '@type': 'Organization', name: 'مرصد الصحّة' },
  itemReviewed: { '@type': 'Claim', author: { name: 'صفحة الحيّ' } },
  reviewRating: { '@type': 'Rating', alternateName: 'زائف' },
  datePublished: '2024-03-05',
  ...more,
});
const ndjson = (...records: unknown[]) =>
  records.map((record) => (typeof record === 'string' ? record : JSON.stringify(record))).join('\n');

const send = (room: Newsroom, body: string | Uint8Array, type = 'application/x-ndjson', headers = {}) =>
  room.editor.post('/archive/imports', body, { 'content-type': type, ...headers });

/** The beginning of a file three megabytes long; the rest never comes. */
function sendPart(room: Newsroom, part: string): Socket {
  const head = [
    'POST /api/v1/archive/imports HTTP/1.1',
    'Host: localhost',
    `Authorization: Bearer ${room.editor.token}`,
    `Idempotency-Key: ${newId()}`,
    'Content-Type: text/csv',
    'Content-Length: 3000000',
    'Connection: close',
    '',
    part,
  ].join('\r\n');
  const socket = connect(Number(new URL(api.url).port), '127.0.0.1', () => socket.write(head));
  return socket;
}

/** Sent, read by the worker's own code, and looked at again. */
async function imported(room: Newsroom, body: string | Uint8Array, type?: string): Promise<Any> {
  const { id } = await done(send(room, body, type));
  await api.application.jobs['archive-import']!(
    { newsroomId: room.id, importId: id },
    { jobId: '1', attempt: 1, lastAttempt: true, signal: new AbortController().signal },
  );
  return done(room.editor.get(`/archive/imports/${id}`));
}

const similar = async (who: Newsroom['editor'], text: string, headers = {}): Promise<Any[]> =>
  (await done(who.get(`/similar?text=${encodeURIComponent(text)}`, headers))).items;

describe('an archive import', () => {
  it('is acknowledged, read, and found by its words', async () => {
    const lines = ndjson(
      review('لقاح السعال الديكي سُحب من صيدليات كارثيا بعد وفاة طفلين', { headline: 'لم يُسحب اللقاح' }),
      review('A whale was filmed swimming through the flooded streets of Port Selin.'),
    );
    const sent = await send(desk, lines);
    expect([outcome(sent), sent.body.status, sent.headers.get('location')]).toEqual([
      '202',
      'queued',
      `/api/v1/archive/imports/${sent.body.id}`,
    ]);
    const read = await imported(desk, lines);
    expect(read).toMatchObject({ status: 'done', progress: 100, accepted: 2, repeated: 0, rejectedCount: 0 });
    const [hit] = await similar(desk.editor, 'سحب لقاح السعال الديكي من الصيدليات');
    expect(hit).toMatchObject({
      claimId: null,
      state: null,
      rating: 'زائف',
      articleTitle: 'لم يُسحب اللقاح',
      publishedOn: '2024-03-05',
      origins: [
        { name: 'صفحة الحيّ', role: 'speaker' },
        { name: 'مرصد الصحّة', role: 'publisher' },
      ],
    });
    expect((await similar(desk.editor, 'whale in flooded Port Selin'))[0]).toMatchObject({ language: 'en' });
    expect(await done(desk.editor.get('/archive?limit=1&language=en'))).toMatchObject({
      items: [{ claim: expect.stringContaining('whale') as string }],
    });
  });

  it('calls a check in Persian neither Arabic nor English, and finds it all the same', async () => {
    const persian = 'وزیر بهداشت گفت که واکسن کزاز از داروخانه‌های بندر جمع آوری شده است';
    await imported(desk, ndjson(review(persian, { inLanguage: 'ar' })));
    expect(await done(desk.editor.get('/archive?language=other'))).toMatchObject({
      items: [{ claim: persian, language: 'other' }],
    });
    expect((await similar(desk.editor, persian))[0]).toMatchObject({ text: persian, language: 'other' });
  });

  it('belongs to its newsroom alone', async () => {
    const { id } = await imported(desk, ndjson(review('نهر الفضّة فاض على سوق القماش القديم')));
    expect(await similar(desk.viewer, 'فيضان نهر الفضة على سوق القماش')).not.toEqual([]);
    expect(await similar(other.editor, 'فيضان نهر الفضة على سوق القماش')).toEqual([]);
    expect(outcome(await other.editor.get(`/archive/imports/${id}`))).toBe('404 not-found');
    expect((await done(other.editor.get('/archive'))).items).toEqual([]);
  });

  it('takes the same file once, and its records once', async () => {
    const body = ndjson(review('القطار السريع إلى الميناء يبدأ العمل غدًا', { url: 'https://checks.example/train' }));
    const key = { 'idempotency-key': newId() };
    const first = await send(desk, body, undefined, key);
    const again = await send(desk, body, undefined, key);
    expect([again.headers.get('idempotent-replayed'), again.body.id]).toEqual(['true', first.body.id]);
    expect(outcome(await send(desk, `${body}\n`, undefined, key))).toBe('422 idempotency-mismatch');
    await imported(desk, body);
    const changed = body.replace('زائف', 'صحيح جزئيًا');
    expect(await imported(desk, ndjson(changed, changed))).toMatchObject({ accepted: 0, repeated: 2 });
    expect((await similar(desk.editor, 'القطار السريع إلى الميناء'))[0]).toMatchObject({ rating: 'صحيح جزئيًا' });
  });

  it('tells which lines it refused and why, and takes the rest', async () => {
    const good = (n: number) => review(`الخبر المقبول رقم ${n} عن مصنع الزجاج`);
    const body = Buffer.concat([
      Buffer.from(`${ndjson(good(1), '{"claimReviewed": ', { '@type': 'ClaimReview' }, '[1]', good(2))}\n`),
      Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d, 0x0a]),
      Buffer.from(`${JSON.stringify({ claimReviewed: 'x'.repeat(2_000_000) })}\n`),
      Buffer.from(`${ndjson(review('نص \u0000 فيه'), review('تاريخ', { datePublished: '2024-13-45' }), good(3))}\n`),
      Buffer.from('\n\n{"claimReviewed": "انقطع'),
    ]);
    const read = await imported(desk, body);
    expect(read).toMatchObject({ status: 'done', accepted: 3, rejectedCount: 8 });
    expect(read.rejected.map(({ line, errors }: Any) => `${line} ${errors[0].pointer} ${errors[0].code}`)).toEqual([
      '2  not-json',
      '3 /claimReviewed required',
      '4  not-an-object',
      '6  not-utf8',
      '7  too-big',
      '8 /claimReviewed unsafe-character',
      '9 /datePublished wrong-form',
      '13  not-json',
    ]);
  });

  it.each([
    ['a list', (items: object[]) => JSON.stringify(items, null, 1)],
    ['a feed', (items: object[]) => JSON.stringify({ '@type': 'DataFeed', name: 'ت "[{', dataFeedElement: items })],
    [
      'wrapped items',
      (items: object[]) =>
        JSON.stringify({ dataFeedElement: items.map((item) => ({ '@type': 'DataFeedItem', item: [item] })) }),
    ],
    ['objects in a row', (items: object[]) => items.map((item) => JSON.stringify(item)).join('')],
  ])('reads JSON: %s', async (name, write) => {
    const items = [1, 2, 3].map((n) => review(`${name} ${n}: سدّ «الوادي» فيه \\ شق } ]`));
    expect(await imported(desk, write(items), 'application/json')).toMatchObject({ accepted: 3, rejectedCount: 0 });
  });

  it('tells where JSON breaks', async () => {
    const list = `[${JSON.stringify(review('قبل الكسر'))},\n nonsense,\n ${JSON.stringify(review('بعد الكسر'))},\n {"a": `;
    const read = await imported(desk, list, 'application/json');
    expect(read).toMatchObject({ accepted: 2, rejectedCount: 2 });
    expect(read.rejected.map((one: Any) => [one.line, one.errors[0].code])).toEqual([
      [2, 'not-json'],
      [4, 'incomplete'],
    ]);
    expect(await imported(desk, 'not json at all', 'application/json')).toMatchObject({
      accepted: 0,
      rejectedCount: 1,
    });
  });

  it('reads CSV with its own column names', async () => {
    const table =
      '\ufeffالادعاء;الرابط;التقييم;التاريخ\r\n"قال ""نعم"";\nثم لا";https://a.example/1;زائف;2023-01-02\r\n;;;\r\n';
    const read = await imported(desk, table, 'text/csv');
    expect(read).toMatchObject({ accepted: 1, rejectedCount: 1, rejected: [{ line: 4 }] });
    expect((await similar(desk.editor, 'قال نعم ثم لا'))[0]).toMatchObject({
      text: 'قال "نعم";\nثم لا',
      rating: 'زائف',
    });
    expect(await imported(desk, 'a,b\n1,2\n', 'text/csv')).toMatchObject({
      rejected: [{ line: 1, errors: [{ pointer: '/claim', code: 'column-missing' }] }, { line: 2 }],
    });
  });

  it('refuses what is empty, breaks off, or is no such file, and keeps nothing of it', async () => {
    const chunks = async () =>
      (
        await stored.query<{ n: number }>(
          'SELECT count(*)::int AS n FROM archive_chunk c JOIN archive_import i ON i.id = c.import_id WHERE i.status <> $1',
          ['queued'],
        )
      )[0]!.n;
    expect(outcome(await send(desk, '', 'text/csv'))).toBe('422 invalid');
    expect(outcome(await send(desk, 'x', 'text/plain'))).toBe('415 media-type-unsupported');
    expect(outcome(await desk.salma.post('/archive/imports', 'x', { 'content-type': 'text/csv' }))).toBe(
      '403 role-forbidden',
    );
    const socket = sendPart(desk, `claim\n${'a'.repeat(2_000_000)}`);
    await eventually(async () => expect(await chunks()).toBe(1));
    socket.destroy();
    await eventually(async () => expect(await chunks()).toBe(0));
    expect(outcome(await desk.editor.get('/archive'))).toBe('200');
  });

  it('is abandoned, when it breaks off, only after the piece that was being stored', async () => {
    const rows = new ArchiveRepository();
    const keepChunk = rows.keepChunk.bind(rows);
    const abandon = rows.abandon.bind(rows);
    const happened: string[] = [];
    let abandoned: () => void;
    const abandoning = new Promise<void>((resolve) => (abandoned = resolve));
    const keeping = jest.spyOn(ArchiveRepository.prototype, 'keepChunk').mockImplementation(async (...piece) => {
      socket.destroy();
      await Promise.race([abandoning, pause(300)]);
      await keepChunk(...piece).then(
        () => happened.push('stored'),
        (error: unknown) => happened.push(String(error)),
      );
    });
    const leaving = jest.spyOn(ArchiveRepository.prototype, 'abandon').mockImplementation(async (...file) => {
      happened.push('abandoned');
      abandoned();
      await abandon(...file);
    });
    const socket = sendPart(desk, `claim\n${'a'.repeat(2_000_000)}`);
    try {
      await eventually(() => Promise.resolve(expect(happened).toHaveLength(2)));
    } finally {
      keeping.mockRestore();
      leaving.mockRestore();
    }
    expect(happened).toEqual(['stored', 'abandoned']);
  });

  it('is stored once, even when two workers are at it', async () => {
    const lines = Array.from({ length: 300 }, (_, n) => review(`خبر رقم ${n} عن معرض الكتب في الساحة`));
    const { id } = await done(send(desk, ndjson(...lines)));
    // nobody can store before both have read: each asks its signal between the two
    await stored.query('BEGIN');
    await stored.query('SELECT 1 FROM match_index WHERE newsroom_id = $1 FOR UPDATE', [desk.id]);
    let haveRead = 0;
    const read = () => {
      const { signal } = new AbortController();
      signal.throwIfAborted = () => void haveRead++;
      const job = { jobId: '1', attempt: 1, lastAttempt: false, signal };
      return api.application.jobs['archive-import']!({ newsroomId: desk.id, importId: id }, job);
    };
    const reading = Promise.allSettled([read(), read()]);
    await eventually(() => Promise.resolve(expect(haveRead).toBe(2)));
    await stored.query('COMMIT');
    const [late, more] = (await reading).filter((one) => one.status === 'rejected');
    expect([String(late?.reason), more]).toEqual([expect.stringContaining('read on by somebody else'), undefined]);
    const outcomes = await done(desk.editor.get(`/archive/imports/${id}`));
    expect(outcomes).toMatchObject({ status: 'done', accepted: 300, repeated: 0 });
  });

  it('goes on after its worker was killed in the middle, losing and repeating nothing', async () => {
    const total = 12_500;
    const lines = Array.from({ length: total }, (_, n) =>
      n % 1000 === 7 ? `broken ${n}` : JSON.stringify(review(`خبر متسلسل رقم ${n} عن ميناء الصيد`)),
    );
    const { id } = await done(send(desk, lines.join('\n')));
    const payload = { newsroomId: desk.id, importId: id };
    const halt = new AbortController();
    const watch = setInterval(() => {
      void stored
        .query<{ n: number }>('SELECT accepted AS n FROM archive_import WHERE id = $1', [id])
        .then(([row]) => (row!.n > 0 ? halt.abort() : undefined));
    }, 5);
    const job = { jobId: '1', attempt: 1, lastAttempt: false, signal: halt.signal };
    await api.application.jobs['archive-import']!(payload, job).catch(() => undefined);
    clearInterval(watch);
    const between = await done(desk.editor.get(`/archive/imports/${id}`));
    expect(between.accepted).toBeGreaterThan(0);
    expect(between.accepted).toBeLessThan(total);
    await api.application.jobs['archive-import']!(payload, { ...job, signal: new AbortController().signal });
    const read = await done(desk.editor.get(`/archive/imports/${id}`));
    expect(read).toMatchObject({ status: 'done', accepted: total - 13, repeated: 0, rejectedCount: 13 });
    expect(read.rejected.map(({ line }: Any) => line)).toEqual(Array.from({ length: 13 }, (_, n) => n * 1000 + 8));
  });
});

/** The one claim of an article of one sentence, active. */
async function claimOf(who: Newsroom['editor'], text: string, more: Record<string, unknown> = {}): Promise<Any> {
  const article = await post(who, [text], more);
  const claim = await claimFrom(who, article.id, text.replace(/\.$/, ''));
  const { items } = await done(who.get(`/articles/${article.id}/claims`));
  for (const { id, version } of items.filter((one: Any) => one.id !== claim.id && one.disposition !== 'dismissed'))
    await done(who.post(`/claims/${id}/dismissal`, { reason: 'duplicate' }, ifMatch(version)));
  return { ...claim, article };
}

describe('similar claims', () => {
  const words = 'بلغت كلفة مستشفى السنديان 48 مليون دينار عام 2024.';

  it('finds own active claims with their decision, as soon as they are there', async () => {
    const claim = await claimOf(desk.editor, words, { outlet: 'صحيفة المرفأ' });
    const asked = 'كلفة مستشفى السنديان بلغت 52 مليون دينار';
    const [hit] = await similar(desk.editor, asked, { 'accept-language': 'ar' });
    expect(hit).toMatchObject({ claimId: claim.id, archiveId: null, state: 'needs-source', class: 'conflicting' });
    expect(hit.why.different.numbers).toEqual({
      a: [{ key: '52000000', text: '52 مليون' }],
      b: [{ key: '48000000', text: '48 مليون' }],
    });
    expect(hit.why.sentence).toContain('الأرقام مختلفة');
    const { version: before } = await done(desk.editor.get(`/claims/${claim.id}`));
    await done(desk.editor.patch(`/claims/${claim.id}`, { tier: 'B', reason: 'رقم مالي لا يخص أحدًا' }, before));
    await readyToVerify(desk, claim.id);
    await done(decideNow(desk.editor, claim.id, { to: 'verified' }));
    expect((await similar(desk.editor, asked))[0]).toMatchObject({ state: 'verified' });

    const { version } = await done(desk.editor.get(`/claims/${claim.id}`));
    await done(desk.editor.post(`/claims/${claim.id}/dismissal`, { reason: 'out-of-scope' }, ifMatch(version)));
    expect((await similar(desk.editor, asked)).map(({ claimId }) => claimId)).not.toContain(claim.id);
  });

  it('follows a claim whose words changed', async () => {
    const first = 'افتُتح جسر الصفصاف في مدينة لاهور القديمة أمس.';
    const { id, article } = await claimOf(desk.editor, first);
    expect((await similar(desk.editor, 'جسر الصفصاف'))[0]).toMatchObject({ claimId: id });
    const { version } = await done(desk.editor.get(`/articles/${article.id}`));
    const revision = { text: first.replace('الصفصاف', 'البنفسج') };
    await done(desk.editor.post(`/articles/${article.id}/revisions`, revision, ifMatch(version)));
    expect((await done(desk.editor.get(`/claims/${id}`))).quote).toContain('البنفسج');
    expect((await similar(desk.editor, 'البنفسج'))[0]).toMatchObject({ claimId: id });
    expect(await similar(desk.editor, 'الصفصاف')).toEqual([]);
  });

  it('answers for a claim of one’s own without that claim', async () => {
    const text = 'توقّف معمل الإسمنت في وادي الملح عن العمل ثلاثة أشهر.';
    const [mine, twin] = [await claimOf(desk.editor, text), await claimOf(desk.editor, text)];
    const { items } = await done(desk.editor.get(`/claims/${mine.id}/similar`));
    expect(items[0]).toMatchObject({
      claimId: twin.id,
      class: 'duplicate',
      score: 1,
      articleTitle: twin.article.title,
    });
    expect(items.map(({ claimId }: Any) => claimId)).not.toContain(mine.id);
    expect(outcome(await other.editor.get(`/claims/${mine.id}/similar`))).toBe('404 not-found');
  });

  it('never shows a claim of an article that the reader does not see', async () => {
    const text = 'تسرّب وقود من خزان المطار الشرقي صباح الأحد.';
    const { article, ...claim } = await claimOf(desk.editor, text);
    const ids = async (who: Newsroom['editor']) =>
      (await similar(who, 'تسرب الوقود من خزان المطار الشرقي')).map(({ claimId }) => claimId);
    expect(await ids(desk.secondEditor)).toContain(claim.id);
    const { version } = await done(desk.editor.get(`/articles/${article.id}`));
    await done(desk.editor.patch(`/articles/${article.id}`, { visibility: 'named' }, version));
    expect(await ids(desk.secondEditor)).not.toContain(claim.id);
    expect(await ids(desk.editor)).toContain(claim.id);
  });

  it('shows whoever must still judge nothing of how others judged', async () => {
    const text = 'أُغلقت مدرسة التلّ الابتدائية بسبب تشققات في سقفها.';
    const claim = await claimOf(desk.editor, text);
    const before = await similar(desk.omar, 'إغلاق مدرسة التل بسبب تشققات');
    await readyToVerify(desk, claim.id);
    expect(await similar(desk.omar, 'إغلاق مدرسة التل بسبب تشققات')).toEqual(before);
  });

  it('follows a word of hundreds of thousands of texts behind a rare one', async () => {
    await imported(other, ndjson(review('Quillfeather is open'), review('Marrowstone is shut')));
    // counted as in an archive of a million; the texts themselves would take minutes
    await stored.query('UPDATE match_index SET documents = 1000000, length = 12000000 WHERE newsroom_id = $1', [
      other.id,
    ]);
    for (const [beginning, df] of [
      ['quill%', 2_000],
      ['marrow%', 397_000],
    ])
      // prettier-ignore
      await stored.query('UPDATE match_term SET df = $3 WHERE newsroom_id = $1 AND term LIKE $2', [other.id, beginning, df]);
    const found = (await similar(other.editor, 'Quillfeather, Marrowstone')).map(({ text }) => text as string);
    expect(found).toEqual(['Quillfeather is open', 'Marrowstone is shut']);
  });

  it('takes any text', async () => {
    for (const text of ['؟', '٪', 'a', `${'كلمة '.repeat(400)}`, '😀 #a_b @c', 'x'.repeat(4000)]) {
      const asked = await desk.editor.get(`/similar?text=${encodeURIComponent(text)}`);
      expect(['200', '422 invalid']).toContain(outcome(asked));
    }
  });
});
