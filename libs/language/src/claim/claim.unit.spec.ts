import { extract } from '../extraction/extract.js';

const quotes = (text: string, language: 'ar' | 'en' = 'ar') =>
  extract({ text, language }).claims.map((claim) => claim.quote);
const kinds = (text: string, language: 'ar' | 'en' = 'ar') =>
  extract({ text, language }).claims.map((claim) => claim.kind);

describe('one claim for each assertion', () => {
  it.each<[string, string, string[]]>([
    [
      'coordinated verbs',
      'قال مصدران إن العملاء نظموا عملية الهروب، ونقلوا الرجل عبر القاعدة الجوية.',
      ['العملاء نظموا عملية الهروب', 'نقلوا الرجل عبر القاعدة الجوية'],
    ],
    [
      'a contrast',
      'ارتفعت الأسعار في العاصمة، لكن الحكومة رفضت زيادة الأجور.',
      ['ارتفعت الأسعار في العاصمة', 'الحكومة رفضت زيادة الأجور'],
    ],
    [
      'a second clause under one verb',
      'ذكرت الشركة أن المصنع أغلق أبوابه، وأن العمال نقلوا إلى فرع آخر.',
      ['المصنع أغلق أبوابه', 'العمال نقلوا إلى فرع آخر'],
    ],
    [
      'at the same time',
      'أعلن الجيش أن القوات دخلت المدينة، في وقت لم تعلق فيه الحكومة على النبأ.',
      ['القوات دخلت المدينة', 'لم تعلق فيه الحكومة على النبأ'],
    ],
    [
      'but not an adverbial',
      'سقطت المدينة، في وقت قياسي، بيد المهاجمين القادمين من الشمال.',
      ['سقطت المدينة، في وقت قياسي، بيد المهاجمين القادمين من الشمال'],
    ],
    [
      'what follows a preface',
      'بالإضافة إلى الشكاوى المتكررة من السكان، فقد سلم آلاف الجنود أنفسهم إلى السلطات.',
      ['سلم آلاف الجنود أنفسهم إلى السلطات'],
    ],
    [
      'a long sentence at «منذ أن»',
      'وكانت هناك زيادة واضحة في أعداد من سلموا أنفسهم إلى السلطات المحلية منذ أن حشد الرئيس السابق مئات الآلاف من الرجال في التعبئة الثانية قبل عام.',
      [
        'كانت هناك زيادة واضحة في أعداد من سلموا أنفسهم إلى السلطات المحلية',
        'حشد الرئيس السابق مئات الآلاف من الرجال في التعبئة الثانية قبل عام',
      ],
    ],
    [
      'topic and comment stay together',
      'أما الوزير، فقد وجد نفسه في عزلة تامة داخل الحكومة.',
      ['أما الوزير، فقد وجد نفسه في عزلة تامة داخل الحكومة'],
    ],
  ])('%s', (_, text, expected) => {
    expect(quotes(text)).toEqual(expected);
  });

  it('leaves a joined «و» with its vowel sign outside, and «فاتورة» its first letter', () => {
    expect(quotes('قال الوزير إن القطار توقف، وَنقلوا الركاب بالحافلات إلى المحطة.')).toEqual([
      'القطار توقف',
      'نقلوا الركاب بالحافلات إلى المحطة',
    ]);
    expect(quotes('وراهن الرجل على الوقت طويلا، لكن فاتورة الحرب أصبحت مرتفعة جدا.')[1]).toBe(
      'فاتورة الحرب أصبحت مرتفعة جدا',
    );
  });

  it.each([
    ['هل تنهار العملة قبل نهاية العام؟'],
    ['وعندما سئل عما إذا كانت بلاده ستشارك في القمة المقبلة؟'],
    ['تابعونا على منصاتنا لتصلكم آخر التطورات أولا بأول.'],
    ['دعونا نفكر في مستقبل هذه البلاد قبل فوات الأوان.'],
  ])('takes nothing from «%s»', (text) => {
    expect(quotes(text)).toEqual([]);
  });

  it('takes the answer and not the question a man was asked', () => {
    const text = 'وعندما سئل عما إذا كانت بلاده ستسلم المتهم، أجاب السفير بأن الملف ليس من اختصاصه.';
    expect(quotes(text)).toEqual(['الملف ليس من اختصاصه']);
  });

  it('keeps a condition with what hangs on it, and calls both a prediction', () => {
    const [claim, ...rest] = extract({
      text: 'إذا فشلت المحادثات مع النقابات، فسيتوقف العمل في الميناء كله.',
      language: 'ar',
    }).claims;
    expect(rest).toEqual([]);
    expect([claim?.quote, claim?.kind]).toEqual([
      'إذا فشلت المحادثات مع النقابات، فسيتوقف العمل في الميناء كله',
      'prediction',
    ]);
  });
});

describe('kind and tier', () => {
  it.each<[string, string]>([
    ['استسلم 6543 جنديا للسلطات خلال أربعة أشهر.', 'statistic'],
    ['هجر آلاف السكان بيوتهم بعد السيول.', 'statistic'],
    ['بلغت النسبة ٪١٢ في القرى الجنوبية كلها.', 'statistic'],
    ['سيهرب الرجل إلى الخارج قبل نهاية الشتاء.', 'prediction'],
    ['القرار كارثي على مستقبل التعليم في البلاد.', 'opinion'],
    ['وقّع الوزيران الاتفاق في القصر الجمهوري.', 'event'],
    ['رفض المجلس طلب الحكومة تمديد الطوارئ.', 'statement'],
  ])('%s is a %s', (text, kind) => {
    expect(kinds(text)).toEqual([kind]);
  });

  it('raises accusations, casualties and money to tier A', () => {
    const tiers = (text: string, language: 'ar' | 'en') =>
      extract({ text, language }).claims.map((claim) => claim.tier);
    expect(tiers('اختلس المدير أموال الصندوق على مدى عامين.', 'ar')).toEqual(['A']);
    expect(tiers('اتهم النائب المدير باختلاس أموال الصندوق.', 'ar')).toEqual(['A']);
    expect(tiers('قتل ثلاثة عمال في انهيار المنجم القديم.', 'ar')).toEqual(['A']);
    expect(tiers('افتتح المتحف جناحا جديدا للزوار هذا الأسبوع.', 'ar')).toEqual(['B']);
    expect(tiers('The guards tortured two prisoners in the cell.', 'en')).toEqual(['A']);
  });
});

describe('duplicates', () => {
  const repeated = 'نظمت أجهزة الاستخبارات عملية هروب الرئيس من العاصمة ليلا';
  it('pairs claims that say the same, and not those that differ in a number or a negation', () => {
    const text = (second: string) => `${repeated}.\n${second}.`;
    const pairs = (second: string) => extract({ text: text(second), language: 'ar' }).duplicates;
    expect(pairs(`وقد ${repeated}`)).toEqual([[0, 1]]);
    expect(pairs('لم تنظم أجهزة الاستخبارات عملية هروب الرئيس من العاصمة ليلا')).toEqual([]);
    expect(
      extract({ text: 'قتل 12 جنديا في هجوم على المعسكر الشمالي أمس.\nقتل 14 جنديا في هجوم على المعسكر الشمالي أمس.' })
        .duplicates,
    ).toEqual([]);
  });
});
