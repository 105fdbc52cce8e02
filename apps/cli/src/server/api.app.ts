import type { Connection } from '#persistence';
import type { Config, Log } from '#platform';

export interface ApiOptions {
  readonly config: Config;
  readonly connection: Connection;
  /** Folder for everything that is not in the database: the ledger's key among it. */
  readonly dataDir: string;
  readonly log: Log;
  /** Where to listen; the port may differ from the configured one, which was taken. */
  readonly host: string;
  readonly port: number;
  readonly demo: boolean;
}

export interface RunningApi {
  readonly url: string;
  /** Not ready any more, drains requests, ends event streams, closes the pool; within 8 s. */
  stop(): Promise<void>;
}

export interface DemoMember {
  readonly email: string;
  readonly password: string;
  readonly roles: readonly string[];
  /** Access token. */
  readonly token: string;
}

export interface DemoLink {
  readonly roles: readonly string[];
  readonly email: string;
  /** One-time, relative to the server's address. */
  readonly path: string;
}

/** What the command line asks of apps/api. */
export interface ApiApp {
  start(options: ApiOptions): Promise<RunningApi>;
  /** Fills a database that holds no newsroom with the demo; null when there is one already. */
  seedDemo(options: ApiOptions): Promise<readonly DemoMember[] | null>;
  /** Fresh one-time sign-in links for the demo's members; none when the demo was never made. */
  demoLinks(options: ApiOptions): Promise<readonly DemoLink[]>;
  /** Makes the first administrator; null when there is a newsroom already. Answers an invitation's path when no password is given. */
  bootstrap(options: ApiOptions, admin: FirstAdmin): Promise<{ readonly path: string | null } | null>;
}

export interface FirstAdmin {
  readonly email: string;
  readonly password: string | undefined;
  readonly newsroom: string;
  readonly locale: 'ar' | 'en';
}

/** Loaded late: commands that need no server start in a fraction of the time. */
export async function loadApi(): Promise<ApiApp> {
  return (await import('#apps/api')) as unknown as ApiApp;
}
