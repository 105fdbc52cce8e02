import { englishStem } from './english.stem.js';

describe('englishStem', () => {
  it.each([
    ['photographs', 'photograph'],
    ['claims', 'claiming'],
    ['stopped', 'stop'],
    ['stories', 'story'],
    ['vaccines', 'vaccine'],
    ['attacked', 'attacks'],
    ['children', 'child'],
    ['wrote', 'writes'],
    ["trump's", 'trump'],
    ['churches', 'church'],
  ])('%s = %s', (a, b) => expect(englishStem(a)).toBe(englishStem(b)));

  it.each([
    ['texas', 'text'],
    ['king', 'k'],
    ['red', 'r'],
    ['paris', 'pari'],
    ['news', 'new'],
  ])('%s ≠ %s', (a, b) => expect(englishStem(a)).not.toBe(englishStem(b)));

  it('is not fooled by names of object members', () => {
    expect(englishStem('constructor')).toBe('constructor');
    expect(typeof englishStem('toString'.toLowerCase())).toBe('string');
  });
});
