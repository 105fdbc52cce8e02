import { openApplication } from '#application';
import type { Connection } from '#persistence';
import { installationKey, type Config, type Log } from '#platform';
import { fileURLToPath } from 'node:url';
import { productOf } from './api.js';
import { start as startServer, type RunningApi } from './start.js';

export interface ApiOptions {
  readonly config: Config;
  readonly connection: Connection;
  readonly log: Log;
  /** Keeps the key file where no setting names one. */
  readonly dataDir: string;
  /** Where to listen; the port may differ from the configured one, which was taken. */
  readonly host: string;
  readonly port: number;
}

/** Connects, serves, and on stop drains requests before it lets go of the database. */
export async function start({ config, connection, log, dataDir, host, port }: ApiOptions): Promise<RunningApi> {
  const secretsKey = await installationKey(config.secretsKeyFile, dataDir);
  const opened = await openApplication({
    connection,
    poolSize: config.poolSize,
    name: 'isnad api',
    log,
    provider: config.provider,
    secretsKey,
  });
  try {
    const running = await startServer({
      ...productOf(opened),
      host,
      port,
      log,
      publicUrl: config.publicUrl,
      allowedHosts: config.allowedOrigins.map((origin) => new URL(origin).host),
      trustedProxies: config.trustedProxies,
      metricsToken: config.metrics.token,
      metricsPort: config.metrics.port,
      adminFolder: fileURLToPath(new URL('../../../admin', import.meta.url)),
    });
    return {
      ...running,
      stop: async () => {
        await running.stop();
        await opened.close();
      },
    };
  } catch (error) {
    await opened.close();
    throw error;
  }
}
