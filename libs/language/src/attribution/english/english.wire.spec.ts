import { extract } from '../../extraction/extract.js';
import { told, toldClaims } from '../../../../../test/support/told-claims.js';

describe('English news as agencies and papers with well-known names write it', () => {
  it.each<[string, string, string]>([
    // media inside other words
    [
      'The minister told CNN\'s "The Lead" on Sunday that the bridge was safe.',
      'the bridge was safe',
      'The minister ← CNN',
    ],
    [
      'In an interview with CNN\'s "State of the Union" on Sunday, Kessel said the bill was a gift.',
      'the bill was a gift',
      'Kessel ← CNN',
    ],
    [
      "Al Jazeera's correspondent in Tarsis said the terminal had closed.",
      'the terminal had closed',
      "Al Jazeera's correspondent in Tarsis ← Al Jazeera",
    ],
    [
      'A review by the Columbus Dispatch found no record of any such contact.',
      'no record of any such contact',
      'A review by the Columbus Dispatch ← the Columbus Dispatch',
    ],
    [
      'The risk is higher, according to a study published Monday in the journal Cold Regions.',
      'The risk is higher',
      'a study published Monday in the journal Cold Regions ← the journal Cold Regions',
    ],
    ['The mayor told KIRO 7 that the road was closed.', 'the road was closed', 'The mayor ← KIRO 7'],
    [
      'The mayor told ABC affiliate WTVD on Monday that the road was closed.',
      'the road was closed',
      'The mayor ← ABC affiliate WTVD',
    ],
    [
      'In a post on X, the bureau said the verdict had come too late.',
      'the verdict had come too late',
      'the bureau ← X',
    ],
    [
      'The foreign ministry rejected the charge as "cynical" in a statement posted on X.',
      'the charge as "cynical"',
      'The foreign ministry ← X',
    ],
    // what is somebody's own is no medium, a post no newspaper
    ['The labels have not changed, according to its website.', 'The labels have not changed', 'its website'],
    // names behind what people are
    [
      "Sorland's chief negotiator, Yulia Hantor, told the BBC that the report was wrong.",
      'the report was wrong',
      'Yulia Hantor ← the BBC',
    ],
    [
      "The paper's lead author, Dr. Helen Strand of Hopkins University, told Reuters that the analysis was better.",
      'the analysis was better',
      'Dr. Helen Strand ← Reuters',
    ],
    [
      'More than 212,000 people have crossed the border, data from the research firm Prospect show.',
      'More than 212,000 people have crossed the border',
      'data from the research firm Prospect',
    ],
    [
      'According to the refugee agency, UNHCR, more than 212,000 people have crossed the border.',
      'more than 212,000 people have crossed the border',
      'the refugee agency',
    ],
    // verbs with a thing or an act behind them
    [
      'Candidate Dana Kessel accused her opponent on Tuesday of "hiding in Washington".',
      'her opponent on Tuesday of "hiding in Washington"',
      'Candidate Dana Kessel',
    ],
    ['The union urged the company to rule out job cuts.', 'the company to rule out job cuts', 'The union'],
    ["Haverty called the town's letter to the council a stunt.", "the town's letter to the council a stunt", 'Haverty'],
    ['The company blamed cheaper imports from three countries.', 'cheaper imports from three countries', 'The company'],
    [
      'A Marist poll released Monday showed Tillery ahead 48% to 45%.',
      'Tillery ahead 48% to 45%',
      'A Marist poll released Monday',
    ],
    ["Stokely's lawyer said outside the court that he would appeal.", 'he would appeal', "Stokely's lawyer"],
    [
      'One dispatcher who still works there said drivers continue to pay for favors.',
      'drivers continue to pay for favors',
      'One dispatcher',
    ],
    ['He allegedly told an agent that everybody gets a taste.', 'everybody gets a taste', 'He'],
    [
      'Documents seen by Kontur show at least 212 spills were entered late.',
      'at least 212 spills were entered late',
      'Documents seen by Kontur ← Kontur',
    ],
    [
      'Officials said on Monday at least 58 people were killed in the flood.',
      'at least 58 people were killed in the flood',
      'Officials',
    ],
    [
      'Two people with knowledge of that inquiry told the Financial Times that charges were likely.',
      'charges were likely',
      'Two people with knowledge of that inquiry ← the Financial Times',
    ],
    [
      'According to analysts at RBC, the fine amounts to about a fifth of annual profit.',
      'the fine amounts to about a fifth of annual profit',
      'analysts at RBC',
    ],
    [
      'Ofwat said the company, which serves 2.3 million people, had shown "a reckless disregard" for the rules.',
      'the company, which serves 2.3 million people, had shown "a reckless disregard" for the rules',
      'Ofwat',
    ],
    [
      'On Truth Social, a group of drivers posted that the rule had been written by others.',
      'the rule had been written by others',
      'a group of drivers ← Truth Social',
    ],
    [
      'An officer told BBC Midlands Today he had stopped swimming in the river.',
      'he had stopped swimming in the river',
      'An officer ← BBC Midlands Today',
    ],
    [
      'She said inspections that once took three minutes are now done in one.',
      'inspections that once took three minutes are now done in one',
      'She',
    ],
    ['The Environment Agency said the water was clean again.', 'the water was clean again', 'The Environment Agency'],
    [
      '"It is a parking ticket for a company of that size," said Josie Brand of the group Clean Wye.',
      'It is a parking ticket for a company of that size',
      'Josie Brand',
    ],
    // what one says of oneself stays whole, and so does a name before its quotation
    [
      'Maddow acknowledged that he had initially denied making any payments.',
      'he had initially denied making any payments',
      'Maddow',
    ],
    [
      'Tillery wrote that Kessel "has more positions on trade than the lake has perch."',
      'Kessel "has more positions on trade than the lake has perch."',
      'Tillery',
    ],
  ])('%s', (text, content, sources) => {
    const claims = told(text);
    expect(claims).toEqual([[content, sources]]);
  });

  it('reads two verbs of one who is named behind what he is', () => {
    expect(
      told(
        'That witness, Redline owner Curtis Maddow, pleaded guilty in May and testified that he had paid in cash.',
      )[1],
    ).toEqual(['he had paid in cash', 'Curtis Maddow']);
    expect(told('He predicted that Kessel would win the race, while acknowledging that voting was slow.')[1]?.[0]).toBe(
      'voting was slow',
    );
  });

  it('does not name a party for a person', () => {
    expect(toldClaims('Some Democrats concede that the closing has hurt the party.')[0]?.[2]).toBe(true);
    expect(toldClaims('Prosecutors said the port had been sold by its own manager.')[0]?.[2]).toBe(false);
  });

  it('gives an official who has not spoken before to no medium of another', () => {
    const text = 'An engineer told Reuters that the dam had cracked.\n\n';
    expect(told(`${text}A treasury official said on Monday that the money was spent.`)[1]?.[1]).toBe(
      'A treasury official',
    );
  });

  it('does not take «it» for several records, nor for a man', () => {
    const text = 'The company said the plant was open. "It was never open," Owen Marsh said.';
    expect(told(`${text} It said the plant had 40 workers.`).at(-1)?.[1]).toBe('The company');
  });

  it('takes a pronoun for whoever acted in the sentence before, not for whoever spoke earlier', () => {
    const study = 'The pills are safe, a new study found.';
    expect(
      told(`${study} Researchers at Calder followed 900 adults. They found that two of them fell ill.`).at(-1)?.[1],
    ).toBe('Researchers at Calder');
    const court = '"He lied under oath," Daniel Roper said. Judge Maribel Soto rejected the request.';
    expect(told(`${court} She said the man posed no danger to the town.`).at(-1)?.[1]).toBe('Judge Maribel Soto');
    expect(told(`${court} They said the man posed no danger to the town.`).at(-1)?.[1]).not.toBe('Judge Maribel Soto');
    expect(
      told(`${court} She rejected an appeal of two lawyers, saying the man posed no danger to the town.`).at(-1),
    ).toEqual(['the man posed no danger to the town', 'Judge Maribel Soto']);
  });

  it('takes an office called agency for no medium', () => {
    const [claim] = extract({ text: 'The Environment Agency said the water was clean again.' }).claims;
    expect(claim?.attribution?.links[0]?.role).toBe('speaker');
    const [agency] = extract({ text: 'The Norvik News Agency said the water was clean again.' }).claims;
    expect(agency?.attribution?.links[0]?.role).toBe('outlet');
  });
});
