// Figures of the language engine on evaluation data: npm run eval -- --data DIR [SECTION…] [--worst N] [--json]
// `own` and `across` measure the project's own samples and need no DIR. --worst N: how many of the worst misses to list for each figure (5).
//   or npm run eval -- retrieval --claims F --queries F --out RUN, which asks the product itself and writes a run for a scorer
// DIR holds gold/ with articles/, ranking/, subjectivity/, retrieval/ and pairs/; what is missing is said and left out.
import { parseArgs } from 'node:util';
import { build, isBuilt } from '../build.mjs';

const SECTIONS = ['extraction', 'own', 'ranking', 'subjectivity', 'retrieval', 'pairs', 'across'];
const OWN = ['own', 'across'];
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string' },
    worst: { type: 'string', default: '5' },
    json: { type: 'boolean' },
    claims: { type: 'string' },
    queries: { type: 'string' },
    out: { type: 'string' },
  },
});
const unknown = positionals.filter((name) => !SECTIONS.includes(name));
const worst = Number(values.worst);
const needsData = positionals.length === 0 || positionals.some((name) => !OWN.includes(name));
const files = [values.claims, values.queries, values.out];
const asksProduct = files.some((file) => file !== undefined);
const isComplete = files.every((file) => file) && positionals.join() === 'retrieval' && values.data === undefined;
if (
  (asksProduct ? !isComplete : needsData && !values.data) ||
  unknown.length > 0 ||
  !Number.isInteger(worst) ||
  worst < 0
) {
  console.error(`usage: npm run eval -- --data DIR [${SECTIONS.join(' | ')}]… [--worst N] [--json]`);
  console.error('   or: npm run eval -- retrieval --claims FILE --queries FILE --out FILE');
  process.exit(2);
}
if (!(await isBuilt())) await build();
if (asksProduct) {
  const { retrievalRun } = await import('./retrieval.run.mjs');
  await retrievalRun({ ...values, say: (text) => console.error(text) });
  process.exit(0);
}

const results = [];
for (const name of positionals.length > 0 ? positionals : SECTIONS) {
  const section = (await import(`./${name}.section.mjs`))[name];
  results.push({ section: name, ...(await section(values.data, worst)) });
}

if (values.json) console.log(JSON.stringify(results, null, 2));
else {
  const shown = (value) => (value === null || value === undefined ? '–' : value.toFixed(4));
  const reached = ({ value, reach, less }) => (less ? value <= reach : value >= reach);
  const verdict = (row) => (row.reach === undefined || row.value === null ? '' : reached(row) ? 'reached' : 'short');
  const rows = results.flatMap(({ rows }) => rows);
  const width = Math.max(...rows.map(({ figure }) => figure.length));
  for (const row of rows)
    console.log(
      [
        row.figure.padEnd(width),
        shown(row.value).padStart(7),
        (row.reach?.toFixed(3) ?? '').padStart(6),
        verdict(row).padEnd(8),
        row.note ?? '',
      ]
        .join('  ')
        .trimEnd(),
    );
  for (const { section, misses } of results) for (const miss of misses) console.log(`${section}: ${miss}`);
}
