/**
 * Conservative English stemming in the spirit of Porter's first steps (1980): plurals, -ed, -ing, -ly and -er endings on words that
 * keep a vowel and three letters. It never rewrites a stem beyond restoring -y and -e, so names change at most by a final s.
 */
const VOWEL = /[aeiouy]/;
const DOUBLE = /([bdfgmnprt])\1$/;
const IRREGULAR: Readonly<Record<string, string>> = {
  men: 'man',
  women: 'woman',
  children: 'child',
  people: 'person',
  died: 'die',
  dies: 'die',
  dying: 'die',
  said: 'say',
  says: 'say',
  killed: 'kill',
  was: 'be',
  were: 'be',
  is: 'be',
  are: 'be',
  been: 'be',
  made: 'make',
  taken: 'take',
  took: 'take',
  gave: 'give',
  given: 'give',
  went: 'go',
  gone: 'go',
  shot: 'shoot',
  bought: 'buy',
  sold: 'sell',
  paid: 'pay',
  wrote: 'write',
  written: 'write',
  stole: 'steal',
  stolen: 'steal',
  found: 'find',
  won: 'win',
  lost: 'lose',
  told: 'tell',
  held: 'hold',
  wore: 'wear',
  worn: 'wear',
  drank: 'drink',
  ate: 'eat',
  eaten: 'eat',
  fell: 'fall',
  fallen: 'fall',
  rose: 'rise',
  risen: 'rise',
  got: 'get',
  saw: 'see',
  seen: 'see',
  kids: 'child',
  kid: 'child',
  wives: 'wife',
  lives: 'life',
  knives: 'knife',
  feet: 'foot',
  teeth: 'tooth',
  mice: 'mouse',
};

function restored(stem: string): string {
  if (DOUBLE.test(stem)) return stem.slice(0, -1);
  return stem;
}

const WHOLE = new Set([
  'news',
  'texas',
  'always',
  'thing',
  'something',
  'nothing',
  'anything',
  'everything',
  'boeing',
  'beijing',
  'united',
  'hundred',
]);

export function englishStem(word: string): string {
  const bare = word.replace(/['’]s?$/, '');
  if (WHOLE.has(bare)) return bare;
  let stem = (Object.hasOwn(IRREGULAR, bare) ? IRREGULAR[bare] : undefined) ?? bare;
  if (stem.length < 4) return stem;
  if (/(?:ss|us|is)$/.test(stem)) return stem;
  if (/ies$/.test(stem)) stem = `${stem.slice(0, -3)}y`;
  else if (/(?:sses|shes|ches|xes|zes)$/.test(stem)) stem = stem.slice(0, -2);
  else if (stem.endsWith('s')) stem = stem.slice(0, -1);
  for (const ending of ['ing', 'ed']) {
    const rest = stem.slice(0, -ending.length);
    if (stem.endsWith(ending) && rest.length >= 3 && VOWEL.test(rest)) {
      stem = restored(rest);
      break;
    }
  }
  if (stem.endsWith('ly') && stem.length > 5) stem = stem.slice(0, -2);
  if (stem.endsWith('e') && stem.length > 4) stem = stem.slice(0, -1);
  if (stem.endsWith('y') && stem.length > 3) stem = `${stem.slice(0, -1)}i`;
  return stem;
}
