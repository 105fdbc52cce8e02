import { extract } from '../../extraction/extract.js';

const told = (text: string) =>
  extract({ text, language: 'en' }).claims.map(({ quote, attribution }) => [
    quote,
    attribution?.links.map((link) => `${link.role}:${link.name}`).join(' ← ') ?? null,
    attribution?.anonymous ?? false,
  ]);

describe('words that came through another', () => {
  it.each<[string, string, string, boolean]>([
    [
      'The daily Morgenpost, quoting a senior engineer, reported that the dam had been drained.',
      'the dam had been drained',
      'speaker:a senior engineer ← outlet:The daily Morgenpost',
      true,
    ],
    [
      'The weekly Spur, citing a draft of the audit, said last week that nine loans were missing.',
      'nine loans were missing',
      'document:a draft of the audit ← outlet:The weekly Spur',
      false,
    ],
    [
      'According to Kestrel, which quoted a former buyer, two bidders were turned away.',
      'two bidders were turned away',
      'speaker:a former buyer ← outlet:Kestrel',
      true,
    ],
    [
      'The broadcaster quoted a port worker as saying that the crane had been out of order for weeks.',
      'the crane had been out of order for weeks',
      'speaker:a port worker ← outlet:The broadcaster',
      true,
    ],
    [
      '“The crane had been out of order for weeks,” the harbour master was quoted as saying.',
      'The crane had been out of order for weeks',
      'speaker:the harbour master',
      false,
    ],
    [
      'A memo obtained by the investigative site Lantern says that the sluice was never tested.',
      'the sluice was never tested',
      'document:A memo obtained by the investigative site Lantern ← outlet:the investigative site Lantern',
      false,
    ],
    [
      'The minister admitted in a letter to the bank, a copy of which was seen by Spur, that the reserve was empty.',
      'the reserve was empty',
      'speaker:The minister ← outlet:Spur',
      true,
    ],
    [
      'A diplomat close to the talks told HKB that the truce would be signed on Friday.',
      'the truce would be signed on Friday',
      'speaker:A diplomat close to the talks ← outlet:HKB',
      true,
    ],
    [
      'The biologist Ada Krum told Garden Weekly magazine last month that the moth had returned.',
      'the moth had returned',
      'speaker:The biologist Ada Krum ← outlet:Garden Weekly magazine',
      false,
    ],
  ])('%s', (text, quote, links, anonymous) => {
    expect(told(text)).toContainEqual([quote, links, anonymous]);
  });

  it.each<[string, string, string]>([
    [
      '“They emptied the shelves,” Senator Ada Krum wrote on X.',
      'They emptied the shelves',
      'speaker:Senator Ada Krum ← outlet:X',
    ],
    [
      'The sluice is cracked, two people with knowledge of the survey told The Post-Courier.',
      'The sluice is cracked',
      'speaker:two people with knowledge of the survey ← outlet:The Post-Courier',
    ],
    [
      'An internal survey dated Friday and seen by Spur estimates that 900 people have lost their homes.',
      '900 people have lost their homes',
      'document:An internal survey dated Friday and seen by Spur ← outlet:Spur',
    ],
    [
      'That was disputed by an engineer at the water board, who told Reuters that cracks had been reported twice.',
      'cracks had been reported twice',
      'speaker:an engineer at the water board ← outlet:Reuters',
    ],
    [
      'A spokeswoman for the port told the Evening Register that two cranes had been seized.',
      'two cranes had been seized',
      'speaker:A spokeswoman for the port ← outlet:the Evening Register',
    ],
    [
      'The keeper was quoted by the zoo’s own video channel as saying that the bear had escaped.',
      'the bear had escaped',
      'speaker:The keeper ← outlet:the zoo’s own video channel',
    ],
    [
      'Letters seen by Spur appeared to show that 4 million crowns had been moved.',
      '4 million crowns had been moved',
      'document:Letters seen by Spur ← outlet:Spur',
    ],
    ['On Wednesday her office said that the letter had been lost.', 'the letter had been lost', 'speaker:her office'],
  ])('%s', (text, quote, links) => {
    expect(told(text).map(([said, by]) => [said, by])).toContainEqual([quote, links]);
  });

  it('knows a medium again by the name that a common noun led in', () => {
    const text =
      'The ferry was sold, the sports daily Tribuna reported on Thursday. According to Tribuna, the buyer is a bank.';
    expect(told(text)).toContainEqual(['the buyer is a bank', 'outlet:Tribuna', false]);
  });

  it('takes nobody before whom something was said for a newspaper', () => {
    expect(told('The minister told the Supreme Court that the fund was empty.')[0]?.[1]).toBe('speaker:The minister');
    expect(told('The minister told the Knesset that the fund was empty.')[0]?.[1]).toBe('speaker:The minister');
  });

  it('names the holder of an office who is named a sentence later', () => {
    expect(
      told('At least 58 people died, the provincial governor said. “There was no siren,” Governor Ada Krum said.')[0],
    ).toEqual(['At least 58 people died', 'speaker:Governor Ada Krum', false]);
  });

  it('leaves a minister who cites a report the speaker of his own words', () => {
    expect(
      told('Interior Minister Ada Krum, citing a report by the auditors, said that the fund was empty.')[0]?.[1],
    ).toMatch(/Ada Krum/);
  });
});

describe('who speaks in English', () => {
  it('takes a source for unnamed who asked for it, whatever the noun is', () => {
    expect(told('One keyholder, who did not want to be identified, said that the alarm was off.')).toEqual([
      ['the alarm was off', 'speaker:One keyholder', true],
    ]);
    expect(told('A bellringer, speaking on condition of anonymity, said that the tower leaned.')[0]?.[2]).toBe(true);
    expect(told('One colleague told the paper that the alarm was off.')[0]?.[2]).toBe(true);
  });

  it('takes the name between commas behind somebody’s somebody for the speaker', () => {
    expect(told('Her barrister, Ines Mott, said the offence was out of character.')[0]?.slice(1)).toEqual([
      'speaker:Ines Mott',
      false,
    ]);
    expect(told('Its commander, who goes by the name Abu Seif, said that the bridge was mined.')[0]?.slice(1)).toEqual([
      'speaker:Abu Seif',
      false,
    ]);
  });

  it('reads “that” between a noun and its verb as part of the subject', () => {
    expect(
      told('Two members of the panel that drafts it, who asked not to be named, said that a page had been cut.')[0],
    ).toEqual(['a page had been cut', 'speaker:Two members of the panel that drafts it', true]);
  });

  it('lets a court hear what is said before it, and nobody else', () => {
    expect(told('The court heard that Lamb forged eleven cheques.')).toEqual([
      ['Lamb forged eleven cheques', 'speaker:The court', false],
    ]);
    expect(told('Lamb forged eleven cheques over two years, an inquest was told on Monday.')[0]).toEqual([
      'Lamb forged eleven cheques over two years',
      'speaker:an inquest',
      false,
    ]);
    expect(told('Neighbours heard that Lamb had left the town.').map(([, links]) => links)).toEqual([null]);
  });
});

describe('what is said in English', () => {
  it('ends where somebody keeps something back', () => {
    expect(
      told('The mayor confirmed that the ferry had been sold but would not discuss its price.')[0]?.slice(0, 2),
    ).toEqual(['the ferry had been sold', 'speaker:The mayor']);
  });

  it('is an estimate with its number, or a thing that a document shows', () => {
    expect(told('The doctors’ union put the number of wounded at 87.')).toEqual([
      ['the number of wounded at 87', 'speaker:The doctors’ union', false],
    ]);
    expect(told('The nurse put the cup on the table at noon.').map(([, links]) => links)).toEqual([null]);
    expect(told('Images taken on Sunday show two burnt trucks on the eastern bank.')).toEqual([
      ['two burnt trucks on the eastern bank', 'document:Images taken on Sunday', false],
    ]);
  });

  it('does not begin with where or when it was said', () => {
    expect(told('The sergeant said after the hearing: “This was a cold betrayal of trust.”')).toEqual([
      ['This was a cold betrayal of trust', 'speaker:The sergeant', true],
    ]);
  });

  it('begins behind a verb that is spelt like a noun, if somebody is its subject', () => {
    expect(told('Opposition leader Ada Krum claims the fund paid for three rallies.')[0]?.slice(0, 2)).toEqual([
      'the fund paid for three rallies',
      'speaker:Opposition leader Ada Krum',
    ]);
  });

  it('is a loss that somebody reports, what he claims to have done, and not an account that he only confirms', () => {
    expect(told('The company reported a loss of $84 million in the third quarter.')).toEqual([
      ['a loss of $84 million in the third quarter', 'speaker:The company', false],
    ]);
    expect(told('Rebel forces claimed on Wednesday to have taken the ridge.')[0]?.slice(0, 2)).toEqual([
      'to have taken the ridge',
      'speaker:Rebel forces',
    ]);
    expect(
      told('Three clerks confirmed Ada’s account but spoke on background because they had signed.')[0]?.[1],
    ).toBeNull();
  });

  it('is nobody’s what is expected to happen', () => {
    expect(told('The minister, who took office in 2024, is expected to address the house on Tuesday.')).toEqual([
      ['The minister, who took office in 2024, is expected to address the house on Tuesday', null, false],
    ]);
  });

  it('ends before the writer’s remark on it', () => {
    expect(
      told('The lawyer argued that the partners had ignored two warnings, a suggestion the clinic rejects.').map(
        ([quote, links]) => [quote, links],
      ),
    ).toEqual([
      ['the partners had ignored two warnings', 'speaker:The lawyer'],
      ['a suggestion the clinic rejects', null],
    ]);
  });

  it('is nobody’s where it is believed somewhere', () => {
    expect(told('It is widely believed in the capital that the premier will resign in May.')).toEqual([
      ['the premier will resign in May', 'speaker:It is widely believed in the capital that', true],
    ]);
    expect(told('It is the third time that the dam has failed.').map(([, links]) => links)).toEqual([null]);
  });
});
