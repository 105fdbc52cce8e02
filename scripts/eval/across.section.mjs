import { readdir, readFile } from 'node:fs/promises';
import { bridgeStemsOf, extract, rankAcross, termsOf } from '#language';

const SAMPLES = new URL('../../samples/', import.meta.url);
const LANGUAGES = { ar: 'Arabic', en: 'English' };
const DEPTH = 5;

/** Own pairs of claims that say the same in Arabic and English: is each found from the other, among all claims of the own samples? */
export async function across(_folder, worst) {
  const pairs = JSON.parse(await readFile(new URL('matching/across.json', SAMPLES), 'utf8'));
  const rows = [];
  const misses = [];
  for (const [from, to] of [
    ['ar', 'en'],
    ['en', 'ar'],
  ]) {
    const texts = [...pairs.map((pair) => pair[to]), ...(await claimsOf(to))];
    const documents = texts.map((text, at) => ({ id: String(at), text, terms: termsOf(text) }));
    const missed = [];
    let reciprocal = 0;
    pairs.forEach((pair, at) => {
      const stems = new Set(bridgeStemsOf(pair[from]));
      const pool = documents.filter(({ terms }) => terms.some(({ term }) => stems.has(term)));
      const rank = rankAcross(pair[from], pool).findIndex(({ id }) => id === String(at));
      if (rank >= 0) reciprocal += 1 / (rank + 1);
      if (rank < 0 || rank >= DEPTH) missed.push(`${pair[from]}  ↔  ${pair[to]}`);
    });
    rows.push({
      figure: `across languages, from ${LANGUAGES[from]}, hit@${DEPTH}`,
      value: 1 - missed.length / pairs.length,
      note: `MRR ${(reciprocal / pairs.length).toFixed(3)}; ${pairs.length} own pairs among ${texts.length} claims`,
    });
    misses.push(...missed.slice(0, worst));
  }
  return { rows, misses };
}

async function claimsOf(language) {
  const folder = new URL('articles/', SAMPLES);
  const names = (await readdir(folder)).filter((name) => name.startsWith(language)).sort();
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')));
  return texts.flatMap((text) => extract({ text }).claims.map(({ quote }) => quote));
}
