import { toldClaims } from '../../../../../test/support/told-claims.js';

/** [content, sources innermost first] of every claim. */
const told = (text: string) => toldClaims(text, 'ar').map(([content, sources]) => [content, sources]);

describe('what stands in a document', () => {
  it('is said by the document, and came through who published it', () => {
    const content = 'الجسر لم يُفحص منذ عشر سنوات';
    expect(told(`ورد في تقرير «الجسر والسد» أن ${content}.`)).toEqual([[content, 'تقرير «الجسر والسد»']]);
    expect(told(`جاء في تقرير لوكالة رويترز أن ${content}.`)).toEqual([
      [content, 'تقرير لوكالة رويترز ← وكالة رويترز'],
    ]);
  });

  it('is no frame of its own inside a relative clause', () => {
    const text = 'نشرت الوزارة البيان الذي جاء في منطوقه أن المتهم تلقى مبالغ كبيرة';
    expect(told(`${text}.`)).toEqual([[text, null]]);
  });
});

describe('where the writer turns to what another said of it', () => {
  it.each([
    ['الجبهة تسلمت شحنة من الأسلحة', 'الأمر الذي نفته الدولة المعنية جملة وتفصيلًا'],
    ['الجبهة تسلمت شحنة من الأسلحة', 'هو ما يتعارض مع تقرير اللجنة الدولية أمس'],
    ['النادي باع اللاعب سرًا', 'هو اتهام لم يرد عليه النادي حتى مساء أمس'],
    ['النادي باع اللاعب سرًا', 'هو زعم نفته إدارة النادي في بيان أمس'],
  ])('%s، %s', (said, remark) => {
    const turn = remark.startsWith('هو') ? `و${remark}` : remark;
    expect(told(`زعم موقع الساحل أن ${said}، ${turn}.`)).toEqual([
      [said, 'موقع الساحل'],
      [remark, null],
    ]);
  });

  it('does not take the man who goes on to reveal something for another', () => {
    const claims = told('أكد المتحدث باسم الوزارة بلال حمدان أن الماشية بخير، لكنه كشف عن خطة لإغلاق أربعة أسواق.');
    expect(new Set(claims.map(([, sources]) => sources))).toEqual(new Set(['بلال حمدان']));
  });
});

it('a woman who is not named does not go on as the man before her', () => {
  const before = 'قال الوزير كمال درويش إن السد سليم.\n';
  const sources = told(`${before}وشددت على حماية سكان القرى القريبة، مضيفًا أن الصيانة مستمرة.`).map(([, who]) => who);
  expect(sources).toEqual(['كمال درويش', null]);
});
