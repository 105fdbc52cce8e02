import { appendFileSync } from 'node:fs';

/** Where scripts/reliability.mjs collects the rows of its table; without it a spec's figures show in its assertions only. */
export const SUMMARY_VARIABLE = 'ISNAD_TEST_SUMMARY';

/** One line of the table that ends a run: what was done, and the figures that matter. */
export function addToSummary(title: string, figures: Readonly<Record<string, string | number>>): void {
  const file = process.env[SUMMARY_VARIABLE];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ title, ...figures })}\n`);
}
