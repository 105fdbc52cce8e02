import { createHash } from 'node:crypto';
import { TextDecoder } from 'node:util';
import { Parser } from 'htmlparser2';
import type { ReportModel } from '../model/report.model.js';
import {
  givenArticle,
  givenClaim,
  givenDecision,
  givenDismissed,
  givenEvidence,
  givenQuote,
  givenReport,
  givenVerdict,
  LABELS,
  member,
} from '../sample/given.model.js';
import { sampleReport } from '../sample/sample.report.js';
import { renderHtml } from './html.renderer.js';

type Language = 'ar' | 'en';
const pageOf = (model: ReportModel, language: Language) =>
  new TextDecoder('utf-8', { fatal: true }).decode(renderHtml(model, language));

interface Reading {
  readonly tags: Set<string>;
  readonly attributes: Set<string>;
  readonly elements: { readonly tag: string; readonly attributes: Record<string, string> }[];
  readonly style: string;
  /** What a reader sees, block by block, white space as a browser shows it. */
  readonly lines: string[];
}

const INLINE = new Set(['span', 'bdi', 'a', 'code', 'strong', 'mark', 'time', 'svg', 'path', 'circle', 'rect']);

function read(page: string): Reading {
  const reading: Reading = { tags: new Set(), attributes: new Set(), elements: [], style: '', lines: [] };
  let style = '';
  let text = '';
  let inStyle = false;
  const breakLine = () => {
    const line = text.replace(/\s+/g, ' ').trim();
    if (line) reading.lines.push(line);
    text = '';
  };
  const parser = new Parser({
    onopentag(tag, attributes) {
      reading.tags.add(tag);
      Object.keys(attributes).forEach((name) => reading.attributes.add(name));
      reading.elements.push({ tag, attributes });
      if (tag === 'style') inStyle = true;
      if (!INLINE.has(tag)) breakLine();
    },
    ontext(part) {
      if (inStyle) style += part;
      else text += part;
    },
    onclosetag(tag) {
      if (tag === 'style') inStyle = false;
      if (!INLINE.has(tag)) breakLine();
    },
  });
  parser.end(page);
  return { ...reading, style };
}

const TAGS = (
  'html head meta title style body header main article section h1 h2 h3 h4 p ul ol li dl dt dd table thead tbody tr ' +
  'th td span bdi a code strong mark time blockquote div br svg path circle rect'
).split(' ');
const ATTRIBUTES = (
  'lang dir charset http-equiv content name class id href rel scope datetime aria-hidden focusable viewbox width height x y ' +
  'rx cx cy r d fill stroke stroke-width stroke-linecap stroke-linejoin stroke-dasharray'
).split(' ');

/** Every member that takes free text, filled with one hostile string. */
function poisoned(model: ReportModel, poison: string): ReportModel {
  const free = new Set(
    'name title quote before after rationale note outlet byline url locator cue evidence feature where query id slug relays'.split(
      ' ',
    ),
  );
  const visit = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return free.has(key) || (key === 'reason' && value.includes(' ')) ? poison : value;
    if (Array.isArray(value)) return value.map((item) => visit(item, key));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, item]: [string, unknown]) => [
        name,
        // Of a requirement and an override the name is one of ours.
        key === 'requirements' ? item : visit(item, name),
      ]),
    );
  };
  return visit(model, '') as ReportModel;
}

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><script>alert(1)</script>',
  '</title><svg onload=alert(1)>',
  'javascript:alert(1)',
  'https://x.example/"onclick="alert(1)',
  '<!--',
  ']]><b>',
  '&lt;b&gt; &#x3c;b>',
  '`${alert(1)}`',
  '\u202Eevil\u202C \u2066x\u2069\u2069',
  '\0\u0007\u009B',
  '\uD83D lone',
  'و'.repeat(2_000),
];

describe('the HTML report', () => {
  it.each(['ar', 'en'] as const)('is made of plain document elements and loads nothing (%s)', (language) => {
    const { tags, attributes, style, elements } = read(pageOf(sampleReport, language));
    expect([...tags].filter((tag) => !TAGS.includes(tag))).toEqual([]);
    expect([...attributes].filter((name) => !ATTRIBUTES.includes(name))).toEqual([]);
    expect(style).not.toMatch(/url\(|@import|expression/i);
    expect(style).not.toMatch(/(?:margin|padding|border)-(?:left|right)|text-align:\s*(?:left|right)|[^-]\bfloat/);
    for (const { attributes: of } of elements) expect(of['href'] ?? '#c-').toMatch(/^(?:https:\/\/|#c-)/);
  });

  it.each(HOSTILE)('shows %j as text, whatever member holds it', (poison) => {
    const { tags, attributes, elements, lines } = read(pageOf(poisoned(sampleReport, poison), 'ar'));
    expect([...tags].filter((tag) => !TAGS.includes(tag))).toEqual([]);
    expect([...attributes].filter((name) => !ATTRIBUTES.includes(name))).toEqual([]);
    for (const { attributes: of } of elements) expect(of['href'] ?? '#c-').toMatch(/^(?:https?:\/\/[^"]*$|#c-)/);
    const seen = poison
      .replace(
        /[\0\u0007\u009B\u202C\u202E\u2066\u2069]/g,
        (mark) => `[U+${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`,
      )
      .replace('\uD83D', '\uFFFD');
    expect(lines.filter((line) => line.includes(seen.trim())).length).toBeGreaterThan(30);
  });

  it('lets no control through that reorders or hides', () => {
    const page = pageOf(poisoned(sampleReport, 'a\u202E\u202Ab\u2067\u2069\0\u0085'), 'en');
    expect(page).not.toMatch(/[\0-\x08\x0B-\x1F\x7F-\x9F\u202A-\u202E\u2066-\u2069]/);
  });

  it('keeps joiners and plain direction marks, which spelling needs', () => {
    expect(pageOf(poisoned(sampleReport, 'می\u200Cخواهم \u200F(1)'), 'ar')).toContain('می\u200Cخواهم \u200F(1)');
  });

  it('carries a policy that admits its own style sheet and nothing else', () => {
    const page = pageOf(sampleReport, 'ar');
    const { elements } = read(page);
    const policy = elements.find(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy');
    const sheet = /<style>([^]*?)<\/style>/.exec(page)?.[1] ?? '';
    const hash = createHash('sha256').update(sheet, 'utf8').digest('base64');
    expect(policy?.attributes['content']).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
  });

  it.each([
    ['ar', 'rtl'],
    ['en', 'ltr'],
  ] as const)('says its language and direction (%s, %s), and lets the article keep its own', (language, direction) => {
    const { elements } = read(pageOf(sampleReport, language));
    expect(elements.find(({ tag }) => tag === 'html')?.attributes).toEqual({ lang: language, dir: direction });
    const words = elements.filter(({ attributes }) => attributes['class'] === 'words');
    expect(words.map(({ attributes }) => [attributes['lang'], attributes['dir']])).toEqual([
      ...Array.from({ length: 5 }, () => ['ar', 'auto']),
      ...Array.from({ length: 3 }, () => ['en', 'auto']),
    ]);
  });

  it.each([
    ['http://x.example/', true],
    ['https://x.example/a?b=c#d', true],
    ['HTTPS://X.EXAMPLE/', true],
    ['javascript:alert(1)', false],
    ['data:text/html,x', false],
    ['//x.example', false],
    ['https://x.example/a b', false],
    ['https://x.example/\u202Egpj.exe', false],
    ['https://', false],
    ['https://[x', false],
    ['https://x.example:99999/', false],
    ['ftp://x.example/', false],
    ['javascript://x.example/%0Aalert(1)', false],
    ['java\tscript:alert(1)', false],
  ])('makes %j a link: %s', (url, linked) => {
    const { elements } = read(pageOf(givenReport([givenArticle({ url })]), 'en'));
    expect(elements.filter(({ tag }) => tag === 'a').map(({ attributes }) => attributes['href'])).toEqual(
      linked ? [url] : [],
    );
  });
});

describe('what a reader sees', () => {
  const reviewer = member('مدقق معلومات 4', true);
  const claim = givenClaim({
    ...givenQuote('بلغت الكلفة 3 ملايين', 'قال الوزير: ', '.'),
    state: 'verified',
    label: LABELS.accurate,
    verifies: 'attribution',
    kind: 'statistic',
    attribution: {
      cue: 'قال',
      stance: 'neutral',
      anonymous: false,
      sourceCount: null,
      links: [
        { role: 'speaker', name: 'الوزير', type: 'person' },
        { role: 'outlet', name: 'وكالة', type: 'agency' },
      ],
    },
    checkWorthiness: { score: 61, reasons: [{ feature: 'number', weight: 8, evidence: '3' }] },
    requirements: [
      { name: 'supporting-verdicts', status: 'overridden', have: 1, need: 2 },
      { name: 'separate-decider', status: 'satisfied', have: null, need: null },
    ],
    exceptions: [
      { requirement: 'supporting-verdicts', reason: 'ضيق الوقت', by: member('هالة'), at: '2024-03-11T08:00:00Z' },
    ],
    evidence: [
      givenEvidence({
        source: { name: 'وكالة', type: 'agency' },
        origin: { id: 's', name: 'الوزارة', relays: ['وكالة'] },
        capture: { sha256: 'd'.repeat(64), mediaType: 'text/html', bytes: 10 },
      }),
    ],
    verdicts: [
      givenVerdict({
        reviewer,
        rating: LABELS.accurate,
        evidenceIds: ['evidence-1'],
        rationale: 'مطابق.',
        informed: true,
      }),
    ],
    decisions: [
      givenDecision({
        by: member('هالة'),
        rationale: 'كفى.',
        adjudication: [{ verdictId: 'verdict-1', rationale: 'حُسم.' }],
      }),
      givenDecision({ by: { kind: 'system' }, from: 'verified', to: 'needs-source', fallback: 'words-changed' }),
    ],
    independence: { sources: 3, origins: 1 },
  });
  const article = givenArticle({
    title: 'عنوان المادة',
    kind: 'draft',
    language: 'ar',
    outlet: null,
    byline: null,
    url: null,
    publishedAt: null,
    claims: [claim],
    dismissed: [givenDismissed({ ...givenQuote('سننجح'), note: 'رأي صرف', at: '2024-03-11T08:00:00Z' })],
    unexamined: [{ ...givenQuote('وصل أمس'), id: 'u', why: 'proposed' }],
  });
  const lines = read(pageOf(givenReport([article]), 'ar')).lines;

  it('is, for one Arabic claim, exactly this', () => {
    const from = lines.indexOf('المعلومة 1');
    expect(lines.slice(from, lines.indexOf('ملحق: ما استُبعد'))).toEqual([
      'المعلومة 1',
      'متحقَّق منها (النسبة)',
      'التسمية المنشورة: مطابقة',
      'قال الوزير: بلغت الكلفة 3 ملايين.',
      'موضوع التحقق: النسبة: أن القول صدر عمّن نُسب إليه، لا صحة مضمونه',
      'سلسلة الإسناد:',
      'الوزير القائل',
      '→ وكالة الناقل',
      'لفظ الإسناد: «قال» (محايد)',
      'استثناء مُعلَّل ضيق الوقت تقييمات مؤيِّدة، هالة، 11 مارس 2024 م (1 رمضان 1445 هـ)',
      'الأدلة: 3 مصادر، مصدر أصل مستقل واحد',
      '[1] وكالة وكالة أنباء دليل مؤيِّد',
      'موضع الدليل: p. 4 · المصدر الأصل: الوزارة (عبر وكالة)',
      `نسخة محفوظة (SHA-256): ${'d'.repeat(64)}`,
      'تقييمات مدققي المعلومات',
      'مدقق معلومات 4 (اسم مستعار) مطابقة بعد الاطلاع على تقييم غيره',
      'مطابق.',
      'الثقة: عالية · استنادًا إلى [1] · 20 نوفمبر 2026، 09:15 بالتوقيت العالمي',
      'سجل القرارات',
      'من «لم يُتحقَّق منها بعد» إلى «متحقَّق منها»',
      'كفى.',
      'حسم الخلاف مع تقييم مدقق معلومات 4 (اسم مستعار): حُسم.',
      'هالة · 20 نوفمبر 2026، 10:00 بالتوقيت العالمي · السياسة رقم 3',
      'من «متحقَّق منها» إلى «لم يُتحقَّق منها بعد»',
      'تغيّرت الألفاظ أو تغيّر إسنادها',
      'النظام (تلقائيًا) · 20 نوفمبر 2026، 10:00 بالتوقيت العالمي · السياسة رقم 3',
      'الشروط',
      'تقييمات مؤيِّدة: استثناء مُعلَّل (المتوفر 1، المطلوب 2)',
      'قاعدة الشخصين: مستوفى',
      'موضعها في النص: المتن · النوع: رقم أو إحصاء · الفئة: ب (المعتادة) · أولوية التحقق: 61 من 100 (رقم «3» +8)',
      `بصمة النص والإسناد: ${'a'.repeat(64)}`,
    ]);
  });

  it('lets what members wrote find its own direction', () => {
    const page = pageOf(givenReport([article]), 'en');
    expect(page).toContain('<p dir="auto">مطابق.</p>');
    expect(page).toContain('<span dir="auto">ضيق الوقت</span>');
  });

  it('tells the history of an external claim by its labels', () => {
    const decisions = [
      givenDecision({ rating: LABELS.true }),
      givenDecision({ from: 'verified', to: 'disputed', rating: LABELS.partly }),
      givenDecision({ from: 'disputed', to: 'needs-source', by: { kind: 'system' }, fallback: 'verdict-disputes' }),
    ];
    const moves = (kind: 'draft' | 'external') =>
      read(pageOf(givenReport([givenArticle({ kind, claims: [givenClaim({ decisions })] })]), 'en')).lines.filter(
        (line) => line.startsWith('from '),
      );
    expect(moves('external')).toEqual([
      'from “Not verified yet” to “True”',
      'from “True” to “Partly true”',
      'from “Partly true” to “Not verified yet”',
    ]);
    expect(moves('draft')).toEqual([
      'from “Not verified yet” to “Verified” · Published label: True',
      'from “Verified” to “Disputed” · Published label: Partly true',
      'from “Disputed” to “Not verified yet”',
    ]);
  });

  it('does not carry a label over a gap in the history', () => {
    const decisions = [givenDecision({ rating: LABELS.true }), givenDecision({ from: 'needs-source', to: 'disputed' })];
    const { lines: seen } = read(pageOf(givenReport([givenArticle({ claims: [givenClaim({ decisions })] })]), 'en'));
    expect(seen).toContain('from “Not verified yet” to “Disputed”');
  });

  it('ends with what was set aside, what was not examined, and the ledger', () => {
    expect(lines.slice(lines.indexOf('ملحق: ما استُبعد'))).toEqual(
      expect.arrayContaining([
        'سننجح',
        'رأي: رأي صرف',
        'S. Editor، 11 مارس 2024 م (1 رمضان 1445 هـ)',
        'وصل أمس',
        'مقترحة لم تُقبل بعد',
        'القيد رقم 812',
        'c'.repeat(64),
      ]),
    );
  });

  it('names a confidential source nowhere and a missing chain as the article’s own voice', () => {
    const hidden = givenEvidence({
      source: { name: null, type: 'person' },
      origin: { id: 'secret', name: null, relays: [] },
    });
    const seen = read(
      pageOf(givenReport([givenArticle({ claims: [givenClaim({ evidence: [hidden] })] })]), 'en'),
    ).lines;
    expect(seen).toContain('Evidence: no sources');
    expect(seen).toContain('[1] name withheld person supports');
    expect(seen).toContain('Locator: p. 4 · Origin: name withheld');
    expect(seen).toContain('Chain of attribution: Stated in the article’s own voice, attributed to no one.');
  });

  it('says of an external article only the label, with what it was given for', () => {
    const claims = [givenClaim({ state: 'disputed', dispute: 'refuted', label: LABELS.partly })];
    const seen = read(pageOf(givenReport([givenArticle({ claims })]), 'ar')).lines;
    expect(seen).toContain('صحيح جزئيًا (المضمون)');
    expect(seen.join('\n')).not.toContain('ثبت خلاف');
  });

  it('prints a withdrawal, the exceptions of a release and why a disputed claim stays', () => {
    const by = member('Hala');
    const at = '2024-03-11T08:00:00Z';
    const release = { revisionNumber: 2, at, by, note: 'Second edition', superseded: true };
    const seen = read(
      pageOf(
        givenReport([
          givenArticle({
            release: { ...release, exceptions: [{ requirement: 'headline-overstates', reason: 'Quoted.', by, at }] },
            corrections: [{ class: 'withdrawal', note: 'Withdrawn on 11 March.', at, by }],
            claims: [
              givenClaim({
                keptAsDisputed: { reason: 'Both sides are given.', by, at },
                smallDesk: ['separate-decider'],
                closure: {
                  kind: 'unproven',
                  rationale: 'Nothing found.',
                  by,
                  at,
                  searchLog: [{ where: 'Registry', when: at, query: 'bridge' }],
                },
              }),
            ],
          }),
        ]),
        'en',
      ),
    ).lines;
    const day = '11 March 2024 (1 Ramadan 1445 AH)';
    expect(seen).toEqual(
      expect.arrayContaining([
        `Revision 2, ${day}, Hala (superseded by a later clearance)`,
        `Withdrawal Withdrawn on 11 March. ${day}, Hala`,
        `Reasoned exception Quoted. headline says no more than the body, Hala, ${day}`,
        `Why it is published although disputed Both sides are given. Hala, ${day}`,
        'Small desk Met under the small-desk rule: two-person rule',
        'Nothing found.',
        `Registry, ${day}, for: bridge`,
      ]),
    );
  });

  it('says that others’ verdicts are withheld, and not that there are none', () => {
    const open = pageOf(givenReport([givenArticle({ claims: [givenClaim({ withheld: false })] })]), 'en');
    expect(open).toContain('No verdict yet.');
    const blind = pageOf(givenReport([givenArticle({ claims: [givenClaim({ withheld: true })] })]), 'en');
    expect(blind).toContain('Other verdicts withheld');
    expect(blind).not.toContain('No verdict yet.');
    expect(blind).not.toContain('No evidence is on record.');
  });
});
