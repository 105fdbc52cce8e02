import { auditLedger, BackupError, makeBackup, MIGRATIONS, restoreBackup } from '#persistence';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Client } from 'pg';
import { addEvidence, assignTo, claimFrom, done, fromOutlet, post, verdictBody } from '../support/checking-work.js';
import { eventually } from '../support/eventually.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { IsnadProcess } from '../support/isnad-process.js';
import { startNewsroomApi, type Newsroom, type NewsroomApi } from '../support/newsroom-api.js';
import { StoredStates, type StoredState } from '../support/stored-state.js';
import { addToSummary } from './summary-file.js';

jest.setTimeout(180_000);

let api: NewsroomApi;
let rooms: Newsroom[];
let folder: string;
let backup: string;
let original: StoredState;

/** Everything but the queue's own rows, which begin anew. */
const withoutQueue = (state: StoredState) =>
  Object.fromEntries(Object.entries(state).filter(([table]) => !table.startsWith('graphile_worker')));

async function stateOf(database: FreshDatabase): Promise<StoredState> {
  const stored = await StoredStates.open(database);
  const state = await stored.now();
  await stored.close();
  return state;
}

async function work({ editor, salma }: Newsroom, mark: string): Promise<void> {
  const words = `بلغ عدد الوحدات في الحي ${mark} نحو 700 وحدة.`;
  const article = await post(editor, [words, 'سطر\tفيه \\ علامات "غريبة" 🙂']);
  const claim = await claimFrom(editor, article.id, words);
  await assignTo(editor, claim.id, salma);
  const evidence = await addEvidence(salma, claim.id, fromOutlet('صحيفة الساحل'), { note: 'سطران\nهنا' });
  await done(salma.post(`/claims/${claim.id}/verdicts`, verdictBody('true', [evidence.id])));
  await done(salma.post(`/claims/${claim.id}/verdicts`, verdictBody('false', [evidence.id]))); // refers to the first
  const bytes = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
  const headers = { 'content-type': 'application/pdf', 'idempotency-key': `capture ${mark}` };
  await done(editor.send('POST', '/captures', bytes, headers));
  await done(editor.post('/reports', { scope: { articleId: article.id }, formats: ['json'], language: 'ar' }));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'isnad-backup-'));
  await chmod(folder, 0o755); // as root, PostgreSQL runs as somebody else
  backup = join(folder, 'backup.isnad');
  api = await startNewsroomApi();
  rooms = [await api.found(), await api.found('small-desk')];
  for (const room of rooms) await work(room, room.id.slice(-4));
  original = await stateOf(api.database);
});
afterAll(async () => {
  await api?.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('a backup', () => {
  it('is one moment of the whole database, taken while people write', async () => {
    let isOver = false;
    const source = (index: number) => rooms[0]!.editor.post('/sources', { name: `مصدر ${index}`, type: 'outlet' });
    const writing = (async () => {
      for (let index = 0; !isOver; index++) await done(source(index));
    })();
    const path = join(folder, 'busy.isnad');
    try {
      await makeBackup(api.database.ownerUrl, path);
    } finally {
      isOver = true;
      await writing;
    }
    const empty = await freshDatabase();
    const { audit, newsrooms } = await restoreBackup(empty.ownerUrl, path);
    expect({ faults: audit.faults, newsrooms }).toEqual({ faults: [], newsrooms: 2 });
    await empty.drop();
  });

  it('comes back to equal tables and a sound ledger, and can be worked on', async () => {
    original = await stateOf(api.database);
    const began = performance.now();
    const made = await makeBackup(api.database.ownerUrl, backup);
    expect((await stat(backup)).mode & 0o777).toBe(0o600);
    const copied = performance.now();
    const empty = await freshDatabase();
    const { audit, createdAt: _, ...restored } = await restoreBackup(empty.ownerUrl, backup);
    addToSummary('backup and restore', {
      ...made,
      bytes: (await stat(backup)).size,
      'ms out': Math.round(copied - began),
      'ms in and verified': Math.round(performance.now() - copied),
    });
    expect(restored).toEqual(made);
    expect(made).toMatchObject({ newsrooms: 2, jobs: 4 }); // in each a report, and the expiry of an assignment
    expect(withoutQueue(await stateOf(empty))).toEqual(withoutQueue(original));
    expect(audit).toEqual(await auditLedger(api.database.ownerUrl));
    const jobs = 'SELECT task_identifier, max_attempts, priority, attempts FROM graphile_worker.jobs ORDER BY id';
    expect(await query(empty, jobs)).toEqual(await query(api.database, jobs));
    expect(await query(empty, FORCED)).toEqual(await query(api.database, FORCED));
    await empty.drop();
  });

  it('does not overwrite a file', async () => {
    await expect(makeBackup(api.database.ownerUrl, backup)).rejects.toThrow('exists already');
  });

  it('leaves nothing behind when the database goes away', async () => {
    const path = join(folder, 'lost.isnad');
    // Held up at one table, so that it is under way for certain when its connection is ended.
    const holder = new Client({ connectionString: api.database.superuserUrl });
    await holder.connect();
    try {
      await holder.query('BEGIN; LOCK TABLE verdict IN ACCESS EXCLUSIVE MODE');
      const lost = expect(makeBackup(api.database.ownerUrl, path, () => {})).rejects.toThrow();
      await eventually(async () => {
        const waiting = await query(
          api.database,
          "SELECT 1 FROM pg_stat_activity WHERE application_name = 'isnad backup' AND wait_event_type = 'Lock'",
        );
        expect(waiting).toHaveLength(1);
      });
      await endBackups();
      await lost;
    } finally {
      await holder.end();
    }
    await expect(stat(path)).rejects.toThrow('ENOENT');
    await expect(stat(`${path}.partial`)).rejects.toThrow('ENOENT');
  });
});

const FORCED =
  'SELECT relname, relrowsecurity, relforcerowsecurity FROM pg_class WHERE relrowsecurity ORDER BY relname';

async function query(database: FreshDatabase, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: database.superuserUrl });
  await client.connect();
  const { rows } = await client.query(text);
  await client.end();
  return rows;
}

const endBackups = () =>
  query(api.database, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'isnad backup'");

describe('restoring is refused, and nothing changes', () => {
  let target: FreshDatabase;
  beforeAll(async () => {
    target = await freshDatabase();
  });
  afterAll(() => target.drop());

  async function refused(path: string): Promise<BackupError> {
    const before = await stateOf(target);
    const error = await restoreBackup(target.ownerUrl, path).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(await stateOf(target)).toEqual(before);
    expect(error).toBeInstanceOf(BackupError);
    return error as BackupError;
  }

  async function variant(name: string, change: (content: Buffer) => Buffer): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, change(await readFile(backup)));
    return path;
  }

  const inside = (change: (content: string) => string) => (content: Buffer) =>
    gzipSync(Buffer.from(change(gunzipSync(content).toString('latin1')), 'latin1'));

  it('where the database has something in it', async () => {
    const before = await stateOf(api.database);
    await expect(restoreBackup(api.database.ownerUrl, backup)).rejects.toThrow('the database is not empty (table');
    expect(await stateOf(api.database)).toEqual(before);
  });

  it('from another schema', async () => {
    const name = new (MIGRATIONS.at(-1)!)().name;
    const path = await variant(
      'other-schema.isnad',
      inside((content) => content.replace(name, name.replace(/\d$/, 'x'))),
    );
    expect((await refused(path)).text.en).toMatch(/is of schema \S+x and this database of \S+\d: restore it with/);
  });

  it.each<[string, (content: Buffer) => Buffer, RegExp]>([
    ['no backup', () => Buffer.from('no backup'), /no backup made by isnad/],
    ['nothing', () => Buffer.alloc(0), /no backup made by isnad/],
    ['another gzip', () => gzipSync('J'), /no backup made by isnad/],
    ['the first half', (content) => content.subarray(0, content.length / 2), /is damaged/],
    ['all but the last bytes', (content) => content.subarray(0, content.length - 8), /is damaged/],
    [
      'another rating',
      inside((content) => content.replace('\ttrue\tsupports\t', '\tmere\tsupports\t')),
      /damaged \(verdict/,
    ],
    ['a row less', inside((content) => content.replace(/"rows":1(?=\d)/, '"rows":2')), /is damaged/],
  ])('from a file that is %s', async (name, change, message) => {
    expect((await refused(await variant(`${name}.isnad`, change))).message).toMatch(message);
  });
});

describe('isnad backup and isnad restore', () => {
  const run = (database: FreshDatabase, ...args: string[]) =>
    new IsnadProcess(args, { DATABASE_URL: database.appUrl, ISNAD_DATABASE_OWNER_URL: database.ownerUrl }, folder)
      .finished;

  it('carry a database into an embedded one and say what they did', async () => {
    const made = await run(api.database, 'backup', 'carried.isnad', '--json');
    expect({ code: made.code, errors: made.errors }).toEqual({ code: 0, errors: '' });
    const data = { ISNAD_DATA_DIR: join(folder, 'data') };
    const restored = await new IsnadProcess(['restore', 'carried.isnad', '--json'], data, folder).finished;
    expect(restored.code).toBe(0);
    const { rows } = JSON.parse(made.output) as { rows: number };
    expect(JSON.parse(restored.output)).toMatchObject({ rows, newsrooms: 2, audit: { faults: [] } });
    const again = await new IsnadProcess(['restore', 'carried.isnad'], data, folder).finished;
    expect(again).toMatchObject({ code: 1, output: '' });
    expect(again.errors).toMatch(/^isnad: the database is not empty [^\n]*\n$/);
    const fsck = await new IsnadProcess(['ledger', 'fsck', '--json'], data, folder).finished;
    expect(JSON.parse(fsck.output)).toMatchObject({ newsrooms: 2, faults: [] });
  });

  it('name what is missing, with status 2, and refuse what is no backup, with status 1', async () => {
    expect(await run(api.database, 'restore', 'nowhere.isnad')).toMatchObject({ code: 2, output: '' });
    expect(await run(api.database, 'backup', 'nowhere/file')).toMatchObject({ code: 2, output: '' });
    expect(await run(api.database, 'backup')).toMatchObject({ code: 2 });
    await writeFile(join(folder, 'text'), 'a text');
    const empty = await freshDatabase();
    expect(await run(empty, 'restore', 'text')).toMatchObject({ code: 1, output: '' });
    await empty.drop();
  });
});
