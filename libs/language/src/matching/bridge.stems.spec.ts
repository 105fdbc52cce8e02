import { bridgeStemsOf, rankAcross } from './bridge.stems.js';
import { whySentence } from './why.sentence.js';

describe('from one language to the other', () => {
  it('gives the names, notions and numbers of a text as the other language writes them', () => {
    expect(bridgeStemsOf('قتل 25 شخصا في انفجار في لبنان')).toEqual(
      expect.arrayContaining(['25', 'kill', 'explosion', 'lebanon']),
    );
    expect(bridgeStemsOf('Russia fired 14 missiles')).toEqual(expect.arrayContaining(['14', 'روسيا']));
  });

  it.each([['روسيا'], ['صباح الخير'], ['a cat sat'], ['']])('has too little to go by in «%s»', (text) => {
    expect(bridgeStemsOf(text)).toEqual([]);
  });

  const explosion = { id: 'explosion', text: 'An explosion in Beirut killed 25 people.' };
  const lions = { id: 'lions', text: 'Russia released 800 lions in the streets of Moscow.' };
  const arabic = { id: 'arabic', text: 'قتل 25 شخصا في انفجار في بيروت' };

  it('ranks what the other language says by what both share, and nothing of the same language', () => {
    const ranked = rankAcross('قتل 25 شخصا في انفجار هز بيروت', [lions, arabic, explosion]);
    expect(ranked.map(({ id }) => id)).toEqual(['explosion']);
  });

  it('says that it was found in the other language, and never calls it the same', () => {
    const [hit] = rankAcross('قتل 25 شخصا في انفجار هز بيروت', [explosion]);
    expect(whySentence(hit!.explanation, 'ar')).toMatch(/^ادّعاء \S+ باللغة الأخرى: /);
    expect(whySentence(hit!.explanation, 'en')).toMatch(/^A \w+ claim in the other language: /);
  });
});
