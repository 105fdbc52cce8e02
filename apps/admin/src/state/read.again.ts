import { ProblemError } from '#client';
import { useEffect, useRef } from 'react';
import { pause } from '../live/pause.js';

const AGAIN_MS = 1_500;

/**
 * Reads until the line holds, every `againMs` milliseconds. A refusal of the server is an answer and ends it, and so does the
 * signal: then null.
 */
export async function readUntilKnown<T>(
  read: () => Promise<T>,
  signal: AbortSignal,
  againMs = AGAIN_MS,
): Promise<T | null> {
  while (!signal.aborted) {
    try {
      const value = await read();
      return signal.aborted ? null : value;
    } catch (error) {
      if (error instanceof ProblemError) return null;
      await pause(againMs, signal);
    }
  }
  return null;
}

/** For one who must be told what changed: one reading at a time, given up when he leaves the screen. */
export function useReadAgain() {
  const current = useRef<AbortController | null>(null);
  const stop = () => current.current?.abort();
  useEffect(() => stop, []);
  return {
    stop,
    read: async <T>(read: () => Promise<T>, told: (value: T) => void): Promise<void> => {
      stop();
      current.current = new AbortController();
      const value = await readUntilKnown(read, current.current.signal);
      if (value !== null) told(value);
    },
  };
}
