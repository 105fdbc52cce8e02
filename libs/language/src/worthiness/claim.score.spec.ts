import { scoreClaim } from './claim.score.js';
import weights from './weights.json' with { type: 'json' };

const total = (reasons: readonly { weight: number }[]) => reasons.reduce((sum, reason) => sum + reason.weight, 0);
const codes = (quote: string, rest = {}) => scoreClaim({ quote, ...rest }).reasons.map((reason) => reason.feature);

describe('scoreClaim', () => {
  it('adds its reasons up to the score', () => {
    const scored = scoreClaim({
      quote: 'ما مجموعه 6543 جنديًا روسيًا استسلموا للحكومة الأوكرانية في غضون أربعة أشهر تقريبًا',
      language: 'ar',
      kind: 'statistic',
      attribution: { anonymous: true, stance: 'neutral', cue: 'قال', links: [{ name: 'ممثل عن خط ساخن' }] },
    });
    expect(scored.score).toBe(Math.min(100, total(scored.reasons)));
    expect(Number.isInteger(scored.score)).toBe(true);
    expect(scored.reasons).toContainEqual(expect.objectContaining({ feature: 'number', evidence: '6543 · أربعة' }));
    expect(scored.reasons).toContainEqual(
      expect.objectContaining({ feature: 'source-anonymous', evidence: 'ممثل عن خط ساخن' }),
    );
  });

  it('never leaves 0 to 100', () => {
    const loud =
      '40% 50% $3 million killed arrested failed collapsed highest first Russia tax war since 2001 because rose fell';
    expect(scoreClaim({ quote: loud }).score).toBe(100);
    expect(scoreClaim({ quote: 'I hope you would?', kind: 'opinion' }).score).toBe(0);
    expect(scoreClaim({ quote: '' }).score).toBeGreaterThanOrEqual(0);
  });

  it('ranks a counted event above a hope and above a question, in both languages', () => {
    const score = (quote: string) => scoreClaim({ quote }).score;
    const event = score('قتلت القوات 17 مدنيا في غارة على مدينة حلب الثلاثاء');
    expect(event).toBeGreaterThan(score('آمل أن نعيش جميعا في سلام'));
    expect(event).toBeGreaterThan(score('هل قتلت القوات 17 مدنيا؟'));
    expect(score('The army killed 17 civilians in Aleppo on Tuesday')).toBeGreaterThan(
      score('I hope we all live in peace'),
    );
  });

  it('takes the question mark from the sentence when the claim was cut out of it', () => {
    expect(codes('the army killed 17 civilians', { sentence: 'Is it true the army killed 17 civilians?' })).toContain(
      'question',
    );
    expect(codes('the army killed 17 civilians', { sentence: 'The army killed 17 civilians.' })).not.toContain(
      'question',
    );
  });

  it('counts a missing source only where the extraction says there is none', () => {
    expect(codes('الجيش انسحب من المدينة أمس بالكامل', { attribution: null })).toContain('source-missing');
    expect(codes('الجيش انسحب من المدينة أمس بالكامل')).not.toContain('source-missing');
  });

  it('knows every stance and kind of the extraction', () => {
    const known = Object.keys(weights.claim.context);
    for (const stance of ['neutral', 'distancing', 'factive', 'negating', 'evaluative', 'predictive'])
      expect(known).toContain(`cue-${stance}`);
    for (const kind of ['event', 'statement', 'statistic', 'prediction', 'opinion', 'quote'])
      expect(known).toContain(`kind-${kind}`);
  });
});
