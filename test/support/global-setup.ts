import './source.resolution.cjs';

/** Starts the run's PostgreSQL. Loaded late, because only then does the resolution above apply. */
export default async function globalSetup(): Promise<void> {
  const { startTestCluster, CLUSTER_VARIABLE } = await import('./test-cluster.js');
  const { cluster, stop } = await startTestCluster();
  process.env[CLUSTER_VARIABLE] = JSON.stringify(cluster);
  Object.assign(globalThis, { stopTestCluster: stop });
}
