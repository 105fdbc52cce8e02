import { ProblemError } from '#client';
import type { QueryClient } from '@tanstack/react-query';
import { api } from '../api/api.js';
import { type QueryKey, touchedBy } from '../api/keys.js';
import { pause } from './pause.js';
import { liveState } from './live.state.js';

/** Events often come in bunches; what they touch is called up once for each bunch. */
const BUNCH_MS = 120;
const AGAIN_MS = 3000;

/** Keeps the cache true to what happens in the newsroom until the signal is given. */
export async function followLive(cache: QueryClient, signal: AbortSignal): Promise<void> {
  const bunch = new Bunch(cache);
  while (!signal.aborted) {
    try {
      liveState.set('connecting');
      const head = (await api().call('listLedgerEntries', { query: { limit: 1 }, signal })).head.seq;
      liveState.set('live');
      for await (const event of api().events({ after: head, signal, onLost: () => liveState.set('lost') })) {
        liveState.set('live');
        for (const key of touchedBy(event)) bunch.add(key);
      }
    } catch (error) {
      if (signal.aborted) return;
      liveState.set('lost');
      if (error instanceof ProblemError && error.status === 401) return;
    }
    await pause(AGAIN_MS, signal);
    void cache.invalidateQueries(); // what happened meanwhile is not known
  }
}

class Bunch {
  private readonly waiting = new Map<string, QueryKey>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly cache: QueryClient) {}

  add(key: QueryKey): void {
    this.waiting.set(JSON.stringify(key), key);
    this.timer ??= setTimeout(() => this.callUp(), BUNCH_MS);
  }

  private callUp(): void {
    this.timer = undefined;
    for (const queryKey of this.waiting.values()) void this.cache.invalidateQueries({ queryKey });
    this.waiting.clear();
  }
}
