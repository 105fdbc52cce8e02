import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extract } from '#language';
import { newId } from '#platform';
import { BareTables } from './baseline/bare-tables.mjs';
import { openLines } from './measure/http.line.mjs';
import { alternated, median, timed } from './measure/slices.mjs';
import { connected } from './stage/cluster.mjs';

const WORDS = 600;
const REACH = 2.5;
const SAMPLES = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'samples', 'articles');

/** An article posted and checked for claims, against finding them in this process and inserting the same rows into bare tables. */
export const row = {
  id: 'P5',
  title: `POST /articles of ${WORDS} Arabic words, against its extraction and bare inserts of the same rows, ms each`,
  reach: `≤ ${REACH} (aim 2)`,
  async run(stage) {
    const database = await stage.seededDatabase(10_000);
    const server = await stage.serve(database);
    const [line] = await openLines(1, server.port);
    const client = await connected(database.superuserUrl);
    const bare = await BareTables.make(client);
    const sentences = await arabicSentences();
    const { editor } = database.newsrooms[0];
    let made = 0;
    let posted = [];
    const ours = async () => {
      posted = [];
      const times = [];
      for (let at = 0; at < slice; at++) {
        const text = article(sentences, made++);
        let answer;
        times.push(await timed(async () => (answer = await post(line, editor.token, text))));
        posted.push({ text, id: answer.id, claims: answer.progress.total });
      }
      return median(times);
    };
    // What it inserts is what ours has just stored, so ours always goes first.
    const baseline = async () => {
      const times = [];
      for (const { text, id } of posted) {
        const rows = await bare.rowsOf(id);
        times.push(
          await timed(async () => {
            extract({ text, language: 'ar' });
            await bare.insert(rows);
          }),
        );
      }
      return median(times);
    };
    let slice = stage.quick ? 40 : 120;
    await ours();
    await baseline();
    slice = stage.quick ? 15 : 40;
    const rounds = [];
    for (let at = 0; at < (stage.quick ? 3 : 7); at++) rounds.push(await alternated(1, ours, baseline));
    const claims = median(posted.map((one) => one.claims));
    line.close();
    await client.end();
    await server.stop();
    const measured = overall(rounds);
    const name = `${WORDS} words, ${claims} claims, one client`;
    return [{ name, unit: 'ms', ...measured, reached: measured.ratio <= REACH }];
  },
};

function overall(rounds) {
  const ratios = rounds.map(({ ratio }) => ratio);
  const [ours, baseline] = ['ours', 'baseline'].map((side) => median(rounds.map((one) => one[side])));
  return { ours, baseline, ratio: ours / baseline, spread: [Math.min(...ratios), Math.max(...ratios)] };
}

/** Paragraphs of the project's own sample articles. */
async function arabicSentences() {
  const names = (await readdir(SAMPLES)).filter((name) => /^ar-.*\.txt$/.test(name)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(SAMPLES, name), 'utf8')));
  return texts.flatMap((text) => text.split('\n').filter((line) => line.split(' ').length >= 12));
}

/** No two alike, each of the length asked for to within a paragraph. */
function article(sentences, number) {
  const paragraphs = [`تقرير رقم ${number} عن أعمال الأسبوع`];
  for (let at = 0, words = 0; words < WORDS; at++) {
    const paragraph = sentences[(number * 7 + at) % sentences.length];
    words += paragraph.split(' ').length;
    paragraphs.push(paragraph);
  }
  return paragraphs.join('\n\n');
}

async function post(line, token, text) {
  const headers = { authorization: `Bearer ${token}`, 'idempotency-key': newId() };
  const body = JSON.stringify({ kind: 'external', text, language: 'ar' });
  const answer = await line.request('POST', '/api/v1/articles', headers, body);
  if (answer.status !== 201) throw new Error(`an article was answered ${answer.status}: ${answer.body}`);
  return JSON.parse(answer.body);
}
