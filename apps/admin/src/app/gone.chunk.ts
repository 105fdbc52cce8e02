const gone = new WeakSet<object>();

/** Remembers which failures are those of a part of the program that could not be fetched. */
export function watchForGoneChunks(): void {
  addEventListener('vite:preloadError', (event) => {
    const { payload } = event as Event & { payload?: unknown };
    if (typeof payload === 'object' && payload !== null) gone.add(payload);
  });
}

/** Whether a part of the program is no longer where this page looks for it: the line is cut, or the server has another program now. */
export const isGoneChunk = (error: unknown): boolean => typeof error === 'object' && error !== null && gone.has(error);

/** Whether the server answers: then a part that is gone was replaced, and only a new page knows the new names. */
export async function serverAnswers(): Promise<boolean> {
  try {
    return (await fetch('/livez', { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}
