import { extract } from '../extraction/extract.js';

const quotes = (text: string) => extract({ text, language: 'ar' }).claims.map(({ quote }) => quote);
const kinds = (text: string) => extract({ text, language: 'ar' }).claims.map(({ kind }) => kind);

const english = (text: string) => extract({ text, language: 'en' }).claims.map(({ quote }) => quote);

describe('English clauses', () => {
  it('keep a participle that shares the auxiliary before it', () => {
    expect(english('The clerk said the team had tested 12 of the packs and found a faulty switch in five.')).toEqual([
      'the team had tested 12 of the packs and found a faulty switch in five',
    ]);
    expect(english('The dam had been inspected in September and declared safe by the board.')).toHaveLength(1);
    expect(english('Rebels attacked the depot on Sunday and destroyed four trucks near the border.')).toHaveLength(2);
  });

  it('end at a colon that a clause follows', () => {
    expect(english('Investors have sold their bonds: the shares fell 9% on Tuesday.')).toEqual([
      'Investors have sold their bonds',
      'the shares fell 9% on Tuesday',
    ]);
  });

  it('are claims as whole sentences, whatever their verb is, and scraps otherwise', () => {
    expect(
      english('The council met on Monday in the old hall.\nLeague rules bar betting operators from holding a club.'),
    ).toContain('League rules bar betting operators from holding a club');
    expect(english('With four of the five worst years on record.')).toEqual([]);
  });
});

describe('where one claim ends and the next begins', () => {
  it('ends a relative clause where the verb is of another gender and points back to nothing', () => {
    expect(
      quotes('أطلقت الحكومة هذا المشروع الذي رفضه سكان المدينة ولم تؤيد سوى بلديات قليلة تنفيذه وأهمها بلدية الساحل.'),
    ).toEqual([
      'أطلقت الحكومة هذا المشروع الذي رفضه سكان المدينة',
      'لم تؤيد سوى بلديات قليلة تنفيذه وأهمها بلدية الساحل',
    ]);
    // the pronoun points back: still what the relative clause says
    expect(quotes('نشرت الصحيفة الاتفاقية التي رفضها الوزير ولم يوقعها المجلس حتى نهاية الشهر الماضي.')).toHaveLength(
      1,
    );
    expect(quotes('استقال المدير الذي وقع العقد ولم يعلن أسماء الشركاء حتى نهاية الشهر الماضي.')).toHaveLength(1);
  });

  it('takes three things said with «وقد» and «وكذلك» for three claims', () => {
    expect(
      quotes(
        'بلدات الساحل هي الأخرى تبتعد عن العاصمة وقد رفضت بلدية رأس النهر دفع الرسوم الجديدة، وكذلك فعلت بلدية الميناء.',
      ),
    ).toEqual([
      'بلدات الساحل هي الأخرى تبتعد عن العاصمة',
      'رفضت بلدية رأس النهر دفع الرسوم الجديدة',
      'كذلك فعلت بلدية الميناء',
    ]);
    expect(quotes('رفضت بلدية رأس النهر الرسوم الجديدة، وكذلك الزيادة المقررة على أسعار الوقود.')).toHaveLength(1);
  });

  it('divides two sentences with only a comma between after a clause of time too', () => {
    expect(quotes('فيما كانت الشركة تخطط سرًا للرحيل، كان هناك صوت في مجلس الإدارة يطالب بالبقاء.')).toEqual([
      'كانت الشركة تخطط سرًا للرحيل',
      'كان هناك صوت في مجلس الإدارة يطالب بالبقاء',
    ]);
    expect(quotes('في الشركة التي تدير المرفأ، كما كان متوقعًا، استقال ثلاثة مديرين.')).toHaveLength(1);
  });

  it('cuts off no clause of time whose subject stands before it', () => {
    expect(
      quotes(
        'كان المدير قد غادر القاعة غاضبًا أمام الصحفيين عندما أدرك أن مجلس الإدارة صوّت ضد الخطة التي دافع عنها أشهرًا طويلة.',
      ),
    ).toHaveLength(1);
    expect(
      quotes(
        'كان المدير قد غادر القاعة غاضبًا أمام الصحفيين عندما رفضت لجنة المالية الخطة التي دافع عنها أشهرًا طويلة في العاصمة وفي مدن الساحل.',
      ),
    ).toHaveLength(2);
  });

  it('leaves a verb of saying with the thing that «says» it', () => {
    expect(quotes('هذا الحادث زاد من قلق العائلة، وأكد لها أن الجيران لم يعودوا مستعدين للمساعدة.')).toHaveLength(1);
    expect(quotes('زار الوزير كمال درويش المخيم، وأكد للسكان أن المساعدات ستصل غدًا.')).toContain('المساعدات ستصل غدًا');
  });

  it('begins with what did not happen, not with its preposition', () => {
    expect(
      quotes(
        'لكن مع عدم إبداء هذه القوات أي مقاومة تُذكر عندما سيطرت المعارضة على مدينة الساحل بعد أيام من سيطرتها على الميناء، تراجعت الحكومة عن قرارها السابق.',
      ),
    ).toEqual([
      'عدم إبداء هذه القوات أي مقاومة تُذكر',
      'سيطرت المعارضة على مدينة الساحل بعد أيام من سيطرتها على الميناء',
      'تراجعت الحكومة عن قرارها السابق',
    ]);
    expect(quotes('مع وصول الشحنة الأولى إلى الميناء، تراجعت أسعار القمح في الأسواق.')).toEqual([
      'تراجعت أسعار القمح في الأسواق',
    ]);
  });

  it('takes neither «most of them» for a figure nor a refusal to say for a forecast', () => {
    expect(kinds('غالبية القادة في هذا الجيش ليسوا من المؤيدين للحكومة الجديدة.')).toEqual(['event']);
    expect(kinds('غالبية القادة، أي 70 في المئة منهم، ليسوا من المؤيدين للحكومة الجديدة.')).toEqual(['statistic']);
    expect(kinds('قال الناطق إنه لن يوضح ما حدث في القاعدة.')).toEqual(['statement']);
    expect(kinds('أقنع المدير زميله بأنه سيخسر المعركة أمام المجلس.')).toEqual(['event']);
    expect(kinds('المدير واثق من عودته، وسيخسر المعركة أمام المجلس.')).toContain('prediction');
    expect(kinds('قال الناطق إنه لن يسافر إلى القاعدة الشمالية.')).toEqual(['prediction']);
  });
});
