import { toldClaims } from '../../../../../test/support/told-claims.js';

/** [content, sources innermost first] of every claim. */
const told = (text: string) => toldClaims(text, 'en').map(([content, sources]) => [content, sources]);

describe('who cites another', () => {
  it.each([
    ['Lantern, citing a former buyer, said that nine loans were missing.', 'a former buyer ← Lantern'],
    [
      'The Lantern, quoting two people familiar with the talks, has reported that nine loans were missing.',
      'two people familiar with the talks ← The Lantern',
    ],
    [
      'The weekly Spur, quoting a senior engineer, later reported that nine loans were missing.',
      'a senior engineer ← The weekly Spur',
    ],
    // who is no medium speaks for himself
    ['A deputy minister, citing an internal report, said that nine loans were missing.', 'A deputy minister'],
    ['Minister Anna Holt, quoting a source, said that nine loans were missing.', 'Minister Anna Holt'],
  ])('%s', (text, sources) => {
    expect(told(text)).toEqual([['nine loans were missing', sources]]);
  });

  it('says “as saying”: somebody who is quoted may also have begun to say something', () => {
    const text = 'The site quoted a port worker who began saying that the crane had been out of order for weeks';
    expect(told(`${text}.`)).toEqual([[text, null]]);
  });
});

describe('a remark of the writer on what was said', () => {
  it.each(['a serious charge for which he has offered no proof', 'an accusation that the regulator will examine'])(
    '%s',
    (remark) => {
      expect(told(`The trader said the bank had lied, ${remark}.`)).toEqual([
        ['the bank had lied', 'The trader'],
        [remark, null],
      ]);
    },
  );

  it('has a verb of its own, stands outside quotation marks, and begins no list', () => {
    expect(told('The trader said the bank had lied, a claim of fraud and theft.')).toHaveLength(1);
    expect(told('The trader said “the bank had lied, a charge nobody denied at all”.')).toHaveLength(1);
    const listed = told(
      'The trader said the bank had hidden a letter, a statement, and that the auditors wanted more.',
    );
    expect(listed.map(([, sources]) => sources)).toEqual(['The trader', 'The trader']);
  });
});

describe('what is no medium', () => {
  it.each([
    ['A letter seen by the Interior Ministry says that the pump was dry.', 'A letter seen by the Interior Ministry'],
    ['A memo seen by Kestrel Court officials says that the pump was dry.', 'A memo seen by Kestrel Court officials'],
    ['A clerk told the Calder City Council that the pump was dry.', 'A clerk'],
    ['A clerk told the National Assembly that the pump was dry.', 'A clerk'],
    ['A clerk told the Northern Harbour committee that the pump was dry.', 'A clerk'],
    ['“The pump was dry,” Senator Ada Krum wrote on Facebook Marketplace.', 'Senator Ada Krum'],
  ])('%s', (text, sources) => {
    expect(told(text).map(([, who]) => who)).toEqual([sources]);
  });
});

it.each([
  ['The reporter told Dow & Sons News that the fund was empty.', 'The reporter ← Dow & Sons News'],
  ['The reporter told Radio Calder North that the fund was empty.', 'The reporter ← Radio Calder North'],
])('a medium has its whole name: %s', (text, sources) => {
  expect(told(text)).toEqual([['the fund was empty', sources]]);
});
