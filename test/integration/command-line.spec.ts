import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { clusterFolder } from '../../libs/persistence/src/embedded/cluster.files.js';
import { runningPostmaster } from '../../libs/persistence/src/embedded/postmaster.lock.js';
import { eventually } from '../support/eventually.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { type Finished, IsnadProcess } from '../support/isnad-process.js';

interface Credentials {
  readonly url: string;
  readonly members: readonly { email: string; password: string; roles: string[]; token: string }[];
}

const PATIENCE = 60_000;
let folder: string;
const processes: IsnadProcess[] = [];

function isnad(args: string[], environment: Record<string, string> = {}): IsnadProcess {
  const started = new IsnadProcess(args, environment, folder);
  processes.push(started);
  return started;
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'isnad-command-'));
  await chmod(folder, 0o755);
});
afterEach(async () => {
  for (const started of processes.splice(0)) started.signal('SIGKILL');
  const data = clusterFolder(join(folder, '.isnad'));
  await eventually(async () => expect(await runningPostmaster(data)).toBeUndefined());
  await rm(folder, { recursive: true, force: true });
});

describe('isnad on a PostgreSQL of one’s own', () => {
  let database: FreshDatabase;
  const settings = () => ({ DATABASE_URL: database.appUrl, ISNAD_DATABASE_OWNER_URL: database.ownerUrl });
  const run = (...args: string[]): Promise<Finished> => isnad(args, settings()).finished;

  describe('that is empty', () => {
    beforeEach(async () => {
      database = await freshDatabase({ empty: true });
    });
    afterEach(() => database.drop());

    it(
      'refuses to serve before it was migrated, and says how',
      async () => {
        const { code, output, errors } = await run('serve');
        expect({ code, output }).toEqual({ code: 3, output: '' });
        expect(errors).toMatch(/isnad: the database lacks .*: run isnad migrate\n$/);
      },
      PATIENCE,
    );

    it(
      'migrates once, and names what ran on standard output',
      async () => {
        const first = await run('migrate');
        expect(first).toMatchObject({ code: 0 });
        expect(first.output).toMatch(/^\w+\d{13}\n/);
        expect(await run('migrate')).toMatchObject({ code: 0, output: '' });
      },
      PATIENCE,
    );
  });

  describe('that is migrated', () => {
    beforeEach(async () => {
      database = await freshDatabase();
    });
    afterEach(() => database.drop());

    it(
      'makes the demo once, and keeps its credentials to their owner',
      async () => {
        const { code, output } = await run('demo');
        expect(code).toBe(0);
        expect((await stat(output.trim())).mode & 0o777).toBe(0o600);
        const { members } = JSON.parse(await readFile(output.trim(), 'utf8')) as Credentials;
        expect(members.map((member) => member.roles.join())).toEqual([
          'editor',
          'reviewer',
          'reviewer',
          'writer',
          'admin',
          'viewer',
        ]);
        expect(await run('demo')).toMatchObject({ code: 1, output: '' });
      },
      PATIENCE,
    );

    it(
      'makes the first administrator once, whose link is printed when nobody chose a password',
      async () => {
        const first = await run('bootstrap', '--email', 'chief@example.org');
        expect(first).toMatchObject({ code: 0 });
        expect(first.output).toMatch(/^http:\/\/localhost:3000\/invitation\?lang=ar#token=[\w-]{40,}&name=\S+\n$/);
        const second = await run('bootstrap', '--email', 'other@example.org');
        expect(second).toMatchObject({ code: 1, output: '' });
      },
      PATIENCE,
    );

    it(
      'lets the only administrator in again, and says so in the ledger',
      async () => {
        await run('bootstrap', '--email', 'chief@example.org');
        expect(await run('recover', 'nobody@example.org')).toMatchObject({ code: 4, output: '' });
        expect(await run('recover', 'chief@example.org', '--newsroom', 'other')).toMatchObject({ code: 4, output: '' });
        const recovered = await run('recover', 'chief@example.org', '--reset-second-factor');
        expect(recovered).toMatchObject({ code: 0 });
        expect(recovered.output).toMatch(/^http:\/\/localhost:3000\/invitation\?lang=ar#token=[\w-]{40,}&name=\S+\n$/);
        expect(recovered.errors).toContain('within ten minutes');
        // the server may have taken another port than the settings name
        expect(recovered.errors).toContain('http://localhost:3000; where the server told another address');
        const superuser = new Client({ connectionString: database.superuserUrl });
        await superuser.connect();
        const { rows } = await superuser.query(`SELECT 1 FROM ledger_leaf WHERE action = 'link.recovery-made'`);
        await superuser.end();
        expect(rows).toHaveLength(1);
        const told = { ...settings(), ISNAD_PUBLIC_URL: 'https://desk.example' };
        const again = await isnad(['recover', 'chief@example.org'], told).finished;
        expect(again.output).toMatch(/^https:\/\/desk\.example\/invitation\?/);
        expect(again.errors).not.toContain('another address');
        expect(await run('ledger', 'fsck')).toMatchObject({ code: 0 });
      },
      PATIENCE,
    );

    it(
      'refuses a password below the rules, in one line that does not show it',
      async () => {
        const environment = { ...settings(), ISNAD_ADMIN_PASSWORD: 'short-secret' };
        const { code, output, errors } = await isnad(['bootstrap', '--email', 'a@example.org'], environment).finished;
        expect({ code, output }).toEqual({ code: 2, output: '' });
        expect(errors).toMatch(/ISNAD_ADMIN_PASSWORD must be 15 to 128 characters\n$/);
        expect(errors).not.toContain('short-secret');
      },
      PATIENCE,
    );

    it(
      'verifies the ledger, and fails when somebody touched it',
      async () => {
        await run('demo');
        const sound = await run('ledger', 'fsck', '--json');
        expect(sound.code).toBe(0);
        const audit = JSON.parse(sound.output) as { leaves: number; faults: unknown[] };
        expect(audit.faults).toEqual([]);
        expect(audit.leaves).toBeGreaterThan(6);
        const superuser = new Client({ connectionString: database.superuserUrl });
        await superuser.connect();
        await superuser.query(
          `SET session_replication_role = replica; UPDATE ledger_leaf SET request_id = 'x' WHERE seq = 3`,
        );
        await superuser.end();
        const touched = await run('ledger', 'fsck');
        expect(touched.code).toBe(1);
        expect(touched.errors).toMatch(
          /isnad: the ledger of newsroom .* is not sound at entry 3: column:request_id\n$/,
        );
      },
      PATIENCE,
    );

    it(
      'ends a worker on SIGTERM with status 0',
      async () => {
        const worker = isnad(['worker'], settings());
        await worker.says(/Taking jobs/);
        worker.signal('SIGTERM');
        expect(await worker.finished).toMatchObject({ code: 0, output: '' });
      },
      PATIENCE,
    );
  });
});

describe('isnad start', () => {
  const demoFile = () => join(folder, '.isnad', 'demo-credentials.json');
  const credentials = async () => JSON.parse(await readFile(demoFile(), 'utf8')) as Credentials;
  let taken: Server;
  let takenPort: number;

  beforeEach(async () => {
    taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    takenPort = (taken.address() as AddressInfo).port;
  });
  afterEach(() => new Promise((resolve) => taken.close(resolve)));

  it('serves the demo from nothing, on the next port when its own is taken, ends cleanly, and finds all of it again', async () => {
    const began = performance.now();
    const first = isnad(['start'], { ISNAD_PORT: String(takenPort) });
    const [, url] = await first.says(/Isnad is ready: (\S+)\n[^]*demo-credentials\.json:\n(?: .*\n){6}/);
    expect(first.errors).toContain(`Port ${takenPort} is taken; using ${new URL(url!).port}.`);
    expect(new URL(url!).port).not.toBe(String(takenPort));
    expect(first.output.match(/sign-in#link=/g)).toHaveLength(6);
    expect((await stat(demoFile())).mode & 0o777).toBe(0o600);
    const made = await credentials();
    expect(made.url).toBe(url);
    const { token, email } = made.members[0]!;
    const me = await fetch(`${url}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } });
    expect(await me.json()).toMatchObject({ member: { email } });
    const events = await fetch(`${url}/api/v1/events`, { headers: { authorization: `Bearer ${token}` } });
    expect(events.status).toBe(200);

    const asked = performance.now();
    first.signal('SIGINT'); // with an event stream open
    expect(await first.finished).toMatchObject({ code: 0 });
    // the stream is not waited for; ten seconds, and on a machine at its limit no longer than the start took
    expect(performance.now() - asked).toBeLessThan(Math.max(10_000, asked - began));
    expect(await runningPostmaster(clusterFolder(join(folder, '.isnad')))).toBeUndefined();

    const second = isnad(['start'], { ISNAD_PORT: '0', LANG: 'ar_EG.UTF-8' });
    const [, again] = await second.says(/إسناد جاهز: (\S+)\n[^]*(?: {2}.*link=.*\n){6}/);
    expect(second.output).not.toContain(made.members[0]!.password);
    expect(await credentials()).toEqual({ ...made, url: again });
    const still = await fetch(`${again}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } });
    expect(await still.json()).toMatchObject({ member: { email } });
    second.signal('SIGTERM');
    expect(await second.finished).toMatchObject({ code: 0 });
  });

  it('makes no demo where others can reach it, and refuses one that was asked for', async () => {
    const asked = await isnad(['start'], { ISNAD_HOST: '0.0.0.0', ISNAD_DEMO: '1' }).finished;
    expect(asked).toMatchObject({ code: 2, output: '' });
    expect(asked.errors).toContain('ISNAD_DEMO=0');
    const open = isnad(['start'], { ISNAD_HOST: '0.0.0.0', ISNAD_PORT: '0' });
    await open.says(/Isnad is ready/);
    expect(open.errors).toContain('no demo');
    await expect(stat(demoFile())).rejects.toMatchObject({ code: 'ENOENT' });
    open.signal('SIGTERM');
    expect(await open.finished).toMatchObject({ code: 0 });
  });
});
