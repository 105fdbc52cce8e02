import { told } from '../../../../../test/support/told-claims.js';
import { extract } from '../../extraction/extract.js';

const cues = (text: string) => extract({ text, language: 'ar' }).claims.map(({ attribution }) => attribution?.cue);

describe('how far a source reaches', () => {
  it('takes «يبدو أن» for the writer’s guess, not for a source', () => {
    expect(told('يبدو أن رئيس البلدية قرر الرحيل عن المدينة قبل الانتخابات.')).toEqual([
      ['رئيس البلدية قرر الرحيل عن المدينة قبل الانتخابات', null],
    ]);
    expect(told('يُقال إن رئيس البلدية قرر الرحيل عن المدينة قبل الانتخابات.')[0]?.[1]).toBe('يُقال');
  });

  it('ends what a clause of circumstance tells where the main clause begins', () => {
    expect(told('مع تقارير تشير إلى أن الحرس لم يكتشف الثغرة في الجدار، كان الوضع يزداد تعقيدًا في المخيم.')).toEqual([
      ['الحرس لم يكتشف الثغرة في الجدار', 'تقارير'],
      ['كان الوضع يزداد تعقيدًا في المخيم', null],
    ]);
    expect(told('وبينما تؤكد وزارة التموين أن الأسعار مستقرة في الأسواق، ارتفعت كلفة رغيف الخبز أمس.')).toEqual([
      ['الأسعار مستقرة في الأسواق', 'وزارة التموين'],
      ['ارتفعت كلفة رغيف الخبز أمس', null],
    ]);
    // a main clause of saying: everything after the comma is still hers
    expect(
      told('أكدت وزارة التموين أن الأسعار مستقرة في الأسواق، وارتفعت بحسبها كلفة النقل وحدها.').every(
        ([, source]) => source === 'وزارة التموين',
      ),
    ).toBe(true);
    expect(told('وبينما تؤكد وزارة التموين أنه إذا استقر الدينار، تراجعت الأسعار في الأسواق كلها.')).toHaveLength(1);
  });

  it('reads whom they told at the end of the verb', () => {
    expect(told('وصل المحامي مساءً حيث أخبره فريق النيابة بأن الملف أُحيل إلى محكمة أخرى.')).toContainEqual([
      'الملف أُحيل إلى محكمة أخرى',
      'فريق النيابة',
    ]);
    expect(told('أبلغتهم الوزارة أن الرحلات توقفت حتى إشعار آخر.')).toEqual([
      ['الرحلات توقفت حتى إشعار آخر', 'الوزارة'],
    ]);
    expect(
      told('وصل المحامي مساءً وأبلغه أصدقاؤه في الساحل تحياتهم الحارة.').every(([, source]) => source === null),
    ).toBe(true);
  });

  it('gives a quotation behind «الرد» to the reply, and what describes something else to nobody', () => {
    expect(told('لكن الرد الرسمي كان صادمًا: "المدير في إجازة خارج البلاد، ولا يمكنه الحضور الآن."')).toEqual([
      ['المدير في إجازة خارج البلاد', 'الرد الرسمي'],
      ['لا يمكنه الحضور الآن', 'الرد الرسمي'],
    ]);
    expect(told('جاء رد الوزارة مقتضبًا: "لن نعلق على تحقيق ما زال مفتوحًا أمام القضاء."')[0]?.[1]).toBe('الوزارة');
    expect(told('كان الطريق إلى القرية طويلًا: "لم نصل إلى المستشفى قبل منتصف الليل أبدًا."')[0]?.[1] ?? null).toBeNull();
  });

  it('keeps the printed piece for what was written in it, not for all its author says later', () => {
    const piece = 'كتب سالم البدري في عمود لصحيفة "المرفأ": "كلما طال الإضراب، زادت خسائر الشركة في الميناء".';
    expect(told(`${piece}\nويقول البدري إن الإدارة بدأت تخشى العمال.`)[1]?.[1]).toBe('البدري');
    expect(told(`${piece}\nوأضاف أن الإدارة بدأت تخشى العمال.`)[1]?.[1]).toMatch(/البدري ← .*المرفأ/);
    const spoken = 'قال سالم البدري لصحيفة "المرفأ" إن الإضراب كلف الشركة كثيرًا.';
    expect(told(`${spoken}\nويقول البدري إن الإدارة بدأت تخشى العمال.`)[1]?.[1]).toMatch(/المرفأ/);
  });

  it('tells on what they told us', () => {
    const call = 'قال ممثل عن خط النجدة لصحيفة "المرفأ" إن المتصلين كانوا من الجنود الفارين.';
    const quoted =
      'وأضاف الممثل: "تلقينا مكالمات من الجنود الفارين كل ليلة"، وقالوا لنا: "بقي معنا عشرة رجال فقط في الخندق".';
    expect(told(`${call}\n${quoted}`).at(-1)?.[1]).toMatch(/الجنود الفارين ← ممثل عن خط النجدة.* ← .*المرفأ/);
    expect(told(`${call}\n${quoted.replace(' لنا', '')}`).at(-1)?.[1]).not.toMatch(/ممثل/);
  });

  it('keeps a rumour inside a report with whoever reports', () => {
    const text = 'ذكرت قناة الساحل أن المدير غادر البلاد، حيث يُزعم أن حراسه ظلوا في القصر ثلاثة أيام.';
    expect(told(text).map(([, source]) => source)).toEqual(['قناة الساحل', 'قناة الساحل']);
    expect(cues(text)).toEqual(['ذكرت', 'يُزعم']);
    expect(cues('ذكرت قناة الساحل أن المدير يُزعم أنه غادر البلاد قبل أيام.')).toEqual(['ذكرت']);
  });

  it('knows who speaks in a headline of «يتحدث عن»', () => {
    const titled = (title: string) =>
      extract({ text: `${title}\n\nوصل الوفد إلى العاصمة صباح الأحد.`, title }).claims[0];
    const talk = titled('وزير سابق يتحدث عن بوادر انقسام في حزب الميناء');
    expect(talk?.quote).toBe('بوادر انقسام في حزب الميناء');
    expect(talk?.attribution?.links[0]?.name).toBe('وزير سابق');
    expect(titled('فيلم جديد يتحدث عن الحياة في مخيمات الساحل الشرقي')?.attribution ?? null).toBeNull();
  });
});
