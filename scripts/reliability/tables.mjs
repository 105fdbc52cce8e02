/** Lines with the same figures under one heading; a line without a figure has a dash there. */
export function tables(rows) {
  const groups = new Map();
  for (const row of rows) {
    const columns = Object.keys(row).sort().join();
    groups.set(columns, [...(groups.get(columns) ?? []), row]);
  }
  return [...groups.values()].map(table).join('\n\n');
}

export function table(rows) {
  const columns = Object.keys(rows[0]);
  const cells = [columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? '-')))];
  const widths = columns.map((_, at) => Math.max(...cells.map((line) => line[at].length)));
  const line = (cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]));
  return cells.map((row) => row.map(line).join('  ')).join('\n');
}

/** Seconds by phase, the longest first. Two specs side by side have more seconds together than the clock. */
export function phases(timed) {
  const sums = new Map();
  for (const { phase, seconds: clock, processor } of timed) {
    const sum = sums.get(phase) ?? { clock: 0, processor: 0 };
    sums.set(phase, { clock: sum.clock + clock, processor: sum.processor + processor });
  }
  const told = [...sums].sort(([, one], [, other]) => other.clock - one.clock);
  return told.map(([phase, { clock, processor }]) => ({
    phase,
    seconds: clock.toFixed(1),
    "Jest's processor": processor.toFixed(1),
  }));
}
