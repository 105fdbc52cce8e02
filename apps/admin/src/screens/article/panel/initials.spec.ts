import { initialsOf } from './initials.js';

describe('initials', () => {
  it.each([
    ['سلمى الحداد', 'س\u200cح'],
    ['Nora Haddad', 'N\u200cH'],
    ['عمر', 'ع'],
    ['Jean  de la Tour', 'J\u200cT'],
    ['«سمير» كامل', 'س\u200cك'],
    ['آل', 'آ'],
    ['ال', 'ا'],
    ['', ''],
    ['—', ''],
  ])('%s: %s', (name, expected) => expect(initialsOf(name)).toBe(expected));
});
