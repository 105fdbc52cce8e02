import { useSyncExternalStore } from 'react';

/** A value outside React that screens can watch. */
export interface Signal<T> {
  readonly get: () => T;
  readonly set: (next: T) => void;
  readonly watch: (onChange: () => void) => () => void;
}

export function createSignal<T>(first: T): Signal<T> {
  let value = first;
  const watchers = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return;
      value = next;
      for (const watcher of watchers) watcher();
    },
    watch: (onChange) => {
      watchers.add(onChange);
      return () => watchers.delete(onChange);
    },
  };
}

export function useSignal<T>(signal: Signal<T>): T {
  return useSyncExternalStore(signal.watch, signal.get);
}
