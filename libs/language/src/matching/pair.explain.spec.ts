import { explain } from './pair.explain.js';

const pair = (a: string, b: string) => explain({ text: a }, { text: b });

describe('explain', () => {
  it.each([
    ['ارتفاع أسعار الذهب في مصر اليوم', 'انخفاض أسعار الذهب في مصر اليوم', 'a rise against a fall'],
    ['الصين تهدد أستراليا بعقوبات تجارية جديدة', 'الصين تهدد كندا بعقوبات تجارية جديدة', 'one country for another'],
    [
      'مقتل خمسة من أفراد الشرطة في اشتباكات مع صوفيين',
      'مقتل 7 من أفراد الشرطة في اشتباكات مع صوفيين',
      'five against seven',
    ],
    ['الجيش انسحب من مدينة حلب مساء الجمعة', 'الجيش لم ينسحب من مدينة حلب مساء الجمعة', 'a denial'],
    [
      'The minister resigned on 3 March 2024 after the vote',
      'The minister resigned on 5 March 2024 after the vote',
      'two dates',
    ],
    ['The army shot down 3 planes near Kyiv', 'The army did not shoot down 3 planes near Kyiv', 'an English denial'],
  ])('conflict: %s ↔ %s (%s)', (a, b) => expect(pair(a, b).class).toBe('conflicting'));

  it('is symmetric in class and similarity', () => {
    const texts = [
      'ارتفاع أسعار الذهب في مصر',
      'انخفاض أسعار الذهب في مصر',
      'Gold rose in Egypt',
      'مقتل خمسة في حلب',
      '',
    ];
    for (const a of texts)
      for (const b of texts) {
        expect(pair(a, b).class).toBe(pair(b, a).class);
        expect(pair(a, b).similarity).toBeCloseTo(pair(b, a).similarity, 12);
      }
  });

  it('sees one claim through spelling, digits and clitics', () => {
    const same = pair('استسلم 6543 جنديًا روسيًا للقوات الأوكرانية', 'وإستسلم ٦٬٥٤٣ جنديا روسيا للقوات الاوكرانيه');
    expect(same.class).toBe('duplicate');
    expect(same.shared.numbers.map(({ key }) => key)).toEqual(['6543']);
    expect(same.shared.names.map(({ key }) => key)).toEqual(['country/russia', 'country/ukraine']);
  });

  it('does not call it a duplicate when the roles are turned round or a word is replaced', () => {
    expect(pair('تركيا تحذر مصر من حرب جديدة', 'مصر تحذر تركيا من حرب جديدة').class).toBe('similar');
    expect(
      pair('هل النساء أكثر سعادة في المدينة من الريف', 'هل الأطفال أكثر سعادة في المدينة من الريف').class,
    ).not.toBe('duplicate');
  });

  it('takes a more precise date or an added number for no contradiction', () => {
    expect(pair('سقط النظام عام 2024 في دمشق', 'سقط النظام في 8 كانون الأول 2024 في دمشق').different.dates).toEqual({
      a: [],
      b: [],
    });
    expect(pair('مقتل مدنيين في غارة على حلب', 'مقتل 12 مدنيا في غارة على حلب').class).not.toBe('conflicting');
  });

  it('reads an exception as an affirmation', () => {
    expect(pair('لم يحضر الجلسة إلا ثلاثة نواب', 'حضر الجلسة ثلاثة نواب').negation.differs).toBe(false);
    expect(pair('لم يحضر الجلسة ثلاثة نواب', 'حضر الجلسة ثلاثة نواب').negation.differs).toBe(true);
  });

  it.each([
    ['السعودية لا تزال تعتقل 9 أشخاص', 'السعودية تعتقل 9 أشخاص'],
    ['الذهب دون 1300 دولار', 'الذهب عند 1300 دولار'],
    ['أطباء بلا حدود تعمل في غزة', 'أطباء المنظمة تعمل في غزة'],
  ])('takes %s for no denial', (a, b) => expect(pair(a, b).negation.differs).toBe(false));

  it('knows the forms of a verb on one side of an opposition', () => {
    for (const fell of ['هبط', 'هبطت', 'يهبط', 'تهبط', 'فهبطت'])
      expect(pair(`${fell} أسعار النفط في السوق`, 'صعدت أسعار النفط في السوق').class).toBe('conflicting');
  });

  it('finds the one origin behind two carriers, whatever the spelling', () => {
    const one = explain(
      { text: 'الكرملين أبلغ الأسد أنه سيخسر المعركة ونصحه بالرحيل', origin: 'وكالة بلومبيرغ' },
      { text: 'موسكو نصحت الأسد بالرحيل بعدما أبلغته أنه سيخسر', origin: 'Bloomberg' },
    );
    expect(one.origin.same).toBe(true);
    expect(one.class).toBe('same-origin');
  });

  it('meets the other language by names, numbers, dates and notions', () => {
    const crossed = pair(
      'بوتين: مقتل 17 جنديا روسيا في خيرسون يوم 8 ديسمبر 2024',
      'Putin: 17 Russian soldiers killed in Kherson on December 8, 2024',
    );
    expect(crossed.crossLanguage).toBe(true);
    expect(crossed.class).toBe('similar');
    expect(crossed.shared.dates.map(({ key }) => key)).toEqual(['2024-12-08']);
    const opposed = pair('ارتفع الدولار 17 نقطة في تركيا', 'The dollar fell 17 points in Turkey');
    expect(opposed.antonyms).toEqual([{ opposition: 'rise', a: 'ارتفع', b: 'fell' }]);
  });

  it('says nothing of texts that share nothing', () => {
    expect(pair('مباراة كرة القدم الليلة', 'The bank raised its rate').class).toBeNull();
    expect(pair('', '').class).toBeNull();
  });
});
