// What the figures were taken on.
import { arch, cpus, loadavg, platform, totalmem } from 'node:os';
import { connected } from '../stage/cluster.mjs';

export async function machine(database) {
  const client = await connected(database.superuserUrl);
  const { rows } = await client.query('SHOW server_version');
  await client.end();
  return {
    cores: cpus().length,
    model: cpus()[0]?.model.trim() ?? 'unknown',
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${arch()}`,
    node: process.versions.node,
    postgres: rows[0].server_version.split(' ')[0],
    loadBefore: load(),
  };
}

/** Average number of processes that wanted to run in the last minute. */
export function load() {
  return Math.round(loadavg()[0] * 10) / 10;
}

export function inWords({ cores, model, memoryGiB, system, node, postgres, loadBefore, loadAfter }) {
  return [
    `${cores} cores (${model}), ${memoryGiB} GiB, ${system}, Node ${node}, PostgreSQL ${postgres},`,
    `load ${loadBefore} before and ${loadAfter} after; server, PostgreSQL and load on this one machine`,
  ].join(' ');
}
