import { toldClaims } from '../../../../../test/support/told-claims.js';
import aliases from '../../lexicon/source-aliases.json' with { type: 'json' };
import { media } from '../../lexicon/lexicon.load.js';
import { fold } from '../../normal/normal.fold.js';
import { soundOf } from '../../token/media.names.js';
import { extract } from '../../extraction/extract.js';

const chain = (text: string) => toldClaims(text, 'ar').at(-1)?.[1];
const roles = (text: string) =>
  extract({ text, language: 'ar' })
    .claims.at(-1)
    ?.attribution?.links.map(({ role, name }) => [role, name]);

describe('media on no list, by the form of their names', () => {
  it('takes the words before «تايمز», «بوست» and the like for the name of a medium', () => {
    expect(roles('قالت هافانا تايمز إن المستشفى توقف عن استقبال المرضى.')).toEqual([['outlet', 'هافانا تايمز']]);
    expect(roles('وقالت كييف بوست إن القوات انسحبت من ثلاث قرى شرق البلاد.')).toEqual([['outlet', 'كييف بوست']]);
    expect(chain('وقال مسؤول أميركي لدالاس مورنينغ نيوز إن الشركة سرّحت 400 موظف.')).toBe(
      'مسؤول أميركي ← دالاس مورنينغ نيوز',
    );
    expect(chain('أبلغ مسؤول رفيع هافانا تايمز أن العقد ألغي قبل شهرين.')).toBe('مسؤول رفيع ← هافانا تايمز');
    expect(chain('وقالت لايبزيغر تسايتونغ إن المصنع سيغلق في مارس المقبل.')).toBe('لايبزيغر تسايتونغ');
  });

  it('takes a post, a bank, a card and a word alone for none', () => {
    expect(roles('كتب أحمد بوست على فيسبوك قال فيه إن المدرسة أغلقت أبوابها.')?.[0]?.[0]).toBe('speaker');
    expect(roles('وقالت نيو ستاندرد القابضة إن أرباحها ارتفعت 12% في الربع الثالث.')?.[0]?.[0]).toBe('speaker');
    const later = (between: string) =>
      chain(`ذكرت صحيفة لوموند أن العقد ألغي قبل شهرين.\n${between}\nوقالت الصحيفة إن الخسائر بلغت مليار يورو.`);
    expect(later('ووقعت شركة غلوبال برس عقدا بقيمة 3 ملايين دولار.')).toBe('صحيفة لوموند');
    expect(later('ووصلت إلى الميناء 48 شفرة توربين فقط من أصل 210.')).toBe('صحيفة لوموند');
    expect(later('ونشرت ديلي مافريك صورا من الموقع.')).toBe('ديلي مافريك');
    expect(roles('وقال بنك ستاندرد تشارترد إن أرباحه ارتفعت 12% في الربع الثالث.')?.[0]?.[0]).toBe('speaker');
    expect(roles('وقالت شركة غلوبال برس إن الإنفاق ارتفع 6% في الربع الثالث.')?.[0]?.[0]).toBe('speaker');
    expect(roles('وقال الرئيس نيوز إن الإنفاق ارتفع 6% في الربع الثالث.')?.[0]?.[0]).toBe('speaker');
    expect(roles('وقال الوزير كمال ستار إن الإنفاق ارتفع 6% في الربع الثالث.')?.[0]?.[0]).toBe('speaker');
  });

  it('knows a listed name however its sounds are written', () => {
    for (const name of [
      'فاينانشل تايمز',
      'فايننشيال تايمز',
      'وول ستريت جورنل',
      'وول ستريت غورنال',
      'أوكراينسكا برافدا',
    ])
      expect(roles(`وقالت ${name} إن البنك خسر 3 مليارات دولار.`)).toEqual([['outlet', name]]);
    expect(soundOf('تايمز')).not.toBe(soundOf('توم'));
    // «لا يجري» is not «لا كروا», whose short words must be as they are written
    expect(chain('وقال الوزير سامي حداد إن المعمل لا يجري أي اختبار قبل مارس.')).toBe('سامي حداد');
  });

  it('knows names that mean something else by their marks alone', () => {
    expect(roles('قالت "الوطن" إن الوزارة رفعت أسعار الوقود 15%.')).toEqual([['outlet', 'الوطن']]);
    expect(chain('وقال وزير المال حسام الراوي إن صادرات المملكة من الأسمدة تضاعفت.')).toBe('حسام الراوي');
    const text = 'ارتفعت صادرات المملكة من الأسمدة.\nوقال مصدر مطلع إن العقد سيوقع في مارس.';
    expect(chain(text)).toBe('مصدر مطلع');
  });

  it('has every Arabic spelling of a medium in the source register among the names it reads', () => {
    const known = new Set(
      [
        ...Object.values(media.agencies),
        ...[media.spelt, media.heard, media.inMarks].flatMap((lists) => Object.values(lists)),
      ]
        .flat()
        .map(fold),
    );
    const institutions = /^(?:un|who|hrw|amnesty|sohr)$/;
    // «وكالة رويترز» is read by its noun, «أ.ف.ب» and «الفرنسية» are only a register's
    const read = (name: string) =>
      known.has(fold(name)) || /^(?:ال)?(?:وكالة|صحيفة|قناة|شبكة|مجلة|موقع)|\.|^الفرنسية$/.test(name);
    const unread = aliases
      .filter(({ key }) => !institutions.test(key))
      .flatMap(({ names }) => names.filter((name) => /^[\u0600-\u06ff]/.test(name) && !read(name)));
    expect(unread).toEqual([]);
  });
});

describe('people unnamed by the form of the word', () => {
  it('reads plurals and duals that no list has', () => {
    for (const people of ['حقوقيون', 'مفاوضون', 'بحارة', 'باحثات', 'صيدليان سودانيان'])
      expect(toldClaims(`وقال ${people} إن المياه انقطعت ثلاثة أيام في المخيم.`, 'ar')[0]?.[2]).toBe(true);
    expect(toldClaims('وقال ناخبون لوكالة رويترز إن المراكز أغلقت مبكرًا.', 'ar')[0]?.slice(1)).toEqual([
      'ناخبون ← وكالة رويترز',
      true,
    ]);
  });

  it('takes names of the same endings for names', () => {
    for (const name of ['ماكرون', 'جاكسون', 'صابرين', 'عثمان', 'ياسين', 'كلينتون', 'سفيان'])
      expect(toldClaims(`وقال ${name} إن المياه انقطعت ثلاثة أيام في المخيم.`, 'ar')[0]?.[2]).toBe(false);
    expect(toldClaims('وقال النائب علي بزي إن القانون مر بفارق صوتين في المجلس.', 'ar')[0]?.[1]).toBe('علي بزي');
  });
});

describe('what stands in a document or is shown by one', () => {
  it('reads «جاء فيه أن» with whose document it is', () => {
    expect(chain('نشرت صحيفة لوموند تقريرًا جاء فيه أن الوزير التقى رجل الأعمال أربع مرات.')).toBe(
      'تقريرًا ← صحيفة لوموند',
    );
    expect(chain('وأصدرت الوزارة بيانًا جاء فيه أن 12 شخصًا أصيبوا في الحادث.')).toBe('الوزارة');
    expect(chain('واختتم الحفل بعشاء جاء فيه أن الضيوف تبادلوا الهدايا.')).not.toBe('عشاء');
  });

  it('reads what a report holds and what a survey shows as a noun', () => {
    expect(toldClaims('ويذهب التقرير إلى أن الخسائر بلغت 5 مليارات دولار.', 'ar')[0]?.slice(0, 2)).toEqual([
      'الخسائر بلغت 5 مليارات دولار',
      'التقرير',
    ]);
    expect(chain('ويذهب الطلاب إلى المدرسة أن لم تمطر السماء صباحًا.')).toBeNull();
    expect(
      toldClaims('وأظهر مسح لبلومبرغ تراجعًا في توقعات النمو إلى 2.1% العام المقبل.', 'ar')[0]?.slice(0, 2),
    ).toEqual(['تراجعًا في توقعات النمو إلى 2.1% العام المقبل', 'مسح ← بلومبرغ']);
    expect(chain('وأظهر اللاعب تراجعًا في المستوى منذ عودته من الإصابة.')).toBeNull();
    expect(chain('وأظهرت قناة الحدث تراجعًا في عدد مشاهديها خلال العام الماضي.')).toBeNull();
    // «أجراه» is a verb
    expect(
      toldClaims('وأظهر استطلاع، أجراه مركز مؤشر، وشمل 1240 شخصًا، أن 58% لا يثقون بأرقام الحكومة.', 'ar')[0]?.[0],
    ).toBe('58% لا يثقون بأرقام الحكومة');
  });
});

describe('remarks of the speaker behind what he told', () => {
  it('leaves them out of it', () => {
    const told = (rest: string) =>
      toldClaims(`وقال رئيس البلدية سامر حداد إن السد انهار في السادسة صباحًا، ${rest}`, 'ar').map(([claim]) => claim);
    expect(told('معتبرًا ذلك "إهانة للبلدة".')).toEqual(['السد انهار في السادسة صباحًا']);
    expect(told('محملًا الحكومة المسؤولية عن مقتل 14 شخصًا.')).toEqual(['السد انهار في السادسة صباحًا']);
    expect(told('محذرًا من أن الجسر قد يسقط كذلك.')).toEqual(['السد انهار في السادسة صباحًا', 'الجسر قد يسقط كذلك']);
    expect(told('متهمًا الشركة بإخفاء تقارير الصيانة.')).toEqual([
      'السد انهار في السادسة صباحًا',
      'الشركة بإخفاء تقارير الصيانة',
    ]);
    expect(told('محملة بالطين والحجارة.')[0]).toContain('محملة');
  });
});
