import { toldClaims } from '../../../../../test/support/told-claims.js';
import { extract } from '../../extraction/extract.js';

const told = (...lines: string[]) => toldClaims(lines.join('\n'), 'ar');
const last = (...lines: string[]) => told(...lines).at(-1);
const chain = (...lines: string[]) => last(...lines)?.[1];

describe('what is told inside what is told', () => {
  it('is part of it where somebody informs another or does something with a document', () => {
    expect(told('كشف موقع أكسيوس أن واشنطن أبلغت بيروت بأنها لن تعارض الضربات.')).toEqual([
      ['واشنطن أبلغت بيروت بأنها لن تعارض الضربات', 'موقع أكسيوس', false],
    ]);
    expect(told('قال موظفون إن المدير أخفى نتائج اختبار أظهرت أن 42% من الرقاقات صالحة.')).toEqual([
      ['المدير أخفى نتائج اختبار أظهرت أن 42% من الرقاقات صالحة', 'موظفون', true],
    ]);
    expect(chain('وبحسب قناة المنار، عرض رئيس الشعبة على المجلس وثيقة تفيد بأن العدد بلغ 300.')).toBe('قناة المنار');
  });

  it('has a voice of its own behind a pause, and where the document is what speaks', () => {
    expect(chain('وقالت رويترز إن الاجتماع انتهى، وأبلغ مصدران الوكالة بأن الخلاف مستمر.')).toBe('مصدران ← رويترز');
    expect(chain('قال موظفون إن نتائج اختبار أظهرت أن 42% من الرقاقات صالحة.')).toContain('نتائج اختبار');
    expect(chain('وقال الوزير سامي حداد إن هناك تقارير تشير إلى أن العدد بلغ 300 مصاب.')).toMatch(/^تقارير/);
    expect(chain('قالت رويترز إن الشرطة استجوبت مسؤولا يقول إن الضربة أصابت مدرسة في البلدة.')).toBe('مسؤولا');
    expect(chain('ونشرت الوزارة وثيقة تفيد بأن العدد بلغ 300 مصاب.')).toMatch(/^وثيقة/);
  });
});

describe('where and to whom it was said', () => {
  const adviser = 'وأكد مستشار حكومي أن بغداد أبلغت قبل أيام، ';

  it('may stand between a participle and what it says, and holds for the whole sentence', () => {
    for (const way of ['مشيرا في حديثه للجزيرة نت إلى أن', 'مضيفا في تصريح للجزيرة نت أن', 'موضحا للجزيرة نت أن'])
      expect(told(`${adviser}${way} الحكومة تفضل الكتمان في هذا الملف.`).map(([, who]) => who)).toEqual(
        Array(2).fill('مستشار حكومي ← الجزيرة نت'),
      );
    expect(told(`${adviser}مشيرا إلى أن الحكومة تفضل الكتمان.`).map(([, who]) => who)).toEqual(
      Array(2).fill('مستشار حكومي'),
    );
  });

  it('is read where the subject of a verb before told a medium', () => {
    expect(chain('قلّلت مصادر تحدثت إلى صحيفة معاريف من التقديرات، وقالت إن التعبئة غير ممكنة قبل الربيع.')).toBe(
      'مصادر ← صحيفة معاريف',
    );
    expect(chain('انتقدت مصادر تحدثت إلى صحيفة معاريف هذه التقديرات، وقالت إن التعبئة غير ممكنة.')).toBe(
      'مصادر ← صحيفة معاريف',
    );
  });

  it('is a draft that a medium has seen, with the letter of the opener taken off', () => {
    const sources = 'قالت مصادر لرويترز إن ثلاثة بنوك تجري محادثات.';
    expect(last(sources, 'ووفقا لمسودة اتفاق اطلعت عليها الوكالة، سيلتزم كل بنك بإيداع 40 مليون دولار.')).toEqual([
      'سيلتزم كل بنك بإيداع 40 مليون دولار',
      'مسودة اتفاق ← رويترز',
      false,
    ]);
  });
});

describe('names', () => {
  it('of those who speak for an office stand at its end, unless they are its holder’s', () => {
    expect(chain('نفى المتحدث باسم القائد العام للقوات المسلحة حيدر العبودي تسلّم أي إخطار.')).toBe('حيدر العبودي');
    expect(chain('وقال المتحدث باسم الرئيس فلاديمير بوتين إن الكرملين لم يتسلم إخطارا.')).not.toBe('فلاديمير بوتين');
  });

  it('between commas may be spelt like verbs, behind a title', () => {
    expect(chain('وقال المتحدث باسم الأمم المتحدة، أليخاندرو فيدال، إن المنظمة قلقة للغاية.')).toBe('أليخاندرو فيدال');
    expect(chain('وكتب المحلل العسكري في صحيفة هآرتس، يوآف لهافي، أن الوزراء يبيعون الحرب.')).toBe(
      'يوآف لهافي ← صحيفة هآرتس',
    );
  });

  it('end before a house with its «ل», and are no clause', () => {
    expect(last('وكان الأمين العام لحزب الله قد حذر من أن أي عدوان سيقابل برد.')?.slice(1)).toEqual([
      'الأمين العام لحزب الله',
      true,
    ]);
    expect(last('وبحسب ما قال ممثل للنقابة، فإن المفاوضات حول التعويضات تبدأ في 1 ديسمبر.')?.[0]).toBe(
      'المفاوضات حول التعويضات تبدأ في 1 ديسمبر',
    );
  });

  it('of a business medium show it, and so does a woman minister’s title', () => {
    const links = extract({ text: 'وكشفت مينا بيزنس أن الشركة باعت حصتها أمس.', language: 'ar' }).claims[0];
    expect(links?.attribution?.links.map(({ role }) => role)).toEqual(['outlet']);
    const minister = 'وقالت وزيرة الاقتصاد الألمانية لرويترز إن الدعم مشروط بالإنتاج.';
    expect(last(minister, 'وأكدت الوزيرة أن 300 مليون منها لم تصرف.')?.slice(1)).toEqual([
      'وزيرة الاقتصاد الألمانية ← رويترز',
      true,
    ]);
    expect(last('وكتب محللو بنك "بيرنبرغ" أن إفلاس الشركة وارد جدا.')?.[2]).toBe(true);
  });
});

describe('nouns for what is said', () => {
  it('may be whose it is, and tell of a lack', () => {
    expect(last('ونفت الشركة، في إفصاح للبورصة، دخولها في أي محادثات للاستحواذ.')?.slice(0, 2)).toEqual([
      'دخولها في أي محادثات للاستحواذ',
      'الشركة',
    ]);
    expect(last('ولفتت مصادر عسكرية إلى نقص يبلغ 9 آلاف مقاتل في الجيش.')?.slice(0, 2)).toEqual([
      'نقص يبلغ 9 آلاف مقاتل في الجيش',
      'مصادر عسكرية',
    ]);
  });
});
