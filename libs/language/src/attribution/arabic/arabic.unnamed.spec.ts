import { toldClaims } from '../../../../../test/support/told-claims.js';
import { extract } from '../../extraction/extract.js';

const told = (text: string) => toldClaims(text);
const last = (text: string) => told(text).at(-1);

describe('sources that a report does not name, and media nobody has listed', () => {
  it('takes a name in quotation marks behind «بحسب» for a medium, a name without them for a person', () => {
    expect(told('وبحسب "ميدلاين"، قال مصدر مطلع إن الشحنة غادرت المرفأ.')).toEqual([
      ['الشحنة غادرت المرفأ', 'مصدر مطلع ← ميدلاين', true],
    ]);
    const links = extract({ text: 'بحسب صقر، فإن الشحنة غادرت المرفأ ليلًا.' }).claims[0]?.attribution?.links;
    expect(links).toMatchObject([{ role: 'speaker', name: 'صقر' }]);
  });

  it('gives one of several unnamed to the medium that carried them, not to leaks in between', () => {
    const text =
      'نقلت وكالة "ميدلاين" عن مسؤولين سابقين في البنك، طلبا عدم نشر اسميهما، أن المحافظ سلم المفاتيح.\nومع تسريبات تفيد بأن القرض تعثر، كانت الأسواق تتراجع بسرعة.\n';
    expect(last(`${text}وقال أحد المسؤولين السابقين إن الوثائق حملت اسم شركة صغيرة.`)?.[1]).toMatch(/ميدلاين/);
    expect(last(`${text}وقال وزير المال حسام الراوي إن الوثائق حملت اسم شركة صغيرة.`)?.[1]).toBe('حسام الراوي');
  });

  it('reads what is denied behind a name in marks and behind who denies it', () => {
    expect(told('نفت شركة "روافد" المشغلة للسد تلقي أي إنذار مكتوب.')[0]?.[0]).toBe('تلقي أي إنذار مكتوب');
    expect(told('نفت النائبة ربى المصري، رئيسة لجنة المال، علمها بأي قرار بالبيع.')[0]?.[0]).toBe(
      'علمها بأي قرار بالبيع',
    );
    // a long quotation is what was said, no name
    expect(
      told('نفت الشركة "كل ما نشر في الأيام الماضية عن السد وعن العمال"، وأعلنت تلقي طلبات جديدة.')[0]?.[0],
    ).not.toBe('تلقي طلبات جديدة');
  });

  it('leaves how a reply was out of whose it was', () => {
    expect(told('لكن رد الإدارة جاء باردًا: "المدير في مناسبة عائلية خارج المدينة اليوم".')[0]?.[1]).toBe('الإدارة');
    expect(told('رد مدير السد على الأسئلة بالقول إن الصيانة مستمرة.')[0]?.[1]).toBe('مدير السد');
  });

  it('gives a quotation to the verb next to it', () => {
    const text =
      'يؤكد سالم البرقاوي أنه بمجرد أن يعلن نائب واحد استقالته، سيلحق به عشرون نائبًا، كما أضاف "إذا بدت الخطوة منظمة، فسينضم إليها وزيران".';
    expect(told(text).every(([, source]) => source === 'سالم البرقاوي')).toBe(true);
    expect(told('أعلن نائب سابق، في بيان قصير: "لن أترشح مرة أخرى في هذه الدائرة".')[0]?.[1]).toBe('نائب سابق');
  });

  it('knows a passive from its sign', () => {
    expect(told('قال الوزير كمال درويش إن السد سليم.\nويُتوقع أن تناقش اللجنة الملف يوم الثلاثاء.')[1]?.[1]).toBe(
      'يُتوقع',
    );
    expect(told('قال الوزير كمال درويش إن السد سليم.\nويتوقع أن تناقش اللجنة الملف يوم الثلاثاء.')[1]?.[1]).toBe(
      'كمال درويش',
    );
  });
});

describe('the same in English', () => {
  it('ends what is told in a clause of concession', () => {
    expect(
      told('While the agency insists that its timetable has not changed, three advisers have resigned since June.'),
    ).toEqual([
      ['its timetable has not changed', 'the agency', false],
      ['three advisers have resigned since June', null, null],
    ]);
    expect(
      told('Although it was late, the minister said the talks, which began in June, had failed.').at(-1)?.[1],
    ).toBe('the minister');
  });

  it('knows economists from a magazine and another of the sources from an institution', () => {
    expect(told('Economists warn that wages due in December may be paid late.')).toEqual([
      ['wages due in December may be paid late', 'Economists', true],
    ]);
    expect(told('The Economist reported that wages due in December were paid late.')[0]?.[2]).toBe(false);
    const text = 'Midline Agency reported that the gold was moved, citing three people familiar with the operation.\n';
    expect(last(`${text}Another said the final flight switched off its transponder.`)).toEqual([
      'the final flight switched off its transponder',
      'Another ← Midline Agency',
      true,
    ]);
    expect(last(`${text}Rawi said the final flight never took place.`)?.[1]).toBe('Rawi');
  });

  it('makes nobody who spoke before show what figures show', () => {
    const text = 'Rawi said the gold was safe.\nFigures published by the bank suggest otherwise. ';
    expect(last(`${text}They show that its value fell by 260 million dollars.`)?.[1]).toBe('They');
    expect(last('Two officials said the gold was safe.\nThey said its value fell by 260 million dollars.')?.[1]).toBe(
      'Two officials',
    );
  });

  it('cuts before a clause whose subject has a name between commas', () => {
    expect(
      told(
        'His office declined to comment on the reserves, and a spokeswoman for the bank, Lara Mansour, left the building.',
      ),
    ).toHaveLength(2);
    expect(
      told('His office declined to comment on the reserves, and on the audit, last week, of the vault.'),
    ).toHaveLength(1);
  });
});
