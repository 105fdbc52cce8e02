// npm run bench -- [--json] [--only P1,P2] [--quick] [--million] [--data DIR]
// Measures the product against the plainest way of doing the same work, on one machine in the same minute, and prints one table.
import { parseArgs } from 'node:util';
import { build, isBuilt } from '../build.mjs';

const say = (text) => process.stderr.write(`${text}\n`);

function options(known) {
  try {
    const { values } = parseArgs({
      options: {
        json: { type: 'boolean' },
        quick: { type: 'boolean' },
        only: { type: 'string' },
        million: { type: 'boolean' },
        data: { type: 'string' },
      },
    });
    const only = values.only?.split(',').map((id) => id.trim().toUpperCase()) ?? known;
    const unknown = only.filter((id) => !known.includes(id));
    if (unknown.length > 0) throw new Error(`no row ${unknown.join(', ')}; there are ${known.join(', ')}`);
    return { ...values, json: values.json === true, quick: values.quick === true, only };
  } catch (error) {
    say(`bench: ${error.message}`);
    process.exit(2);
  }
}

if (!(await isBuilt())) await build();
const { ROWS } = await import('./rows.mjs');
const { json, quick, only, million, data } = options(ROWS.map(({ id }) => id));
const { Stage } = await import('./stage/stage.mjs');
const { inWords, load, machine } = await import('./measure/machine.mjs');
const { table } = await import('./measure/table.mjs');

const stage = await Stage.open({ quick, say, million, data });
const results = [];
let broken = false;
try {
  const at = await machine(stage.cluster.database);
  for (const row of ROWS.filter(({ id }) => only.includes(id))) {
    say(`${row.id}: ${row.title} …`);
    try {
      for (const result of await row.run(stage)) results.push({ id: row.id, reach: row.reach, ...result });
    } catch (error) {
      broken = true;
      say(`${row.id} could not be measured: ${error.stack}`);
    }
  }
  at.loadAfter = load();
  if (json) process.stdout.write(`${JSON.stringify({ machine: at, quick, rows: results })}\n`);
  else process.stdout.write(`\n${inWords(at)}\n\n${table(results)}\n`);
} finally {
  await stage.close();
}
process.exit(broken ? 1 : 0);
