import { wordsOf } from '../worthiness/word.token.js';
import { bridgeTermsOf } from './bridge.terms.js';
import { datesIn } from './date.mention.js';
import { nameSkeleton } from './latin.skeleton.js';
import { MemoryIndex } from './memory.index.js';
import { numbersIn } from './number.mention.js';

const values = (text: string) => numbersIn(wordsOf(text)).map(({ value, percent }) => `${value}${percent ? '%' : ''}`);
const dates = (text: string) => datesIn(wordsOf(text)).map(({ key }) => key);

describe('numbersIn', () => {
  it.each([
    ['6543 جنديا', ['6543']],
    ['٣٫٥ مليون دولار', ['3500000']],
    ['3.5 million dollars', ['3500000']],
    ['خمسة وعشرون قتيلا', ['25']],
    ['بخمسة آلاف', ['5000']],
    ['مليوني لاجئ', ['2000000']],
    ['مائة وخمسين عاما', ['150']],
    ['two hundred thousand people', ['200000']],
    ['twenty five and 30 men', ['25', '30']],
    ['100 بالمئة', ['100%']],
    ['40 في المئة', ['40%']],
    ['12%', ['12%']],
    ['آلاف الجنود وملايين الدولارات', []],
    ['thousands of soldiers', []],
    ['5 من 10', ['5', '10']],
  ])('%s', (text, wanted) => expect(values(text)).toEqual(wanted));
});

describe('datesIn', () => {
  it.each([
    ['8 كانون الأول 2024', ['2024-12-08']],
    ['في 8 ديسمبر', ['--12-08']],
    ['December 8, 2024', ['2024-12-08']],
    ['8 December 2024', ['2024-12-08']],
    ['08/12/2024', ['2024-12-08']],
    ['2024/12/08', ['2024-12-08']],
    ['عام 2015', ['2015']],
    ['مارس 2011', ['2011-03']],
    ['من 2011 إلى 2015', ['2011', '2015']],
    ['they may march in 12 towns', []],
    ['3 May and 5 June 2020', ['--05-03', '2020-06-05']],
  ])('%s', (text, wanted) => expect(dates(text)).toEqual(wanted));
});

describe('nameSkeleton', () => {
  it.each([
    ['بوتين', 'Putin'],
    ['بلومبيرغ', 'Bloomberg'],
    ['الغارديان', 'Guardian'],
    ['زيلينسكي', 'Zelensky'],
    ['جالياموف', 'Gallyamov'],
    ['بريغوجين', 'Prigozhin'],
    ['بغداد', 'Baghdad'],
    ['أردوغان', 'Erdogan'],
    ['نيوزويك', 'Newsweek'],
  ])('%s = %s', (arabic, latin) => expect(nameSkeleton(arabic)).toBe(nameSkeleton(latin)));

  it('keeps different names apart and leaves short ones out', () => {
    expect(nameSkeleton('بوتين')).not.toBe(nameSkeleton('Biden'));
    expect(nameSkeleton('علي')).toBe('');
    expect(nameSkeleton('Lee')).toBe('');
  });
});

describe('bridgeTermsOf', () => {
  const english = [
    'Vladimir Putin released 800 lions in Russia to keep people at home.',
    'Chinese president Xi visited Wuhan without a mask.',
    'The call to prayer returned to Granada after 500 years.',
    'Hillary Clinton founded ISIS.',
    'Saudi Arabia cancelled the Hajj because of coronavirus.',
    'A fire destroyed a hospital in Moscow.',
    'Gallyamov says the Wagner chief Prigozhin undermined the Kremlin.',
    'Egypt raised the price of fuel by 25 percent.',
  ];
  const index = new MemoryIndex(
    english.map((text, at) => ({
      id: String(at),
      text: bridgeTermsOf(text)
        .map(({ term }) => term.replace(/\W/g, 'x'))
        .join(' '),
    })),
  );
  const found = (text: string) =>
    index.search(
      bridgeTermsOf(text)
        .map(({ term }) => term.replace(/\W/g, 'x'))
        .join(' '),
      1,
    )[0]?.id;

  it.each([
    ['بوتين يطلق 800 أسد في روسيا', '0'],
    ['هيلاري كلينتون أسست داعش', '3'],
    ['السعودية تعلن إلغاء الحج بسبب كورونا', '4'],
    ['حريق في مستشفى في موسكو', '5'],
    ['جالياموف: بريغوجين قوّض الكرملين', '6'],
    ['مصر ترفع أسعار الوقود 25 بالمئة', '7'],
  ])('%s', (query, id) => expect(found(query)).toBe(id));
});
