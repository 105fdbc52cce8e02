import { toldClaims } from '../../../../../test/support/told-claims.js';
import { extract } from '../../extraction/extract.js';

const told = (...lines: string[]) => toldClaims(lines.join('\n'), 'ar');
const chain = (...lines: string[]) => told(...lines).at(-1)?.[1];

const HAARETZ = 'كشفت صحيفة هآرتس أن الجيش يستعد للانسحاب من القاعدة.';
const OFFICERS = 'ونقلت الصحيفة عن ضابطين أن الأمر صدر قبل شهر.';

describe('the report of the medium whose story is told', () => {
  it('is the medium’s, whoever has spoken in between', () => {
    expect(chain(HAARETZ, OFFICERS, 'ولفت التقرير إلى أن السفير تحفظ على الخطة.')).toBe('التقرير ← صحيفة هآرتس');
  });

  it('is another’s where another report has been named, or other figures were read last', () => {
    const report = 'وقال التقرير إن 40 سجينا ماتوا هذا العام.';
    expect(chain(HAARETZ, 'وأصدرت منظمة العفو تقريرا عن السجون.', report)).toBe('التقرير');
    const figures = 'وبحسب بيانات الجهاز المركزي للإحصاء، تراجعت الواردات 9% هذا العام.';
    expect(chain(HAARETZ, figures, 'وأوضح التقرير أن السعر ارتفع إلى 268 دولارا.')).toBe('التقرير');
    const own = 'كشف تقرير لصحيفة هآرتس أن الجيش يستعد للانسحاب من القاعدة.';
    expect(chain(own, 'وأصدرت منظمة العفو تقريرا عن السجون.', report)).toBe('التقرير');
    expect(chain(HAARETZ, 'وقالت منظمة العفو في تقرير إن السجون ممتلئة.', report)).toBe('التقرير');
  });

  it('is that of the medium which published it, and no inquiry of a court', () => {
    const spies = 'نشرت مجلة دير شبيغل تقريرا عن شبكة تجسس تعمل في برلين.';
    expect(chain(spies, 'وقال التقرير إن أربعة موظفين نقلوا وثائق سرية.')).toBe('التقرير ← مجلة دير شبيغل');
    const leaked = 'أثار تقرير مسرب عن شبكة تجسس أزمة في برلين، بعدما نشرت مجلة "شتيرن" مقتطفات منه.';
    expect(chain(leaked, 'وجاء في التقرير أن أربعة موظفين نقلوا وثائق سرية.')).toBe('التقرير ← مجلة "شتيرن"');
    const motors = ['نشرت مجلة دير شبيغل تحقيقا عن المحركات.', 'ويقول التحقيق إن شركة اشترت 4200 محرك.'];
    const court = 'وفتحت النيابة تحقيقا أوليا مع ثلاثة أشخاص.';
    expect(chain(...motors, court, 'ويخلص التحقيق إلى أن الرقابة غائبة تماما.')).toBe('التحقيق ← مجلة دير شبيغل');
    expect(chain(...motors, 'لكن وثيقة حصل عليها معدو التحقيق تظهر أن 17 شحنة خرجت.')).toMatch(/ ← مجلة دير شبيغل$/);
    const said = 'وقالت الصحيفة، في تقرير نشرته أمس، إن الجيش أخلى ثلاث قواعد.';
    expect(chain(HAARETZ, said, OFFICERS, 'وتابع التقرير أن القرار نهائي ولا رجعة عنه.')).toBe('التقرير ← صحيفة هآرتس');
    const joint = 'وقالت صحيفة معاريف إن منظمة العفو أصدرت تقريرا عن السجون.';
    expect(chain(HAARETZ, joint, 'وقال وزير إن السجون ممتلئة.', 'وقال التقرير إن 40 سجينا ماتوا.')).toBe('التقرير');
  });
});

describe('whoever speaks for the first time', () => {
  const minister = 'وأكد الوزير سامي حداد أن الحدود مغلقة منذ شهر.';
  const official = 'وأوضح مسؤول دفاعي كبير أن الكلفة بلغت 480 مليون دولار.';

  it('is the medium’s behind its name alone, and behind what it has read', () => {
    expect(chain(HAARETZ, minister, official)).toBe('مسؤول دفاعي كبير');
    expect(chain(HAARETZ, minister, 'وبحسب الصحيفة، طلب القائد تأجيل الخطوة شهرا.', official)).toBe(
      'مسؤول دفاعي كبير ← صحيفة هآرتس',
    );
    expect(chain(HAARETZ, 'ووفقا لوثيقة اطلعت عليها الصحيفة، تأجلت الخطوة شهرا.', official)).toBe(
      'مسؤول دفاعي كبير ← صحيفة هآرتس',
    );
    expect(chain(HAARETZ, 'وأظهرت بيانات البنك المركزي أن النمو تباطأ إلى 2%.', official)).toBe('مسؤول دفاعي كبير');
  });

  it('is one of so many who stand before', () => {
    const sources = 'قالت ثلاثة مصادر لرويترز إن المحادثات متقدمة.';
    expect(told(sources, 'وأضاف اثنان منهم أن الرخصة ستصدر قريبا.').at(-1)?.slice(1)).toEqual([
      'اثنان منهم ← رويترز',
      true,
    ]);
    expect(told('قال خبراء إن التقدير متفائل، ورأى 6 منهم أن الكلفة ستتجاوز ثلاثة مليارات.').at(-1)?.slice(1)).toEqual([
      '6 منهم',
      true,
    ]);
  });

  it('is that of any medium that tells several things itself, until another speaks', () => {
    const story = [
      'قالت رويترز إن الميناء أغلق أمس.',
      'كشفت صحيفة هآرتس أن الجيش يستعد للانسحاب.',
      'وتقول الصحيفة إن الأمر صدر قبل شهر.',
      'وتضيف الصحيفة أن القاعدة أخليت.',
    ];
    const people = 'وقال جنود إنهم لم يبلغوا بالقرار حتى اليوم.';
    expect(chain(...story, people)).toBe('جنود ← صحيفة هآرتس');
    expect(chain(...story.slice(0, 3), people)).toBe('جنود');
    expect(chain(...story, 'وذكرت رويترز أن الطريق مغلق.', people)).toBe('جنود');
  });
});

describe('a piece and who wrote it', () => {
  const review = 'نستهل جولتنا من صحيفة الغارديان، ومقال للكاتبة سارة كولمان بعنوان "شتاء طويل".';

  it('gives the writer the medium, by her name and by what she is', () => {
    expect(chain(review, 'وترى الكاتبة أن الحكومة فقدت ثقة الناخبين.')).toBe('سارة كولمان ← صحيفة الغارديان');
    expect(chain(review, 'وتقول كولمان إن العقد بلغ 330 مليون جنيه.')).toBe('كولمان ← صحيفة الغارديان');
    expect(chain('صدر مقال للكاتبة سارة كولمان بعنوان "شتاء".', 'وتقول كولمان إن العقد بلغ 330 مليونا.')).toBe(
      'كولمان',
    );
  });

  it('makes whom she quotes the medium’s', () => {
    const doctor = 'عن طبيب في ليدز أن الشاشة أخطأت مرتين هذا الشهر.';
    expect(chain(review, `وتنقل الكاتبة ${doctor}`)).toBe('طبيب في ليدز ← صحيفة الغارديان');
    expect(chain(review, `وتنقل كولمان ${doctor}`)).toBe('طبيب في ليدز ← صحيفة الغارديان');
    expect(chain(review, `وتنقل ريبيكا ${doctor}`)).toBe('طبيب في ليدز ← ريبيكا');
  });

  it('is read from its first words, which say where it says so', () => {
    expect(chain(review, 'تبدأ الكاتبة مقالها بالقول إن 60 مستشفى تستخدم البرنامج.')).toBe(
      'سارة كولمان ← صحيفة الغارديان',
    );
    expect(chain('تبدأ الكاتبة سارة كولمان مقالها بالقول إن 60 مستشفى تستخدم البرنامج.')).toBe('سارة كولمان');
    expect(chain('وأنهى الوزير سامي حداد كلمته. وقال إن الحدود مغلقة منذ شهر.')).toBe('سامي حداد');
  });
});

describe('which medium «الصحيفة» is', () => {
  it('is one that may be called so', () => {
    const two = 'كشفت صحيفة "لو تان" نقلا عن شخصين أن المصرفي عرض التعاون.';
    const later = 'وذكر أحد الشخصين للصحيفة أن المفاوضات انهارت في يوليو.';
    expect(chain(two, 'ولم يتسن لسكاي نيوز عربية التحقق من هذه المعلومة.', later)).toBe('أحد الشخصين ← صحيفة "لو تان"');
    const wires = ['قالت رويترز إن الميناء أغلق أمس.', 'وذكرت فايننشال تايمز أن السفن غادرت.'];
    expect(chain(...wires, 'وأضافت الوكالة أن الشركة خسرت مليونا.')).toBe('رويترز');
    expect(chain(...wires, 'وأضافت الصحيفة أن الشركة خسرت مليونا.')).toBe('فايننشال تايمز');
    expect(chain(...[...wires].reverse(), 'وأضافت الصحيفة أن الشركة خسرت مليونا.')).toBe('فايننشال تايمز');
    const unsorted = 'وذكرت أوكراينسكا برافدا أن السفن غادرت.';
    expect(chain(wires[0] ?? '', unsorted, 'وأضافت الوكالة أن الشركة خسرت مليونا.')).toBe('رويترز');
    const air = ['وذكرت شبكة سي بي إس أن الوفد وصل.', 'وذكرت معاريف أن السفن غادرت.'];
    expect(chain(...air, 'وأضافت القناة أن اللقاء غدا.')).toBe('شبكة سي بي إس');
  });

  it('is no agency of several words, nor one that rates', () => {
    const asked = 'وأكد مصدر في الوفد للقناة نفسها أن المسألة بحثت مرتين.';
    const geo = 'ونفى المتحدث في مقابلة مع تلفزيون «جيو نيوز» وجود أي شرط أمني.';
    const wire = 'وذكرت أسوشيتد برس أن الوفد غادر أمس.';
    expect(chain(geo, wire, asked)).toBe('مصدر في الوفد ← تلفزيون «جيو نيوز»');
    const rating = 'وقدرت وكالة «موديز» حاجات التمويل بنحو 23 مليار دولار.';
    expect(chain('قالت فرانس برس إن 11 عاملا قتلوا.', rating, 'وأوضحت الوكالة أن سبعة منهم قضوا في الإقليم.')).toBe(
      'فرانس برس',
    );
  });

  it('is the one named so and often, not one met in passing', () => {
    const weekly = [
      'نشرت مجلة "إيكونوميست" تقريرا عن القمح وقالت إن البلاد أنفقت الكثير.',
      'وأوضحت المجلة أن الهيئة تخلت عن المناقصات.',
      'وبينت المجلة أن السعر زاد كثيرا.',
    ];
    const expert = 'وقال الخبير جمال صيام لـ"عربي21" إن المشكلة في التخزين.';
    const last = 'ورأت المجلة أن الحكومة تشتري الوقت بأغلى الأثمان.';
    expect(chain(...weekly, expert, last)).toBe('مجلة "إيكونوميست"');
    expect(chain(...weekly, expert, 'وذكر عربي21 أن الصوامع ممتلئة هذا العام.', expert, last)).toBe('عربي21');
  });

  it('ends with its marks, and is whom a spokesman answers', () => {
    const named = 'وتابعت "إيكونوميست" بأن صندوق النقد يضغط لرفع سعر الرغيف هذا العام.';
    expect(chain(named, 'ورأت المجلة أن الحكومة تشتري الوقت.')).toBe('إيكونوميست');
    expect(chain('وردا على سؤال لفرانس برس، قالت المتحدثة لين تشيو إن التعاون مفيد للجانبين.')).toBe(
      'لين تشيو ← فرانس برس',
    );
    expect(chain('وردا على تقرير لفرانس برس، قالت المتحدثة لين تشيو إن التعاون مفيد للجانبين.')).toBe('لين تشيو');
  });

  it('may have been named in passing, whatever letter its name begins with', () => {
    const leader = 'ونختم جولتنا بافتتاحية لصحيفة لوموند تساءلت فيها: من يحاسب الآلة؟';
    expect(chain(HAARETZ, leader, 'وتعتبر الصحيفة أن القانون ولد قديما.')).toBe('صحيفة لوموند');
    expect(chain(HAARETZ, leader, 'وتذكّر الافتتاحية بأن 11 دولة ضغطت من أجله.')).toBe('الافتتاحية ← صحيفة لوموند');
    const visit = 'ونصل أخيرا إلى لوموند التي تساءلت عمن يحاسب الآلة.';
    expect(chain(HAARETZ, visit, 'وتعتبر الصحيفة أن القانون ولد قديما.')).toBe('لوموند');
    expect(chain('وقال مصدر للوموند إن باريس لا تنوي إعادة فتح النص.')).toBe('مصدر ← لوموند');
  });

  it('may stand above the body only', () => {
    const body = [
      'غادر الرئيس التنفيذي للشركة الألمانية منصبه بعد خلاف حاد مع مجلس الإدارة حول تأجيل الإنتاج.',
      'وبحسب الصحيفة البريطانية، فإن الرقاقة لن تدخل مرحلة الإنتاج قبل الربع الثاني من العام المقبل.',
    ];
    const last = (...heads: string[]) => chain([...heads, ...body].join('\n\n'));
    expect(last('فايننشال تايمز: "نوفاكور" تخسر مديرها')).toBe('فايننشال تايمز');
    expect(last('سكاي نيوز عربية', 'فايننشال تايمز: "نوفاكور" تخسر مديرها')).toBe('فايننشال تايمز');
    expect(last('سكاي نيوز عربية', 'نوفاكور تخسر مديرها', 'مصنع قرب دريسدن - فايننشال تايمز')).toBe(
      'الصحيفة البريطانية',
    );
  });

  it('leaves English headlines alone, whose nouns are written like names', () => {
    const text =
      'Rail agency shelved brake rule after industry pushback, emails show\n\nWASHINGTON — The Federal Railroad Administration has quietly shelved the rule, according to emails.\n\nThe agency had told Congress in March that the rule would be final by the end of the year.';
    const { claims } = extract({ text, language: 'en' });
    expect(claims.at(-1)?.attribution?.links.map(({ role }) => role)).toEqual(['speaker']);
  });
});
