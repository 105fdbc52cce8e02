// Learns how checkable statements are worded: node scripts/wording/train.mjs [--check] [--figures [--data DIR]]
// Reads sentences.en.tsv and writes libs/language/src/worthiness/wording.weights.json, byte for byte the same from the same sentences.
// --check writes nothing and fails when the file would change. --figures adds a table of what this and other ways of learning reach;
// with --data, also on DIR/ranking, from which no weight that ships is learnt.
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { build, isBuilt } from '../build.mjs';

const { values } = parseArgs({
  options: { check: { type: 'boolean' }, figures: { type: 'boolean' }, data: { type: 'string' } },
});
if (!(await isBuilt())) await build();
const { readSentences } = await import('./wording.model.mjs');
const { wordingFile } = await import('./wording.file.mjs');

const sentences = readSentences(await readFile(new URL('sentences.en.tsv', import.meta.url), 'utf8'));
const target = new URL('../../libs/language/src/worthiness/wording.weights.json', import.meta.url);
const text = wordingFile(sentences);
if (values.check) {
  if (text !== (await readFile(target, 'utf8'))) {
    console.error('wording.weights.json is not what these sentences teach: node scripts/wording/train.mjs');
    process.exit(1);
  }
} else await writeFile(target, text);
if (values.figures) {
  const { figures } = await import('./figures.mjs');
  for await (const line of figures(sentences, values.data)) console.log(line);
}
