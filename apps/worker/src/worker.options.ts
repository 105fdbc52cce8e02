import type { Connection } from '#persistence';
import type { Log, ProviderSettings } from '#platform';

export interface WorkerOptions {
  readonly connection: Connection;
  /** Jobs at a time. */
  readonly jobs: number;
  /** Folder for everything that is not in the database. */
  readonly dataDir: string;
  readonly log: Log;
  /** The installation's key: opens what webhooks sign with. Without it none is sent. */
  readonly secretsKey?: Uint8Array | undefined;
  /** Who may be asked for proposals; nobody unless set. */
  readonly provider?: ProviderSettings | undefined;
  /** What a job that makes much garbage is done in, where memory is kept small otherwise. */
  readonly withRoom?: ((work: () => Promise<void>) => Promise<void>) | undefined;
}
