import { extract } from '../../extraction/extract.js';

const claimsOf = (text: string): string[] =>
  extract({ text, language: 'en' }).claims.map(
    ({ quote, attribution }) =>
      `${quote} ← ${attribution?.links.map(({ name }) => name).join(' ← ') ?? '—'}${attribution?.anonymous ? ' *' : ''}`,
  );

describe('what a desk or a columnist writes between the facts', () => {
  it.each([
    'I don’t think Thrale is a liar at all.',
    'The prime minister should sack him at once.',
    'Not everyone at the institute is convinced.',
    'Outside scientists were rather more guarded.',
    'Iranian media see it very differently.',
    'His City counterpart was having none of it.',
    'And what a collection it is for a minister.',
    'It is not clear why the drugs might harm the kidneys.',
    'One possibility is that they catch up on land.',
    'It is a good joke.',
    'The following is a selection of comment and reports.',
    'None of this is true.',
  ])('asserts nothing: %s', (text) => expect(claimsOf(text)).toEqual([]));

  it.each([
    ['I counted 14 lorries on the road to the dam.', 'I counted 14 lorries on the road to the dam ← —'],
    ['The bridge should reopen to traffic on Monday.', 'The bridge should reopen to traffic on Monday ← —'],
    ['The witness was pronounced dead at the scene.', 'The witness was pronounced dead at the scene ← —'],
    ['Voters in the two towns are divided by the river.', 'Voters in the two towns are divided by the river ← —'],
    ['It is illegal to fish in the lake in spring.', 'It is illegal to fish in the lake in spring ← —'],
    ['“I don’t think Thrale is a liar,” Ann Roe said.', 'I don’t think Thrale is a liar ← Ann Roe'],
    ['Petrels stay aloft for weeks.', 'Petrels stay aloft for weeks ← —'],
    ["That's already more than in all of 2025.", "That's already more than in all of 2025 ← —"],
  ])('stays: %s', (text, claim) => expect(claimsOf(text)).toEqual([claim]));
});

describe('who is meant', () => {
  it.each([
    [
      'Julian Thrale resigned from the cabinet on Monday.\n\n“I am sorry for it,” he said.',
      ['Julian Thrale resigned from the cabinet on Monday ← —', 'I am sorry for it ← Julian Thrale'],
    ],
    // "he" is neither the woman for whom "she" has stood nor an office
    [
      'Lottie Crane wrote that it was late. She said it was dark. The National Audit Office said it was cold. He said it was early.',
      [
        'it was late ← Lottie Crane',
        'it was dark ← Lottie Crane',
        'it was cold ← The National Audit Office',
        'it was early ← He *',
      ],
    ],
    [
      'Yeni Safak is alone in its worries about the water. It claims that the brine will rise by 8%.',
      ['the brine will rise by 8% ← Yeni Safak'],
    ],
    [
      'There is a moment for all of us. He told Radio 4 that the sums were right.',
      ['the sums were right ← He ← Radio 4'],
    ],
  ])('%s', (text, claims) => expect(claimsOf(text).slice(-claims.length)).toEqual(claims));
});

describe('sources inside a phrase', () => {
  it.each([
    [
      'A columnist in the Spectator argued that voters care about the sums.',
      ['voters care about the sums ← A columnist in the Spectator ← the Spectator *'],
    ],
    [
      'Citing what it calls “informed Gulf sources”, Al-Quds al-Arabi reports that a firm will supply the pipes.',
      ['a firm will supply the pipes ← informed Gulf sources ← Al-Quds al-Arabi *'],
    ],
    [
      'The shooting is the 11th this year, per the School Shooting Database.',
      ['The shooting is the 11th this year ← the School Shooting Database'],
    ],
    ['The club pays £4 per Saturday match to a steward.', ['The club pays £4 per Saturday match to a steward ← —']],
    [
      "Egypt's Al-Ahram reminds its readers that the plan was first proposed in 1981.",
      ["the plan was first proposed in 1981 ← Egypt's Al-Ahram"],
    ],
    [
      'Writing to his staff, Ann Roe said the deal “buries ten years of suspicion” and that the first water will flow in 2029.',
      ['the deal “buries ten years of suspicion” ← Ann Roe', 'the first water will flow in 2029 ← Ann Roe'],
    ],
    [
      'In July he boasted of 40,000 “new” jobs in the town.',
      ['In July he boasted of 40,000 “new” jobs in the town ← —'],
    ],
    [
      'The affidavit states that the suspect, who has not been charged, wrote “see you friday” under a photo.',
      ['the suspect, who has not been charged, wrote “see you friday” under a photo ← The affidavit'],
    ],
    [
      'In a paper published this week in Current Biology, Lono and her colleagues report that the petrels sleep in flight.',
      ['the petrels sleep in flight ← Lono and her colleagues ← Current Biology'],
    ],
    [
      'Sara Roe, a sleep researcher at the University of Oxford, UK, points out that the signs are weak.',
      ['the signs are weak ← Sara Roe'],
    ],
    [
      'Recorders worn by four birds showed them sleeping for 13 hours a day.',
      ['them sleeping for 13 hours a day ← Recorders worn by four birds'],
    ],
    [
      'Officers were called at about 9:52 p.m. for a report of shots.',
      ['Officers were called at about 9:52 p.m. for a report of shots ← —'],
    ],
  ])('%s', (text, claims) => expect(claimsOf(text)).toEqual(claims));
});
