import { extract } from '#language';

/** The links of the last claim of an English text, as "role name". */
const lastLinks = (text: string): string[] =>
  (extract({ text, language: 'en' }).claims.at(-1)?.attribution?.links ?? []).map(
    ({ role, name }) => `${role} ${name}`,
  );

describe('media by their names', () => {
  it.each([
    ['Al-Akhbar reported on Monday that the talks had failed.', ['outlet Al-Akhbar']],
    ['Corriere della Sera reported that prosecutors had opened a file.', ['outlet Corriere della Sera']],
    ['The Press Trust of India reported that 14 people had died.', ['outlet The Press Trust of India']],
    ['She told Voice of America that the school had burned down.', ['speaker She', 'outlet Voice of America']],
    ['The guard told The Globe and Mail that the mine leaked.', ['speaker The guard', 'outlet The Globe and Mail']],
    ['The Christian Science Monitor said nine wells were dry.', ['outlet The Christian Science Monitor']],
    ['The Kansas City Star reported that the sheriff had resigned.', ['outlet The Kansas City Star']],
    ['He told the Marsa Evening Sun that the bridge was safe.', ['speaker He', 'outlet the Marsa Evening Sun']],
    ["Britain's Sun reported that the player had left.", ["outlet Britain's Sun"]],
    [
      'The minister told Kan public radio that talks would resume.',
      ['speaker The minister', 'outlet Kan public radio'],
    ],
    ['Al-Araby Al-Jadeed, a London-based outlet, reported that two men were held.', ['outlet Al-Araby Al-Jadeed']],
    ['Al-Araby TV, a state-owned channel, reported that two men were held.', ['outlet Al-Araby TV']],
    ['SANA said the road was open.', ['outlet SANA']],
    [
      "The Times of Israel's military correspondent wrote that the strike had failed.",
      ["speaker The Times of Israel's military correspondent", 'outlet Times of Israel'],
    ],
  ])('%s', (text, links) => {
    expect(lastLinks(text)).toEqual(links);
  });

  it.each([
    ['Mr Sun said the plant would close in May.', ['speaker Mr Sun']],
    ['Ms Slate said the plant would close in May.', ['speaker Ms Slate']],
    ['Judge Herald said the case was closed.', ['speaker Judge Herald']],
    ['Sana said the road was open.', ['speaker Sana']],
    ['Standard Chartered said profits had fallen by 12%.', ['speaker Standard Chartered']],
    ['The Post Office said it had repaid 900 managers.', ['speaker The Post Office']],
    ['The Guardian Media Group said it had sold the site.', ['speaker The Guardian Media Group']],
    ['Sun Microsystems said it would cut 300 jobs.', ['speaker Sun Microsystems']],
    ['The union told Times Square Holdings that the lease was void.', ['speaker The union']],
    ['She told the Foreign Monitor Committee that the file was lost.', ['speaker She']],
  ])('no medium: %s', (text, links) => {
    expect(lastLinks(text)).toEqual(links);
  });
});

describe('a medium that was named in the article’s own voice', () => {
  it.each([
    [
      'The Daily Telegraph published extracts on Sunday. The newspaper said ministers had known.',
      'The Daily Telegraph',
    ],
    ['A recording was handed to Le Monde last week. The paper said the minister had lied twice.', 'Le Monde'],
    ['Photographs were first shown by Channel 12. The broadcaster said the pilot had survived.', 'Channel 12'],
    ['Reuters obtained the contract in March. The agency said the deal was worth $40 million.', 'Reuters'],
    // a paper called Press is no agency
    ['The Detroit Free Press has the letter. The newspaper said the house was sold.', 'The Detroit Free Press'],
    // the newspaper is none of the others
    ['The Irish Times has the letter. Sky News showed the house. The newspaper said it was sold.', 'The Irish Times'],
    ['Sky News showed the house. The Irish Times has the letter. The broadcaster said it was sold.', 'Sky News'],
    ['Le Monde published the letter on Sunday. A clerk told the French newspaper that it was forged.', 'Le Monde'],
  ])('%s', (text, name) => {
    expect(lastLinks(text).at(-1)).toBe(`outlet ${name}`);
  });

  it.each([
    ['Reuters obtained the contract. The state news agency said it was void.', 'outlet The state news agency'],
    [
      'Le Monde has the letter. The Environment Agency said it was forged. The agency said it would sue.',
      'speaker The agency',
    ],
    ['Le Monde has the letter. A study found that bees die. The paper said the cause was heat.', 'document The paper'],
    ['Sky News showed the house. The newspaper said it was sold.', 'outlet The newspaper'],
    ['Reuters has the letter. The newspaper said the house was sold.', 'outlet The newspaper'],
  ])('another: %s', (text, link) => {
    expect(lastLinks(text)).toEqual([link]);
  });
});

describe('what a medium has been told', () => {
  it.each([
    [
      'The BBC understands that the chairman will resign on Friday.',
      'the chairman will resign on Friday',
      ['outlet The BBC'],
    ],
    [
      'The Guardian has been told that ministers knew of the leak.',
      'ministers knew of the leak',
      ['outlet The Guardian'],
    ],
    [
      'As first reported by The Verge, the company will cut 400 jobs.',
      'the company will cut 400 jobs',
      ['outlet The Verge'],
    ],
    ['One theory holds that the ship was carrying weapons.', 'the ship was carrying weapons', ['speaker One theory']],
    [
      'A joint investigation by Der Spiegel and Lighthouse Reports found that 44 inmates had died.',
      '44 inmates had died',
      ['document A joint investigation by Der Spiegel and Lighthouse Reports', 'outlet Der Spiegel'],
    ],
  ])('%s', (text, quote, links) => {
    expect(extract({ text, language: 'en' }).claims.map((claim) => claim.quote)).toEqual([quote]);
    expect(lastLinks(text)).toEqual(links);
  });

  it.each([
    'She understands that the road is dangerous at night.',
    'The guards held “Free Hamed” signs for two hours.',
    'Marsh has been told that the road is closed.',
    'In a letter that was first reported by Politico, 11 members demanded a timetable by Friday.',
  ])('nobody’s words: %s', (text) => {
    expect(lastLinks(text)).toEqual([]);
  });

  it('“Reporting by …” without a verb is a credit, with one it is the article’s', () => {
    const text = (line: string) =>
      `A bridge is closed\n\nThe bridge was closed on Monday.\n\n${line}\n\nIt will open in May.`;
    const quotes = (line: string) => extract({ text: text(line), language: 'en' }).claims.map(({ quote }) => quote);
    expect(quotes('Reporting by Ines Mott and the Herald in Calder.')).not.toContain(
      'Reporting by Ines Mott and the Herald in Calder',
    );
    expect(quotes('Reporting by the Herald shows the firm hid the test.')).toContain(
      'Reporting by the Herald shows the firm hid the test',
    );
  });

  it('a long standfirst without a full stop is no paragraph', () => {
    const dek =
      'Tests that the company called routine were never made, according to people who worked on the platform and who say that the sheets were filled in at a desk in the capital';
    const { blocks, text } = extract({
      text: `Tests were never made\n\n${dek}\n\nThe tests were never made.\n\nThe firm denies it.`,
      language: 'en',
    });
    expect(blocks.find(({ start }) => text.content.startsWith(dek, start))?.field).toBe('dek');
  });
});
