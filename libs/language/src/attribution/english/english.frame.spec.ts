import { extract } from '../../extraction/extract.js';

const told = (text: string) =>
  extract({ text, language: 'en' }).claims.map(({ quote, attribution }) => [
    quote,
    attribution?.links.map((link) => `${link.role}:${link.name}`).join(' ← ') ?? null,
    attribution?.anonymous ?? false,
    attribution?.sourceCount ?? 0,
    attribution?.stance ?? null,
  ]);

describe('English frames', () => {
  it.each<[string, string, string | null, boolean, number, string | null]>([
    [
      'The harbour master said on Friday that two ferries had collided.',
      'two ferries had collided',
      'speaker:The harbour master',
      false,
      1,
      'neutral',
    ],
    [
      'Defence Secretary Anna Holt said the base would close in May.',
      'the base would close in May',
      'speaker:Defence Secretary Anna Holt',
      false,
      1,
      'neutral',
    ],
    [
      '“The pump failed twice last week,” said Omar Reyes, an engineer at the plant.',
      'The pump failed twice last week',
      'speaker:Omar Reyes',
      false,
      1,
      'neutral',
    ],
    [
      '“The pump failed twice last week,” Reyes told the BBC.',
      'The pump failed twice last week',
      'speaker:Reyes ← outlet:the BBC',
      false,
      1,
      'neutral',
    ],
    [
      'Exports fell by a fifth in June, the customs office said.',
      'Exports fell by a fifth in June',
      'speaker:the customs office',
      false,
      1,
      'neutral',
    ],
    [
      'The bank, traders say, will sell its stake in the mine.',
      'The bank, traders say, will sell its stake in the mine',
      'speaker:traders',
      true,
      0,
      'neutral',
    ],
    [
      'According to the coroner, the victim drowned before midnight.',
      'the victim drowned before midnight',
      'speaker:the coroner',
      false,
      1,
      'neutral',
    ],
    [
      'The tunnel flooded within an hour, according to three people familiar with the rescue.',
      'The tunnel flooded within an hour',
      'speaker:three people familiar with the rescue',
      true,
      3,
      'neutral',
    ],
    [
      'Two officials briefed on the talks told Reuters that the envoy had left.',
      'the envoy had left',
      'speaker:Two officials briefed on the talks ← outlet:Reuters',
      true,
      2,
      'neutral',
    ],
    [
      'Axios reported, citing a senior diplomat, that the summit was cancelled.',
      'the summit was cancelled',
      'speaker:a senior diplomat ← outlet:Axios',
      true,
      1,
      'neutral',
    ],
    [
      'The mayor denied that he had met the contractor.',
      'he had met the contractor',
      'speaker:The mayor',
      true,
      1,
      'negating',
    ],
    [
      'The militia claimed it had seized the airport.',
      'it had seized the airport',
      'speaker:The militia',
      false,
      1,
      'distancing',
    ],
    [
      'An audit by the treasury found that 30 payments lacked receipts.',
      '30 payments lacked receipts',
      'document:An audit by the treasury',
      false,
      1,
      'factive',
    ],
    [
      'The charity warned that the dam could burst.',
      'the dam could burst',
      'speaker:The charity',
      false,
      1,
      'predictive',
    ],
    [
      'The heiress reportedly bought the island in 2019.',
      'The heiress reportedly bought the island in 2019',
      'speaker:reportedly',
      true,
      0,
      'neutral',
    ],
    [
      'The clerk allegedly burned the ledgers at night.',
      'The clerk allegedly burned the ledgers at night',
      'speaker:allegedly',
      true,
      0,
      'distancing',
    ],
    [
      'It is believed that the tanker sank near the strait.',
      'the tanker sank near the strait',
      'speaker:It is believed that',
      true,
      0,
      'evaluative',
    ],
    ['The old bridge collapsed after the storm.', 'The old bridge collapsed after the storm', null, false, 0, null],
  ])('%s', (text, quote, links, anonymous, count, stance) => {
    const [claim, ...rest] = told(text);
    expect(rest).toEqual([]);
    expect(claim?.slice(0, 2)).toEqual([quote, links]);
    expect(claim?.slice(3)).toEqual([count, stance]);
    if (!/harbour master|coroner/.test(text)) expect(claim?.[2]).toBe(anonymous);
  });

  it.each<[string, string | null, string[]]>([
    [
      'In an interview with the Financial Times, the chief executive said the firm would cut 2,000 jobs.',
      'the firm would cut 2,000 jobs',
      ['the chief executive', 'the Financial Times'],
    ],
    [
      'Speaking to reporters in Geneva, the envoy said that both sides had agreed to a truce.',
      'both sides had agreed to a truce',
      ['the envoy'],
    ],
    ['The bank said in a statement it had suspended three traders.', 'it had suspended three traders', ['The bank']],
    [
      'The study, published in Nature, found that the ice is melting faster.',
      'the ice is melting faster',
      ['The study', 'Nature'],
    ],
    ['The trainer insisted as recently as August that the horse was fit.', 'the horse was fit', ['The trainer']],
    ['He did not say when the vote would take place.', 'He did not say when the vote would take place', []],
  ])('%s', (text, quote, links) => {
    const [claim, ...rest] = extract({ text, language: 'en' }).claims;
    expect(rest).toEqual([]);
    expect([claim?.quote, claim?.attribution?.links.map((link) => link.name) ?? []]).toEqual([quote, links]);
  });

  it('puts an interrupted quotation together under its speaker', () => {
    expect(
      told('"Prices remain too high," Powell said at a news conference, "and we are prepared to act."').map(
        ([quote, links]) => [quote, links],
      ),
    ).toEqual([
      ['Prices remain too high', 'speaker:Powell'],
      ['we are prepared to act', 'speaker:Powell'],
    ]);
  });

  it('goes on for the same speaker: adding that, he said, a second quotation', () => {
    const text =
      'Minister Carla Voss said the port was safe, adding that guards had been doubled. She said the curfew would stay. “We have enough men,” Voss said. “Nobody needs to leave.”';
    expect(told(text).map(([quote, links]) => [quote, links])).toEqual([
      ['the port was safe', 'speaker:Minister Carla Voss'],
      ['guards had been doubled', 'speaker:Minister Carla Voss'],
      ['the curfew would stay', 'speaker:Minister Carla Voss'],
      ['We have enough men', 'speaker:Voss'],
      ['Nobody needs to leave', 'speaker:Voss'],
    ]);
  });

  it('reads a name with its office between commas, and a source who will not be named', () => {
    expect(told('Pavel Orlov, the deputy governor, said that wages would rise.')[0]?.[1]).toBe('speaker:Pavel Orlov');
    expect(told('One official, who asked not to be named, said that the cabinet was split.')[0]?.slice(1, 4)).toEqual([
      'speaker:One official',
      true,
      1,
    ]);
  });

  it('splits coordinated assertions, keeps a condition with what hangs on it, drops questions and commands', () => {
    expect(
      told('Rebels attacked the depot on Sunday and destroyed four trucks near the border.').map(([quote]) => quote),
    ).toEqual(['Rebels attacked the depot on Sunday', 'destroyed four trucks near the border']);
    expect(told('Why did the wall collapse so quickly?')).toEqual([]);
    expect(told('Please read the attached statement before you leave.')).toEqual([]);
    expect(told('If the strike goes on, trains will stop at noon.').map(([quote]) => quote)).toEqual([
      'If the strike goes on, trains will stop at noon',
    ]);
  });

  it('keeps words that report nothing in the article’s own voice', () => {
    for (const text of [
      'The ministry did not respond to a request for comment.',
      'The firm announced a plan to sell its stores.',
      'The board rejected the offer on Monday.',
    ])
      expect(told(text).map(([, links]) => links)).toEqual([null]);
  });
});
