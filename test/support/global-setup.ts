import './source.resolution.cjs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Builds once, so that no spec that starts the command pays for it; then starts the run's PostgreSQL (loaded late, because only then does the resolution above apply). */
export default async function globalSetup(): Promise<void> {
  const built = spawnSync(process.execPath, [join('scripts', 'isnad.mjs'), '--version'], { encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`the command does not start: ${built.stderr}`);
  const { startTestCluster, CLUSTER_VARIABLE } = await import('./test-cluster.js');
  const { cluster, stop } = await startTestCluster();
  process.env[CLUSTER_VARIABLE] = JSON.stringify(cluster);
  Object.assign(globalThis, { stopTestCluster: stop });
}
