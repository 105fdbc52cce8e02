import { fold } from '../normal/normal.fold.js';

/**
 * Arabic letters and Latin spellings that stand for each other in transliterated names, by consonant class; vowels and silent letters
 * drop out. It is loose on purpose: بوتين and Putin, بلومبيرغ and Bloomberg meet; short names meet by chance and are not compared.
 */
const ARABIC: Readonly<Record<string, string>> = {
  ب: 'B',
  پ: 'B',
  ت: 'T',
  ط: 'T',
  ث: 'S',
  ج: 'G',
  غ: 'G',
  ق: 'G',
  ك: 'G',
  خ: 'H',
  د: 'D',
  ض: 'D',
  ذ: 'S',
  ظ: 'S',
  ر: 'R',
  ز: 'S',
  س: 'S',
  ص: 'S',
  ش: 'X',
  ف: 'F',
  ڤ: 'F',
  ل: 'L',
  م: 'M',
  ن: 'N',
};
const DIGRAPHS: readonly (readonly [string, string])[] = [
  ['tsch', 'X'],
  ['sch', 'X'],
  ['sh', 'X'],
  ['ch', 'X'],
  ['kh', 'H'],
  ['gh', 'G'],
  ['zh', 'G'],
  ['ph', 'F'],
  ['th', 'S'],
  ['dh', 'S'],
  ['ck', 'G'],
  ['qu', 'G'],
];
const LATIN: Readonly<Record<string, string>> = {
  b: 'B',
  p: 'B',
  t: 'T',
  d: 'D',
  g: 'G',
  j: 'G',
  k: 'G',
  q: 'G',
  c: 'G',
  x: 'GS',
  s: 'S',
  z: 'S',
  f: 'F',
  v: 'F',
  l: 'L',
  m: 'M',
  n: 'N',
  r: 'R',
};
const SHORTEST = 3;

function arabicLetters(word: string): string {
  const bare = word.startsWith('ال') && word.length > 4 ? word.slice(2) : word;
  const first = /^[اعوي]/.test(bare) ? 'A' : /^[هح]/.test(bare) ? 'H' : '';
  return first + Array.from(bare, (letter) => ARABIC[letter] ?? '').join('');
}

function latinLetters(word: string): string {
  const bare = word.replace(/^al-?(?=[a-z]{4})/, '');
  let out = /^[aeiouwy]/.test(bare) ? 'A' : bare.startsWith('h') ? 'H' : '';
  for (let i = 0; i < bare.length;) {
    const pair = DIGRAPHS.find(([letters]) => bare.startsWith(letters, i));
    if (pair) {
      out += pair[1];
      i += pair[0].length;
      continue;
    }
    const letter = bare[i] ?? '';
    const soft = letter === 'c' && /[eiy]/.test(bare[i + 1] ?? '');
    out += soft ? 'S' : (LATIN[letter] ?? '');
    i += 1;
  }
  return out;
}

/** The consonant skeleton of a word in either script, or '' when fewer than three classes remain and any likeness would be chance. */
export function nameSkeleton(word: string): string {
  const plain = fold(word);
  const letters = /[\u0621-\u06d3]/.test(plain) ? arabicLetters(plain) : latinLetters(plain);
  const skeleton = letters.replace(/(.)\1+/g, '$1');
  return skeleton.length >= SHORTEST ? skeleton : '';
}
