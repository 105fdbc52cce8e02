import { setFlagsFromString } from 'node:v8';

/** By how many hundredths old objects may have grown before they are gone through. */
const SMALL_GROWTH = 20;
const ROOMY_GROWTH = 75;

let isSmall = false;
let inNeed = 0;

/**
 * Lets V8 collect early instead of taking memory it could do without: new objects have the megabyte they begin with, and old ones are
 * gone through when they have grown by a fifth. For a process that streams from one connection to another this halves what it takes
 * beyond its code, for a fifth more processor time; a server would rather have the memory. To be called before the code is loaded,
 * which is most of what such a process ever allocates at once.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  isSmall = true;
  growBy(SMALL_GROWTH);
}

/**
 * Does work that makes much garbage with more room, where the heap was to be small: an archive's import is a third faster for some
 * twenty megabytes.
 */
export async function withRoom<T>(work: () => Promise<T>): Promise<T> {
  inNeed += 1;
  growBy(ROOMY_GROWTH);
  try {
    return await work();
  } finally {
    inNeed -= 1;
    if (inNeed === 0) growBy(SMALL_GROWTH);
  }
}

function growBy(percent: number): void {
  if (isSmall) setFlagsFromString(`--heap-growing-percent=${percent}`);
}
