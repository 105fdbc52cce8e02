import { explainSentence, scoreSentence } from './sentence.score.js';
import { signalsOf } from './sentence.signals.js';
import { wordingOdds, wordingReasons } from './wording.score.js';
import { wordingOf } from './wording.signals.js';
import weights from './weights.json' with { type: 'json' };
import model from './wording.weights.json' with { type: 'json' };

const score = (text: string) => scoreSentence({ text, language: 'en' }).score;
const features = (text: string) => [...(wordingOf(signalsOf(text, 'en')) ?? []).keys()];

describe('the wording of checkable statements', () => {
  it('puts what somebody did or has on record before what is wished, asked or remembered at home', () => {
    for (const onRecord of [
      'She opposed the treaty and then signed it.',
      'He did not attend the committee while he was its chairman.',
      'They vetoed the amendment under pressure from the banks.',
    ])
      for (const idle of [
        'If we try that, something good can come of it.',
        "I'm sure that we can find a way to be fair.",
        'My mother used to tell me a story about her brother.',
        'Why should the treaty be opposed?',
      ])
        expect(score(onRecord)).toBeGreaterThan(score(idle));
  });

  it('leaves the order of what is plainly at stake to the stakes, above all that the wording orders', () => {
    const plain = ['Crime fell by 40 percent.', 'Obamacare has broken our health care system.'];
    const worded = 'He voted against the bill while he was in the Senate, and she supported the program.';
    for (const text of plain) expect(score(text)).toBeGreaterThan(score(worded));
    expect(wordingOdds(signalsOf(worded, 'en'), 0)).toBeGreaterThan(
      wordingOdds(signalsOf(plain[1] ?? '', 'en'), 0) ?? 0,
    );
  });

  it('reads tense by form, but not every -ed is a past', () => {
    expect(features('They confiscated it.')).toContain('past');
    expect(features('One hundred naked people need a bed indeed.')).not.toContain('past');
  });

  it('sees figures with their size, and how a sentence opens', () => {
    expect(features('About 14,000 of them.')).toEqual(expect.arrayContaining(['digits', 'large-number']));
    expect(features('About 14 of them.')).not.toContain('large-number');
    expect(features("They’re here, and that's that.")).toContain('opens-other');
  });

  it('gives reasons that add up to what is scored, each with the words that show it', () => {
    const text = 'In 2002 he voted for the war, and nobody stopped him.';
    const { decidedBy, reasons } = explainSentence({ text, language: 'en' });
    expect(decidedBy).toBe('wording');
    const odds = reasons.reduce((total, { weight }) => total + weight, 0);
    const plain = 1 / (1 + Math.exp(-weights.sentence.plain));
    expect(score(text)).toBeCloseTo((100 * plain) / (1 + Math.exp(-odds)), 3);
    expect(reasons).toContainEqual({
      feature: 'vote',
      weight: expect.closeTo(model.features.vote / 3, 9) as number,
      evidence: ['voted'],
    });
    const bare = ['assertion', 'stakes', 'short'];
    for (const { feature, evidence } of reasons)
      if (!bare.includes(feature)) expect(evidence.length).toBeGreaterThan(0);
    const sizes = reasons.map(({ weight }) => Math.abs(weight));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });

  it.each([
    ['en', 'Unemployment fell to 4 percent last year.'],
    ['ar', 'ارتفعت البطالة إلى 9 في المئة العام الماضي.'],
    ['ar', 'شكرا لكم، مساء الخير.'],
  ])('explains by the stakes what they decide (%s: %s)', (language, text) => {
    const { decidedBy, reasons } = explainSentence({ text, language });
    const odds = reasons.reduce((total, { weight }) => total + weight, 0);
    expect(decidedBy).toBe('stakes');
    expect(scoreSentence({ text, language }).score).toBeCloseTo(100 / (1 + Math.exp(-odds)), 3);
  });

  it('gives the single words one reason: alone a word has its own weight, together they share by rarity', () => {
    const wordsOf = (text: string) =>
      wordingReasons(signalsOf(text, 'en'), 0)?.find(({ feature }) => feature === 'words');
    const [[voted = 0, votedRarity = 0], [thank = 0, thankRarity = 0]] = [model.words.voted, model.words.thank];
    expect(wordsOf('Voted.')?.weight).toBeCloseTo(voted, 9);
    const shared = (voted * votedRarity + thank * thankRarity) / Math.hypot(votedRarity, thankRarity);
    expect(wordsOf('Thank, voted, thank!')).toEqual({
      feature: 'words',
      weight: expect.closeTo(shared, 9) as number,
      evidence: expect.arrayContaining(['thank', 'voted']) as string[],
    });
    expect(wordsOf('Xyzzy')).toBeUndefined();
  });

  it('says nothing about a language it has no model of', () => {
    expect(wordingOdds(signalsOf('صوّت ضد القانون', 'ar'), 0)).toBeNull();
  });
});
