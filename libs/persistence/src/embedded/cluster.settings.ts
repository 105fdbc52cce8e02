/** Settings for a desk's laptop: about 25 MB idle, durable, nothing but the loopback address. */
const LAPTOP_SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 60,
  shared_buffers: '64MB',
  effective_cache_size: '512MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '512MB',
  min_wal_size: '64MB',
  random_page_cost: 1.1,
  jit: 'off',
  huge_pages: 'off',
  // A laptop that sleeps or a small container gains nothing from parallel workers and pays their memory.
  max_worker_processes: 4,
  max_parallel_workers_per_gather: 1,
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C', // readiness is read from the log
  log_min_messages: 'warning',
  log_checkpoints: 'off',
  log_line_prefix: '',
} as const;

/** For tests only: a crash of the machine would lose everything, which is what a test's end does anyway. */
export const TEST_SETTINGS = {
  ...LAPTOP_SETTINGS,
  max_connections: 200,
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
} as const;

const MIB = 2 ** 20;
/** Of the machine's memory, the part that pages of a large archive may take; a small one never fills it. */
const SHARE = 64;
const LEAST_MIB = 64;
const MOST_MIB = 512;

/**
 * Settings for a machine with so many bytes of memory. Pages that the database does not hold are read anew from a file that the system
 * may have let go: on a machine that has the room it holds more of them.
 */
export function laptopSettings(memory: number) {
  const share = Math.floor(memory / SHARE / MIB);
  return { ...LAPTOP_SETTINGS, shared_buffers: `${Math.min(Math.max(share, LEAST_MIB), MOST_MIB)}MB` };
}
