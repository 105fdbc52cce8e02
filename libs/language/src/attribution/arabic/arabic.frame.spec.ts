import { extract } from '../../extraction/extract.js';
import { attributionAt } from '../attribution.at.js';

const claimsOf = (text: string) => extract({ text, language: 'ar' }).claims;
/** [content, links innermost first, anonymous, sources, stance] of every claim of a text. */
const told = (text: string) =>
  claimsOf(text).map(({ quote, attribution }) => [
    quote,
    attribution?.links.map((link) => `${link.role}:${link.name}`).join(' ← ') ?? null,
    attribution?.anonymous ?? false,
    attribution?.sourceCount ?? 0,
    attribution?.stance ?? null,
  ]);

describe('the eight Arabic frames', () => {
  it.each<[string, string, string | null, boolean, number, string | null]>([
    [
      'قال وزير الصحة خالد المنصوري إن المستشفى استقبل ستين مصابا.',
      'المستشفى استقبل ستين مصابا',
      'speaker:خالد المنصوري',
      false,
      1,
      'neutral',
    ],
    ['أكدت الشركة أن المصنع توقف عن العمل.', 'المصنع توقف عن العمل', 'speaker:الشركة', false, 1, 'neutral'],
    ['المدعي العام قال إن التحقيق انتهى أمس.', 'التحقيق انتهى أمس', 'speaker:المدعي العام', true, 1, 'neutral'],
    [
      'وكان مدير المطار، فهد العنزي، قد أعلن أن الرحلات ستُستأنف غدا.',
      'الرحلات ستُستأنف غدا',
      'speaker:فهد العنزي',
      false,
      1,
      'neutral',
    ],
    [
      'بحسب وزارة الدفاع، أسقطت المضادات طائرتين.',
      'أسقطت المضادات طائرتين',
      'speaker:وزارة الدفاع',
      false,
      1,
      'neutral',
    ],
    ['غادر الوفد العاصمة فجرا، وفقا لوكالة سانا.', 'غادر الوفد العاصمة فجرا', 'outlet:وكالة سانا', false, 1, 'neutral'],
    [
      'نقلت صحيفة لوموند عن ثلاثة دبلوماسيين أن القمة أُلغيت نهائيا.',
      'القمة أُلغيت نهائيا',
      'speaker:ثلاثة دبلوماسيين ← outlet:صحيفة لوموند',
      true,
      3,
      'neutral',
    ],
    [
      'ذكرت قناة الميادين نقلا عن مصدرين أن الهدنة بدأت مساء.',
      'الهدنة بدأت مساء',
      'speaker:مصدرين ← outlet:قناة الميادين',
      true,
      2,
      'neutral',
    ],
    [
      'قال مصدر أمني لوكالة رويترز إن المشتبه به عبر الحدود.',
      'المشتبه به عبر الحدود',
      'speaker:مصدر أمني ← outlet:وكالة رويترز',
      true,
      1,
      'neutral',
    ],
    [
      'صرح النائب سمير حداد: "الموازنة لن تمر بهذا الشكل".',
      'الموازنة لن تمر بهذا الشكل',
      'speaker:سمير حداد',
      false,
      1,
      'neutral',
    ],
    [
      '"المياه ملوثة منذ شهرين"، قالت المهندسة ليلى مراد.',
      'المياه ملوثة منذ شهرين',
      'speaker:ليلى مراد',
      false,
      1,
      'neutral',
    ],
    ['زعم الموقع أن العقار يشفي خلال يوم.', 'العقار يشفي خلال يوم', 'outlet:الموقع', false, 1, 'distancing'],
    ['نفى السفير أن تكون بلاده قد أرسلت سلاحا.', 'تكون بلاده قد أرسلت سلاحا', 'speaker:السفير', true, 1, 'negating'],
    [
      'كشف تقرير لديوان المحاسبة أن البلدية أنفقت مليوني دينار بلا سند.',
      'البلدية أنفقت مليوني دينار بلا سند',
      'document:تقرير لديوان المحاسبة',
      false,
      1,
      'factive',
    ],
    [
      'توقع البنك الدولي أن ينكمش الاقتصاد العام المقبل.',
      'ينكمش الاقتصاد العام المقبل',
      'speaker:البنك الدولي',
      false,
      1,
      'predictive',
    ],
    ['يُزعم أن الحارس تلقى رشوة كبيرة.', 'الحارس تلقى رشوة كبيرة', 'speaker:يُزعم', true, 0, 'distancing'],
    ['يقال إن السفينة غرقت قرب الميناء.', 'السفينة غرقت قرب الميناء', 'speaker:يقال', true, 0, 'neutral'],
    ['وانهار السد القديم في ساعات الليل الأولى.', 'انهار السد القديم في ساعات الليل الأولى', null, false, 0, null],
  ])('%s', (text, quote, links, anonymous, count, stance) => {
    expect(told(text)).toEqual([[quote, links, anonymous, count, stance]]);
  });

  it('goes on with the same speaker after a participle and in the next sentence', () => {
    const text =
      'قال محافظ البنك سليم فرح إن الفائدة باقية، مضيفا أن التضخم يتراجع. وأشار إلى أن الاحتياطي بلغ 12 مليارا.';
    expect(told(text).map(([quote, links]) => [quote, links])).toEqual([
      ['الفائدة باقية', 'speaker:سليم فرح'],
      ['التضخم يتراجع', 'speaker:سليم فرح'],
      ['الاحتياطي بلغ 12 مليارا', 'speaker:سليم فرح'],
    ]);
  });

  it('gives a feminine verb without subject to the agency, not to the man quoted in between', () => {
    const text =
      'ذكرت وكالة الأناضول أن الزلزال دمر ثلاثين بيتا. وقال رئيس البلدية حسن دمير إن الطرق مقطوعة. وأضافت أن الكهرباء انقطعت عن المدينة.';
    expect(claimsOf(text).at(-1)?.attribution?.links[0]?.name).toBe('وكالة الأناضول');
  });

  it('counts one of two sources as one, and leaves the number of a bare plural open', () => {
    expect(told('قال أحد المصدرين إن القافلة توقفت.')[0]?.slice(2, 4)).toEqual([true, 1]);
    expect(told('قال مصدران إن القافلة توقفت.')[0]?.slice(2, 4)).toEqual([true, 2]);
    expect(told('قالت مصادر إن القافلة توقفت.')[0]?.slice(2, 4)).toEqual([true, 0]);
  });

  it('lets an outlet named only in the next sentence carry the one before it too', () => {
    const text =
      'صرح الخبير وليد ناصر بأن الجسر مهدد. وأضاف أن الصيانة توقفت قبل عامين، وفق ما ورد في تقرير لمجلة البناء.';
    for (const claim of claimsOf(text))
      expect(claim.attribution?.links.map((link) => link.name)).toEqual(['وليد ناصر', 'مجلة البناء']);
  });

  it('resolves a title to the man who bears it, and a role to the name given a sentence later', () => {
    const later =
      'قال طبيب سابق في السجن إن السجناء حُرموا من الدواء. وقال الطبيب السابق، نادر قاسم، إن الإدارة كانت تعلم.';
    expect(claimsOf(later).map((claim) => [claim.attribution?.links[0]?.name, claim.attribution?.anonymous])).toEqual([
      ['نادر قاسم', false],
      ['نادر قاسم', false],
    ]);
    const before = 'قال نائب وزير النقل، عادل شكري، إن الخط سيُفتح. وأجاب المسؤول الأردني بأن الكلفة لم تُحسم.';
    expect(claimsOf(before).at(-1)?.attribution?.links[0]?.name).toBe('عادل شكري');
  });
});

describe('what only looks like a frame', () => {
  it.each<[string, string, string]>([
    ['a decision', 'خلصت روسيا إلى أنها لا تستطيع حماية حليفها.', 'خلصت روسيا إلى أنها لا تستطيع حماية حليفها'],
    [
      'a refusal to comment',
      'لم يرد المتحدث باسم الشركة على طلب للتعليق.',
      'لم يرد المتحدث باسم الشركة على طلب للتعليق',
    ],
    ['transport', 'نقل الجيش الجرحى جوا إلى العاصمة.', 'نقل الجيش الجرحى جوا إلى العاصمة'],
    ['a plan announced', 'أعلن البنك عن خطة لخفض الفائدة.', 'أعلن البنك عن خطة لخفض الفائدة'],
    ['object before subject', 'أنقذ زعيمها بشار الأسد حليفه الأكبر.', 'أنقذ زعيمها بشار الأسد حليفه الأكبر'],
    ['an exception is no denial', 'لم تؤيد القرار إلا دولتان في المجلس.', 'لم تؤيد القرار إلا دولتان في المجلس'],
  ])('%s', (_, text, quote) => {
    expect(told(text)).toEqual([[quote, null, false, 0, null]]);
  });

  it('a message that is «that …» is told in the article’s own voice', () => {
    for (const claim of claimsOf('لكن الرسالة التي أرادت العاصمة إيصالها كانت واضحة، وهي أن الحليف مسؤول عن الهزيمة.'))
      expect(claim.attribution).toBeNull();
  });

  it('«لم يرد» inside a report leaves the report to the outlet', () => {
    const [claim] = claimsOf('ولفتت صحيفة الغارديان إلى أن المتحدث باسم الحكومة سامي عوض لم يرد على طلب للتعليق.');
    expect(claim?.attribution?.links.map((link) => link.name)).toEqual(['صحيفة الغارديان']);
  });

  it('«لم يرد … وأن الشركة امتنعت» stays the agency’s report from end to end', () => {
    const claims = claimsOf(
      'وذكرت وكالة المدار أن المتحدث باسم الوزارة لم يرد على طلب للتعليق، وأن الشركة امتنعت عن الحديث.',
    );
    expect(claims.map((claim) => [claim.quote, claim.attribution?.links[0]?.name])).toEqual([
      ['المتحدث باسم الوزارة لم يرد على طلب للتعليق', 'وكالة المدار'],
      ['الشركة امتنعت عن الحديث', 'وكالة المدار'],
    ]);
  });

  it('another speech act with its own subject ends the report before it', () => {
    const claims = claimsOf('وحذر محللون من أن الصفقة سترفع الأسعار، ويطالب النواب بعرض العقد على البرلمان.');
    expect(claims.map((claim) => claim.attribution?.links[0]?.name ?? null)).toEqual(['محللون', null]);
  });

  it.each<[string, string]>([
    ['قال المتحدث باسم الأمم المتحدة ستيفان دوجاريك للصحفيين إن المساعدات توقفت.', 'ستيفان دوجاريك'],
    ['قال مسؤول أميركي كبير لموقع الأفق إن الصفقة قريبة.', 'مسؤول أميركي كبير'],
    ['أكد مسؤول في القصر، طلب عدم نشر اسمه، أن القرار وُقع.', 'مسؤول في القصر'],
    ['لكن سكانا في ثلاث بلدات قالوا لغرفة أخبار المرفأ إن الإنذار لم يصل.', 'سكانا في ثلاث بلدات'],
    ['وبحسب دراسة أعدها سامي فرح ونشرتها مجلة البحر عام 2024، بلغ المتوسط ستين يوما.', 'دراسة'],
    ['ما كشفه نادر قاسم مؤخرا يوضح أن العلاقة لم تكن متينة.', 'نادر قاسم'],
    ['وخلصت لجنة التحقيق إلى أن السائق كان مخمورا.', 'لجنة التحقيق'],
    ['وقالت الناشطة الحقوقية منى سيف، في منشور على فيسبوك، إن شقيقها نُقل.', 'منى سيف'],
    ['وقال لؤي حسن إن الطريق أُغلق تماما.', 'لؤي حسن'],
    ['ظهر هذا الكشف من مصدر يدعي أن الرئيس مريض منذ عام.', 'مصدر'],
  ])('%s', (text, name) => {
    expect(claimsOf(text).at(-1)?.attribution?.links[0]?.name).toBe(name);
  });

  it('a verb joined to an earlier clause shares that clause’s subject only when it can speak', () => {
    expect(
      claimsOf('هذا الموقف زاد من عزلة الرجل، وأكد له أن الحلفاء تخلوا عنه.').every(
        (claim) => claim.attribution === null,
      ),
    ).toBe(true);
    const [, second] = claimsOf('غادر الوزير كمال درويش القاعة غاضبا، وأكد أن القرار لن ينفذ.');
    expect(second?.attribution?.links[0]?.name).toBe('كمال درويش');
  });

  it('«بين» is a preposition, «ذُكر» nobody’s report', () => {
    expect(
      claimsOf('توترت العلاقة بين دمشق وموسكو، وتبين أنها كانت مصلحة مؤقتة.').every(
        (claim) => claim.attribution?.links[0]?.name !== 'دمشق وموسكو',
      ),
    ).toBe(true);
  });

  it('a nested source keeps the innermost speaker next to its content', () => {
    const text = 'بحسب "بلومبيرغ"، أشار مصدر مقرب من الرئاسة إلى أن الرئيس يطالب بتحقيق كامل.';
    expect(told(text)).toEqual([
      ['الرئيس يطالب بتحقيق كامل', 'speaker:مصدر مقرب من الرئاسة ← outlet:بلومبيرغ', true, 1, 'neutral'],
    ]);
  });
});

describe('quotations', () => {
  it('holds a quotation together across full stops and divides it into its sentences', () => {
    const text = 'وقال القاضي مروان سعد: "القانون واضح. ولن نقبل أي ضغط من أحد."';
    expect(told(text).map(([quote, links]) => [quote, links])).toEqual([
      ['القانون واضح', 'speaker:مروان سعد'],
      ['لن نقبل أي ضغط من أحد', 'speaker:مروان سعد'],
    ]);
  });

  it('reads on past marks that are turned the wrong way or never closed', () => {
    const stray = 'بدأ الشارع يدرك أن حلم إسقاط النظام لن يتحقق”، كما يلاحظ شاكر، أن جائزة “المواساة” لن تكفي أحدا.';
    expect(told(stray).map(([, links]) => links)).toEqual(['speaker:شاكر', 'speaker:شاكر']);
    const named = 'قال ممثل عن خط ساخن سُمي بـ”أريد أن أعيش” لصحيفة الغارديان إن 6543 جنديا استسلموا.';
    expect(told(named)).toEqual([
      [
        '6543 جنديا استسلموا',
        'speaker:ممثل عن خط ساخن سُمي بـ”أريد أن أعيش” ← outlet:صحيفة الغارديان',
        true,
        1,
        'neutral',
      ],
    ]);
    const open = extract({ text: 'قال الوزير إن “الخطة جاهزة وستبدأ غدا.', language: 'ar' });
    expect(open.flags.map((flag) => flag.code)).toContain('unbalanced-quotes');
    expect(open.claims).toHaveLength(1);
  });
});

describe('attributionAt', () => {
  const text = 'وقال مصدران لـ"بلومبيرغ" إن المحادثات توقفت، ونقلا الوثائق إلى المقر. وانتهى الاجتماع بعد ساعة.';
  const span = (words: string): [number, number] => [text.indexOf(words), text.indexOf(words) + words.length];

  it('answers the frame over a span, and null for the article’s own words', () => {
    expect(attributionAt(text, ...span('المحادثات توقفت'), 'ar')).toMatchObject({
      cue: 'قال',
      sourceCount: 2,
      anonymous: true,
      negated: false,
    });
    expect(attributionAt(text, ...span('انتهى الاجتماع بعد ساعة'), 'ar')).toBeNull();
  });

  it('depends on the block alone and sees a frame that is gone, hardened or turned round', () => {
    const at = (block: string) => attributionAt(block, block.indexOf('المحادثات'), block.length, 'ar');
    expect(at('المحادثات توقفت أمس.')).toBeNull();
    expect(at('كشفت مصادر أن المحادثات توقفت أمس.')).toMatchObject({ stance: 'factive', sourceCount: 0 });
    expect(at('نفى مصدران أن المحادثات توقفت أمس.')).toMatchObject({ stance: 'negating', sourceCount: 2 });
    expect(at('لم يؤكد مصدران أن المحادثات توقفت أمس.')).toMatchObject({ negated: true });
  });
});
