import { toldClaims } from '../../../../../test/support/told-claims.js';

const told = (text: string) => toldClaims(text, 'ar');
const last = (text: string) => told(text).at(-1);

describe('a participle of saying behind a clause of another verb', () => {
  it.each([
    ['طالب النائب كمال درويش بتشكيل لجنة للتحقيق، معتبرًا أن رد الوزارة لا يقنع أحدًا.', 'كمال درويش'],
    ['طالبت النائبة ليلى عطوي بتشكيل لجنة للتحقيق، معتبرةً أن رد الوزارة لا يقنع أحدًا.', 'ليلى عطوي'],
    ['وكان محافظ الساحل سامي الحداد قد رفض التوقيع، مؤكدًا أن رد الوزارة لا يقنع أحدًا.', 'سامي الحداد'],
    ['وافقت وزارة المالية على صرف التعويضات أمس، موضحة أن رد الوزارة لا يقنع أحدًا.', 'وزارة المالية'],
  ])('%s', (text, speaker) => {
    const claims = told(text);
    expect(claims).toHaveLength(2);
    expect(claims[0]?.[1]).toBeNull();
    expect(claims[1]).toEqual(['رد الوزارة لا يقنع أحدًا', speaker, false]);
  });

  it('goes on for whoever is speaking where the verb of saying has no subject either', () => {
    const text = 'قال الوزير كمال درويش إن السد سليم.\nوشدد على حماية سكان القرى القريبة، مضيفًا أن الصيانة مستمرة.';
    expect(last(text)).toEqual(['الصيانة مستمرة', 'كمال درويش', false]);
  });

  it('does not make a speaker of what cannot speak, nor of one of the other gender', () => {
    expect(last('ارتفع سعر الخبز في المدينة بنسبة كبيرة، مؤكدًا أن الأزمة مستمرة.')?.[1] ?? null).toBeNull();
    expect(last('زارت الوزيرة لمى حداد الميناء أمس، مؤكدًا أن الأزمة مستمرة.')?.[1] ?? null).toBeNull();
  });

  it('leaves what a verb of saying is about a claim of its own', () => {
    expect(
      told('كشف مدير المطاحن سامي الحداد عن توقف ثلاث مطاحن عن العمل، موضحًا أن الأزمة ستنتهي خلال أيام.'),
    ).toHaveLength(2);
    // nothing but how it was said
    expect(told('شكك الوزير كمال درويش في النتائج، معتبرًا أن العينة صغيرة.')).toHaveLength(1);
  });

  it('gives «لكنها رأت أن» to the subject of the clause before it', () => {
    expect(last('وفي بيان لها، رحبت نقابة المعلمين بالقرار، لكنها رأت أن الزيادة غير كافية للأسر.')).toEqual([
      'الزيادة غير كافية للأسر',
      'نقابة المعلمين',
      false,
    ]);
  });
});

describe('what stands in a document', () => {
  it('is said by it', () => {
    expect(told('وجاء في منطوق الحكم أن المتهم تلقى مبالغ كبيرة عبر حسابات أقاربه.')).toEqual([
      ['المتهم تلقى مبالغ كبيرة عبر حسابات أقاربه', 'منطوق الحكم', false],
    ]);
    expect(told('ورد في تقرير اللجنة أن الجسر لم يُفحص منذ عشر سنوات.')[0]?.[1]).toBe('تقرير اللجنة');
    expect(told('جاء في البيان: "لم تُفحص أعمدة الجسر منذ عشر سنوات كاملة".')[0]?.[1]).toBe('البيان');
  });

  it('but who came and where is no report', () => {
    expect(told('جاء الوفد في موعده إلى المدينة لأن الطريق كان مفتوحًا.')[0]?.[1]).toBeNull();
    expect(told('جاءت في المرتبة الأولى جامعة الساحل بعد سنوات من التراجع.')[0]?.[1]).toBeNull();
  });
});

describe('where the writer turns to what another said of it', () => {
  it('ends the words of the first', () => {
    const claims = told('زعم موقع الساحل أن الجبهة تسلمت شحنة من الأسلحة، وهو ما نفته الدولة المعنية جملة وتفصيلًا.');
    expect(claims.map(([quote]) => quote)).toEqual([
      'الجبهة تسلمت شحنة من الأسلحة',
      'هو ما نفته الدولة المعنية جملة وتفصيلًا',
    ]);
    expect(claims[1]?.[1]).toBeNull();
  });

  it('and leaves him his own conclusion', () => {
    expect(told('قال الوزير كمال درويش إن الكلفة تضاعفت هذا العام، وهو ما يعني تأجيل المشروع.')).toHaveLength(1);
  });
});

describe('whoever acted in the sentence before', () => {
  it('is who goes on to write or say', () => {
    expect(
      last('ورفض رئيس النادي طارق العزيزي هذه الاتهامات. وكتب في حسابه: "كل ما نُشر عن العقد كذب وافتراء".')?.[1],
    ).toBe('طارق العزيزي');
    expect(
      last('شكك نقيب الأطباء في الإقليم، الدكتور وسام الخطيب، في الأرقام. وأضاف أن عدد الوفيات لا يقل عن 15.')?.[1],
    ).toBe('وسام الخطيب');
    expect(last('لكن وكيل اللاعب، نونو كوستا، رفض الرواية. وزعم الوكيل أن النادي لم يدفع شيئًا.')?.[1]).toBe(
      'نونو كوستا',
    );
  });

  it('but nothing that has no voice, and nobody of the other gender', () => {
    const before = 'قال الوزير كمال درويش إن السد سليم.\n';
    expect(last(`${before}ارتفع سعر القمح في الأسواق أمس. وأضاف أن المخزون يكفي ستة أشهر.`)?.[1]).toBe('كمال درويش');
    const woman = 'قالت الوزيرة لمى حداد إن السد سليم.\n';
    expect(last(`${woman}ووصل المدير سامي الحداد إلى الموقع أمس. وأضافت أن المخزون يكفي ستة أشهر.`)?.[1]).toBe(
      'لمى حداد',
    );
  });

  it('and a woman whose name does not show it goes on as one', () => {
    const study = 'وأظهرت دراسة جديدة أن 18 في المئة من القراد يحمل الفيروس.\n';
    expect(
      last(
        `${study}وتقول أم خالد، وهي مربية أغنام فقدت زوجها، إن أحدًا لم يزر القرية. وتضيف أن الفريق تأخر أسبوعين.`,
      )?.[1],
    ).toBe('أم خالد');
  });
});

describe('what is affirmed, denied and revealed', () => {
  it('is a noun as well as a clause', () => {
    expect(told('أكد المدير سامي الحداد عدم تسجيل أي إصابة داخل المستشفيات، مشيرًا إلى أن النتائج لم تكتمل.')).toEqual([
      ['عدم تسجيل أي إصابة داخل المستشفيات', 'سامي الحداد', false],
      ['النتائج لم تكتمل', 'سامي الحداد', false],
    ]);
    // what a source asked for is nothing he affirms
    expect(told('أكد مسؤول في دائرة الرقابة، طلب عدم نشر اسمه، أن الكتاب لم يصل.')[0]?.[0]).toBe('الكتاب لم يصل');
  });

  it('and ends where the same man reveals something', () => {
    const claims = told(
      'نفى المتحدث باسم الوزارة، بلال حمدان، الأنباء المتداولة عن حظر نقل الماشية، لكنه كشف عن خطة لإغلاق أربعة أسواق.',
    );
    expect(claims[0]).toEqual(['حظر نقل الماشية', 'بلال حمدان', false]);
    expect(claims).toHaveLength(2);
  });
});

describe('a clause in front of the one that is reported', () => {
  it('stands for itself when a word joins them', () => {
    expect(
      told(
        'فجر فشل الصفقة أزمة إدارية عميقة داخل النادي العريق، إذ علمت «الميناء» من مصادر داخله أن ثلاثة أعضاء استقالوا.',
      ),
    ).toEqual([
      ['فجر فشل الصفقة أزمة إدارية عميقة داخل النادي العريق', null, null],
      ['ثلاثة أعضاء استقالوا', 'مصادر داخله ← الميناء', true],
    ]);
    expect(
      told('لم يصدر عن إدارة المركز أي تعليق أمس، إلا أن مصدرًا في المديرية أوضح أن الشحنة وصلت السبت.').map(
        ([quote]) => quote,
      ),
    ).toEqual(['لم يصدر عن إدارة المركز أي تعليق أمس', 'الشحنة وصلت السبت']);
  });

  it('names who announced it behind «وفق ما»', () => {
    expect(
      told(
        'سجل الإقليم تسع وفيات منذ مطلع الشهر، وفق ما أعلنه مدير المكافحة بوزارة الصحة، الدكتور مأمون الشريف، في إحاطة.',
      ),
    ).toEqual([['سجل الإقليم تسع وفيات منذ مطلع الشهر', 'مأمون الشريف', false]]);
    expect(told('وقال نائب الرئيس المستقيل فؤاد بكر إن الجمعية ستنعقد قريبًا.')[0]?.[1]).toBe('فؤاد بكر');
  });
});
