import { extract } from '../extraction/extract.js';

/** [content, sources innermost first, unnamed or not] of every claim. */
const told = (text: string) =>
  extract({ text, language: 'ar' }).claims.map(({ quote, attribution }) => [
    quote,
    attribution?.links.map(({ name }) => name).join(' ← ') ?? null,
    attribution?.anonymous ?? null,
  ]);
const last = (text: string) => told(text).at(-1);

describe('who carried it', () => {
  it('reads a counted source with what it asked for, and its medium', () => {
    expect(
      told(
        'نقلت وكالة سواحل عن ثلاثة مصادر مطلعة، طلبت عدم الكشف عن هويتها لأن المحادثات سرية، أن الشركة باعت حصتها في الحقل.',
      ),
    ).toEqual([['الشركة باعت حصتها في الحقل', 'ثلاثة مصادر مطلعة ← وكالة سواحل', true]]);
    expect(told('أكد عدد من أصحاب المتاجر، رفضوا ذكر أسمائهم، أن السوق خلت من البضائع.')).toEqual([
      ['السوق خلت من البضائع', 'عدد من أصحاب المتاجر', true],
    ]);
  });

  it('follows a chain from the paper through the agency to the man', () => {
    expect(
      told('وبحسب صحيفة «الأفق»، نقلًا عن وكالة «نوردلاند» عن دبلوماسي غربي، فإن القائد كان يستعد للقاء المبعوث.'),
    ).toEqual([['القائد كان يستعد للقاء المبعوث', 'دبلوماسي غربي ← وكالة «نوردلاند» ← صحيفة «الأفق»', true]]);
    expect(
      last('وكانت صحيفة «فايننشال دايجست» قد أوردت أن الحكومة تدرس بيع أصول كبيرة، نقلًا عن وثيقة داخلية.')?.[1],
    ).toBe('وثيقة داخلية ← صحيفة «فايننشال دايجست»');
  });

  it('reads whom an unnamed source spoke to out of his own phrase', () => {
    expect(last('لكن مسؤولًا سابقًا تحدث إلى «المدار» شرط عدم ذكر اسمه قال إن الإنتاج لم يتجاوز المليار.')).toEqual([
      'الإنتاج لم يتجاوز المليار',
      'مسؤولًا سابقًا ← المدار',
      true,
    ]);
  });

  it('takes «الوكالة» back to the agency, not to a site named since', () => {
    const text =
      'نقلت وكالة سواحل عن مصدرين أن الشركة باعت حصتها.\nوزعم موقع الضفة أن الثمن مليار دولار.\nوقال مسؤول في الوزارة للوكالة نفسها إن البيع لم يكتمل.';
    expect(last(text)?.[1]).toBe('مسؤول في الوزارة ← وكالة سواحل');
  });

  it('keeps a name that begins with «ل», and an addressee', () => {
    const name = 'قال المحامي سفيان لعمامرة إن الحكم باطل.\n';
    expect(last(`${name}وأكد لعمامرة أن الخبرة أجريت على نسخ مصورة.`)?.[1]).toBe('سفيان لعمامرة');
    expect(last('وأكد لعمامرة، في تصريح لإذاعة الميناء، أن الخبرة أجريت على نسخ مصورة.')?.[1]).toBe(
      'لعمامرة ← إذاعة الميناء',
    );
    expect(told('وبحسب لائحة الاتهام، بلغت قيمة الرسوم 112 مليون دينار.')[0]?.[1]).toBe('لائحة الاتهام');
    expect(told('ووفقًا لمصادر طبية، بلغ عدد الجرحى 31 شخصًا.')[0]?.[1]).toBe('مصادر طبية');
  });

  it('does not make one of the group out of those who spoke before him', () => {
    const text = 'نقلت وكالة سواحل عن ثلاثة مصادر أن الشركة باعت حصتها.\nوقال مصدران إن الثمن مليار دولار.\n';
    expect(last(`${text}وأوضح المصدر الثالث أن العقد لم يوقع بعد.`)?.[1]).toBe('المصدر الثالث ← وكالة سواحل');
  });

  it('knows no name in what a source asked for, and nobody in «يُذكر أن»', () => {
    expect(told('وقال طبيب في مستشفى البلدة، مفضلًا عدم الكشف عن اسمه، إن المستشفى استقبل 31 جريحًا.')).toEqual([
      ['المستشفى استقبل 31 جريحًا', 'طبيب في مستشفى البلدة', true],
    ]);
    expect(told('يُذكر أن الشركة نفسها انسحبت من مشروع مماثل عام 2023.')).toEqual([
      ['الشركة نفسها انسحبت من مشروع مماثل عام 2023', null, null],
    ]);
    expect(told('ومن وجهة نظر كمال درويش، لا يريد أي من الطرفين حربًا شاملة.')[0]?.[1]).toBe('كمال درويش');
  });
});

describe('what some say, and what is quoted as a noun', () => {
  it('is a claim for each', () => {
    expect(told('يقال إن الرئيس مريض منذ شهرين، وهناك من يقترح أن نائبه يدير شؤون البلاد.')).toEqual([
      ['الرئيس مريض منذ شهرين', 'يقال', true],
      ['نائبه يدير شؤون البلاد', 'هناك من يقترح', true],
    ]);
    expect(told('وثمة من يرى أن القرار جاء متأخرًا جدًا عن موعده.')[0]?.[2]).toBe(true);
  });

  it('stands in marks behind the word that ties it to the verb', () => {
    expect(
      told('حذرت النائبة لمى الصباغ، في منشور عبر منصة إكس، من «رهن ثروة الأجيال لعشرين عامًا كاملة».')[0]?.[0],
    ).toBe('رهن ثروة الأجيال لعشرين عامًا كاملة');
    // a name in marks is no statement
    expect(told('وكشفت الشركة عن «النخلة الذهبية» في معرض أقيم أمس بالعاصمة.')[0]?.[1] ?? null).toBeNull();
  });

  it('ends the name of a medium at its mark', () => {
    expect(
      told('وأوضح بيان صادر عن الوزارة، تلقت «الشرق الأوسط» نسخة منه، أن الطريق مغلق حتى الخميس.')[0]?.[1],
    ).toMatch(/ ← الشرق الأوسط$/);
  });
});

describe('a document and the medium that has it', () => {
  it('are both read before the sentence goes on', () => {
    const text = 'بحسب وثيقة حصلت عليها صحيفة «الضفاف»، أوصى المفتشون بإغلاق الوحدة الثالثة شهرًا كاملًا.';
    expect(told(text)).toEqual([['أوصى المفتشون بإغلاق الوحدة الثالثة شهرًا كاملًا', 'وثيقة ← صحيفة «الضفاف»', false]]);
    expect(last(`${text}\nوذكرت الصحيفة، نقلًا عن موظفين سابقين، أن التوصية حُذفت.`)?.[1]).toBe(
      'موظفين سابقين ← صحيفة «الضفاف»',
    );
    // the sentence's own verb still ends the phrase
    expect(told('وبحسب وثيقة رسمية بلغت الخسائر ستين مليون دينار في العام الماضي.')[0]?.[0]).toBe(
      'بلغت الخسائر ستين مليون دينار في العام الماضي',
    );
  });
});
