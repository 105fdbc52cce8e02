import { segmentBlocks } from './block.segment.js';

const PROSE =
  'The bridge over the Calder was closed on Monday after inspectors had found three cracks in its northern pier, the council said.';
const reasonOf = (line: string) => segmentBlocks(`${PROSE}\n\n${line}`).setAside.map(({ reason }) => reason);

describe('what a desk and a site write around an English article', () => {
  it.each([
    ['This is a developing story. Check back for updates.', 'navigation'],
    ['If you would like to submit a response of up to 300 words by email, please click here.', 'comments'],
    ['An essential round-up of science news, delivered to your inbox every weekday.', 'newsletter'],
    ['Here is what we know so far.', 'navigation'],
    ['This live blog is now closed. You can read our wrap of the night here.', 'navigation'],
    ["Good evening, and welcome to our live coverage of the election. I'm Tom and I'll be with you.", 'navigation'],
    ["That's all from me for tonight.", 'navigation'],
    ["You can read Dana's full analysis here:", 'related'],
    ["This is part of AP's effort to address false information. Learn more at AP.", 'credit'],
    ['Our Standards: The Thomson Reuters Trust Principles.', 'credit'],
    ['Correction: An earlier version of this story misspelt the name of the minister.', 'credit'],
    ['An earlier version of this article misstated the age of the victim.', 'credit'],
    ["Editor's note: This story has been updated with the ministry's response.", 'credit'],
    ['This article was amended on 12 November 2026 to correct the name of the company.', 'credit'],
    ['(This story has not been edited by staff and is auto-generated from a syndicated feed.)', 'credit'],
    ['Ines Mott is a senior reporter covering courts and crime for the Herald.', 'credit'],
    [
      'Copyright 2026 The Wire. All rights reserved. This material may not be published, broadcast, rewritten or redistributed without its leave.',
      'credit',
    ],
    ['The Wire Staff | 17/Nov/2026 | 4 min read', 'credit'],
    ['Panorama: The Widow Callers is on BBC One at 20:00 GMT on Wednesday.', 'advert'],
    ['This website uses cookies to ensure you get the best experience.', 'navigation'],
    ['By continuing to browse you accept our cookie policy and terms.', 'navigation'],
    ['This content is provided by YouTube, which may be using cookies.', 'navigation'],
    [
      'To view this video please enable JavaScript, and consider upgrading to a web browser that supports it.',
      'navigation',
    ],
    ['Your browser does not support the video tag.', 'navigation'],
    ['You have reached your limit of free articles.', 'newsletter'],
    ['This article is for subscribers only.', 'newsletter'],
    ['Try unlimited access for only £1 for 4 weeks.', 'newsletter'],
    [
      'Privacy Notice: Newsletters may contain information about charities, online ads and content funded by others.',
      'newsletter',
    ],
    ['The Guardian is editorially independent, meaning we set our own agenda.', 'newsletter'],
    ['Get live updates, quotes, and the latest news.', 'share'],
    ['Follow BBC Yorkshire on Facebook, X and Instagram.', 'share'],
  ])('%s', (line, reason) => {
    expect(reasonOf(line)).toEqual([reason]);
  });

  it.each([
    'Correction officers at the jail said that the doors had been left open.',
    'The film was shown on BBC One at 20:00 on Wednesday, and 4m people watched it.',
    'Each of them had a 4 minute read of the file before the vote.',
    'Copyright law was changed in May to protect the voices of actors.',
    'This report is based on interviews with 20 officials in three ministries.',
    'The BBC is editorially independent of the government, the court found.',
    'Our site was searched by the police on Monday, the company said.',
    'You have to read the report to believe it, the minister said.',
    'Ines Mott is a reporter for the Herald who was arrested at the border on Monday.',
    'By clicking on the link the clerk let the attackers in, the report says.',
    'Follow the money on the island and three names come up.',
    'We use the river for everything, said the fisherman.',
    'This is part of a plan to close the mine by 2030, the minister said.',
    'You can see the crack in the dam from here, the engineer said.',
    "That's all the money that was left for the school, the mayor told us.",
    'If you would like to see the dam, go soon, the mayor said.',
    'Get vaccinated before the winter, doctors warn.',
    'An earlier version of the bill would have banned the sale of such phones.',
  ])('stays with the article: %s', (line) => {
    expect(reasonOf(line)).toEqual([]);
  });
});

it('a long first paragraph of an Arabic article without its full stop is no standfirst', () => {
  const first =
    'قال كاتب سابق لخطابات الرئيس في حديث إلى الصحيفة إن الوضع في الداخل يتجه بهدوء نحو انقلاب عسكري وإن عددا من الضباط الذين كانوا معه في القصر لم يعودوا يحضرون اجتماعاته الأسبوعية';
  const text = `انقلاب هادئ في القصر بعد عام الحرب\n\n${first}\n\nوكان الرئيس قد أقال وزير الدفاع في مارس.\n\nولم يعلق القصر على ذلك.`;
  const { blocks } = segmentBlocks(text);
  expect(blocks.find(({ start }) => text.startsWith(first, start))?.field).toBe('body');
});
