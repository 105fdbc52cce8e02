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
