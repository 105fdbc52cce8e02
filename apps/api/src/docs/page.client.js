/* global document, fetch, navigator, location, history, URLSearchParams */
// Lists the operations of the contract. Everything on the page is made from openapi.json by textContent: no markup in it can run.
'use strict';

const WORDS = {
  en: {
    intro: 'Every operation of the server, made from the schemas that check each request.',
    other: 'العربية',
    otherCode: 'ar',
    search: 'Find an operation',
    none: 'No operation matches.',
    everyone: 'no credential needed',
    members: 'every member',
    who: 'For',
    scopes: 'Token scopes',
    sessionOnly: 'session only',
    parameters: 'Parameters',
    body: 'Body',
    answers: 'Answers',
    problems: 'Refusals',
    required: 'required',
    name: 'Name',
    place: 'In',
    form: 'Form',
    failed: 'The contract could not be loaded.',
    problemList: 'All refusals',
  },
  ar: {
    intro: 'كل عمليات الخادم، مستخرجة من المواصفات التي يُدقَّق بها كل طلب.',
    other: 'English',
    otherCode: 'en',
    search: 'ابحث عن عملية',
    none: 'لا عملية مطابقة.',
    everyone: 'بلا اعتماد',
    members: 'كل الأعضاء',
    who: 'متاحة لـ',
    scopes: 'نطاقات رمز الوصول',
    sessionOnly: 'بجلسة فقط',
    parameters: 'المعاملات',
    body: 'محتوى الطلب',
    answers: 'الإجابات',
    problems: 'حالات الرفض',
    required: 'مطلوب',
    name: 'الاسم',
    place: 'الموضع',
    form: 'الصيغة',
    failed: 'تعذّر تحميل المواصفة.',
    problemList: 'كل حالات الرفض',
  },
};
const ROLES = {
  en: {
    editor: 'editor',
    head: 'head of fact-checking',
    reviewer: 'fact-checker',
    writer: 'author',
    viewer: 'viewer',
    admin: 'administrator',
  },
  ar: {
    editor: 'المحرر المسؤول',
    head: 'رئيس قسم التحقق',
    reviewer: 'مدقق معلومات',
    writer: 'معدّ المادة',
    viewer: 'مطّلع',
    admin: 'مدير النظام',
  },
};

const asked = new URLSearchParams(location.search).get('lang');
const preferred = asked ?? (navigator.language.startsWith('ar') ? 'ar' : 'en');
let language = preferred === 'ar' ? 'ar' : 'en';
let contract = null;

const at = (id) => document.getElementById(id);

function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== null));
  return element;
}

function draw() {
  const words = WORDS[language];
  document.documentElement.lang = language;
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
  at('title').textContent = language === 'ar' ? 'إسناد: واجهة البرمجة' : 'Isnad API';
  at('intro').textContent = words.intro;
  at('language').textContent = words.other;
  at('language').lang = words.otherCode;
  at('search-label').textContent = words.search;
  const wanted = at('search').value.trim().toLowerCase();
  const shown = operations().filter((each) => wanted === '' || each.haystack.includes(wanted));
  const tags = [...new Set(shown.map((each) => each.tag))];
  at('tags').replaceChildren(...tags.map((tag) => make('a', { href: `#${tag}` }, tag)));
  const sections = tags.map((tag) =>
    make(
      'section',
      { id: tag },
      make('h2', {}, make('code', {}, `/${tag}`)),
      ...shown.filter((each) => each.tag === tag).map(card),
    ),
  );
  at('operations').replaceChildren(
    ...(sections.length ? sections : [make('p', { class: 'empty' }, words.none)]),
    problemList(shown),
  );
  at('operations').removeAttribute('aria-busy');
}

function operations() {
  return Object.entries(contract.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, spec]) => ({
      path,
      method,
      spec,
      tag: spec.tags[0],
      haystack: `${method} ${path} ${spec.operationId} ${spec.summary} ${spec['x-summary-ar']}`.toLowerCase(),
    })),
  );
}

function card({ path, method, spec }) {
  const words = WORDS[language];
  const summary = language === 'ar' ? spec['x-summary-ar'] : spec.summary;
  const description = language === 'ar' ? spec['x-description-ar'] : spec.description;
  return make(
    'details',
    { id: spec.operationId },
    make(
      'summary',
      {},
      make('span', { class: `method ${method}` }, method.toUpperCase()),
      make('code', {}, path),
      make('span', {}, summary),
    ),
    make('p', { class: 'who' }, permission(spec)),
    description ? make('p', {}, description) : null,
    ...parameters(spec.parameters),
    ...Object.entries(spec.requestBody?.content ?? {}).flatMap(([type, content]) =>
      schema(`${words.body} · ${type}`, content),
    ),
    ...Object.entries(spec.responses)
      .filter(([status]) => status < 400)
      .flatMap(([status, response]) =>
        Object.entries(response.content ?? { '': {} }).flatMap(([type, content]) =>
          schema(`${words.answers} · ${status} ${type}`, content),
        ),
      ),
    make('h3', {}, words.problems),
    make('p', {}, ...refusals(spec)),
  );
}

function permission(spec) {
  const words = WORDS[language];
  const { who, scopes } = spec['x-permission'];
  const people =
    who === 'public'
      ? words.everyone
      : who === 'all-members'
        ? words.members
        : who.map((role) => ROLES[language][role]).join(language === 'ar' ? '، ' : ', ');
  const sessionOnly = spec.security.length > 0 && !spec.security.some((each) => 'token' in each);
  return [
    `${words.who}: ${people}`,
    scopes.length ? `${words.scopes}: ${scopes.join(', ')}` : '',
    sessionOnly ? words.sessionOnly : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

function parameters(list) {
  const words = WORDS[language];
  if (!list.length) return [];
  const rows = list.map((each) =>
    make(
      'tr',
      {},
      make('td', {}, make('code', {}, each.name), each.required ? ` (${words.required})` : ''),
      make('td', {}, each.in),
      make('td', {}, make('code', {}, each.description ?? JSON.stringify(each.schema))),
    ),
  );
  const head = make('tr', {}, make('th', {}, words.name), make('th', {}, words.place), make('th', {}, words.form));
  return [make('h3', {}, words.parameters), make('table', {}, make('thead', {}, head), make('tbody', {}, ...rows))];
}

function schema(title, content) {
  const parts = [make('h3', {}, title)];
  if (content.schema && Object.keys(content.schema).length)
    parts.push(make('pre', { tabindex: '0' }, JSON.stringify(resolved(content.schema), null, 2)));
  if (content.example !== undefined)
    parts.push(make('pre', { tabindex: '0' }, JSON.stringify(content.example, null, 2)));
  return parts;
}

/** A schema with its references filled in, so that a reader need not look elsewhere. */
function resolved(node) {
  if (Array.isArray(node)) return node.map(resolved);
  if (typeof node !== 'object' || node === null) return node;
  const name = typeof node.$ref === 'string' ? node.$ref.replace('#/components/schemas/', '') : '';
  const target = contract.components.schemas[name];
  if (target) return resolved(target);
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, resolved(value)]));
}

function refusals(spec) {
  return Object.entries(spec.responses)
    .filter(([status]) => status >= 400)
    .flatMap(([status, response]) =>
      (response['x-codes'] ?? []).flatMap((code) => [
        make('a', { href: `#problem-${code}` }, make('code', {}, `${status} ${code}`)),
        ' ',
      ]),
    );
}

function problemList(shown) {
  const used = new Set(
    shown.flatMap(({ spec }) => Object.values(spec.responses).flatMap((response) => response['x-codes'] ?? [])),
  );
  const items = contract['x-problems']
    .filter(({ code }) => used.has(code))
    .map((problem) =>
      make(
        'li',
        { id: `problem-${problem.code}` },
        make('code', {}, `${problem.status} ${problem.code}`),
        ` ${language === 'ar' ? problem['title-ar'] : problem.title}`,
      ),
    );
  return make('section', {}, make('h2', {}, WORDS[language].problemList), make('ul', { class: 'problems' }, ...items));
}

async function start() {
  at('language').addEventListener('click', () => {
    language = WORDS[language].otherCode;
    history.replaceState(null, '', `?lang=${language}${location.hash}`);
    draw();
  });
  at('search').addEventListener('input', draw);
  try {
    const response = await fetch('/api/v1/openapi.json');
    contract = await response.json();
    draw();
    if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  } catch {
    at('operations').replaceChildren(make('p', { class: 'empty' }, WORDS[language].failed));
  }
}

void start();
