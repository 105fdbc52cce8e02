import { extract } from '../../extraction/extract.js';

const claimsOf = (text: string): string[] =>
  extract({ text, language: 'en' }).claims.map(
    ({ quote, attribution }) => `${quote} ← ${attribution?.links.map(({ name }) => name).join(' ← ') ?? '—'}`,
  );
const last = (text: string): string | undefined => claimsOf(text).at(-1);

describe('a report that is told again', () => {
  it.each([
    [
      'Le Monde has the letter. A clerk told the London-based newspaper that it was forged.',
      'it was forged ← A clerk ← Le Monde',
    ],
    ['Axios said he was due. An aide told the news site that he would call.', 'he would call ← An aide ← Axios'],
    ['Speaking on Spice FM, Kiptoo claimed that a brother owned half.', 'a brother owned half ← Kiptoo ← Spice FM'],
    [
      'A survey for Channel 13 found 61 percent in favour. Support stood at 48 percent in the party, the poll showed.',
      'Support stood at 48 percent in the party ← the poll ← Channel 13',
    ],
    [
      'According to Channel 12, the crossing would open. Netzer told ministers that a refusal was costly, the report said.',
      'a refusal was costly ← Netzer ← the report ← Channel 12',
    ],
    [
      'A widow said the callers knew her. Mr Saleh said he had never sold one. The office denied that it knew. “He lied,” she said.',
      'He lied ← A widow',
    ],
    // the report is the medium's own piece
    [
      'The mine leaked, according to an investigation by Le Monde. According to the report, two wells were closed.',
      'two wells were closed ← the report ← Le Monde',
    ],
    ['Le Monde published 40 emails. The report said the mine leaked.', 'the mine leaked ← The report ← Le Monde'],
    // a study is none
    [
      'The mine leaked, according to an audit. Le Monde has the letters. A report said two wells were closed. The report said a third leaked.',
      'a third leaked ← The report',
    ],
    // another paper named in passing does not become "the paper" for good
    [
      'The Washington Post said the plates were missing. The newspaper said a clerk knew. The Post said he had told his boss. The newspaper has the memo. In 2019, Defense News reported that helmets broke. A judge said the file was closed. The newspaper said the crates were still there.',
      'the crates were still there ← The Washington Post',
    ],
    [
      'The Washington Post said the plates were missing. The newspaper said a clerk knew. The Post said he had told his boss. In 2019, Defense News reported that helmets broke. The newspaper said ten were hurt.',
      'ten were hurt ← Defense News',
    ],
    // people met for the first time have not spoken to the medium named last
    [
      'Two officials told Le Monde the mine leaked. People familiar with the inquiry said that a house was searched.',
      'a house was searched ← People familiar with the inquiry',
    ],
    [
      'Sky News has the letter. The broadcaster’s City editor said the board was split.',
      'the board was split ← The broadcaster’s City editor ← Sky News',
    ],
    [
      'The sale was hidden, according to filings first spotted by the Mail on Sunday.',
      'The sale was hidden ← filings first spotted by the Mail on Sunday ← the Mail on Sunday',
    ],
    [
      'An editorial published alongside the paper noted that falls were common.',
      'falls were common ← An editorial published alongside the paper',
    ],
    [
      'The service apologised in a letter, a copy of which has been seen by The Irish Times. It says an audit was ignored.',
      'an audit was ignored ← a letter ← The Irish Times',
    ],
    ['The service apologised in a letter. It says an audit was ignored.', 'an audit was ignored ← The service'],
  ])('%s', (text, claim) => {
    expect(last(text)).toBe(claim);
  });

  it('what one tells a channel later is another occasion, what one told it with the words is the same', () => {
    const [first] = claimsOf(
      'Ortiz said the firm had lied. She told MSNBC on Tuesday that the firm held three contracts.',
    );
    expect(first).toBe('the firm had lied ← Ortiz');
    const [same] = claimsOf('Ortiz said the firm had lied. “They knew,” she told MSNBC.');
    expect(same).toBe('the firm had lied ← Ortiz ← MSNBC');
  });
});

describe('who speaks', () => {
  it.each([
    // an express is no press
    [
      'Toilets were never built, according to The Indian Express. The newspaper reported that auditors saw 340 schools.',
      'auditors saw 340 schools ← The Indian Express',
    ],
    [
      'Salvi was angry. “Not one rupee was paid,” he was quoted as saying by the Press Trust of India.',
      'Not one rupee was paid ← Salvi ← the Press Trust of India',
    ],
    [
      'People aware of the matter told Mint the report was late.',
      'the report was late ← People aware of the matter ← Mint',
    ],
    [
      "The minister told BBC Radio 4's Today programme that phone firms would pay.",
      "phone firms would pay ← The minister ← BBC Radio 4's Today programme",
    ],
    [
      'UK Finance, which represents banks, says fraud cost its customers £76m.',
      'fraud cost its customers £76m ← UK Finance',
    ],
    [
      "Newslaundry and The Reporters' Collective found that a third had no water.",
      "a third had no water ← Newslaundry and The Reporters' Collective",
    ],
    [
      'Both share an address in Thane, company filings accessed by The Wire show.',
      'Both share an address in Thane ← company filings accessed by The Wire ← The Wire',
    ],
    [
      'Attendance fell to 69% in 2025, as per data from the ministry.',
      'Attendance fell to 69% in 2025 ← data from the ministry',
    ],
    // she is not the man
    [
      'A widow said the callers knew her church. The man said each had a target. “He was kind,” she said.',
      'He was kind ← A widow',
    ],
    [
      'Sky News has the calls, which Bellingcat checked. Pike lost her savings. “I knew,” she told the programme.',
      'I knew ← Pike ← Sky News',
    ],
    [
      'A Gulf diplomat left early. The diplomat said it was late. An Asian diplomat said the text was ready. The diplomat said it was long.',
      'it was long ← An Asian diplomat',
    ],
    [
      'A Western diplomat played down hopes. “We have been here for two years,” the diplomat said.',
      'We have been here for two years ← A Western diplomat',
    ],
    [
      'An unnamed diplomat said the text was ready. “We have been here for two years,” the diplomat said.',
      'We have been here for two years ← An unnamed diplomat',
    ],
    [
      'His counterpart, Prince Turki bin Nasser, told Reuters that the visit was off.',
      'the visit was off ← Prince Turki bin Nasser ← Reuters',
    ],
    ['A spokesman for the army, Col Drew Mabry, said the file was closed.', 'the file was closed ← Col Drew Mabry'],
    ['The minister denied it, telling LBCI that the berth was watched.', 'the berth was watched ← The minister ← LBCI'],
    [
      'MTV Lebanon aired footage of the berth and quoted a worker as saying that it had been left open.',
      'it had been left open ← a worker ← MTV Lebanon',
    ],
    ['The editorial was blunt. It also pointed out that falls were common.', 'falls were common ← The editorial'],
    ['The sergeant accepted that no buyer had been traced.', 'no buyer had been traced ← The sergeant'],
    ['Analysts at Jefferies valued the business at £5bn.', 'the business at £5bn ← Analysts at Jefferies'],
    ['Doctors reported Monday in The Lancet that the drug failed.', 'the drug failed ← Doctors ← The Lancet'],
    ['The minister told a news conference that the port was closed.', 'the port was closed ← The minister'],
  ])('%s', (text, claim) => {
    expect(last(text)).toBe(claim);
  });

  it.each([
    'In Thane, company filings are kept on paper.',
    'A survey found a leak in the wall of the dam.',
    'The hospital accepted 40 patients in March.',
    'The guests valued the silence of the house.',
  ])('nobody’s words: %s', (text) => {
    expect(last(text)).toMatch(/ ← —$/);
  });

  it.each([
    [
      'The paper said the firm had billed $38m, and that inspectors who opened the crates had found gravel.',
      ['the firm had billed $38m ← The paper', 'inspectors who opened the crates had found gravel ← The paper'],
    ],
    [
      'Nearly 7 million people live there, according to the council, and the number is projected to grow.',
      ['Nearly 7 million people live there ← the council', 'the number is projected to grow ← the council'],
    ],
  ])('two clauses: %s', (text, claims) => {
    expect(claimsOf(text)).toEqual(claims);
  });
});

it('a currency before a number with a point ends no sentence', () => {
  expect(claimsOf('Kenya paid Sh4.1 billion for 12 drones, records show.')).toEqual([
    'Kenya paid Sh4.1 billion for 12 drones ← records',
  ]);
});

it('a body whose name ends in its field is no unnamed official', () => {
  const [claim] = extract({ text: 'UK Finance says that fraud cost banks £76m.', language: 'en' }).claims;
  expect(claim?.attribution).toMatchObject({ anonymous: false, links: [{ name: 'UK Finance', type: 'institution' }] });
  const [other] = extract({
    text: 'An official at UK Finance says that fraud cost banks £76m.',
    language: 'en',
  }).claims;
  expect(other?.attribution?.anonymous).toBe(true);
});
