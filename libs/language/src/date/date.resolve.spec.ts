import { fold } from '../normal/normal.fold.js';
import { datesOf } from './date.resolve.js';
import { dateSigns, mayDate } from './date.signs.js';

/** Published on a Sunday. */
const PUBLISHED = '2024-12-08';

function read(
  text: string,
  { publishedAt = PUBLISHED, future = false }: { publishedAt?: string; future?: boolean } = {},
) {
  const language = /[\u0600-\u06ff]/.test(text) ? 'ar' : 'en';
  return datesOf(text, 0, text.length, { publishedAt: publishedAt || undefined, language, future }).map(
    ({ text: words, from, to, precision }) => `${words} | ${from === to ? from : `${from}..${to}`} | ${precision}`,
  );
}

const CASES: [string, string[]][] = [
  ['سقطت المدينة في 8 كانون الأول 2024', ['8 كانون الأول 2024 | 2024-12-08 | day']],
  ['وقع الاتفاق في ٣ نيسان ٢٠٢٣', ['٣ نيسان ٢٠٢٣ | 2023-04-03 | day']],
  ['أُعلن ذلك في 11-ديسمبر-2024', ['11-ديسمبر-2024 | 2024-12-11 | day']],
  ['جرى ذلك في 5 جويلية 1962', ['5 جويلية 1962 | 1962-07-05 | day']],
  ['وصل في 27 نوفمبر/تشرين الثاني 2024', ['27 نوفمبر/تشرين الثاني 2024 | 2024-11-27 | day']],
  ['غادر يوم الخميس 5 ديسمبر', ['يوم الخميس 5 ديسمبر | 2024-12-05 | day']],
  ['بدأت الحملة في 25 ديسمبر', ['25 ديسمبر | 2023-12-25 | day']],
  ['التقى الوفدان أمس في القاهرة', ['أمس | 2024-12-07 | day']],
  ['قُتل ثلاثة يوم الخميس الماضي', ['يوم الخميس الماضي | 2024-12-05 | day']],
  ['نُقل المصابون الجمعة إلى العاصمة', ['الجمعة | 2024-12-06 | day']],
  ['استقال قبل أربعة أشهر', ['قبل أربعة أشهر | 2024-08-01..2024-08-31 | month']],
  ['توفي قبل يومين', ['قبل يومين | 2024-12-06 | day']],
  ['ارتفع التضخم الشهر الماضي', ['الشهر الماضي | 2024-11-01..2024-11-30 | month']],
  ['أُقر القانون في يونيو الماضي', ['يونيو الماضي | 2024-06-01..2024-06-30 | month']],
  ['دخلت القوات عام 2015', ['عام 2015 | 2015-01-01..2015-12-31 | year']],
  ['بين 12/11/2024 و 2024-11-20', ['12/11/2024 | 2024-11-12 | day', '2024-11-20 | 2024-11-20 | day']],
  ['توفي في 12 رمضان 1445 هـ', ['12 رمضان 1445 هـ | 2024-03-22 | day']],
  ['The ferry sank on Dec. 3, 2024', ['Dec. 3, 2024 | 2024-12-03 | day']],
  ['The vote was held on 14 March 2019', ['14 March 2019 | 2019-03-14 | day']],
  ['Prices rose 4 percent in November', ['in November | 2024-11-01..2024-11-30 | month']],
  ['He resigned on Tuesday', ['on Tuesday | 2024-12-03 | day']],
  ['She left the party three weeks ago', ['three weeks ago | 2024-11-17..2024-11-23 | week']],
  ['The bank failed last year', ['last year | 2023-01-01..2023-12-31 | year']],
  ['It opened in 1998', ['in 1998 | 1998-01-01..1998-12-31 | year']],
  ['في 30 فبراير 2024', ['30 فبراير 2024 | null | day']],
  ['signed on 12/11/2024', ['12/11/2024 | null | day']],
];
const DATED = CASES.map(([text]) => text);

describe('dates of a claim', () => {
  it.each(CASES)('%s', (text, expected) => expect(read(text)).toEqual(expected));

  it.each([
    'قال أحد المصادر إن العملية نجحت',
    'شارك في العملية 2015 جنديا',
    'They may leave',
    'في العام والليل',
    'منذ أيام',
  ])('finds no date in «%s»', (text) => expect(read(text)).toEqual([]));

  it('no date is written without a word that may date', () => {
    const may = (text: string) =>
      mayDate((fold(text).match(/[\p{L}\p{N}]+|[^\s]/gu) ?? []).reduce((signs, word) => signs | dateSigns(word), 0));
    for (const text of DATED) expect([text, may(text)]).toEqual([text, true]);
    expect(may('قتلت القوات مدنيين في غارة على المدينة.')).toBe(false);
    expect(may('قتلت القوات 12 مدنيا')).toBe(false);
  });

  it('looks ahead where the claim does', () => {
    expect(read('تُجرى الانتخابات في 5 مارس', { future: true })).toEqual(['5 مارس | 2025-03-05 | day']);
    expect(read('The vote will be held on Tuesday', { future: true })).toEqual(['on Tuesday | 2024-12-10 | day']);
    expect(read('يجتمع المجلس الأسبوع المقبل')).toEqual(['الأسبوع المقبل | 2024-12-15..2024-12-21 | week']);
  });

  it('says nothing of relative dates without a publication date', () => {
    expect(read('التقى الوفدان أمس في القاهرة', { publishedAt: '' })).toEqual(['أمس | null | day']);
    expect(read('سقطت المدينة في 8 كانون الأول 2024', { publishedAt: '' })).toEqual([
      '8 كانون الأول 2024 | 2024-12-08 | day',
    ]);
  });

  it('is exact whatever surrounds the words, vowel signs and tatweel included', () => {
    const text = 'وصلَ الوفدُ في ٨ ديسـمبر ٢٠٢٤م.';
    const [found] = datesOf(text, 0, text.length, { publishedAt: undefined, language: 'ar', future: false });
    expect(found && [text.slice(found.start, found.end) === found.text, found.from]).toEqual([true, '2024-12-08']);
  });
});
