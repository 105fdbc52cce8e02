import { startEmbedded } from '../../libs/persistence/src/embedded/cluster.supervisor.js';

/** A process of its own that keeps an embedded PostgreSQL, to be killed by a test; says its port when it is ready. */
async function main(): Promise<void> {
  const database = await startEmbedded({ dataDir: process.argv[2]!, forTests: true });
  process.stdout.write(`${database.port}\n`);
  setInterval(() => {}, 60_000);
}

void main();
