import { createHash } from 'node:crypto';
import { createDataSource, UnitOfWork, type Agent, type Tx } from '#persistence';
import { newId } from '#platform';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { managerOf, putOff, sql, streamed } from '../../libs/persistence/src/unit-of-work/tx.js';
import { eventually } from '../support/eventually.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';

let database: FreshDatabase;
let owner: Client;
let pool: DataSource;
let work: UnitOfWork;
const newsroomId = newId();
const otherId = newId();

beforeAll(async () => {
  database = await freshDatabase();
  owner = new Client({ connectionString: database.superuserUrl });
  await owner.connect();
  for (const [id, slug] of [
    [newsroomId, 'harbour'],
    [otherId, 'upland'],
  ])
    await owner.query(
      `INSERT INTO newsroom (id, slug, name, locale, policy, scale) VALUES ($1, $2, $2, 'ar', '{}', '{}')`,
      [id, slug],
    );
  await owner.query('CREATE TABLE plank (newsroom_id uuid, id int PRIMARY KEY)');
  await owner.query('GRANT SELECT, INSERT ON plank TO isnad_app');
  pool = createDataSource(database, { poolSize: 2, applicationName: 'isnad test' });
  await pool.initialize();
  work = new UnitOfWork(pool);
});
afterAll(async () => {
  await pool.destroy();
  await owner.end();
  await database.drop();
});
beforeEach(() => owner.query('DELETE FROM plank'));

const agent = (): Agent => ({
  newsroomId,
  memberId: null,
  actorKind: 'system',
  via: 'job',
  credentialId: null,
  requestId: newId(),
});
const planks = async () => (await owner.query('SELECT id FROM plank ORDER BY id')).rows.map(({ id }) => id as number);
const insert = 'INSERT INTO plank VALUES ($1, $2)';
const slugs = async (tx: Tx) => (await sql<{ slug: string }>(tx, 'SELECT slug FROM newsroom')).map(({ slug }) => slug);
const backend = async (tx: Tx) => (await sql<{ at: string }>(tx, 'SELECT statement_timestamp()::text AS at'))[0]!.at;

/** How often the server was spoken to. */
async function trips(run: () => Promise<unknown>): Promise<number> {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called on the client it is asked of
  const original = Client.prototype.query;
  let count = 0;
  Client.prototype.query = function (this: Client, ...args: Parameters<typeof original>) {
    count++;
    return original.apply(this, args);
  } as typeof original;
  await run().finally(() => (Client.prototype.query = original));
  return count;
}

/** Statements given to a connection that had one to run already; the driver puts them in a queue that its next version lacks. */
async function crowding(run: () => Promise<unknown>): Promise<string[]> {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called on the client it is asked of
  const original = Client.prototype.query;
  const crowded: string[] = [];
  Client.prototype.query = function (this: Client, ...args: Parameters<typeof original>) {
    if (!(this as unknown as { readyForQuery: boolean }).readyForQuery) crowded.push(JSON.stringify(args[0]));
    return original.apply(this, args);
  } as typeof original;
  await run().finally(() => (Client.prototype.query = original));
  return crowded;
}

describe('a transaction', () => {
  it('sends what is asked for in one breath together, in that order', async () => {
    const seen: unknown[] = [];
    const count = await trips(() =>
      work.write({ agent: agent() }, async (tx) => {
        const [, rows] = await Promise.all([
          sql(tx, insert, [newsroomId, 1]),
          sql<{ id: number }>(tx, 'SELECT id FROM plank', []),
        ]);
        seen.push(...rows.map(({ id }) => id));
        return null;
      }),
    );
    expect(seen).toEqual([1]);
    expect(count).toBe(2); // the opening with both, and COMMIT
  });

  it('commits what nobody waited for', async () => {
    await work.write({ agent: agent() }, (tx) => {
      putOff(tx, insert, [newsroomId, 2]);
      return Promise.resolve(null);
    });
    expect(await planks()).toEqual([2]);
  });

  it('runs nothing that stands behind a failure, and keeps nothing before it', async () => {
    const failed = work.write({ agent: agent() }, (tx) =>
      Promise.all([
        sql(tx, insert, [newsroomId, 3]),
        sql(tx, 'SELECT 1 / $1::int', [0]),
        sql(tx, insert, [newsroomId, 4]),
      ]),
    );
    await expect(failed).rejects.toMatchObject({ code: '22012' });
    expect(await planks()).toEqual([]);
  });

  it('fails by what nobody waited for, though the work goes on', async () => {
    const failed = work.write({ agent: agent() }, async (tx) => {
      putOff(tx, insert, [newsroomId, 5]);
      putOff(tx, insert, [newsroomId, 5]);
      return sql(tx, 'SELECT 1', []).catch(() => null);
    });
    await expect(failed).rejects.toMatchObject({ code: '23505' });
    expect(await planks()).toEqual([]);
  });

  it('goes on after a statement that did not parse', async () => {
    await expect(work.read(newsroomId, (tx) => sql(tx, 'SELECT nothing_there', []))).rejects.toMatchObject({
      code: '42703',
    });
    expect(await work.read(newsroomId, slugs)).toEqual(['harbour']);
  });

  it('gives the driver one thing at a time, whatever is asked for while a trip is under way', async () => {
    const steps = async (tx: Tx, pauses: number) => {
      for (let pause = 0; pause < pauses; pause++) await Promise.resolve();
      await sql(tx, insert, [newsroomId, 10 + pauses]);
      await sql(tx, 'SELECT pg_sleep(0.01)', []);
      return managerOf(tx).query('SELECT id FROM plank WHERE id = $1', [10 + pauses]);
    };
    const crowded = await crowding(() =>
      work.write({ agent: agent() }, (tx) => Promise.all([0, 3, 6, 9, 12].map((pauses) => steps(tx, pauses)))),
    );
    expect(crowded).toEqual([]);
    expect(await planks()).toEqual([10, 13, 16, 19, 22]);
  });

  it('runs nothing for who has not heard yet that it failed', async () => {
    let late: unknown;
    const sibling = async (tx: Tx) => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      late = await sql(tx, insert, [newsroomId, 7]).catch((error: unknown) => error);
    };
    const failed = work.write({ agent: agent() }, (tx) => {
      const others = sibling(tx);
      return Promise.all([sql(tx, 'SELECT 1 / $1::int', [0]), others]);
    });
    await expect(failed).rejects.toMatchObject({ code: '22012' });
    await eventually(() => expect(late).toMatchObject({ code: '22012' }));
    expect(await planks()).toEqual([]);
  });

  it('tries a read again that was in another one’s way', async () => {
    let tries = 0;
    const read = work.read(newsroomId, async (tx) => {
      if (++tries < 3) await sql(tx, `DO $$ BEGIN RAISE EXCEPTION 'in the way' USING ERRCODE = '40001'; END $$`, []);
      return slugs(tx);
    });
    expect(await read).toEqual(['harbour']);
  });
});

describe('rows that are streamed', () => {
  const numbers = (count: number) =>
    `COPY (SELECT n || coalesce(s.slug, '') FROM generate_series(1, ${count}) n LEFT JOIN newsroom s ON n = 1 ORDER BY n) TO STDOUT (FORMAT binary)`;
  const read = async (rows: AsyncIterable<Buffer>) => {
    const parts: Buffer[] = [];
    for await (const part of rows) parts.push(Buffer.from(part));
    return Buffer.concat(parts).toString();
  };

  it('belong to the transaction and its newsroom, in the order in which things were asked for', async () => {
    const said = await work.read(newsroomId, async (tx) => {
      const early = backend(tx);
      const text = await read(streamed(tx, numbers(3), 44, false));
      return [typeof (await early), text, await slugs(tx)];
    });
    expect(said).toEqual(['string', '1harbour,2,3', ['harbour']]);
  });

  it('may be left in the middle, and the connection goes on', async () => {
    const said = await work.read(newsroomId, async (tx) => {
      for await (const part of streamed(tx, numbers(200_000), undefined, false)) {
        expect(part.length).toBeGreaterThan(0);
        break;
      }
      return slugs(tx);
    });
    expect(said).toEqual(['harbour']);
  });

  it('do not run when the transaction did not begin, or has failed', async () => {
    const failed = work.read(newsroomId, async (tx) => {
      putOff(tx, 'SELECT 1 / 0', []);
      return read(streamed(tx, numbers(1), undefined, false));
    });
    await expect(failed).rejects.toMatchObject({ code: '22012' });
    let kept: Tx | undefined;
    await work.read(newsroomId, (tx) => slugs((kept = tx)));
    await expect(read(streamed(kept!, numbers(1), undefined, false))).rejects.toThrow('the transaction has ended');
  });

  it('take a large value from where it is', async () => {
    const value = Buffer.alloc(3_000_000, Buffer.from([0, 255, 92, 97]));
    const [row] = await work.read(newsroomId, (tx) =>
      sql<{ same: string; none: boolean }>(tx, 'SELECT $1 || md5($2::bytea) || $3 AS same, $4::text IS NULL AS none', [
        'أ',
        value,
        7,
        null,
      ]),
    );
    expect(row).toEqual({ same: `أ${createHash('md5').update(value).digest('hex')}7`, none: true });
  });
});

describe('a read of one statement', () => {
  it('is one round trip and sees its own newsroom only', async () => {
    expect(await trips(() => work.readSingle(newsroomId, slugs))).toBe(1);
    expect(await work.readSingle(newsroomId, slugs)).toEqual(['harbour']);
    expect(await work.readSingle(otherId, slugs)).toEqual(['upland']);
  });

  it('leaves no newsroom behind on its connection', async () => {
    await Promise.all([1, 2, 3, 4].map(() => work.readSingle(newsroomId, slugs)));
    const left = await Promise.all(
      [1, 2, 3, 4].map(() =>
        pool.query(
          "SELECT current_setting('app.newsroom', true) AS newsroom, (SELECT count(*)::int FROM newsroom) AS count",
        ),
      ),
    );
    for (const [row] of left) expect(row).toMatchObject({ newsroom: '', count: 0 });
  });

  it('writes nothing', async () => {
    await expect(work.readSingle(newsroomId, (tx) => sql(tx, insert, [newsroomId, 6]))).rejects.toMatchObject({
      code: '25006',
    });
  });

  it('has no second statement, which would be bound to nobody', async () => {
    const two = work.readSingle(newsroomId, async (tx) => [await backend(tx), await backend(tx)]);
    await expect(two).rejects.toThrow(TypeError);
  });
});
