import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { clusterFolder } from '../../libs/persistence/src/embedded/cluster.files.js';
import {
  type EmbeddedDatabase,
  type EmbeddedEvent,
  findRunningEmbedded,
  startEmbedded,
} from '../../libs/persistence/src/embedded/cluster.supervisor.js';
import { EmbeddedDatabaseError } from '../../libs/persistence/src/embedded/embedded.error.js';
import { runningPostmaster } from '../../libs/persistence/src/embedded/postmaster.lock.js';
import { eventually } from '../support/eventually.js';

const asRoot = process.getuid?.() === 0;

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
}

async function running(dataDir: string): Promise<number> {
  const postmaster = await runningPostmaster(clusterFolder(dataDir));
  if (postmaster === undefined) throw new Error('no PostgreSQL runs');
  return postmaster.pid;
}

/** Parent of a process: the shell that watches over PostgreSQL. */
async function parentOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8');
  return Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1]);
}

async function refusal(dataDir: string): Promise<string> {
  const error: unknown = await startEmbedded({ dataDir, forTests: true }).then(
    (started) => started.stop(),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(EmbeddedDatabaseError);
  expect((error as Error).message).not.toContain('\n');
  return (error as Error).message;
}

const newFolder = () => mkdtemp(join(tmpdir(), 'isnad-embedded-'));

async function discard(dataDir: string): Promise<void> {
  await eventually(async () => expect(await runningPostmaster(clusterFolder(dataDir))).toBeUndefined());
  await rm(dataDir, { recursive: true, force: true });
}

describe('a running embedded PostgreSQL', () => {
  let dataDir: string;
  let database: EmbeddedDatabase;
  const events: EmbeddedEvent[] = [];

  beforeAll(async () => {
    dataDir = await newFolder();
    database = await startEmbedded({ dataDir, onEvent: (event) => events.push(event) });
  });
  afterAll(async () => {
    await database.stop();
    await discard(dataDir);
  });

  it('lets nobody in without the right password, by any role', async () => {
    const { connection, superuserUrl } = database;
    for (const url of [connection.ownerUrl, connection.appUrl, superuserUrl]) {
      const wrong = Object.assign(new URL(url), { password: 'wrong' }).href;
      await expect(query(wrong, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
      expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    }
    const methods = await query(superuserUrl, 'SELECT DISTINCT auth_method FROM pg_hba_file_rules');
    expect(methods).toEqual([{ auth_method: 'scram-sha-256' }]);
  });

  it('keeps passwords and data where only their owner can read them', async () => {
    expect((await stat(database.credentialsFile)).mode & 0o777).toBe(0o600);
    expect((await stat(clusterFolder(dataDir))).mode & 0o777).toBe(0o700);
    await expect(stat(join(dataDir, 'postgres.password'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('listens on the loopback address and on no socket file', async () => {
    const sql = `SELECT current_setting('listen_addresses') AS at, current_setting('unix_socket_directories') AS sockets`;
    expect(await query(database.superuserUrl, sql)).toEqual([{ at: '127.0.0.1', sockets: '' }]);
  });

  it('knows Arabic letters, checks its pages, flushes to disk, and gives each role no more than its due', async () => {
    const { connection, superuserUrl } = database;
    await query(connection.ownerUrl, 'CREATE EXTENSION IF NOT EXISTS pg_trgm');
    expect(
      await query(
        connection.appUrl,
        `SELECT similarity('القاهرة', 'القاهره')::numeric(3, 1)::text AS likeness, current_setting('data_checksums') AS checksums,
                current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS synchronous`,
      ),
    ).toEqual([{ likeness: '0.6', checksums: 'on', fsync: 'on', synchronous: 'on' }]);
    expect(
      await query(
        superuserUrl,
        `SELECT rolname FROM pg_roles WHERE rolname LIKE 'isnad%' AND
           (rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole OR rolreplication)`,
      ),
    ).toEqual([]);
  });

  it('is found by another command', async () => {
    const found = await findRunningEmbedded(dataDir);
    expect(found?.connection).toEqual(database.connection);
    await found!.stop(); // leaves it alone
    expect(await query(database.connection.appUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('refuses a second start over its folder and says who runs there', async () => {
    const pid = await running(dataDir);
    const message = await refusal(dataDir);
    expect(message).toContain(`PostgreSQL process ${pid}`);
    expect(message).toContain('ISNAD_DATA_DIR');
  });

  it('comes back at the same address within five seconds when it is killed, with all that was acknowledged', async () => {
    const { ownerUrl } = database.connection;
    await query(ownerUrl, 'CREATE TABLE kept (n int)');
    await query(ownerUrl, 'INSERT INTO kept VALUES (7)');
    const before = await running(dataDir);
    process.kill(before, 'SIGKILL');
    await eventually(async () => expect(await query(ownerUrl, 'SELECT n FROM kept')).toEqual([{ n: 7 }]));
    expect(await running(dataDir)).not.toBe(before);
    expect(events.map((event) => event.kind)).toEqual(expect.arrayContaining(['ended-unexpectedly', 'restarted']));
  });

  (process.platform === 'linux' ? it : it.skip)('comes back when the shell that watches it is killed', async () => {
    const before = await running(dataDir);
    events.length = 0;
    process.kill(await parentOf(before), 'SIGKILL');
    await eventually(() => expect(events.map((event) => event.kind)).toContain('restarted'));
    expect(await query(database.connection.ownerUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(await running(dataDir)).not.toBe(before);
  });
});

describe('an embedded PostgreSQL, from start to start,', () => {
  let dataDir: string;
  let database: EmbeddedDatabase | undefined;
  let child: ChildProcess | undefined;

  const start = async () => {
    database = await startEmbedded({ dataDir, forTests: true });
    return database;
  };
  const answers = async () => query(database!.connection.appUrl, 'SELECT 1 AS one');

  beforeAll(async () => {
    dataDir = await newFolder();
    await (await start()).stop();
  });
  afterEach(async () => {
    child?.kill('SIGKILL');
    child = undefined;
    await database?.stop();
    database = undefined;
  });
  afterAll(() => discard(dataDir));

  /** In another process, which may then be killed. */
  const startElsewhere = () => {
    const launcher = join(__dirname, '../support/run-typescript.cjs');
    const script = join(__dirname, '../support/embedded-server.ts');
    child = spawn(process.execPath, [launcher, script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
    return child;
  };

  it('keeps its data', async () => {
    const first = await start();
    await query(first.connection.ownerUrl, 'CREATE TABLE kept (n int); INSERT INTO kept VALUES (7)');
    await first.stop();
    const second = await start();
    expect(await query(second.connection.ownerUrl, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
  });

  it('is not found while it does not run', async () => {
    expect(await findRunningEmbedded(dataDir)).toBeUndefined();
  });

  it('ends with the process that started it, however that ended, and can be started at once', async () => {
    const elsewhere = startElsewhere();
    await new Promise((resolve) => elsewhere.stdout!.once('data', resolve));
    const pid = await running(dataDir);
    elsewhere.kill('SIGKILL');
    await start();
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    expect(await answers()).toEqual([{ one: 1 }]);
  });

  it.each([0, 5, 15, 40])(
    'leaves no process when the one that started it is killed %d ms into the start',
    async (delay) => {
      const elsewhere = startElsewhere();
      await eventually(async () => void (await running(dataDir)));
      await new Promise((resolve) => setTimeout(resolve, delay));
      elsewhere.kill('SIGKILL');
      await eventually(async () => expect(await runningPostmaster(clusterFolder(dataDir))).toBeUndefined());
    },
  );

  it('is not fooled by a lock file whose process number now belongs to somebody else', async () => {
    const lock = join(clusterFolder(dataDir), 'postmaster.pid');
    await writeFile(lock, `${process.pid}\n${clusterFolder(dataDir)}\n0\n5432\n`);
    await start();
    expect(await answers()).toEqual([{ one: 1 }]);
  });

  it('says what to do when its passwords are gone or damaged', async () => {
    const file = join(dataDir, 'postgres.json');
    const kept = await readFile(file);
    await rm(file);
    expect(await refusal(dataDir)).toContain('postgres.json is missing');
    await writeFile(file, '{');
    expect(await refusal(dataDir)).toContain('damaged');
    await writeFile(file, kept);
  });

  it('says what to do with data of another PostgreSQL', async () => {
    const file = join(clusterFolder(dataDir), 'PG_VERSION');
    const kept = await readFile(file);
    await writeFile(file, '15\n');
    expect(await refusal(dataDir)).toContain('PostgreSQL 15');
    await writeFile(file, kept);
  });

  (asRoot ? it : it.skip)('names the closed folder that keeps its account out', async () => {
    const closed = await newFolder(); // mode 0700, not ours to open: it is not the data folder itself
    expect(await refusal(join(closed, 'data'))).toContain(`because ${closed} is closed`);
    await rm(closed, { recursive: true });
  });
});

describe('a first start that was interrupted', () => {
  it('is done again from the beginning', async () => {
    const dataDir = await newFolder();
    await mkdir(join(dataDir, 'postgres.partial'));
    await writeFile(join(dataDir, 'postgres.partial', 'half'), '');
    await writeFile(join(dataDir, 'postgres.password'), 'left behind');
    await writeFile(join(dataDir, 'postgres.json'), '{"superuser":"a","owner":"b","app":"c","prepared":false}', {
      mode: 0o644,
    });
    const database = await startEmbedded({ dataDir, forTests: true });
    expect(await query(database.connection.appUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect((await stat(database.credentialsFile)).mode & 0o777).toBe(0o600);
    await database.stop();
    await discard(dataDir);
  });
});
