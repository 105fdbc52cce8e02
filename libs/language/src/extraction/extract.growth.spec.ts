import { headlineLinks } from '../headline/headline.link.js';
import { extract } from './extract.js';

type Method = (this: unknown, ...given: never[]) => unknown;
interface Counted {
  readonly owner: object;
  readonly name: string;
  /** What a call costs besides itself: the length of what it walks. */
  readonly walks: (self: never, answer: never) => number;
}

const nothing = () => 0;
const all = (self: { length: number }) => self.length;
/** Built-in operations that reading a text is made of. */
const COUNTED: readonly Counted[] = [
  ...['slice', 'charCodeAt', 'charAt'].map((name) => ({ owner: String.prototype, name, walks: nothing })),
  ...['includes', 'replace', 'match'].map((name) => ({ owner: String.prototype, name, walks: all })),
  { owner: Map.prototype, name: 'get', walks: nothing },
  { owner: Map.prototype, name: 'set', walks: nothing },
  { owner: Set.prototype, name: 'has', walks: nothing },
  { owner: Array.prototype, name: 'push', walks: nothing },
  { owner: Array.prototype, name: 'slice', walks: (_: never, cut: readonly unknown[]) => cut.length },
  ...['map', 'filter', 'some', 'every', 'find', 'findIndex', 'flatMap', 'sort'].map((name) => ({
    owner: Array.prototype,
    name,
    walks: all,
  })),
];

/** How many operations `work` takes: no stopwatch, so that a busy machine changes nothing. */
function operations(work: () => void): number {
  let count = 0;
  const kept = COUNTED.map(({ owner, name, walks }) => {
    const methods = owner as Record<string, Method>;
    const original = methods[name]!;
    methods[name] = function (this: unknown, ...given) {
      const answer = original.apply(this, given);
      count += 1 + walks(this as never, answer as never);
      return answer;
    };
    return () => (methods[name] = original);
  });
  const exec: RegExp['exec'] = Reflect.get(RegExp.prototype, 'exec');
  // an expression that goes on where it stopped has walked from there; any other at most the whole text
  RegExp.prototype.exec = function (text) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const found = exec.call(this, text);
    count += 1 + (this.global && found ? this.lastIndex : text.length) - from;
    return found;
  };
  try {
    work();
  } finally {
    RegExp.prototype.exec = exec;
    for (const restore of kept) restore();
  }
  return count;
}

const UNITS = 12_000;
const MOST_GROWTH = 2.3;
const long = (part: string, units: number) => part.repeat(Math.ceil(units / part.length));

describe('twice the text takes about twice the operations', () => {
  it.each<[string, string]>([
    [
      'one line of news',
      'قال وزير المالية سامي عوض لوكالة رويترز إن العجز بلغ 12 مليارا، مضيفا أن الحكومة ستقترض المزيد. ',
    ],
    ['paragraphs', 'وبحسب البنك المركزي، تراجع الاحتياطي في مارس 2024 إلى 40 مليارا، ولم يعلق الوزير على النبأ.\n'],
    [
      'headlines and paragraphs in turn',
      'ارتفاع كبير في أسعار القمح بالأسواق المحلية اليوم\n\nارتفعت أسعار القمح في الأسواق المحلية اليوم بعد أسابيع من الهدوء.\n\n',
    ],
    ['captions', 'الوزير يتحدث إلى 12 صحفيا في العاصمة أمس (رويترز)\n\nوصل الوزير إلى العاصمة أمس مع 12 مرافقا.\n'],
    ['English news', 'The minister said on Monday that 12 people were killed, adding that the road was closed. '],
    ['opening marks', '“قال '],
    ['marks never closed and full stops', '“. '],
    ['straight marks', '" '],
    ['single marks', "'a "],
    ['single quotations', "'He left. The road is shut,' said the mayor. "],
    ['openers', 'بحسب '],
    ['reports without an end', 'قال إن '],
    ['brackets', '( '],
    ['points', '. '],
    ['torn words', 'قـ ـا'],
    ['points inside words', 'ق.'],
    ['single letters', 'غ ز ة '],
    ['digits', '1.'],
    ['dates', '12 مارس 2024 '],
    ['list marks', '- \n'],
    ['names', 'Al-Assad '],
    ['combining signs', '\u0301'],
  ])('%s', (_, part) => {
    const costOf = (units: number) => {
      const text = long(part, units);
      return operations(() => extract({ text }));
    };
    costOf(UNITS);
    const once = costOf(UNITS);
    expect(costOf(2 * UNITS) / once).toBeLessThanOrEqual(MOST_GROWTH);
  });
});

describe('twice the headlines over twice the body', () => {
  const page = (claims: number) =>
    Array.from({ length: claims }, (_, at) => ({
      quote: `أعلنت الوزارة افتتاح الجسر رقم ${at} فوق النهر الكبير`,
      field: at % 2 ? ('body' as const) : ('pullquote' as const),
      attribution: null,
    }));

  it('take about twice the operations', () => {
    const costOf = (claims: number) => operations(() => headlineLinks(page(claims)));
    costOf(1_200);
    expect(costOf(2_400) / costOf(1_200)).toBeLessThanOrEqual(MOST_GROWTH);
  });
});
