import { toldClaims } from '../../../../../test/support/told-claims.js';

const told = (text: string) => toldClaims(text);
const last = (text: string) => told(text).at(-1);

describe('whoever is only a pronoun, or whoever writes', () => {
  it('knows whose words «على حد قوله» are, and keeps them out of what was said', () => {
    expect(last('قال سامي حداد إن السعر سينخفض قريبا، على حد قوله.')).toEqual([
      'السعر سينخفض قريبا',
      'سامي حداد',
      false,
    ]);
    expect(last('قال سامي حداد إن المصنع توقف. وحسب روايتها، كانت الأبواب مغلقة طوال الليل.')?.[1]).toBe('سامي حداد');
    // the noun itself ends like a pronoun
    expect(last('قال سامي حداد إن المصنع توقف. وبحسب رواية تداولها ناشطون، كانت الأبواب مغلقة.')?.[1]).toMatch(
      /ناشطون/,
    );
  });

  it('hears what somebody told whoever writes', () => {
    expect(
      told('قال سامي حداد إن الرحلة طويلة. "لا أحد يسأل هنا عن شيء، يزنون الذهب ويدفعون"، كما أخبرني في مقهى قريب.').at(
        -1,
      ),
    ).toMatchObject({ 1: 'سامي حداد' });
    expect(last('الأمر صعب على الناس، كما يذكرنا الكاتب مارك بلايث.')?.[1]).toBe('مارك بلايث');
  });

  it('gives the answer to whom the writer has asked', () => {
    expect(
      last('قالت سلمى النجار إن القبو مغلق. سألتُ عثمان إن كان نادما. أجاب: "الذهب لا يقتل أحدا في هذا البلد".')?.[1],
    ).toBe('عثمان');
  });

  it('proposes nothing that whoever writes does or thinks, nor a proverb', () => {
    expect(told('سألتُ عثمان إن كان يشعر بالذنب بعد كل هذا.')).toEqual([]);
    expect(told('لست من دعاة التقشف في بلد مثل بلدنا.')).toEqual([]);
    expect(told('يقول المثل: من لا يحسب المال لا يسلم من الدين.')).toEqual([]);
    expect(told('أحصيتُ 41 رحلة بين نيالا ومطار أم جرس خلال شهر.')).toHaveLength(1);
  });
});

describe('who speaks past what is said of him', () => {
  it('steps over a clause between commas', () => {
    expect(last('يقول الرجل، الذي طلب أن أشير إليه باسم عثمان، إنه قام بهذه الرحلة 23 مرة.')?.[0]).toBe(
      'قام بهذه الرحلة 23 مرة',
    );
    expect(last('لكن مدقق حسابات سابقا، تحدث شريطة عدم الكشف عن هويته، وصف تلك الضوابط بأنها "ورقة توت".')).toEqual([
      'ورقة توت',
      'مدقق حسابات',
      true,
    ]);
  });

  it('reads a foreign first name that ends like a verb', () => {
    expect(
      last('وتجادل عالمة السياسة البريطانية هارييت دونلي، مؤلفة كتاب «البنادق»، بأن الذهب صار سبب الحرب.')?.[1],
    ).toBe('هارييت دونلي');
    expect(last('كتب الاقتصادي الأميركي كينيث روغوف يوما أن الدول لا تفلس دفعة واحدة.')?.[1]).toBe('كينيث روغوف');
  });

  it('finds a verb that no list has by whoever stands behind it', () => {
    expect(
      last('قال سامي حداد إن المصنع توقف. واستهول الوزير كمال درويش الأرقام، مضيفا أن الخسارة بلغت مليونا.')?.[1],
    ).toBe('كمال درويش');
    expect(last('وتطرق الوزير كمال درويش إلى الملف، كاشفا عن زيارة سيجريها وفد أوروبي في الربيع.')).toEqual([
      'زيارة سيجريها وفد أوروبي في الربيع',
      'كمال درويش',
      false,
    ]);
  });

  it('keeps where an unnamed man works', () => {
    expect(last('شكك مسؤول في الحكومة المكلفة، فضّل عدم نشر اسمه، في هذه الرواية، وقال إن اللجنة لم تجتمع.')?.[1]).toBe(
      'مسؤول في الحكومة المكلفة',
    );
    expect(last('حذر مسؤول في الوزارة من الخطر، وقال إن اللجنة لم تجتمع.')?.[1]).toBe('مسؤول في الوزارة');
  });

  it('denies anything of the kind, and turns back to the article behind «وهو ما نفاه»', () => {
    expect(last('نفت الإمارات مرارا دعم أي طرف في الحرب.')).toEqual(['دعم أي طرف في الحرب', 'الإمارات', false]);
    const said = told('زعم سامي حداد أن وزيرا يملك حصة في شركة النقل، وهو ما نفاه مكتب الوزير.');
    expect(said.map(([quote]) => quote)).toEqual(['وزيرا يملك حصة في شركة النقل']);
  });

  it('lets somebody come forward in the present, and leads in with «فقد»', () => {
    expect(last('كل عام يقف وزير المالية كمال درويش أمام الكاميرات ليقول لنا إن العجز تحت السيطرة.')?.[1]).toBe(
      'كمال درويش',
    );
    const said = told('لكنهم لا يكملون الجملة أبدا هنا، فقد حذرت الوكالة من أن التصنيف سيخفض خلال عامين.');
    expect(said.map(([quote]) => quote).join('|')).not.toMatch(/فقد/);
  });
});

describe('words that only look like a verb, or say only when and where', () => {
  it('takes a verb behind a preposition for the noun it is', () => {
    expect(
      last('قال ديفيد غراهام، الرئيس التنفيذي لشركة متخصصة في رصد التسربات، إن السوق ينمو 18 في المئة سنويا.'),
    ).toEqual(['السوق ينمو 18 في المئة سنويا', 'ديفيد غراهام', false]);
  });

  it('gives what follows «في حين» to whoever says it', () => {
    const said = told(
      'أكد المتحدث محمد رمضان للإذاعة سيطرة قواته على المطار، في حين قال سكان لوكالة «فرانس برس» إنهم شاهدوا حرائق.',
    );
    expect(said.at(-1)).toEqual(['شاهدوا حرائق', 'سكان ← وكالة «فرانس برس»', true]);
  });

  it('leaves «فقد» out of a name, and hears whoever praises', () => {
    expect(
      last('أما وزارة الدفاع فقد نفت وجود أي انسحاب، واعتبرت ما نشر جزءا من حرب إعلامية، وأضافت أن قواتها باقية.')?.[1],
    ).toBe('وزارة الدفاع');
    expect(
      last(
        'بدوره، ثمّن سعادة إبراهيم تياو، الأمين التنفيذي للاتفاقية، مبادرات الدولة، كاشفا أن نصف الأراضي متدهور.',
      )?.[1],
    ).toMatch(/إبراهيم تياو/);
  });

  it('proposes no circumstance by itself, and no guess inside a clause about something', () => {
    expect(told('جاء ذلك خلال كلمة له في افتتاح أعمال القمة في العاصمة.')).toEqual([]);
    expect(told('جاء ذلك خلال قمة حضرها أكثر من 4 آلاف مختص من 92 دولة.')).toHaveLength(1);
    expect(
      told('تختتم القمة غدا بإعلان البيان الذي يُنتظر أن يتضمن التزامات من 30 شركة.').map(([, source]) => source),
    ).toEqual([null]);
  });

  it('cuts off what «لكنها» measures by a word', () => {
    expect(
      told('كانت عائدات المنجم تمول الوجود العسكري منذ سنوات، لكنها تراجعت إلى الثلث بعد قطع الطريق.'),
    ).toHaveLength(2);
  });
});

describe('where nothing is said', () => {
  it('takes no part of a name for an act, nor an act behind «في» for a verb', () => {
    expect(
      told('لم يستبعد كمال خوض إضراب إنذاري في نهاية الشهر.')
        .map(([, source]) => source ?? '')
        .join(),
    ).not.toMatch(/خوض/);
    expect(told('ساعدت الصور المحققين في كشف أن المبنى كان خاليا.').map(([, source]) => source)).toEqual([null]);
  });

  it('knows a party from the paper of the same name', () => {
    expect(last('قال سامي حداد إن حزب «الوطن» خسر مقعدين. وقالت الصحيفة إن النتائج ستعلن غدا.')?.[1]).toBe('الصحيفة');
    expect(last('قال سامي حداد إن صحيفة «الوطن» أخطأت. وقالت الصحيفة إن النتائج ستعلن غدا.')?.[1]).toMatch(/الوطن/);
  });
});
