import { performance } from 'node:perf_hooks';
import { draftOf, textsOf } from './draft.mjs';
import { background } from './edits.mjs';
import { documentOf } from './texts.mjs';

const WORDS = 30_000;
const CLAIMS = 300;

/** Times a whole revision: 30 000 words, 300 claims, half of the paragraphs edited; the median and the worst of nine runs. */
export function timeRevision(reanchorAll, alignBlocks, frameOf, random) {
  const blocks = [];
  let words = 0;
  while (words < WORDS) {
    for (const block of documentOf(random, 'ar').blocks) {
      blocks.push(block);
      words += block.sentences.reduce((sum, { text }) => sum + text.split(' ').length, 0);
    }
  }
  const draft = draftOf({ language: 'ar', templates: [], blocks });
  const oldBlocks = textsOf(draft).map((block, i) => ({ id: `b${i + 1}`, ...block }));
  const claims = Array.from({ length: CLAIMS }, () => {
    const { id, text } = random.pick(oldBlocks);
    const end = text.indexOf('.') + 1;
    return { anchor: { blockId: id, start: 0, end, quote: text.slice(0, end) } };
  });
  for (let n = 0; n < blocks.length / 3; n++) {
    const block = random.pick(draft.blocks);
    background(random, draft, { block, sentence: null });
  }
  const texts = textsOf(draft);
  const times = [];
  const busy = process.cpuUsage();
  for (let run = 0; run < 9; run++) {
    const began = performance.now();
    const newBlocks = alignBlocks(oldBlocks, texts);
    reanchorAll(claims, oldBlocks, newBlocks, { language: 'ar', frameOf });
    times.push(performance.now() - began);
  }
  const { user, system } = process.cpuUsage(busy);
  times.sort((a, b) => a - b);
  const same = new Set(oldBlocks.map(({ text }) => text));
  const edited = texts.filter(({ text }) => !same.has(text)).length;
  const inWords = `revision of ${words} words, ${blocks.length} paragraphs (${edited} of the new ones changed), ${CLAIMS} claims: median ${times[4].toFixed(0)} ms, worst ${times[8].toFixed(0)} ms (at most 300), processor time ${((user + system) / 9000).toFixed(0)} ms a run`;
  return { median: times[4], least: times[0], worst: times[8], processor: (user + system) / 9000, inWords };
}
