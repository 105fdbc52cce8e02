import { extract } from '../extraction/extract.js';
import { carrierChanges } from './carrier.changes.js';
import { carrierSentence } from './carrier.sentence.js';
import { compareOrigins } from './origin.compare.js';
import type { OriginText } from './origin.types.js';

/** An article as the server would hand it over: extracted by the engine itself. */
function article(text: string, outlet: string | null = null): OriginText {
  const { claims, sentences, text: read } = extract({ text });
  const slice = ({ start, end }: { start: number; end: number }) => read.content.slice(start, end);
  return {
    outlet,
    sentences: sentences.map(slice),
    claims: claims.map(({ quote, start, end, attribution }) => ({
      quote,
      context: sentences
        .filter((one) => one.start < end && one.end > start)
        .map(slice)
        .join(' '),
      attribution,
    })),
  };
}

const BRIDGE_AR = article(
  [
    'نقلت وكالة بلومبيرغ عن مصدرين أن حكومة كارثيا أوقفت العمل في جسر الميناء بعد ظهور تشققات في 14 دعامة.',
    'وقال مصدران للوكالة إن الشركة المنفذة ربما استخدمت إسمنتًا مخالفًا للمواصفات في الدعامات الشمالية.',
    'ولم ترد على طلب للتعليق وزارة الأشغال في كارثيا.',
  ].join('\n\n'),
  'صحيفة المرفأ',
);
const BRIDGE_GROWN = article(
  [
    'أفادت بلومبيرغ بأن حكومة كارثيا أوقفت العمل في جسر الميناء بعد ظهور تشققات في دعامات كثيرة.',
    'وكشفت مصادر غربية رفيعة للوكالة أن الشركة المنفذة استخدمت إسمنتًا مخالفًا للمواصفات في الدعامات الشمالية.',
  ].join('\n\n'),
  'موقع السدّ',
);
const OTHER = article(
  'أعلنت إدارة المتحف الوطني تمديد معرض المخطوطات حتى نهاية الشهر بعد إقبال كبير من الزوار والطلاب.',
  'إذاعة النهر',
);

describe('compareOrigins', () => {
  it('sees one origin where both name the same agency', () => {
    const { how, signs, shared } = compareOrigins(BRIDGE_AR, BRIDGE_GROWN);
    expect(how).toBe('credited');
    expect(signs.credited[0]?.key).toBe('bloomberg');
    expect(shared.length).toBeGreaterThanOrEqual(1);
  });

  it('sees none between articles on different matters, though both name an agency', () => {
    const weather = article('قالت وكالة بلومبيرغ إن أسعار القمح تراجعت للأسبوع الثالث على التوالي في أسواق الشرق.');
    expect(compareOrigins(BRIDGE_AR, OTHER).how).toBeNull();
    expect(compareOrigins(BRIDGE_AR, weather).how).toBeNull();
  });

  it('sees copied passages without any name', () => {
    const lines = [
      'The council of Port Selin voted on Monday to close the northern quay for eleven weeks of repairs.',
      'Fishing crews that berth there will be moved to the grain terminal until the divers finish their inspection.',
      'A storm in January tore two mooring posts from the wall and flooded the cold store behind it.',
    ];
    const own = 'Our reporter watched the session from the gallery among some forty residents of the harbour district.';
    const copy = compareOrigins(article(lines.join('\n\n')), article([own, lines[0], lines[2]].join('\n\n')));
    expect(copy.how).toBe('copied');
    expect(copy.signs.passages.map(({ a }) => a)).toEqual([lines[0], lines[2]]);
    expect(compareOrigins(article(lines[0]!), article(own)).how).toBeNull();
  });

  it('sees quotations in common, and that the other is credited by its own name', () => {
    const said = [
      '“We will not reopen the northern quay before every single post has been tested by divers,” she said.',
      '“Nobody told the crews that their berths would be given to the grain company for the whole summer,” he said.',
    ];
    const one = article(['Harbour chief Mira Doln spoke on Monday.', ...said].join('\n\n'));
    const two = article([...said.toReversed(), 'Both spoke to a crowded hall.'].join('\n\n'));
    expect(compareOrigins(one, two).signs.quotations).toHaveLength(2);
    const carrier = article(
      'ذكرت صحيفة المرفأ أن حكومة كارثيا أوقفت العمل في جسر الميناء بعد ظهور تشققات في 14 دعامة.',
      'موقع آخر',
    );
    expect(compareOrigins(BRIDGE_AR, carrier).how).toBe('credited');
  });

  it('does not depend on the order of the two', () => {
    const pairs = [
      [BRIDGE_AR, BRIDGE_GROWN],
      [BRIDGE_AR, OTHER],
    ] as const;
    for (const [a, b] of pairs) {
      expect(compareOrigins(b, a).how).toBe(compareOrigins(a, b).how);
      expect(compareOrigins(b, a).shared.length).toBe(compareOrigins(a, b).shared.length);
    }
    expect(compareOrigins(OTHER, { outlet: null, sentences: [], claims: [] }).how).toBeNull();
  });
});

describe('carrierChanges', () => {
  const changes = carrierChanges(BRIDGE_AR, BRIDGE_GROWN);
  const of = (what: string) => changes.find((change) => change.what === what);

  it('tells what grew, what hardened and what was dropped', () => {
    expect(of('sources')).toMatchObject({ kind: 'grew', a: 'مصدران', b: 'مصادر غربية رفيعة' });
    expect(of('cue')).toMatchObject({ kind: 'hardened' });
    expect(of('hedge')).toMatchObject({ kind: 'dropped', a: 'ربما' });
    expect(of('no-comment')).toMatchObject({ kind: 'dropped', a: 'لم ترد على طلب' });
    expect(of('number')).toMatchObject({ kind: 'dropped', a: '14' });
  });

  it('says it in one sentence in either language', () => {
    const arabic = carrierSentence(changes, 'ar');
    expect(arabic).toContain('تحوّل «مصدران» إلى «مصادر غربية رفيعة»');
    expect(arabic).toContain('سقط التحفّظ «ربما»');
    expect(carrierSentence(changes, 'en')).toContain('“مصدران” grew into “مصادر غربية رفيعة”');
  });

  it('finds nothing in what was carried as it was', () => {
    expect(carrierChanges(BRIDGE_AR, BRIDGE_AR)).toEqual([]);
    expect(carrierSentence([], 'ar')).toContain('كما هو');
    expect(carrierSentence([], 'en')).toContain('as it was');
  });

  it('tells English changes too', () => {
    const first = article(
      'Two people familiar with the inspection claimed that the ferry operator allegedly ignored 3 warnings about its doors. The operator declined to comment.',
    );
    const second = article('Senior officials revealed that the ferry operator ignored warnings about its doors.');
    const found = carrierChanges(first, second).map(({ kind, what }) => `${kind} ${what}`);
    expect(found).toEqual(
      expect.arrayContaining(['hardened cue', 'dropped hedge', 'dropped no-comment', 'dropped number']),
    );
  });
});
