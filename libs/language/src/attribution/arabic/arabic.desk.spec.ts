import { toldClaims } from '../../../../../test/support/told-claims.js';

const told = (text: string) => toldClaims(text);
const first = (text: string) => told(text)[0];
const last = (text: string) => told(text).at(-1);

describe('verbs that say something only in their place', () => {
  it('goes on with «زاد», and leaves what grows alone', () => {
    expect(last('قالت الوزيرة سلمى النجار إن المخزون كاف. وزادت أن سفينتين في الطريق.')).toEqual([
      'سفينتين في الطريق',
      'سلمى النجار',
      false,
    ]);
    expect(first('زاد من خطورة الوضع أن الطريق مقطوع منذ أسبوع كامل.')?.[1]).toBeNull();
    expect(told('نقلت وكالة "ميدلاين" عن مصدر أن المبيعات ارتفعت، وزادت الأرباح بنسبة 9%.')[1]?.[1]).toBe(
      'مصدر ← وكالة "ميدلاين"',
    );
  });

  it('takes what is ascribed to somebody as his words, and not what he is charged with', () => {
    expect(first('نسبت صحيفة "الميناء" إلى ضابطين قولهما إن وحدتهما لم تتلق بدلاء منذ شهر.')).toEqual([
      'وحدتهما لم تتلق بدلاء منذ شهر',
      'ضابطين ← صحيفة "الميناء"',
      true,
    ]);
    expect(first('نسبت النيابة إلى المتهمين الاشتراك في غسل الأموال.')?.[1]).toBeNull();
  });

  it('hears the defence, not who drives or pays', () => {
    expect(first('دفع محامي الشركة بأن الرسالة مجتزأة من سياقها.')).toMatchObject({ 0: 'الرسالة مجتزأة من سياقها' });
    expect(first('دفع محامي الشركة، سامح الغندور، ببطلان إذن القبض لصدوره عن غير مختص.')?.[1]).toBe('سامح الغندور');
    expect(first('دفع الغلاء الأسر إلى أن تبيع أثاث بيوتها في السوق.')?.[1]).toBeNull();
  });

  it('reads what a text lays down, and no sum given back as an answer', () => {
    expect(first('تنص المسودة على إعفاء ضريبي يمتد سبعة أعوام.')).toEqual([
      'إعفاء ضريبي يمتد سبعة أعوام',
      'المسودة',
      false,
    ]);
    expect(first('تضمن أمر الإحالة أن المتهم تلقى مبالغ كبيرة.')?.[1]).toBe('أمر الإحالة');
    expect(told('أوضح الخبير سامي حداد أن موكله عرض رد 40% من المبالغ، «ولكن أحدا لم يستمع إليه».')[0]?.[0]).toMatch(
      /^موكله عرض رد 40% من المبالغ/,
    );
  });
});

describe('what is said as a noun', () => {
  it('is foreseen or denied behind a subject that is complete', () => {
    expect(first('يتوقع المسؤولون المحليون بدء الإنتاج بعد موعده بثمانية أشهر.')).toEqual([
      'بدء الإنتاج بعد موعده بثمانية أشهر',
      'المسؤولون المحليون',
      true,
    ]);
    expect(last('أكد مصدر قضائي أن الأصول جمدت، مرجحا الانتهاء من حصرها خلال شهر.')?.[0]).toBe(
      'الانتهاء من حصرها خلال شهر',
    );
    expect(last('أقرت القيادة بأن الوضع «بالغ الصعوبة» لكنها نفت سقوط البلدة.')).toEqual([
      'سقوط البلدة',
      'القيادة',
      false,
    ]);
    expect(first('أعلن سلاح الجو إسقاط 91 مسيرة من أصل 128.')?.[1]).toBe('سلاح الجو');
    expect(first('نفى مصدر مقرب من الوفد لوكالة تسنيم صحة هذه الأنباء.')?.[0]).toBe('صحة هذه الأنباء');
  });
});

describe('who speaks, by his words and around his name', () => {
  it('reads a foreign name that begins like «ف» and a verb', () => {
    expect(first('بحسب حاكم المقاطعة إيفان فيدوروف، لم يبق في البلدة سوى 84 مدنيا.')?.[1]).toBe('إيفان فيدوروف');
    expect(first('قال الوزير إن الطريق مقطوع، فيما يتوقف القطار.')?.[0]).toBe('الطريق مقطوع');
  });

  it('ends a name before his own channel, and sets aside in what mood he says it', () => {
    expect(first('قتلت امرأة في القصف، حسبما أفاد رئيس البلدية إيغور تيريخوف عبر قناته على تليغرام.')?.[1]).toBe(
      'إيغور تيريخوف',
    );
    expect(told('قال سامي حداد إن المصنع توقف. وقال ضاحكا إن أحدا لم يسأل عنه.')[1]?.[1]).toBe('سامي حداد');
  });

  it('tells whom he spoke to from who speaks', () => {
    const said = told('أنكر كريم حسن التهمة. وقال للقاضي من داخل القفص: «أنا تاجر وخسرت كثيرا هذا العام».');
    expect(said.at(-1)?.[1]).not.toMatch(/قاضي/);
  });

  it('knows the broadcaster of a state, and that a group in marks is no medium', () => {
    expect(last('قال إن مجموعة «الشرق» تقدمت. وصرح المتحدث سامي حداد للتلفزيون الوطني بأن المعارك مستمرة.')?.[1]).toBe(
      'سامي حداد ← التلفزيون الوطني',
    );
  });

  it('opens with «فبحسب», and reads a document through a clause about it', () => {
    expect(first('فبحسب بيانات شركة داتافورس، تراجعت الحصة إلى 9 في المئة.')?.[1]).toBe('بيانات شركة داتافورس');
    expect(first('وجاء في تقرير الهيئة، الذي حصلت «الوطن» على نسخة منه، أن المتهم لم يقيد شيئا.')?.[1]).toBe(
      'تقرير الهيئة ← الوطن',
    );
  });

  it('gives what a medium passes on to it, when its clause stands before', () => {
    expect(last('لكن قناة «أسترا» المعارضة نشرت تسجيلا مصورا، ونقلت عن عامل أن الإنتاج توقف بالكامل.')?.[1]).toBe(
      'عامل ← قناة «أسترا» المعارضة',
    );
    expect(
      last('يناقش الوزراء الخطة، وفقا لمسودة اطلعت عليها صحيفة "الميناء". وتفيد الوثيقة بأن الرسوم سترتفع.')?.[1],
    ).toBe('الوثيقة ← صحيفة "الميناء"');
  });

  it('takes an unnamed person in the accusative for unnamed', () => {
    expect(first('لكن شخصا مطلعا على الخطط قال إن الشركة تدرس الإغلاق.')?.[2]).toBe(true);
  });
});

describe('words that say so only of somebody, and where they stop', () => {
  it('notes and goes on in the Maghrebi manner', () => {
    const text =
      'وأورد بلاغ للنيابة العامة، توصلت به صحيفة "الميناء"، أن المتهمين أودعوا السجن. وأفاد المصدر ذاته بأن البحث متواصل.';
    expect(told(text).map(([, source]) => source)).toEqual([
      'بلاغ للنيابة العامة ← صحيفة "الميناء"',
      'بلاغ للنيابة العامة',
    ]);
    const actor =
      'قال سعيد الرحموني، رئيس الجمعية، إن المجازر تزود السوق. وشدد الفاعل الجمعوي ذاته على أن الجمعية راسلت السلطات، مسجلا أنها لم تتلق أي جواب.';
    expect(told(actor).map(([, source]) => source)).toEqual(['سعيد الرحموني', 'سعيد الرحموني', 'سعيد الرحموني']);
    expect(last('أبرز المتحدث كمال درويش أن اللجنة تعمل كل أسبوع.')?.[1]).toBe('كمال درويش');
    expect(first('سجل التضخم مستوى قياسيا بعد أن ارتفعت أسعار الوقود.')?.[1]).toBeNull();
    expect(first('قال سامي حداد إن الشركة توسعت، وسجلت الشركة أرباحا قدرها مليون دولار.')?.[1]).toBe('سامي حداد');
  });

  it('reads what a message or a register shows', () => {
    expect(first('ويظهر في إحدى الرسائل، المؤرخة في 4 يونيو، أن المدير طلب تقسيم المبلغ.')?.[1]).toBe('إحدى الرسائل');
    expect(first('ويظهر في الشارع الرئيسي أن المحال أغلقت منذ أسبوع.')?.[1]).toBeNull();
    expect(first('يُظهر السجل التجاري أن الشركة تأسست قبل تسعة أيام.')?.[1]).toBe('السجل التجاري');
    expect(first('تكشف وثائق مسرّبة، اطلع عليها "مرقب"، كيف انتهى المال في حسابات ثلاث شركات.')).toEqual([
      'انتهى المال في حسابات ثلاث شركات',
      'وثائق مسرّبة ← مرقب',
      false,
    ]);
  });

  it('hears an answer with its doubled letter, and denies behind where it was said', () => {
    expect(first('وردّ المدير سامي حداد، بعد ساعتين: "تم تحويل المبلغ كله إلى الشركة".')?.[1]).toBe('سامي حداد');
    expect(first('نفى مسؤول بالعمالة، في اتصال مع صحيفة "الميناء"، توصل المصالح بأي مراسلة.')?.[0]).toBe(
      'توصل المصالح بأي مراسلة',
    );
    expect(first('أكد متحدث باسم المكتب فتح تحقيق أولي في أيلول.')?.[0]).toBe('فتح تحقيق أولي في أيلول');
    expect(first('أكد مسؤول في الدائرة، طلب عدم نشر اسمه لأنه غير مخول بالتصريح، أن الكتاب لم يصل.')?.[0]).toBe(
      'الكتاب لم يصل',
    );
  });

  it('keeps to whoever speaks across «غير أنه», and finds who acts behind it', () => {
    expect(
      last('أقر رئيس البلدية، مروان شقرا، بأن النظام معطل منذ شهر، غير أنه نفى أن يكون ذلك سببا للوفيات.')?.[1],
    ).toBe('مروان شقرا');
    expect(last('أقرت الدراسة بهذا التمويل، غير أنها أكدت أن الشركة لم يكن لها دور في التحليل.')?.[1]).toBe('الدراسة');
  });

  it('takes how it was said for nobody, and a pause before where it was said for no end', () => {
    expect(first('وكان وزير الفلاحة قد أقر، جوابا عن سؤال كتابي، بأن نصف المجازر لا تستجيب للمعايير.')?.[1]).toBe(
      'وزير الفلاحة',
    );
    expect(
      last('كشف يوسف العلمي، طبيب بيطري، أن اللحوم ملوثة، موضحا، ضمن حديث لإذاعة "ميد راديو"، أن الختم لا يكلف شيئا.'),
    ).toEqual(['الختم لا يكلف شيئا', 'يوسف العلمي ← إذاعة "ميد راديو"', false]);
  });

  it('knows whom a pronoun makes several, a woman by her son, and a family called like a trade', () => {
    expect(last('خلصت دراسة إلى أن الوقوف مفيد. وكتب مؤلفوها حينها أن الأثر يزول خلال يوم.')?.[2]).toBe(true);
    expect(
      last('قال سامي حداد إن الماء وصل. تشتري أم يزن صهريجا كل أسبوع. تقول: "وعدونا قبل العيد ولم يأت أحد".')?.[1],
    ).toBe('أم يزن');
    expect(first('ويرى الخبير في الحوكمة معن القضاة أن ما حصل طريقة عمل.')?.[1]).toBe('معن القضاة');
  });

  it('leaves the publication of a study and the terms of an interview untold', () => {
    const study = told('أوضح الباحثون أن الفائدة كانت أكبر مساء، ونُشرت النتائج، الخميس، في دورية متخصصة.');
    expect(study.map(([, source]) => source)).toEqual(['الباحثون', null]);
    const terms = told(
      '"كنا نوقع على محاضر لم نر أصلها"، يقول موظف سابق التقيناه في الزرقاء، طلب عدم ذكر اسمه خوفا من الملاحقة.',
    );
    expect(terms.map(([quote]) => quote)).toEqual(['كنا نوقع على محاضر لم نر أصلها']);
    expect(terms[0]?.[1]).toBe('موظف سابق');
  });

  it('cuts off what «لكنها» measures, and nothing that lives by the words before', () => {
    expect(
      told('شكل المجلس لجنة تحقيق في الملف العام الماضي، لكنها لم تعقد سوى اجتماع واحد.').map(([quote]) => quote),
    ).toEqual(['شكل المجلس لجنة تحقيق في الملف العام الماضي', 'لم تعقد سوى اجتماع واحد']);
    expect(told('يحتاج الوزير إلى تحقيق شيء يقنع الناخبين بأنه انتصر، لكنه لم يتمكن من الحصول عليه.')).toHaveLength(1);
  });
});
