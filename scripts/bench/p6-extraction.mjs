import { readdir, readFile } from 'node:fs/promises';
import { extract } from '#language';
import { alternated, median } from './measure/slices.mjs';

const SAMPLES = new URL('../../samples/articles/', import.meta.url);
const LEAST_BYTES_PER_SECOND = 2_000_000;
const MOST_TIMES = 4;
const MOST_GROWTH = 2.3;

/** Extraction on one core against dividing the same text with Intl.Segmenter, into words and into sentences; and what doubling a text costs. */
export const row = {
  id: 'P6',
  title: 'extraction of Arabic articles on one core, against Intl.Segmenter over the same text, MB/s',
  reach: `≥ 2 MB/s, ≤ ${MOST_TIMES} × its time; double the text ≤ ${MOST_GROWTH} ×`,
  async run(stage) {
    const articles = await arabicArticles();
    const bytes = Buffer.byteLength(articles.join(''));
    const rounds = stage.quick ? 4 : 12;
    const pairs = stage.quick ? 5 : 11;
    const passing = (work) => () => {
      const taken = processorMs(() => {
        for (let round = 0; round < rounds; round += 1) for (const article of articles) work(article);
      });
      return Promise.resolve((rounds * bytes) / 1e3 / taken);
    };
    const ours = passing((text) => extract({ text }));
    const results = [];
    for (const granularity of ['word', 'sentence']) {
      const segmenter = new Intl.Segmenter('ar', { granularity });
      const baseline = passing((text) => {
        let pieces = 0;
        for (const { segment } of segmenter.segment(text)) pieces += segment.length > 0 ? 1 : 0;
        return pieces;
      });
      await ours();
      await baseline();
      const measured = await alternated(pairs, ours, baseline);
      const fast = measured.ours >= LEAST_BYTES_PER_SECOND / 1e6;
      const reached = fast && measured.ratio >= 1 / MOST_TIMES;
      results.push({
        name: `${articles.length} articles, Segmenter by ${granularity}`,
        unit: 'MB/s',
        ...measured,
        reached,
      });
    }
    results.push(await growth(articles, pairs));
    return results;
  },
};

/** Milliseconds of processor time, so that what else the machine does counts less: the goal is per core. */
function processorMs(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e3;
}

/** One long article, and the same twice as long: their times, and how many times longer the second takes. */
async function growth(articles, pairs) {
  const body = articles.flatMap((text) => text.split('\n').filter((line) => line.length > 120));
  const long = Array.from({ length: 12 }, (_, i) => body.map((line) => `${line} ${i}`).join('\n')).join('\n');
  const double = `${long}\n${long.replaceAll('\n', ' .\n')}`;
  const timed = (text) => () => Promise.resolve(processorMs(() => extract({ text })));
  const [once, twice] = [timed(long), timed(double)];
  await once();
  const ratios = [];
  const [short, longer] = [[], []];
  for (let pair = 0; pair < pairs; pair += 1) {
    const [a, b] = [await once(), await twice()];
    short.push(a);
    longer.push(b);
    ratios.push(b / a);
  }
  const ratio = median(longer) / median(short);
  const name = `twice ${(Buffer.byteLength(long) / 1e6).toFixed(1)} MB in one text against once`;
  return {
    name,
    unit: 'ms',
    ours: median(longer),
    baseline: median(short),
    ratio,
    spread: [Math.min(...ratios), Math.max(...ratios)],
    reached: ratio <= MOST_GROWTH,
  };
}

async function arabicArticles() {
  const names = (await readdir(SAMPLES)).filter((name) => /^ar-.*\.txt$/.test(name)).sort();
  return Promise.all(names.map((name) => readFile(new URL(name, SAMPLES), 'utf8')));
}
