import { fileURLToPath } from 'node:url';
import { attribution } from './attribution.section.mjs';
import { extraction } from './extraction.section.mjs';

const SAMPLES = fileURLToPath(new URL('../../samples/', import.meta.url));

/** The figures on the project's own annotated articles (61 Arabic, 46 English) and English paragraphs; needs no data folder. */
export async function own(_folder, worst) {
  const parts = [await extraction(SAMPLES, worst), await attribution(SAMPLES, worst)];
  return {
    rows: parts.flatMap(({ rows }) => rows).map((row) => ({ ...row, figure: `own samples, ${row.figure}` })),
    misses: parts.flatMap(({ misses }) => misses),
  };
}
