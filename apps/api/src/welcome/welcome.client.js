/* global document, fetch, navigator, location, history, localStorage, setTimeout, addEventListener, URL, URLSearchParams, crypto */
// Sign-in and the desk at a glance. Everything that comes from the server is written by textContent: no markup in it can run.
'use strict';

const WORDS = {
  en: {
    name: 'Isnad',
    tagline: 'Every claim: who said it, and how we know.',
    docs: 'API documentation',
    signIn: 'Sign in',
    signOut: 'Sign out',
    email: 'E-mail',
    password: 'Password',
    linkHint: 'A one-time link, such as those printed when the demo starts, signs you in as soon as you open it.',
    desk: 'On the desk',
    more: 'Show more',
    empty: 'No article yet. Articles are posted through the API or the command line.',
    unreachable: 'The server does not answer. Check that it is running, then try again.',
    state: {
      checking: 'Being checked',
      ready: 'Ready for clearance',
      released: 'Cleared',
      correcting: 'Being corrected',
    },
    external: { ready: 'Ready to publish the checks', released: 'Checks published' },
    kind: { draft: 'Our draft', external: 'External article' },
    claims: { draft: 'Claims', external: 'Claims' },
    progress: {
      verified: 'Verified',
      disputed: 'Disputed',
      closed: 'Closed unverified',
      needsSource: 'Needs source',
      proposed: 'Proposed',
      dismissed: 'Set aside',
    },
    blocks: { draft: 'Before clearance', external: 'Before the checks are published' },
    gate: {
      'claims-settled': 'Claims that still need a source',
      'disputes-explained': 'Disputed claims kept without a reason',
      'anchors-placed': 'Claims whose place in the text must be confirmed',
      'queries-answered': 'Claims with an open query to the author',
      'headline-overstates': 'Headline claims that say more than the text, or drop who said it',
    },
    withheld: 'Shown once your own verdicts are in.',
    reportIn: 'Report language',
    make: 'Make report',
    making: 'Making the report…',
    failed: 'The report could not be made. Try again.',
    download: 'Download',
    reports: { ar: 'Report in Arabic', en: 'Report in English' },
    roles: {
      editor: 'Editor',
      head: 'Head of fact-checking',
      reviewer: 'Fact-checker',
      writer: 'Author',
      viewer: 'Viewer',
      admin: 'Administrator',
    },
  },
  ar: {
    name: 'إسناد',
    tagline: 'لكل معلومة سندها: من قالها، وكيف تحققنا منها.',
    docs: 'توثيق واجهة البرمجة',
    signIn: 'تسجيل الدخول',
    signOut: 'تسجيل الخروج',
    email: 'البريد الإلكتروني',
    password: 'كلمة السر',
    linkHint: 'الرابط الصالح لمرة واحدة، كالذي يظهر عند تشغيل النسخة التجريبية، يسجّل دخولك حالما تفتحه.',
    desk: 'على مكتب التحقق',
    more: 'عرض المزيد',
    empty: 'لا مواد بعد. تُضاف المواد عبر واجهة البرمجة أو من سطر الأوامر.',
    unreachable: 'الخادم لا يجيب. تأكد من أنه يعمل ثم حاول مجددًا.',
    state: { checking: 'قيد التحقق', ready: 'جاهزة للإجازة', released: 'مُجازة للنشر', correcting: 'قيد التصحيح' },
    external: { ready: 'جاهزة لاعتماد التقرير', released: 'اعتُمد التقرير' },
    kind: { draft: 'مسوّدة من إعدادنا', external: 'مادة خارجية' },
    claims: { draft: 'المعلومات', external: 'الادّعاءات' },
    progress: {
      verified: 'متحقَّق منه',
      disputed: 'محلّ خلاف',
      closed: 'مغلق دون تحقق',
      needsSource: 'يحتاج إلى مصدر',
      proposed: 'مقترَح',
      dismissed: 'مستبعَد',
    },
    blocks: { draft: 'قبل إجازة النشر', external: 'قبل اعتماد التقرير' },
    gate: {
      'claims-settled': 'ما زال يحتاج إلى مصدر',
      'disputes-explained': 'محلّ خلاف ولم يُذكر سبب إبقائه',
      'anchors-placed': 'موضعه في النص ينتظر من يثبّته',
      'queries-answered': 'عليه طلب إيضاح لم يُجَب عنه',
      'headline-overstates': 'في العنوان ويقول أكثر من المتن أو يُسقط الإسناد',
    },
    withheld: 'يظهر بعد أن تقدّم تقييماتك المستقلة.',
    reportIn: 'لغة التقرير',
    make: 'إعداد التقرير',
    making: 'يجري إعداد التقرير…',
    failed: 'تعذّر إعداد التقرير. حاول مجددًا.',
    download: 'تنزيل',
    reports: { ar: 'التقرير بالعربية', en: 'التقرير بالإنجليزية' },
    roles: {
      editor: 'المحرر المسؤول',
      head: 'رئيس قسم التحقق',
      reviewer: 'مدقق معلومات',
      writer: 'معدّ المادة',
      viewer: 'مطّلع',
      admin: 'مدير النظام',
    },
  },
};
const LANGUAGES = { en: 'English', ar: 'العربية' };
const REPORTERS = ['editor', 'head', 'reviewer'];
const FORMATS = ['html', 'csv', 'json'];

const at = (id) => document.getElementById(id);
const main = document.querySelector('main');
const state = {
  language: firstLanguage(),
  me: null,
  articles: [],
  reports: new Map(),
  making: new Map(),
  next: undefined,
};
const words = () => WORDS[state.language];
const directionOf = (language) => (language === 'ar' ? 'rtl' : 'ltr');

function firstLanguage() {
  const wanted = new URLSearchParams(location.search).get('lang') ?? localStorage.getItem('language');
  return wanted in LANGUAGES ? wanted : navigator.language.startsWith('ar') ? 'ar' : 'en';
}

function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** One call to the server. Throws the problem it answers with, in the reader's language. */
async function call(method, path, body, raw = false) {
  const headers = { 'accept-language': state.language };
  if (method !== 'GET') Object.assign(headers, { 'x-isnad-csrf': '1', 'idempotency-key': crypto.randomUUID() });
  if (body) headers['content-type'] = 'application/json';
  const response = await fetch(`/api/v1${path}`, { method, headers, body: body && JSON.stringify(body) }).catch(() => {
    throw { title: words().unreachable };
  });
  if (response.ok) return raw ? response.blob() : response.status === 204 ? null : response.json();
  throw await response.json().catch(() => ({ title: words().unreachable }));
}

/** Says what went wrong in the problem's own words. */
function say(problem) {
  if (problem instanceof Error) throw problem;
  const mistakes = (problem.errors ?? []).map(({ detail }) => make('li', {}, detail));
  at('trouble').lang = state.language; // it stays in the language it was said in
  at('trouble').dir = directionOf(state.language);
  at('trouble').replaceChildren(
    make('strong', {}, problem.title),
    ...(problem.detail ? [make('p', {}, problem.detail)] : []),
    ...(mistakes.length ? [make('ul', {}, ...mistakes)] : []),
  );
  at('trouble').scrollIntoView({ block: 'nearest' });
  if (problem.status === 401 && state.me) show(null);
}

async function attempt(work) {
  at('trouble').replaceChildren();
  main.setAttribute('aria-busy', 'true');
  await work().catch(say);
  main.removeAttribute('aria-busy');
}

/** Signed in as someone, or nobody. */
function show(me) {
  Object.assign(state, { me, ...(!me && { articles: [], reports: new Map(), next: undefined }) });
  draw();
  if (!me) at('email').focus();
}

async function enter() {
  const me = await call('GET', '/me');
  if (!localStorage.getItem('language')) state.language = me.member.locale;
  const { items } = await call('GET', '/reports?limit=200');
  for (const report of items.filter(({ status }) => status === 'done').reverse()) keep(report);
  await load();
  show(me);
}

async function load() {
  const { items, next } = await call(
    'GET',
    `/articles?limit=20${state.next ? `&cursor=${encodeURIComponent(state.next)}` : ''}`,
  );
  state.articles.push(...items);
  state.next = next;
}

/** The latest report of an article in each language. */
function keep(report) {
  const { articleId } = report.scope;
  if (articleId) state.reports.set(articleId, { ...state.reports.get(articleId), [report.language]: report });
}

function draw() {
  const { me, language } = state;
  const other = language === 'ar' ? 'en' : 'ar';
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
  document.title = me ? `${words().desk} · ${words().name}` : words().name;
  for (const element of document.querySelectorAll('[data-text]')) element.textContent = words()[element.dataset.text];
  at('language').textContent = LANGUAGES[other];
  at('language').lang = other;
  at('docs').href = `/docs?lang=${language}`;
  at('sign-in').hidden = Boolean(me);
  at('desk').hidden = at('sign-out').hidden = at('who').hidden = !me;
  at('more').hidden = !state.next;
  at('who').replaceChildren(...(me ? whoIAm(me) : []));
  at('articles').replaceChildren(...state.articles.map(card));
  if (!state.articles.length) at('articles').append(make('p', { class: 'soft' }, words().empty));
}

function whoIAm({ member, newsroom }) {
  const roles = member.roles.map((role) => words().roles[role]).join(state.language === 'ar' ? '، ' : ', ');
  return [make('bdi', {}, member.name), ` · ${roles} · `, make('bdi', {}, newsroom.name)];
}

function card(article) {
  const { id, title, kind, outlet, progress } = article;
  const label = (kind === 'external' && words().external[article.state]) || words().state[article.state];
  const slot = make('div', { class: 'files', id: `files-${id}`, 'aria-live': 'polite' });
  drawReports(id, slot);
  return make(
    'article',
    { 'aria-labelledby': `title-${id}` },
    make(
      'p',
      { class: 'soft' },
      make('span', { class: `chip ${article.state}` }, label),
      ` ${words().kind[kind]}`,
      ...(outlet ? [' · ', make('bdi', {}, outlet)] : []),
    ),
    make('h2', { id: `title-${id}`, lang: article.language, dir: directionOf(article.language) }, title),
    bar(progress),
    make(
      'p',
      { class: 'legend' },
      make('span', {}, `${words().claims[kind]}: ${progress.total}`),
      ...parts(progress).map(([name, count]) => make('span', { class: name }, `${words().progress[name]}: ${count}`)),
    ),
    ...blocks(article),
    ...maker(id),
    slot,
  );
}

const parts = (progress) =>
  Object.keys(words().progress)
    .map((name) => [name, progress[name]])
    .filter(([, count]) => count > 0);

/** The legend under it says the same in words. */
function bar(progress) {
  const pieces = parts(progress).map(([name, count]) => {
    const piece = make('span', { class: name });
    piece.style.flexGrow = count;
    return piece;
  });
  return make('div', { class: 'bar', 'aria-hidden': 'true' }, ...pieces);
}

function blocks({ kind, gate }) {
  const open = gate.filter(({ status }) => status === 'unsatisfied');
  const withheld = gate.some(({ status }) => status === 'withheld');
  const lines = open.map(({ name, have }) => make('li', {}, `${words().gate[name] ?? name}: ${have}`));
  if (withheld) lines.push(make('li', { class: 'soft' }, words().withheld));
  return lines.length ? [make('h3', {}, words().blocks[kind]), make('ul', {}, ...lines)] : [];
}

function maker(articleId) {
  if (!state.me.member.roles.some((role) => REPORTERS.includes(role))) return [];
  const options = Object.entries(LANGUAGES).map(([code, name]) => make('option', { value: code, lang: code }, name));
  const choice = make('select', { 'aria-label': words().reportIn }, ...options);
  choice.value = state.language;
  const button = make('button', { type: 'button' }, words().make);
  button.addEventListener('click', () => {
    if (!state.making.has(articleId)) void attempt(() => makeReport(articleId, choice.value));
  });
  return [make('div', { class: 'maker' }, button, choice)];
}

async function makeReport(articleId, language) {
  state.making.set(articleId, 0);
  drawReports(articleId);
  try {
    let report = await call('POST', '/reports', { scope: { articleId }, formats: FORMATS, language });
    while (report.status === 'queued' || report.status === 'running') {
      state.making.set(articleId, report.progress);
      drawReports(articleId);
      await new Promise((resume) => setTimeout(resume, 400));
      report = await call('GET', `/reports/${report.id}`);
    }
    if (report.status === 'failed') throw { title: words().failed };
    keep(report);
  } finally {
    state.making.delete(articleId);
    drawReports(articleId);
  }
}

/** Draws anew what is known of an article's reports, wherever its card is now. */
function drawReports(articleId, slot = at(`files-${articleId}`)) {
  const meter = make('progress', { max: '100', value: state.making.get(articleId) ?? 0, 'aria-label': words().making });
  const made = Object.values(state.reports.get(articleId) ?? {}).map(reportLine);
  slot?.replaceChildren(...(state.making.has(articleId) ? [words().making, meter] : []), ...made);
}

function reportLine(report) {
  const locale = state.language === 'ar' ? 'ar-u-nu-latn' : 'en-GB';
  const when = new Date(report.createdAt).toLocaleString(locale, { dateStyle: 'long', timeStyle: 'short' });
  const files = FORMATS.flatMap((format) => report.files.filter((file) => file.format === format));
  const label = make('span', {}, `${words().reports[report.language]} · ${when}`);
  return make('p', {}, label, ...files.map((file) => fileButton(report, file)));
}

/** Fetched here, so that a refusal is said in words and not saved as a file. */
function fileButton(report, { name, format }) {
  const article = state.articles.find(({ id }) => id === report.scope.articleId);
  const title = `${words().download}: ${words().reports[report.language]}, ${format.toUpperCase()}`;
  const button = make('button', { type: 'button', class: 'file', title, 'aria-label': title }, format.toUpperCase());
  button.addEventListener('click', () =>
    attempt(async () => {
      const path = `/reports/${report.id}/files/${encodeURIComponent(name)}`;
      const href = URL.createObjectURL(await call('GET', path, undefined, true));
      make('a', { href, download: `${article?.title ?? 'isnad'} (${report.language}).${format}` }).click();
      setTimeout(() => URL.revokeObjectURL(href), 60_000);
    }),
  );
  return button;
}

at('language').addEventListener('click', () => {
  state.language = state.language === 'ar' ? 'en' : 'ar';
  localStorage.setItem('language', state.language);
  draw();
});
at('sign-out').addEventListener('click', () =>
  attempt(() => call('DELETE', '/sessions/current').then(() => show(null))),
);
at('more').addEventListener('click', () => attempt(() => load().then(draw)));
document.querySelector('form').addEventListener('submit', (event) => {
  event.preventDefault();
  const { value: email } = at('email');
  const { value: password } = at('password');
  at('password').value = '';
  void attempt(() => call('POST', '/sessions', { email, password }).then(enter));
});

async function start() {
  draw();
  const link = new URLSearchParams(location.hash.slice(1)).get('link');
  if (link) {
    history.replaceState(null, '', '/'); // a link in the address would outlive this page
    await attempt(() => call('POST', '/sessions', { link }).then(enter));
    if (!state.me) show(null);
    return;
  }
  await enter().catch((problem) => (show(null), problem.status === 401 ? undefined : say(problem)));
  main.removeAttribute('aria-busy');
}

addEventListener('hashchange', start);
void start();
