import { appendFileSync } from 'node:fs';

/** Where scripts/reliability.mjs collects the rows of its table; without it a spec's figures show in its assertions only. */
export const SUMMARY_VARIABLE = 'ISNAD_TEST_SUMMARY';

/** What took how long, for the last lines of a run: the clock's seconds, and the processor's in this process alone. */
export async function inPhase<T>(phase: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const before = process.cpuUsage();
  try {
    return await work();
  } finally {
    const { user, system } = process.cpuUsage(before);
    const seconds = (performance.now() - began) / 1000;
    addToSummary(PHASE, { phase, seconds, processor: (user + system) / 1_000_000 });
  }
}

/** Title of the lines that tell a phase's seconds. */
const PHASE = 'phase';

/** One line of the table that ends a run: what was done, and the figures that matter. */
export function addToSummary(title: string, figures: Readonly<Record<string, string | number>>): void {
  const file = process.env[SUMMARY_VARIABLE];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ title, ...figures })}\n`);
}
