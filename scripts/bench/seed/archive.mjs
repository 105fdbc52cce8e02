// Archives of published checks in Arabic and English whose words are as unevenly frequent as those of real ones, and questions to them.
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SAMPLES = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'samples', 'articles');
/** Words of a language, Zipf's law over them; a claim has 8 to 30 of them. */
const VOCABULARY = 120_000;
const ZIPF = 1.02;
const SHORTEST = 8;
const LONGER = 22;
const QUERY_KEEPS = 0.7;

const FORMS = {
  ar: { before: ['', 'ال', 'وال', 'بال', 'لل', 'و'], after: ['', 'ات', 'ين', 'ها', 'ية', 'ون'] },
  en: { before: ['', 're', 'un', 'over'], after: ['', 's', 'ed', 'ing', 'er', 'ly'] },
};
const SYLLABLES = {
  ar: [
    'با',
    'دي',
    'رو',
    'سا',
    'كو',
    'لي',
    'ما',
    'نو',
    'هر',
    'جو',
    'فا',
    'زي',
    'طا',
    'قن',
    'شي',
    'تو',
    'غا',
    'صب',
    'خل',
    'عم',
  ],
  en: [
    'ba',
    'den',
    'ro',
    'sal',
    'ko',
    'li',
    'mar',
    'nov',
    'hur',
    'jo',
    'fen',
    'zi',
    'tar',
    'quin',
    'she',
    'tov',
    'gra',
    'ster',
    'vil',
    'um',
  ],
};

/** The same numbers on every machine (mulberry32). */
function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Words of the project's own articles, most frequent first, then their forms, then invented names. */
async function vocabularyOf(language) {
  const counts = new Map();
  for (const name of (await readdir(SAMPLES)).filter((file) => file.startsWith(language) && file.endsWith('.txt')))
    for (const word of (await readFile(join(SAMPLES, name), 'utf8')).toLowerCase().match(/\p{L}+/gu) ?? [])
      counts.set(word, (counts.get(word) ?? 0) + 1);
  const words = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word);
  const all = new Set(words);
  for (const before of FORMS[language].before)
    for (const after of FORMS[language].after) for (const word of words) all.add(before + word + after);
  const random = chance(7);
  const syllable = () => SYLLABLES[language][Math.floor(random() * SYLLABLES[language].length)];
  while (all.size < VOCABULARY) all.add(Array.from({ length: 2 + Math.floor(random() * 3) }, syllable).join(''));
  return [...all].slice(0, VOCABULARY);
}

/** Ranks drawn by Zipf's law, by inversion of its sums. */
function zipf(size, random) {
  const sums = new Float64Array(size);
  let total = 0;
  for (let rank = 0; rank < size; rank++) sums[rank] = total += 1 / (rank + 2.7) ** ZIPF;
  return () => {
    const target = random() * total;
    let [low, high] = [0, size - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] < target) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** Claims one after the other, {id, text, language}; half of them Arabic; the same ones every time. */
export async function* archiveClaims(count) {
  const random = chance(1);
  const draw = {};
  for (const language of ['ar', 'en']) {
    const words = await vocabularyOf(language);
    const rank = zipf(words.length, random);
    draw[language] = () => (random() < 0.04 ? String(Math.floor(10 ** (1 + random() * 4))) : words[rank()]);
  }
  for (let id = 0; id < count; id++) {
    const language = id % 2 === 0 ? 'ar' : 'en';
    const length = SHORTEST + Math.floor(random() * LONGER);
    yield { id, language, text: Array.from({ length }, draw[language]).join(' ') };
  }
}

/** Questions as people ask them: a claim of the archive with some of its words gone, in another order, and some others. */
export async function archiveQuestions(count, among) {
  const random = chance(99);
  const every = Math.max(1, Math.floor(among / count));
  const questions = [];
  let other = '';
  for await (const { id, text } of archiveClaims(among)) {
    if (id % every === Math.floor(id / every) % 2 && questions.length < count) {
      const kept = text.split(' ').filter(() => random() < QUERY_KEEPS);
      const turned = kept.slice(kept.length >> 1).concat(kept.slice(0, kept.length >> 1));
      questions.push([...turned, ...other.split(' ').slice(0, 4)].join(' ').trim());
    }
    other = text;
  }
  return questions;
}

/** The archive as ClaimReview, a line each, in pieces of some hundred lines. */
export async function* archiveLines(count) {
  let piece = [];
  for await (const { id, text } of archiveClaims(count)) {
    piece.push(
      `${JSON.stringify({
        '@type': 'ClaimReview',
        claimReviewed: text,
        url: `https://checks.example/${id}`,
        author: { name: 'Checks' },
        reviewRating: { alternateName: 'False' },
        datePublished: '2024-05-06',
      })}\n`,
    );
    if (piece.length === 500) {
      yield Buffer.from(piece.join(''));
      piece = [];
    }
  }
  if (piece.length > 0) yield Buffer.from(piece.join(''));
}
