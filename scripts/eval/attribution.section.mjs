import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extract } from '#language';
import { markedParagraphs } from './marked.text.mjs';

/** Places of the letters and digits that the spans cover; a source inside a content belongs to the source alone. */
function covered(text, spans, without = []) {
  const places = new Set();
  for (const { start, end } of spans)
    for (let at = start; at < end; at += 1) if (/[\p{L}\p{N}]/u.test(text[at])) places.add(at);
  for (const { start, end } of without) for (let at = start; at < end; at += 1) places.delete(at);
  return places;
}

function counted(gold, said) {
  let both = 0;
  for (const at of said) if (gold.has(at)) both += 1;
  return { both, gold: gold.size, said: said.size };
}

const f1 = (rows) => {
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  return sum('gold') + sum('said') === 0 ? null : (2 * sum('both')) / (sum('gold') + sum('said'));
};

const PARTS = [
  { file: 'en.src.txt', name: 'English news' },
  { file: 'en-second.src.txt', name: 'English news, second part' },
  { file: 'en-third.src.txt', name: 'English news, third part' },
];

/** Who said what in English news, character by character, against the marked paragraphs in DIR/attribution. */
export async function attribution(folder, worst) {
  const parts = await Promise.all(PARTS.map((part) => measured(folder, part, worst)));
  return { rows: parts.flatMap(({ rows }) => rows), misses: parts.flatMap(({ misses }) => misses) };
}

async function measured(folder, { file, name }, worst) {
  const written = await readFile(join(folder, 'attribution', file), 'utf8').catch(() => null);
  if (written === null) return { rows: [], misses: [] };
  const rows = markedParagraphs(written).map(({ text, sources, contents }) => {
    const told = extract({ text, language: 'en' }).claims.filter((claim) => claim.attribution);
    const links = told.flatMap((claim) => claim.attribution.links);
    return {
      text,
      told,
      content: counted(covered(text, contents, sources), covered(text, told, sources)),
      source: counted(covered(text, sources), covered(text, links)),
    };
  });
  const loss = ({ gold, said, both }) => gold + said - 2 * both;
  const bad = [...rows]
    .map((row) => ({ ...row, lost: loss(row.content) + loss(row.source) }))
    .filter(({ lost }) => lost > 0)
    .sort((a, b) => b.lost - a.lost)
    .slice(0, worst);
  const shown = ({ quote, attribution: { links } }) => `«${quote}» ← ${links.map(({ name }) => name).join(' ← ')}`;
  return {
    rows: [
      {
        figure: `attribution, ${name}: content, char-F1`,
        value: f1(rows.map(({ content }) => content)),
        reach: 0.74,
        note: `${rows.length} paragraphs`,
      },
      { figure: `attribution, ${name}: source, char-F1`, value: f1(rows.map(({ source }) => source)), reach: 0.55 },
    ],
    misses: bad.map(
      ({ lost, text, told }) =>
        `${lost} characters off: ${text}\n    read as: ${told.map(shown).join(' · ') || 'nothing'}`,
    ),
  };
}
