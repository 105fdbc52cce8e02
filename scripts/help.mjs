// `npm run help`: what the scripts do, in the order one meets them.
const SCRIPTS = [
  ['npm start', 'build if needed, embedded PostgreSQL, demo newsroom, server on http://localhost:3000'],
  ['npm run -s isnad -- --help', 'the isnad command: serve, worker, migrate, extract, score, ledger fsck …'],
  ['npm test', 'unit specs, and integration, API, browser and reliability specs on a real PostgreSQL'],
  ['npm test -- --selectProjects unit', 'only what needs no database'],
  ['npm run test:reliability -- --scale pr', 'faults under load, failing queries, backup: what happened, as one table'],
  [
    'npm run test:model',
    'random days of two newsrooms, judged by an oracle of its own: 2 000 runs, or ISNAD_TEST_MODEL=N',
  ],
  ['npm run test:properties', 'other examples for the property specs than npm test takes, 30 times as many'],
  ['npm run mutation', 'mutants of the rules in libs/domain that no spec notices (docs/mutation.md)'],
  ['npm run check', 'format, lint (with the import arrows), types, build, tests: what CI runs'],
  ['npm run format', 'rewrite everything in the house style'],
  ['npm run lint:arrows', 'who imports whom, against the one-way rules'],
  ['npm run openapi', 'write docs/openapi.json from the contract, and the client’s types from it'],
  ['node scripts/api-changes.mjs', 'what in docs/openapi.json would break a client of the last tag'],
  [
    'npm run bench -- --only P1',
    'figures of speed, each against a baseline in the same minute (scripts/bench/README.md)',
  ],
  ['npm run eval -- --data DIR', 'figures of the language engine on evaluation data'],
  ['npm run screenshots', 'every screen in Arabic and English, wide and narrow, light and dark, into screenshots/'],
  ['npm run build', 'transpile apps and libs and build the web admin, into dist'],
];
const width = Math.max(...SCRIPTS.map(([name]) => name.length));
for (const [name, what] of SCRIPTS) console.log(`${name.padEnd(width)}  ${what}`);
