// Lists what survived the last mutation run, one line each, and counts by folder: node scripts/mutation/survivors.mjs [FILE PART]
import { readFileSync } from 'node:fs';

const { files } = JSON.parse(readFileSync('.cache/mutation/report.json', 'utf8'));
const part = process.argv[2] ?? '';
const folders = new Map();

for (const [file, { source, mutants }] of Object.entries(files)) {
  const lines = source.split('\n');
  for (const { location, replacement, status, mutatorName } of mutants) {
    const folder = file.split('/').slice(-2, -1)[0];
    const counted = folders.get(folder) ?? { killed: 0, alive: 0 };
    const isAlive = status === 'Survived' || status === 'NoCoverage';
    if (isAlive) counted.alive += 1;
    else if (status === 'Killed' || status === 'Timeout') counted.killed += 1;
    folders.set(folder, counted);
    if (!isAlive || !file.includes(part)) continue;
    const { start, end } = location;
    const was =
      start.line === end.line
        ? lines[start.line - 1].slice(start.column - 1, end.column - 1)
        : `${lines[start.line - 1].slice(start.column - 1)} …`;
    const context = lines[start.line - 1].trim();
    console.log(
      `${file.replace('libs/domain/src/', '')}:${start.line} ${status === 'NoCoverage' ? 'never run ' : ''}${mutatorName}: ${was} → ${replacement.replaceAll('\n', ' ').slice(0, 90)}    | ${context.slice(0, 130)}`,
    );
  }
}

let killed = 0;
let alive = 0;
for (const [folder, counted] of [...folders].sort()) {
  killed += counted.killed;
  alive += counted.alive;
  console.log(`${folder.padEnd(14)} ${share(counted)}`);
}
console.log(`${'all'.padEnd(14)} ${share({ killed, alive })}`);

function share({ killed, alive }) {
  const all = killed + alive;
  return `${String(killed).padStart(5)} of ${String(all).padStart(5)} killed  ${all === 0 ? '-' : `${((100 * killed) / all).toFixed(1)} %`}`;
}
