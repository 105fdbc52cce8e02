import { ProblemError } from '#client';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useReadAgain } from './read.again.js';

interface Versioned {
  readonly version: number;
}

interface Work<T extends Versioned, V> {
  /** The object as the person has it before him. */
  readonly seen: T;
  /** The object as the server has it now. */
  readonly read: () => Promise<T>;
  /** `on` is the object that is written to: what the person did not touch is as it is there. */
  readonly send: (value: V, version: number, on: T) => Promise<unknown>;
  /** Reads again what is kept of it, before anything is shown that follows from the write. */
  readonly refresh?: () => Promise<unknown>;
  readonly onDone: (answer: never) => void | Promise<void>;
}

/** Somebody was quicker: the object before and after what he did. */
export interface Overtaken<T> {
  readonly before: T;
  readonly now: T;
}

/**
 * Writes to an object against the version the person saw. When it was changed meanwhile, nothing that he typed is touched: what
 * changed is told, and the next run is on the object as it is now.
 */
export function useStaleWrite<T extends Versioned, V = void>({ seen, read, send, refresh, onDone }: Work<T, V>) {
  const [overtaken, setOvertaken] = useState<Overtaken<T> | null>(null);
  const again = useReadAgain();
  const mutation = useMutation({
    mutationFn: ({ value, on }: { value: V; on: T }) => send(value, on.version, on),
    onSuccess: async (answer) => {
      setOvertaken(null);
      await refresh?.();
      return onDone(answer as never);
    },
    onError: (error, { on }) => {
      // refused at once; what changed is told as soon as the line lets it be known
      if (isOvertaken(error)) void again.read(read, (now) => setOvertaken({ before: on, now }));
      void refresh?.();
    },
  });
  return {
    run: (value: V) => {
      again.stop();
      mutation.mutate({ value, on: newest(seen, overtaken) });
    },
    busy: mutation.isPending,
    /** A refusal that is no matter of who was quicker, or of which it cannot be told what changed. */
    error: isOvertaken(mutation.error) && overtaken !== null ? null : mutation.error,
    overtaken: mutation.isPending ? null : overtaken,
    forget: () => {
      again.stop();
      setOvertaken(null);
      mutation.reset();
    },
  };
}

export const isOvertaken = (error: unknown): boolean => error instanceof ProblemError && error.status === 412;

function newest<T extends Versioned>(seen: T, overtaken: Overtaken<T> | null): T {
  return overtaken !== null && overtaken.now.version > seen.version ? overtaken.now : seen;
}
