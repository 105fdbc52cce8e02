import { scoreSentence } from '#language';
import { rowsOf } from './data.folder.mjs';
import { averagePrecision, groupedPrecision } from './measure.mjs';

const SETS = [
  { file: 'en-debates.jsonl', figure: 'ranking English debates, MAP', measure: groupedPrecision, reach: 0.3 },
  { file: 'ar-debates.jsonl', figure: 'ranking Arabic debates, MAP', measure: groupedPrecision, reach: 0.15 },
  {
    file: 'claimbuster-train.jsonl',
    figure: 'ranking ClaimBuster sentences, AP',
    measure: averagePrecision,
    reach: 0.93,
  },
];

/** Check-worthiness of single sentences: `{ rows, worst }`, worst being the best-scored wrong and the worst-scored right sentences. */
export async function ranking(folder, worst) {
  const rows = [];
  const misses = [];
  for (const { file, figure, measure, reach, note } of SETS) {
    const data = await rowsOf(folder, 'ranking', file);
    if (!data) {
      rows.push({ figure, value: null, reach, note: `no ranking/${file}` });
      continue;
    }
    const scored = data.map(({ text, language, group, label }) => ({
      text,
      group,
      label,
      score: scoreSentence({ text, language }).score,
    }));
    rows.push({ figure, value: measure(scored), reach, note });
    const order = [...scored].sort((a, b) => b.score - a.score);
    const line = (kind) => (row) => `${file} ${kind} ${row.score.toFixed(1)} ${row.text}`;
    misses.push(
      ...order
        .filter((row) => !row.label)
        .slice(0, worst)
        .map(line('scored high, not wanted:')),
    );
    misses.push(
      ...order
        .filter((row) => row.label)
        .slice(-worst || order.length)
        .slice(0, worst)
        .map(line('scored low, wanted:')),
    );
  }
  return { rows, misses };
}
