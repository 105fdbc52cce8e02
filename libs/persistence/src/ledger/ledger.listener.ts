import { Client } from 'pg';
import type { Connection } from '../database/connection.js';

const RETRY_MS = 1_000;
const CHANNEL = 'isnad_ledger';
/** Who has what open: never kept, so one that is lost is simply not known. */
export const PRESENCE_CHANNEL = 'isnad_presence';

/**
 * One connection that hears of every commit to any ledger. What it says is only "look again": readers go by sequence, so
 * a message lost while the connection is down costs a moment, never an event. After a reconnect everybody looks again.
 */
export class LedgerListener {
  private readonly waiting = new Set<{ newsroomId: string; wake: () => void }>();
  private readonly hearing = new Set<(payload: string) => void>();
  private client: Client | undefined;
  private stopped = false;
  private retry: NodeJS.Timeout | undefined;

  constructor(private readonly connection: Connection) {}

  /** Never rejects: a database that is not there yet is tried again. */
  async start(): Promise<void> {
    const { appUrl, appRole } = this.connection;
    const role = appRole === undefined ? {} : { options: `-c role=${appRole}` };
    const client = new Client({ connectionString: appUrl, application_name: 'isnad events', keepAlive: true, ...role });
    this.client = client;
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    client.on('notification', ({ channel, payload }) => {
      if (channel === CHANNEL) this.notify(payload?.split(':')[0]);
      else for (const hear of this.hearing) hear(payload ?? '');
    });
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}; LISTEN ${PRESENCE_CHANNEL}`);
      this.notify();
    } catch {
      this.lost(client);
    }
  }

  /** Calls `wake` whenever the newsroom's ledger may have grown; answers how to stop. */
  subscribe(newsroomId: string, wake: () => void): () => void {
    const entry = { newsroomId, wake };
    this.waiting.add(entry);
    return () => this.waiting.delete(entry);
  }

  /** Calls `hear` with whatever is said about presence in any newsroom, by this process or another. */
  onPresence(hear: (payload: string) => void): void {
    this.hearing.add(hear);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }

  private readonly notify = (newsroomId?: string): void => {
    for (const entry of this.waiting) if (newsroomId === undefined || entry.newsroomId === newsroomId) entry.wake();
  };

  private lost(client: Client): void {
    if (this.stopped || this.client !== client) return;
    this.client = undefined;
    void client.end().catch(() => undefined);
    this.retry = setTimeout(() => void this.start(), RETRY_MS);
    this.retry.unref();
  }
}
