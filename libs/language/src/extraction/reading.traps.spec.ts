import { extract } from './extract.js';

/** [content, sources innermost first] of every claim of an Arabic sentence. */
const told = (text: string) =>
  extract({ text, language: 'ar' }).claims.map(({ quote, attribution }) => [
    quote,
    attribution?.links.map(({ name }) => name).join(' ← ') ?? null,
  ]);
const kinds = (text: string) => extract({ text, language: 'ar' }).claims.map(({ kind }) => kind);

describe('what an editor found wrong in reading claim by claim', () => {
  it.each<[string, string, [string, string | null][]]>([
    [
      'a condition stays with its prediction',
      'إذا استمرت الأزمة، فإن الأسعار سترتفع بنسبة 20 في المئة.',
      [['إذا استمرت الأزمة، فإن الأسعار سترتفع بنسبة 20 في المئة', null]],
    ],
    [
      'no clause begins with the pronoun of «في وقت»',
      'كانت القوات تتقدم في الشمال، في وقت كانت فيه البلدة تكاد تسقط بيد المهاجمين.',
      [
        ['كانت القوات تتقدم في الشمال', null],
        ['البلدة تكاد تسقط بيد المهاجمين', null],
      ],
    ],
    [
      'two sentences with only a comma between',
      'كانت الشركة تخطط للرحيل، كان هناك صوت يدعو إلى البقاء في المدينة.',
      [
        ['كانت الشركة تخطط للرحيل', null],
        ['كان هناك صوت يدعو إلى البقاء في المدينة', null],
      ],
    ],
    [
      'a frame without anybody in it is left out',
      'يجب أن يكون معروفًا للجميع أن نصف الآبار توقفت منذ سنوات.',
      [['نصف الآبار توقفت منذ سنوات', null]],
    ],
    [
      'title, house, name: the name alone',
      'قال الباحث في جامعة أكسفورد خالد المصري إن الأسعار سترتفع العام المقبل.',
      [['الأسعار سترتفع العام المقبل', 'خالد المصري']],
    ],
    [
      'title, house, form of address, name',
      'وقال أستاذ الاقتصاد في جامعة القاهرة الدكتور محمود حسن إن النمو تباطأ في الربع الأخير.',
      [['النمو تباطأ في الربع الأخير', 'محمود حسن']],
    ],
    [
      'a name that looks like a verb',
      'وقال الناطق باسم الحكومة ياسر يزيد إن المحادثات توقفت.',
      [['المحادثات توقفت', 'ياسر يزيد']],
    ],
    [
      'whose clause came first, goes on to speak',
      'لكن ناشطين شككوا في رواية الحكومة، وقالوا إن عدد القتلى بلغ 30 شخصا.',
      [
        ['ناشطين شككوا في رواية الحكومة', null],
        ['عدد القتلى بلغ 30 شخصا', 'ناشطين'],
      ],
    ],
    [
      '«وإن» goes on with a noun that might be a verb',
      'وقال الوزير إن المشروع سيستمر وإن كلفته بلغت 40 مليون دينار.',
      [
        ['المشروع سيستمر', 'الوزير'],
        ['كلفته بلغت 40 مليون دينار', 'الوزير'],
      ],
    ],
    [
      '«وإن» that concedes divides nothing',
      'وأكد الوزير أن العمل سيتواصل وإن طال الوقت.',
      [['العمل سيتواصل وإن طال الوقت', 'الوزير']],
    ],
    [
      'what was only planned is no content of the announcement',
      'أعلنت النقابة تعليق الإضراب الذي كان مقررًا أن يبدأ يوم الاثنين في الموانئ.',
      [['أعلنت النقابة تعليق الإضراب الذي كان مقررًا أن يبدأ يوم الاثنين في الموانئ', null]],
    ],
    ['a rumour denied', 'ونفى المصدر ما تردد عن وقف استيراد الأعلاف.', [['وقف استيراد الأعلاف', 'المصدر']]],
    [
      'the accused and what he is said to have done',
      'واتهم النائب مكتب رئيس الحكومة بتعديل جداول الإنفاق.',
      [['مكتب رئيس الحكومة بتعديل جداول الإنفاق', 'النائب']],
    ],
    [
      'a phrase that adds to something asserts nothing',
      'بالإضافة إلى التقارير التي لا تعد ولا تحصى حول تمرد القوات في الجبهة الشرقية.',
      [],
    ],
    ['a question behind a condition is no claim', 'إذا كان الأمر كذلك، فلماذا لا تنضم إليها بقية النقابات؟', []],
    [
      'a short clause behind «لم» is one',
      'أوصت اللجنة بتخصيص المال لشراء اللقاحات، لكن التوصية لم تُدرج في الموازنة.',
      [
        ['أوصت اللجنة بتخصيص المال لشراء اللقاحات', null],
        ['التوصية لم تُدرج في الموازنة', null],
      ],
    ],
  ])('%s', (_, text, claims) => expect(told(text)).toEqual(claims));

  it.each([
    'ما حدث في المدينة لم يكن مجرد هزيمة عسكرية',
    'ها هي الشركة الآن في موقف لا تحسد عليه أمام دائنيها',
    'كأن الأمور قد تم تدبيرها مسبقًا بين الطرفين',
  ])('a way of putting it is no event: %s', (text) => expect(kinds(text)).toEqual(['opinion']));

  it('«المصدر» is nobody who was called something else', () => {
    const text = 'قال شاهد إن النار اندلعت ليلًا. وأضاف المصدر أن القوات انسحبت من ثلاث قرى.';
    expect(told(text)[1]).toEqual(['القوات انسحبت من ثلاث قرى', 'المصدر']);
  });
});
