import { proposalsFor } from './rewrite.proposal.js';

const said = (cue: string, stance: 'neutral' | 'factive' | 'negating') => ({
  anonymous: false,
  sourceCount: null,
  cue,
  stance,
  negated: false,
  links: [{ role: 'speaker' as const, name: 'الوزير', type: 'person' }],
});

describe('a wording to propose', () => {
  it.each([
    [
      'ar' as const,
      { quote: 'ارتفعت الأسعار', context: 'ارتفعت الأسعار.', attribution: null },
      ['attribute: بحسب […]، ارتفعت الأسعار', 'unverified: ارتفعت الأسعار، وهو ما تعذّر التحقق منه من مصدر مستقل.'],
    ],
    [
      'ar' as const,
      { quote: 'الأسعار ارتفعت', context: 'كشف الوزير أن الأسعار ارتفعت.', attribution: said('كشف', 'factive') },
      [
        'soften: قال الوزير إن الأسعار ارتفعت.',
        'unverified: كشف الوزير أن الأسعار ارتفعت، وهو ما تعذّر التحقق منه من مصدر مستقل.',
      ],
    ],
    [
      'en' as const,
      { quote: 'prices rose', context: 'The minister revealed prices rose.', attribution: said('revealed', 'factive') },
      [
        'soften: The minister said prices rose.',
        'unverified: The minister revealed prices rose; this could not be verified independently.',
      ],
    ],
    [
      'en' as const,
      { quote: 'prices rose', context: 'Prices rose, he said.', attribution: said('said', 'neutral') },
      ['unverified: Prices rose, he said; this could not be verified independently.'],
    ],
  ])('%s %j', (language, claim, expected) => {
    expect(proposalsFor(claim, language).map(({ kind, wording }) => `${kind}: ${wording}`)).toEqual(expected);
  });

  it.each([
    ['وأكدت الوزارة أنها ستفتح الجسر.', 'أكدت', 'وقالت الوزارة إنها ستفتح الجسر.'],
    ['كشف الوزير عن أن الكلفة زادت.', 'كشف', 'قال الوزير إن الكلفة زادت.'],
    ['أكد الوزير بأن العمل توقف.', 'أكد', 'قال الوزير إن العمل توقف.'],
    ['أكد الوزير أنشطة الميناء.', 'أكد', 'قال الوزير أنشطة الميناء.'],
  ])('%s', (context, cue, expected) => {
    const [first] = proposalsFor({ quote: 'x', context, attribution: said(cue, 'factive') }, 'ar');
    expect(first?.wording).toBe(expected);
  });

  it('never turns a denial into an assertion', () => {
    const claim = { quote: 'لقاء', context: 'نفى الوزير اللقاء.', attribution: said('نفى', 'negating') };
    expect(proposalsFor(claim, 'ar').map(({ kind }) => kind)).toEqual(['unverified']);
  });
});
