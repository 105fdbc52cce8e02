import { told } from '../../../../test/support/told-claims.js';
import { identifyLanguage } from '../text/language.detect.js';
import { extractBlocks } from './extract.blocks.js';
import { extract } from './extract.js';

const read = (text: string) => extract({ text, language: 'ar' });

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

  it.each([
    ['Persian', 'وزیر خارجه گفت که گزارش‌ها درباره این دیدار نادرست است.'],
    [
      'Persian on an Arabic keyboard',
      'رئيس جمهور در اين ديدار از همكاري دو كشور استقبال كرد و آن را براي منطقه مهم دانست.',
    ],
    ['Urdu', 'وزیر اعظم نے کہا کہ حکومت عوام کے ساتھ کھڑی ہے۔'],
    ['Urdu with Arabic loans', 'وزارت خارجہ کے ترجمان نے بدھ کو کہا کہ اقوام متحدہ کی رپورٹ میں 14 ہلاکتوں کا ذکر ہے۔'],
    ['Pashto', 'د کورنیو چارو وزارت ویاند وویل چې په دې پېښه کې درې کسان ټپیان شوي دي.'],
    ['Sorani', 'وەزیری دەرەوە گوتی کە ڕاپۆرتەکان لەبارەی ئەم دیدارەوە ڕاست نین.'],
    ['Russian', 'Министр сообщил, что переговоры завершились без результата.'],
  ])('%s is not Arabic: said aloud, and read for no claim, whatever it is handed in as', (_, text) => {
    expect(identifyLanguage(text)).toBe('other');
    for (const language of [undefined, 'ar'] as const) {
      const found = extract({ text, ...(language && { language }) });
      expect(found).toMatchObject({ language: 'other', claims: [] });
      expect(found.flags.map(({ code }) => code)).toContain('other-language');
    }
    expect(extractBlocks([{ id: 'a', field: 'body', text }], { language: 'ar' })).toMatchObject({
      language: 'other',
      claims: [],
      flags: expect.arrayContaining([
        { code: 'other-language', blockId: 'a', start: 0, end: 0, detail: '' },
      ]) as unknown,
    });
  });

  it.each([
    [
      'Arabic from a Persian keyboard',
      'قال وزیر الخارجیة إن التقاریر حول هذا اللقاء غیر صحیحة، وأکد أن الحکومة ستعلن موقفها یوم الأحد.',
    ],
    ['Arabic about people from Iran', 'التقى وزیر الخارجية پژمان گلستاني نظيره في كابل وقال إن المحادثات كانت بناءة.'],
    ['a bare headline', 'رئيس الوزراء يلتقي وفد البنك الدولي'],
  ])('%s is', (_, text) => {
    expect(identifyLanguage(text)).toBe('ar');
    expect(extract({ text }).claims.length).toBeGreaterThan(0);
  });
});
