// One table of all rows: what was measured, against what, what it had to reach and whether it did.
const COLUMNS = ['row', 'case', 'ours', 'against', 'ratio', 'spread', 'reach', 'reached'];
const RIGHT = new Set(['ours', 'against', 'ratio']);

export function table(results) {
  const lines = [COLUMNS, ...results.map(cells)];
  const widths = COLUMNS.map((_, at) => Math.max(...lines.map((line) => line[at].length)));
  const padded = (text, at) => (RIGHT.has(COLUMNS[at]) ? text.padStart(widths[at]) : text.padEnd(widths[at]));
  return lines.map((line) => line.map(padded).join('  ').trimEnd()).join('\n');
}

function cells({ id, name, ours, baseline, unit, ratio, spread, reach, reached }) {
  const figure = (value) => (value === undefined ? '-' : `${short(value)} ${unit}`);
  return [
    id,
    name,
    figure(ours),
    figure(baseline),
    ratio === undefined ? '-' : ratio.toFixed(2),
    spread === undefined ? '-' : spread.map((one) => one.toFixed(2)).join('…'),
    reach,
    reached === undefined ? '-' : reached ? 'yes' : 'NO',
  ];
}

function short(value) {
  if (value >= 100) return String(Math.round(value));
  return value.toFixed(value >= 10 ? 1 : 2);
}
