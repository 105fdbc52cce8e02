import { scoreSentence } from '#language';
import { rowsOf } from './data.folder.mjs';
import { macroF1 } from './measure.mjs';

const SETS = [
  { language: 'ar', figure: 'subjective or not, Arabic news sentences, macro-F1', reach: 0.56 },
  { language: 'en', figure: 'subjective or not, English news sentences, macro-F1', reach: 0.66 },
];

export async function subjectivity(folder, worst) {
  const rows = [];
  const misses = [];
  for (const { language, figure, reach } of SETS) {
    const data = await rowsOf(folder, 'subjectivity', `${language}.jsonl`);
    if (!data) {
      rows.push({ figure, value: null, reach, note: `no subjectivity/${language}.jsonl` });
      continue;
    }
    const judged = data.map(({ text, label }) => ({
      text,
      label,
      said: scoreSentence({ text, language }).subjective ? 1 : 0,
    }));
    rows.push({ figure, value: macroF1(judged), reach });
    const wrong = judged.filter((row) => row.said !== row.label).slice(0, worst);
    misses.push(...wrong.map((row) => `${language} said ${row.said ? 'subjective' : 'objective'}: ${row.text}`));
  }
  return { rows, misses };
}
