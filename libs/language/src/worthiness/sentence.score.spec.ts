import { scoreClaim } from './claim.score.js';
import { compileLexicon, lexiconHits } from './lexicon.index.js';
import { scoreSentence } from './sentence.score.js';
import { signalsOf } from './sentence.signals.js';
import { wordsOf } from './word.token.js';

const score = (text: string) => scoreSentence({ text }).score;

describe('scoreSentence', () => {
  it('puts checkable statements before plans, greetings and questions', () => {
    for (const checkable of [
      'Unemployment fell to 4 percent last year.',
      'ارتفعت البطالة إلى 9 في المئة العام الماضي.',
    ])
      for (const idle of [
        'Thank you, good evening.',
        'What should we do?',
        'شكرا لكم، مساء الخير.',
        'ماذا علينا أن نفعل؟',
      ])
        expect(score(checkable)).toBeGreaterThan(score(idle));
  });

  it('tells a judgement from a report', () => {
    expect(scoreSentence({ text: 'This shameful, absurd policy should never have been tolerated.' }).subjective).toBe(
      true,
    );
    expect(scoreSentence({ text: 'The ministry said on Monday that 12 people were killed.' }).subjective).toBe(false);
    expect(scoreSentence({ text: 'يا لها من سياسة مخجلة وسخيفة، وعلينا أن نخجل!' }).subjective).toBe(true);
    expect(scoreSentence({ text: 'أعلنت الوزارة الاثنين مقتل 12 شخصا في انفجار وقع في بغداد.' }).subjective).toBe(
      false,
    );
  });

  it('puts what is at stake first among statements of fact', () => {
    expect(score('Obamacare has broken our health care system.')).toBeGreaterThan(
      score('There were 12 chairs in the room.'),
    );
    expect(score('Crime fell by 40 percent under this president.')).toBeGreaterThan(score('We were proud of them.'));
    expect(score('انهارت العملة وسرقت الحكومة أموال الضرائب')).toBeGreaterThan(score('كان في القاعة كراسي كثيرة'));
  });

  it('does not tie distinct sentences at the top', () => {
    const loud = 'خسرت الشركة 40 مليون دولار وقتل 12 شخصا وفشلت الحكومة وارتفعت الضرائب بنسبة 30 في المئة منذ 2015';
    expect(score(loud)).toBeLessThan(100);
    expect(score(`${loud} وانهار الاقتصاد`)).not.toBe(score(loud));
  });

  it('never throws and stays finite', () => {
    for (const text of ['', ' ', '؟', '\ud800', '0'.repeat(10_000), 'ـ'.repeat(999)])
      expect(Number.isFinite(scoreSentence({ text }).score)).toBe(true);
  });
});

describe('long and hostile texts', () => {
  // a quadratic step would run for minutes on these and meet the test's time limit
  it.each(['1.', '«', '“a', '? ', 'سنة ', '5 years ', '$', 'a.b.', 'لا '])('%j repeated', (piece) => {
    const text = piece.repeat(200_000 / piece.length);
    expect(Number.isFinite(scoreSentence({ text }).score)).toBe(true);
    expect(scoreClaim({ quote: text, sentence: `${text}?${' '.repeat(200_000)}x` }).score).toBeGreaterThanOrEqual(0);
  });
});

describe('lexicon', () => {
  const lexicon = compileLexicon('ar', { event: ['قتل', 'أعلن'], change: ['ارتفع*'], body: ['الأمم المتحدة'] });
  const hits = (text: string) => lexiconHits(wordsOf(text), lexicon).map((hit) => hit.category);

  it('finds a word behind its clitics, an open stem and a phrase', () => {
    expect(hits('وأعلن')).toEqual(['event']);
    expect(hits('فارتفعت')).toEqual(['change']);
    expect(hits('للأمم المتحدة')).toEqual(['body']);
    expect(hits('الأمم فقط')).toEqual([]);
  });
});

describe('signals', () => {
  it('counts a unit only beside a number', () => {
    expect(signalsOf('three years', 'en').evidence.has('unit')).toBe(true);
    expect(signalsOf('the years passed', 'en').evidence.has('unit')).toBe(false);
  });

  it('reads a year as a time, an amount as money, and finds names inside the sentence', () => {
    const { evidence } = signalsOf('In 2015 Saudi Arabia paid $3,000.', 'en');
    expect(evidence.get('time')).toEqual(['2015']);
    expect(evidence.get('money')).toEqual(['$3,000']);
    expect(evidence.get('name')).toEqual(['Saudi Arabia']);
  });
});
