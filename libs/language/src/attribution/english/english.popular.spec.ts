import { extract } from '../../extraction/extract.js';

const claimsOf = (text: string): string[] =>
  extract({ text, language: 'en' }).claims.map(
    ({ quote, attribution }) =>
      `${quote} ← ${attribution?.links.map(({ name }) => name).join(' ← ') ?? '—'}${attribution?.anonymous ? ' *' : ''}`,
  );

describe('the popular press', () => {
  it.each([
    [
      "'I trusted the man. He was kind,' the bride sobbed last night. 'Two weeks later I saw it for £640.'",
      ['I trusted the man ← the bride', 'He was kind ← the bride', 'Two weeks later I saw it for £640 ← the bride'],
    ],
    [
      'Her fiancé Darren Cole fumed: ‘If I get him he will need one.’',
      ['If I get him he will need one ← Her fiancé Darren Cole'],
    ],
    ["'They kept him on for the money,' the insider dished.", ['They kept him on for the money ← the insider *']],
    // an apostrophe quotes nothing, nor does what stands inside double marks
    [
      "The mayor said 'the patients' savings are gone' and that nobody was to blame.",
      ["the patients' savings are gone ← The mayor *", 'nobody was to blame ← The mayor *'],
    ],
    ["“He told me 'never' and left,” said Ann Cole.", ["He told me 'never' and left ← Ann Cole"]],
    ['\'He said "no" to me twice,\' said Ann Cole.', ['He said "no" to me twice ← Ann Cole']],
    [
      "The band of the '90s fumed in their dressing room and left.",
      ["The band of the '90s fumed in their dressing room and left ← —"],
    ],
    [
      "The club of the '90s won two cups, said Ann Roe, and the fans' hopes were high.",
      ["The club of the '90s won two cups ← Ann Roe", "the fans' hopes were high ← Ann Roe"],
    ],
    ['The crowd cheered for an hour, Ann Roe grinned.', ['The crowd cheered for an hour, Ann Roe grinned ← —']],
    ['Ann Roe fumed that the vote was lost.', ['the vote was lost ← Ann Roe']],
    // how somebody sounds reports nothing without the words
    [
      'She laughed the plan had cost the town nothing at all.',
      ['She laughed the plan had cost the town nothing at all ← —'],
    ],
    [
      'The vicar vanished from his parish last month, The Mail on Sunday can reveal.',
      ['The vicar vanished from his parish last month ← The Mail on Sunday'],
    ],
    ['It can also be revealed that Pell was never ordained.', ['Pell was never ordained ← —']],
    [
      'Neighbours in leafy Prestbury claim bailiffs turned up four times.',
      ['bailiffs turned up four times ← Neighbours in leafy Prestbury *'],
    ],
    ['Pals of the actress told The Sun she had left him.', ['she had left him ← Pals of the actress ← The Sun *']],
    [
      'Approached by our reporter at a bar on Thursday, Pell denied any wrongdoing and claimed that the money was safe.',
      ['any wrongdoing ← Pell', 'the money was safe ← Pell'],
    ],
    ['Pell denied the charges.', ['Pell denied the charges ← —']],
    ['“No comment,” said Pell.', []],
    [
      'Photos posted on Instagram appear to show the cleric sipping cocktails at a hotel.',
      ['the cleric sipping cocktails at a hotel ← Photos posted on Instagram ← Instagram'],
    ],
    [
      'Fraud cost British couples £4.2m last year, figures from UK Finance show – a rise of 38 per cent.',
      ['Fraud cost British couples £4.2m last year ← figures from UK Finance'],
    ],
    [
      'She told how she handed over £17,500 and her late grandmother’s ring so it could be blessed.',
      ['she handed over £17,500 and her late grandmother’s ring so it could be blessed ← She *'],
    ],
  ])('%s', (text, claims) => expect(claimsOf(text)).toEqual(claims));
});

describe('live texts and checks of hoaxes', () => {
  it.each([
    [
      'The exit poll puts the Alliance on 141 seats, 22 short of a majority.',
      ['the Alliance on 141 seats, 22 short of a majority ← The exit poll'],
    ],
    ['The council put the notice on 3 walls of the hall.', ['The council put the notice on 3 walls of the hall ← —']],
    ['Some early reaction to that exit poll.', []],
    ['League rules bar operators from two clubs.', ['League rules bar operators from two clubs ← —']],
    ['Our editor, Dana Quill, has just filed this from the hall:', []],
    ['The council found three faults in the dam:', ['The council found three faults in the dam ← —']],
    [
      'THE FACTS: Posts shared tens of times on Facebook, X and TikTok claim that the agency gave mayors a month.',
      ['the agency gave mayors a month ← Posts shared tens of times on Facebook *'],
    ],
    [
      'NATO: the alliance has moved two brigades to the border.',
      ['NATO: the alliance has moved two brigades to the border ← —'],
    ],
    [
      '“They are coming for your tomatoes next,” reads one post that had been viewed by millions.',
      ['They are coming for your tomatoes next ← one post that had been viewed by millions *'],
    ],
    [
      'Ann Cole reads “War and Peace” to her pupils every winter.',
      ['Ann Cole reads “War and Peace” to her pupils every winter ← —'],
    ],
    [
      'He later added the words “according to reports” to the headline.',
      ['He later added the words “according to reports” to the headline ← —'],
    ],
    [
      'Full Fact in Britain and Maldita.es in Spain have also debunked the claim.',
      ['Full Fact in Britain and Maldita.es in Spain have also debunked the claim ← —'],
    ],
    ['Las Provincias reported that the hall had 300 calls.', ['the hall had 300 calls ← Las Provincias']],
  ])('%s', (text, claims) => expect(claimsOf(text)).toEqual(claims));

  it('takes a paper of another language for one', () => {
    const [claim] = extract({ text: 'Las Provincias reported that the hall had 300 calls.', language: 'en' }).claims;
    expect(claim?.attribution?.links[0]?.role).toBe('outlet');
  });
});
