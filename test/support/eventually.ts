import { setTimeout as sleep } from 'node:timers/promises';

/** Repeats a check until it passes, at most `patienceMs`; then it fails as the check last did. */
export async function eventually(check: () => void | Promise<void>, patienceMs = 60_000): Promise<void> {
  for (const deadline = performance.now() + patienceMs; ; await sleep(25)) {
    try {
      return await check();
    } catch (error) {
      if (performance.now() >= deadline) throw error;
    }
  }
}
