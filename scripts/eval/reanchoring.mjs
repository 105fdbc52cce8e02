// Measures re-anchoring: node scripts/eval/reanchoring.mjs [--cases 13000] [--seed 1] [--show "silently wrong"]
// Builds edited texts whose true answer is known, judges every answer and prints a confusion table.
import { alignBlocks, reanchorAll } from '#domain';
import { randomFrom } from './reanchoring/random.mjs';
import { AUTO, frameOf, OUTCOMES, scoreReanchoring } from './reanchoring/scoring.mjs';
import { timeRevision } from './reanchoring/timing.mjs';

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};

const table = (rows, columns, counts) => {
  const width = Math.max(...rows.map((row) => row.length)) + 2;
  const cells = columns.map((column) => Math.max(8, column.length + 2));
  const line = (head, values) =>
    head.padEnd(width) + values.map((value, i) => String(value).padStart(cells[i])).join('');
  return [
    line('', columns),
    ...rows.map((row) =>
      line(
        row,
        columns.map((column) => counts.get(`${row}|${column}`) ?? 0),
      ),
    ),
  ].join('\n');
};

const cases = Number(option('cases', 13000));
const seed = Number(option('seed', 1));
const show = option('show', null);
const samples = Number(option('samples', 1 / 3));

function tell({ n, name, made, answer, outcome, seen }) {
  if (show !== outcome || Number(option('limit', 10)) < seen || ![name, ''].includes(option('in', ''))) return;
  const mark = (blocks, place) =>
    blocks
      .map(
        ({ id, field, text }) =>
          `  ${id} ${field}: ` +
          (place && place.blockId === id
            ? `${text.slice(0, place.start)}‹${text.slice(place.start, place.end)}›${text.slice(place.end)}`
            : text),
      )
      .join('\n');
  console.log(
    `\n#${n} ${name} → ${answer.status}\n${mark(made.oldBlocks, made.anchor)}\n  -- truth\n${mark(made.newBlocks, made.truth && { ...made.truth, blockId: made.newBlocks[made.truth.block].id })}\n  -- answer ${JSON.stringify(answer.anchor ?? answer.candidates)}`,
  );
}

const { names, byScenario, byStatus, share } = scoreReanchoring({ cases, seed, samples, each: tell });
console.log(`seed ${seed}, ${cases} cases\n`);
console.log(table(names, OUTCOMES, byScenario));
console.log(
  `\ntrue answer (rows) and status given (columns)\n${table(['kept', 'changed', 'gone'], [...AUTO, 'suggested', 'ambiguous', 'orphaned'], byStatus)}`,
);
const percent = (...outcomes) => share(...outcomes).toFixed(2);
console.log(
  `\nsilently wrong ${percent('silently wrong')} % (at most 1.0) · correct or rightly suggested ${percent('correct', 'rightly suggested')} % (at least 88): placed ${percent('correct')}, suggested ${percent('rightly suggested')}`,
);
const { inWords } = timeRevision(reanchorAll, alignBlocks, frameOf, randomFrom(seed));
console.log(inWords);
