import { identifyLanguage } from '../text/language.detect.js';
import { extract } from './extract.js';

const read = (text: string) => extract({ text, language: 'ar' });
/** [content, sources innermost first] of every claim. */
const told = (text: string) =>
  read(text).claims.map(({ quote, attribution }) => [
    quote,
    attribution?.links.map(({ name }) => name).join(' ← ') ?? null,
  ]);

describe('traps of Arabic news, one by one', () => {
  it.each<[string, string, [string, string | null][]]>([
    [
      'object, subject: who saved whom is left as it stands',
      'أنقذ زعيمها بشار الأسد بوتين.',
      [['أنقذ زعيمها بشار الأسد بوتين', null]],
    ],
    [
      'a state concludes for itself and tells nobody',
      'خلصت روسيا إلى أنها لا تستطيع حماية حليفها.',
      [['خلصت روسيا إلى أنها لا تستطيع حماية حليفها', null]],
    ],
    [
      'who did not answer said nothing',
      'لم يرد المتحدث باسم الكرملين على طلب للتعليق.',
      [['لم يرد المتحدث باسم الكرملين على طلب للتعليق', null]],
    ],
    [
      '«نقل … جوًا» carries a man, not a word',
      'نقل رئيس النظام جوًا إلى موسكو عبر القاعدة.',
      [['نقل رئيس النظام جوًا إلى موسكو عبر القاعدة', null]],
    ],
    [
      '«وإن» before a verb concedes',
      'قال وزير النقل إن المشروع سيستمر وإن طال الوقت.',
      [['المشروع سيستمر وإن طال الوقت', 'وزير النقل']],
    ],
    [
      'a feminine verb goes back to the agency',
      'ذكرت وكالة المدار أن الوفد غادر. وقال المتحدث سامي عوض إن الملف مغلق. وأضافت أن التحقيق مستمر.',
      [
        ['الوفد غادر', 'وكالة المدار'],
        ['الملف مغلق', 'سامي عوض'],
        ['التحقيق مستمر', 'وكالة المدار'],
      ],
    ],
    [
      'the outlet is named only in the next sentence',
      'قال الباحث وليد ناصر إن الجسر مهدد. وأضاف في حديث لمجلة البناء أن الصيانة توقفت.',
      [
        ['الجسر مهدد', 'وليد ناصر ← مجلة البناء'],
        ['الصيانة توقفت', 'وليد ناصر ← مجلة البناء'],
      ],
    ],
    [
      'a quotation across sentences',
      'وقال القاضي مروان سعد: "القانون واضح. ولن نقبل أي ضغط من أحد."',
      [
        ['القانون واضح', 'مروان سعد'],
        ['لن نقبل أي ضغط من أحد', 'مروان سعد'],
      ],
    ],
    ['a quotation that is never closed', 'قال الوزير إن “الخطة جاهزة للتنفيذ.', [['الخطة جاهزة للتنفيذ', 'الوزير']]],
    ['«لم … إلا» asserts', 'لم تؤيد القرار إلا دولتان في المجلس.', [['لم تؤيد القرار إلا دولتان في المجلس', null]]],
    [
      'Egyptian final ى',
      'قال الوزير فى حديث تليفزيونى إن المشروع سينتهى فى مايو.',
      [['المشروع سينتهى فى مايو', 'الوزير']],
    ],
    [
      '٪ and Eastern digits',
      'أعلنت الوزارة أن النسبة بلغت ١٢٫٥٪ في يونيو.',
      [['النسبة بلغت ١٢٫٥٪ في يونيو', 'الوزارة']],
    ],
    [
      'Latin names in Arabic text',
      'قال المدير Tim Cook إن شركة Apple ستفتتح متجرا.',
      [['شركة Apple ستفتتح متجرا', 'Tim Cook']],
    ],
    [
      '“Ltd.” ends a company’s name and not the sentence',
      'أعلنت شركة Horizon Energy Ltd. في لندن أن المصنع أغلق. وارتفع السهم بعد الإعلان.',
      [
        ['المصنع أغلق', 'شركة Horizon Energy Ltd. في لندن'],
        ['ارتفع السهم بعد الإعلان', null],
      ],
    ],
    [
      '“Inc.” before the words of its spokesman',
      'قال متحدث باسم Acme Inc. إن العمال غادروا.',
      [['العمال غادروا', 'متحدث باسم Acme Inc.']],
    ],
    [
      '“Ltd.” at the end of a sentence',
      'اشترت الحكومة حصة في شركة Horizon Ltd. وقالت الوزارة إن السعر عادل.',
      [
        ['اشترت الحكومة حصة في شركة Horizon Ltd.', null],
        ['السعر عادل', 'الوزارة'],
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it('«أحد المصدرين» is one nameless source, «مصدران» are two', () => {
    const counts = (text: string) =>
      read(text).claims.map(({ attribution }) => [attribution?.sourceCount, attribution?.anonymous]);
    expect(counts('قال أحد المصدرين إن القافلة توقفت ليلا.')).toEqual([[1, true]]);
    expect(counts('قال مصدران إن القافلة توقفت ليلا.')).toEqual([[2, true]]);
  });

  it('broken quotation marks are reported', () => {
    expect(read('قال الوزير إن “الخطة جاهزة للتنفيذ.').flags.map(({ code }) => code)).toContain('unbalanced-quotes');
  });

  const page = (line: string) =>
    read(
      `عنوان الخبر عن مغادرة الرئيس\nغادر الرئيس العاصمة فجر الأحد على متن طائرة.\n${line}\nوعاد الهدوء إلى الشوارع بعد ساعات.`,
    );

  it('an image credit is no source, and its line no claim', () => {
    const { claims } = page('الرئيسان خلال لقاء في العاصمة (رويترز)');
    expect(claims.some(({ quote }) => quote.includes('خلال لقاء'))).toBe(false);
    expect(claims.every(({ attribution }) => attribution === null)).toBe(true);
  });

  it.each([
    'السابق ارتفاع الدولار إلى 51 جنيهًا في البنوك المصرية',
    'التالى ارتفاع الدولار إلى 51 جنيهًا في البنوك المصرية',
  ])('a menu line that reads like a claim is set aside: %s', (line) => {
    const { claims, setAside } = page(line);
    expect(claims.some(({ quote }) => quote.includes('الدولار'))).toBe(false);
    expect(setAside).toHaveLength(1);
  });

  it('Persian and Urdu are not Arabic', () => {
    expect(identifyLanguage('وزیر خارجه گفت که گزارش‌ها درباره این دیدار نادرست است.')).toBe('other');
    expect(identifyLanguage('وزیر اعظم نے کہا کہ حکومت عوام کے ساتھ کھڑی ہے۔')).toBe('other');
  });
});
