// Figures of the language engine on evaluation data: npm run eval -- --data DIR [SECTION…] [--worst N] [--json]
// `own` measures the project's own samples and needs no DIR. --worst N: how many of the worst misses to list for each figure (5).
// DIR holds gold/ with articles/, ranking/, subjectivity/, retrieval/ and pairs/; what is missing is said and left out.
import { parseArgs } from 'node:util';
import { build, isBuilt } from '../build.mjs';

const SECTIONS = ['extraction', 'own', 'ranking', 'subjectivity', 'retrieval', 'pairs'];
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { data: { type: 'string' }, worst: { type: 'string', default: '5' }, json: { type: 'boolean' } },
});
const unknown = positionals.filter((name) => !SECTIONS.includes(name));
const worst = Number(values.worst);
const needsData = positionals.length === 0 || positionals.some((name) => name !== 'own');
if ((needsData && !values.data) || unknown.length > 0 || !Number.isInteger(worst) || worst < 0) {
  console.error(`usage: npm run eval -- --data DIR [${SECTIONS.join(' | ')}]… [--worst N] [--json]`);
  process.exit(2);
}
if (!(await isBuilt())) await build();

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
