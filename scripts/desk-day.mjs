// A day on the desk, over HTTP alone: an Arabic article of a writer's, three people who check it, two revisions, a dispute that is
// adjudicated, a release, a source that is withdrawn after it, and the correction that goes out. Prints what each does and what
// follows; ends with 1 when something does not come out as the rules say.
// usage: node scripts/desk-day.mjs --credentials FILE   (what `npm start` keeps in demo-credentials.json)
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';

const at = process.argv.indexOf('--credentials');
const file = at < 0 ? undefined : process.argv[at + 1];
if (!file) {
  console.error('usage: desk-day.mjs --credentials FILE');
  process.exit(2);
}
const { url, members } = JSON.parse(readFileSync(file, 'utf8'));

const person = (name, role, nth = 0) => {
  const { token } = members.filter(({ roles }) => roles.includes(role))[nth];
  const send = async (method, path, body, version) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'accept-language': 'ar',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
  };
  const done = async (method, path, body, version) => {
    const answer = await send(method, path, body, version);
    if (answer.status >= 300)
      throw new Error(`${name}: ${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  return {
    name,
    send,
    get: (path) => done('GET', path),
    post: (path, body, version) => done('POST', path, body, version),
    patch: (path, body, version) => done('PATCH', path, body, version),
  };
};
const editor = person('المحرر', 'editor');
const first = person('المدققة الأولى', 'reviewer', 0);
const second = person('المدقق الثاني', 'reviewer', 1);
const writer = person('معدّ المادة', 'writer');

let number = 0;
let wrong = 0;
const chapter = (title) => console.log(`\n${title}\n${'─'.repeat(title.length)}`);
const say = (who, what) => console.log(`${String(++number).padStart(3)}. ${who.name}: ${what}`);
const see = (what, expected, seen) => {
  const holds = JSON.stringify(expected) === JSON.stringify(seen);
  if (!holds) wrong += 1;
  console.log(
    `       ${holds ? '✓' : '✗'} ${what}${holds ? '' : `: ${JSON.stringify(seen)}، والمنتظر ${JSON.stringify(expected)}`}`,
  );
};

const BRIDGE = 'وافتتح وزير النقل سامر الحداد جسر الميناء في مدينة نورا يوم الاثنين';
const LENGTH = 'ويبلغ طول الجسر الجديد 340 مترًا فوق النهر';
const LENGTH_NOW = LENGTH.replace('340', '360');
const TRAFFIC = 'ويعبر الجسر كل يوم نحو 900 سيارة من المدينة';
const text = (length) => [BRIDGE, length, TRAFFIC].map((sentence) => ({ field: 'body', text: `${sentence}.` }));

const fresh = (id) => editor.get(`/claims/${id}`);
const article = (id) => editor.get(`/articles/${id}`);
const waiting = async (who, claimId) =>
  (await who.get('/attention?limit=200')).items
    .filter((item) => item.claimId === claimId)
    .map(({ reason }) => reason)
    .sort();
const found = (who, claimId, name, type, more = {}) =>
  who.post(`/claims/${claimId}/evidence`, {
    source: { name: `${name} ${randomUUID().slice(0, 8)}`, type },
    stance: 'supports',
    locator: 'الصفحة الثالثة',
    url: 'https://example.org/document',
    quote: 'كما في النص',
    ...more,
  });
const judge = (who, claimId, rating, rationale, evidenceIds) =>
  who.post(`/claims/${claimId}/verdicts`, { rating, confidence: 'high', rationale, evidenceIds });
const decide = async (claimId, body) =>
  editor.send('POST', `/claims/${claimId}/decisions`, body, (await fresh(claimId)).version);

async function claimOf(articleId, quote) {
  const claim = await editor.post(`/articles/${articleId}/claims`, { quote });
  if (claim.tier === 'B') return claim;
  return editor.patch(`/claims/${claim.id}`, { tier: 'B', reason: 'لا اتهام فيه ولا مال' }, claim.version);
}

async function day() {
  chapter('الصباح: مادة جديدة');
  const posted = await writer.post('/articles', {
    kind: 'draft',
    language: 'ar',
    title: 'افتتاح جسر الميناء',
    blocks: text(LENGTH),
  });
  say(writer, `يرسل المادة «${posted.title}»، ويُستخرج منها ${posted.claims.length} من المعلومات`);
  const claims = {};
  for (const [key, quote] of Object.entries({ bridge: BRIDGE, length: LENGTH, traffic: TRAFFIC }))
    claims[key] = (await claimOf(posted.id, quote)).id;
  const kept = new Set(Object.values(claims));
  const others = (await article(posted.id)).claims.filter(
    ({ id, disposition }) => !kept.has(id) && disposition !== 'dismissed',
  );
  if (others.length > 0) {
    const aside = { action: 'dismiss', claimIds: others.map(({ id }) => id), reason: 'duplicate' };
    const { done: set } = await editor.post('/claims/bulk', aside);
    say(editor, `يستبعد ${set.length} معلومة مكررة دفعة واحدة`);
  }
  const { assigned } = await editor.post(`/articles/${posted.id}/assignments/balance`, { reviewersPerClaim: 2 });
  say(editor, `يوزّع التكليفات: ${assigned.length} تكليفات على مدققَين`);
  see('كل معلومة لدى مدققَين', 6, assigned.length);
  see('ما ينتظر المدققة الأولى', ['assigned'], await waiting(first, claims.bridge));

  chapter('الضحى: سؤال إلى معدّ المادة');
  const query = await first.post(`/claims/${claims.traffic}/queries`, { text: 'من أين جاء عدد السيارات؟' });
  say(first, `تطلب إيضاحًا: ${query.text}`);
  see('ينتظر معدّ المادة', ['query'], await waiting(writer, claims.traffic));
  await writer.post(`/queries/${query.id}/answer`, { text: 'من نشرة إدارة المرور لشهر مايو' });
  say(writer, 'يجيب: من نشرة إدارة المرور لشهر مايو');
  await first.post(`/queries/${query.id}/resolution`, {});
  say(first, 'تكتفي بالجواب وتغلق الطلب');

  chapter('الظهر: الأدلة والتقييمات');
  const minutes = await found(first, claims.bridge, 'محضر حفل الافتتاح', 'document');
  await judge(first, claims.bridge, 'accurate', 'المحضر يذكر الوزير واليوم والمكان.', [minutes.id]);
  await judge(second, claims.bridge, 'accurate', 'حضرت الحفل وراجعت المحضر.', [minutes.id]);
  say(first, 'تثبت الافتتاح بمحضر الحفل، ويوافقها المدقق الثاني على حدة');
  const bulletin = await found(second, claims.traffic, 'نشرة إدارة المرور', 'document');
  await judge(second, claims.traffic, 'accurate', 'العدد في النشرة كما في المادة.', [bulletin.id]);
  const blind = (await first.get(`/claims/${claims.traffic}/verdicts`)).items;
  see('لا ترى المدققة تقييم زميلها قبل تقييمها', 0, blind.length);
  await judge(first, claims.traffic, 'wrong', 'قرأت العدد في نشرة أبريل لا مايو.', []);
  say(first, 'ترى أن عدد السيارات خطأ، ويراه المدقق الثاني مطابقًا');
  see('يُنبَّه المحرر إلى الخلاف', ['disagreement'], await waiting(editor, claims.traffic));

  chapter('العصر: حسم الخلاف');
  const refused = await decide(claims.traffic, { to: 'verified', rating: 'accurate' });
  const unmet = (refused.body.requirements ?? [])
    .filter(({ status }) => status === 'unsatisfied')
    .map(({ name }) => name);
  say(editor, 'يحاول الاعتماد قبل حسم الخلاف فيُردّ');
  see('لا اعتماد وفي الادّعاء خلاف قائم', [409, ['no-open-dispute']], [refused.status, unmet]);
  const dispute = (await editor.get(`/claims/${claims.traffic}/verdicts`)).items.find(
    ({ stance }) => stance === 'disputes',
  );
  const settled = await decide(claims.traffic, {
    to: 'verified',
    rating: 'accurate',
    adjudication: [{ verdictId: dispute.id, rationale: 'المادة تنقل عن نشرة مايو، وعددها 900 فعلًا.' }],
  });
  say(editor, 'يحسم الخلاف بتعليل مكتوب ويعتمد المعلومة');
  see('اعتُمدت', [201, 'verified'], [settled.status, settled.body.claim?.state]);
  const opened = await decide(claims.bridge, { to: 'verified' });
  see('واعتُمد الافتتاح', 'verified', opened.body.claim?.state);

  chapter('قبل الإجازة: النسخة الثانية');
  const plan = await found(second, claims.length, 'مخطط المشروع', 'document');
  await judge(second, claims.length, 'accurate', 'الطول في المخطط كما في المادة.', [plan.id]);
  const before = await article(posted.id);
  const revised = await writer.post(
    `/articles/${posted.id}/revisions`,
    { blocks: text(LENGTH_NOW), note: 'الطول بعد التعديل الأخير للمخطط' },
    before.version,
  );
  say(writer, 'يصحح طول الجسر من 340 إلى 360 مترًا');
  const effect = revised.effects.find(({ claimId }) => claimId === claims.length);
  see(
    'تغيّر الرقم فسقط تقييم واحد',
    ['numericChanged', 1],
    [effect.flags.find((flag) => flag === 'numericChanged'), effect.outdatedVerdicts],
  );
  const untouched = revised.effects.filter(({ claimId }) => claimId !== claims.length && kept.has(claimId));
  see(
    'وبقي ما لم تتغير كلماته',
    ['verified', 'verified'],
    untouched.map(({ stateAfter }) => stateAfter),
  );
  const { blocks } = await editor.get(`/articles/${posted.id}/revisions/2/diff`);
  const change = blocks.find(({ kind }) => kind === 'changed');
  const cut = ({ text: words }, { start, end }) => [...words].slice(start, end).join('');
  see(
    'المقارنة تُظهر الكلمة',
    ['340', '360'],
    [cut(change.before, change.changes[0].before), cut(change.after, change.changes[0].after)],
  );
  const claim = await fresh(claims.length);
  await editor.post(`/claims/${claim.id}/anchor`, { action: 'confirm' }, claim.version);
  say(editor, 'يثبّت موضع المعلومة بعد التعديل');
  await judge(second, claims.length, 'accurate', 'المخطط المعدّل يذكر 360 مترًا.', [plan.id]);
  const long = await decide(claims.length, { to: 'verified' });
  see('اعتُمد الطول الجديد', [201, 'verified'], [long.status, long.body.claim?.state]);

  chapter('المساء: الإجازة');
  const ready = await article(posted.id);
  see('المادة جاهزة', 'ready', ready.state);
  const release = await editor.post(`/articles/${posted.id}/release`, {}, ready.version);
  say(editor, `يجيز النسخة ${release.revisionNumber}، وتستند الإجازة إلى ${release.restsOn.length} معلومات`);
  see('صارت مُجازة', 'released', (await article(posted.id)).state);

  chapter('بعد الإجازة: سُحب المصدر');
  const notice = await editor.post('/notices', {
    originItem: minutes.id,
    type: 'withdrawn',
    text: 'سحبت إدارة الاحتفالات المحضر لخطأ فيه.',
  });
  say(editor, `يبلّغ بسحب المحضر، ويمس ${notice.claims.length} معلومة في ${notice.articles.length} مادة`);
  see('عادت المعلومة تحتاج إلى مصدر', 'needs-source', (await fresh(claims.bridge)).state);
  see('وعادت المادة إلى التصحيح', 'correcting', (await article(posted.id)).state);
  see('والتنبيه عند المدققة', true, (await waiting(first, claims.bridge)).includes('origin-withdrawn'));

  chapter('الليل: التصحيح');
  const tape = await found(first, claims.bridge, 'تسجيل بثّ الحفل', 'recording');
  await judge(first, claims.bridge, 'accurate', 'التسجيل يُظهر الوزير يوم الاثنين.', [tape.id]);
  say(first, 'تجد تسجيلًا للبث وتقيّم من جديد');
  const again = await decide(claims.bridge, { to: 'verified', rating: 'accurate' });
  see('اعتُمدت على المصدر الجديد', [201, 'verified'], [again.status, again.body.claim?.state]);
  const now = await article(posted.id);
  const early = await editor.send('POST', `/articles/${posted.id}/release`, {}, now.version);
  see('لا إجازة ثانية بلا تصحيح معلن', [409, 'correction-required'], [early.status, early.body.code]);
  const note = 'استند الخبر إلى محضر سُحب لاحقًا؛ والواقعة ثابتة بتسجيل البث.';
  await editor.post(`/articles/${posted.id}/corrections`, { class: 'correction', note }, now.version);
  say(editor, `يسجّل تصحيحًا: ${note}`);
  const final = await editor.post(`/articles/${posted.id}/release`, {}, (await article(posted.id)).version);
  say(editor, 'يجيز المادة ثانية وينشر التصحيح معها');
  const releases = (await editor.get(`/articles/${posted.id}/releases`)).items;
  see(
    'الإجازة الأولى مقروءة وموسومة بأنها استُبدلت',
    [true, false],
    releases.map(({ superseded }) => superseded),
  );
  const [correction] = (await editor.get(`/articles/${posted.id}/corrections`)).items;
  see('والتصحيح منشور مع الثانية', ['correction', final.id], [correction.class, correction.releaseId]);

  chapter('السجل');
  const { items } = await editor.get(`/claims/${claims.bridge}/history?limit=200`);
  for (const { at: moment, action, memberName, reason } of items)
    console.log(
      `       ${moment.slice(11, 19)}  ${action.padEnd(24)} ${memberName ?? 'النظام'}${reason ? `  (${reason})` : ''}`,
    );
  see(
    'في السجل سقوطٌ سببه المصدر',
    true,
    items.some(({ action, reason }) => action === 'claim.fell-back' && reason === 'origin-noticed'),
  );
}

try {
  await day();
} catch (error) {
  wrong += 1;
  console.log(`       ✗ ${error.message}`);
}
console.log(`\n${wrong === 0 ? 'كان كل شيء كما تقول القواعد.' : `خالف القواعد: ${wrong}`}`);
process.exit(wrong === 0 ? 0 : 1);
