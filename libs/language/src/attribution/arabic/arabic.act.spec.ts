import { extract } from '../../extraction/extract.js';

/** [content, sources innermost first, unnamed or not] of every claim. */
const told = (text: string) =>
  extract({ text, language: 'ar' }).claims.map(({ quote, attribution }) => [
    quote,
    attribution?.links.map(({ name }) => name).join(' ← ') ?? null,
    attribution?.anonymous ?? null,
  ]);

describe('what was told as a noun', () => {
  it('reads what was revealed, announced or pointed to', () => {
    expect(
      told(
        'وكشف مصدر مسؤول بالشركة، فضل عدم نشر اسمه، عن توقف ثلاثة مطاحن عن العمل، موضحا أن الأزمة ستنتهي خلال أيام.',
      ),
    ).toEqual([
      ['توقف ثلاثة مطاحن عن العمل', 'مصدر مسؤول بالشركة', true],
      ['الأزمة ستنتهي خلال أيام', 'مصدر مسؤول بالشركة', true],
    ]);
    expect(told('وقالت المندوبية، في بلاغ لها، إن الوضع مستقر، مشيرة إلى تعبئة 18 فريقا متنقلا.')).toEqual([
      ['الوضع مستقر', 'المندوبية', false],
      ['تعبئة 18 فريقا متنقلا', 'المندوبية', false],
    ]);
    expect(told('أعلن الجيش مقتل ثلاثة جنود في كمين على الحدود.')).toEqual([
      ['مقتل ثلاثة جنود في كمين على الحدود', 'الجيش', false],
    ]);
    expect(told('أفاد مصدر أمني بمقتل أربعة أشخاص في القصف على المدينة.')).toEqual([
      ['بمقتل أربعة أشخاص في القصف على المدينة', 'مصدر أمني', true],
    ]);
  });

  it('reads nothing of the kind under a negation, or in «نقلا عن»', () => {
    expect(told('لم تكشف الشركة عن خطة لبيع المصنع في الربع الثالث.').every(([, links]) => links === null)).toBe(true);
    expect(told('كشفت صحيفة «المدار»، نقلا عن مسؤولين سابقين، أن شحنات وصلت إلى الميناء.')).toEqual([
      ['شحنات وصلت إلى الميناء', 'مسؤولين سابقين ← صحيفة «المدار»', true],
    ]);
  });

  it('leaves a warning that is told of to whoever tells it', () => {
    expect(told('وأشار التقرير إلى أن الرئيس قد حذر بشكل صريح من استمرار دعم النظام على هذا النحو.')).toEqual([
      ['الرئيس قد حذر بشكل صريح من استمرار دعم النظام على هذا النحو', 'التقرير', false],
    ]);
  });

  it('reads what somebody puts down to a cause', () => {
    expect(told('وأرجع رئيس الشعبة عطية سلامة النقص إلى تأخر وصول شحنتين من القمح.').map(([, links]) => links)).toEqual(
      ['عطية سلامة'],
    );
    expect(told('وترجع المنظمة هذا الارتفاع إلى تراجع التلقيح خلال الجائحة.')).toEqual([
      ['هذا الارتفاع إلى تراجع التلقيح خلال الجائحة', 'المنظمة', false],
    ]);
    expect(told('ويرجع تاريخ المدينة إلى القرن الثالث قبل الميلاد.').every(([, links]) => links === null)).toBe(true);
  });

  it('reads who came forward to say something, and what a document shows behind its own clause', () => {
    expect(told('وعاد المتحدث باسم الخارجية ليؤكد أن تبادل الرسائل مستمر.')).toEqual([
      ['تبادل الرسائل مستمر', 'المتحدث باسم الخارجية', true],
    ]);
    expect(
      told(
        'وتأتي التطورات بعد أيام من تقرير للمنظمة اطلعت عليه وكالة رويترز، أظهر أن المخزون ارتفع إلى 440 كيلوغراما.',
      ).at(-1),
    ).toEqual(['المخزون ارتفع إلى 440 كيلوغراما', 'تقرير للمنظمة ← وكالة رويترز', false]);
  });
});
