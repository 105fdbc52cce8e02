import { extract } from '../extraction/extract.js';

/** [content, sources innermost first, unnamed or not] of every claim. */
const told = (text: string) =>
  extract({ text, language: 'ar' }).claims.map(({ quote, attribution }) => [
    quote,
    attribution?.links.map(({ name }) => name).join(' ← ') ?? null,
    attribution?.anonymous ?? null,
  ]);
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
