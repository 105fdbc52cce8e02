import { told } from '../../../../../test/support/told-claims.js';

describe('English news, further ways of saying who said it', () => {
  it.each<[string, [string, string | null][]]>([
    [
      'Senator Dwyer blasted the bill as "a gift to landlords".',
      [['the bill as "a gift to landlords"', 'Senator Dwyer']],
    ],
    ['The union called the offer "an insult to nurses".', [['the offer "an insult to nurses"', 'The union']]],
    [
      'The inspectors called the police on Monday evening.',
      [['The inspectors called the police on Monday evening', null]],
    ],
    [
      'Interior Minister Hale Demir denied reports that police had used live rounds, and said officers had acted with restraint.',
      [
        ['police had used live rounds', 'Interior Minister Hale Demir'],
        ['officers had acted with restraint', 'Interior Minister Hale Demir'],
      ],
    ],
    [
      'The rebels have seized two border posts, a military spokesman said on condition that he not be named.',
      [['The rebels have seized two border posts', 'a military spokesman']],
    ],
    [
      'The water will rise again on Sunday, the mayor told state television.',
      [['The water will rise again on Sunday', 'the mayor ← state television']],
    ],
    ['Space officials hope the probe will wake in May.', [['the probe will wake in May', 'Space officials']]],
    [
      'The ministry said it had shot down 14 drones overnight but gave no details.',
      [['it had shot down 14 drones overnight', 'The ministry']],
    ],
    [
      '"You betrayed them," Judge Robert Asante told Keller as he sentenced him to nine years.',
      [
        ['You betrayed them', 'Judge Robert Asante'],
        ['he sentenced him to nine years', null],
      ],
    ],
  ])('%s', (text, claims) => expect(told(text)).toEqual(claims));
});
