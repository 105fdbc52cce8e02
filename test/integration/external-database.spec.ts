import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { Client } from 'pg';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { checkDatabase } from '../../libs/persistence/src/database/boot.check.js';
import { type Connection, externalConnection } from '../../libs/persistence/src/database/connection.js';
import { createDataSource, TIMEOUTS } from '../../libs/persistence/src/database/data-source.js';
import { DatabaseError } from '../../libs/persistence/src/database/database.error.js';
import { connectClient } from '../../libs/persistence/src/database/owner.client.js';
import { migrate } from '../../libs/persistence/src/database/migration.runner.js';
import { MIGRATIONS } from '../../libs/persistence/src/migrations/index.js';
import { freshDatabase, type FreshDatabase, testCluster } from '../support/fresh-database.js';

describe('connecting', () => {
  it('to what takes a connection and then no notice of it is told as a database that does not answer', async () => {
    const silent = createServer((socket) => socket.unref())
      .unref()
      .listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const url = `postgres://isnad@127.0.0.1:${(silent.address() as AddressInfo).port}/isnad`;
    const patient = { connectionTimeoutMillis: 50 };
    for (const patienceMs of [0, 300]) {
      const error = await connectClient(url, patienceMs, patient).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(DatabaseError);
      expect(error).toMatchObject({ fault: 'unreachable', message: expect.stringContaining('timeout expired') });
    }
    silent.close();
  });
});

/** A PostgreSQL as an administrator might hand it over: other logins than ours, other privileges. */
describe('a database of one’s own', () => {
  let database: FreshDatabase;
  let superuser: Client;
  const made: string[] = [];

  beforeEach(async () => {
    database = await freshDatabase({ empty: true });
    superuser = new Client({ connectionString: testCluster().superuserUrl });
    await superuser.connect();
  });
  afterEach(async () => {
    await database.drop();
    for (const name of made.splice(0)) await superuser.query(`DROP ROLE ${name}`);
    await superuser.end();
  });

  const login = async (attributes: string): Promise<string> => {
    const name = `desk_${randomBytes(4).toString('hex')}`;
    await superuser.query(`CREATE ROLE ${name} LOGIN PASSWORD 'p%40ss' ${attributes}`);
    made.push(name);
    const url = new URL(database.ownerUrl);
    url.username = name;
    url.password = encodeURIComponent('p%40ss');
    return url.href;
  };
  const owns = async (url: string) => {
    await superuser.query(`ALTER DATABASE ${database.name} OWNER TO ${new URL(url).username}`);
  };
  const ask = async (connection: Connection, sql: string): Promise<unknown[]> => {
    const source = createDataSource(connection, { poolSize: 1, applicationName: 'test', entities: [] });
    await source.initialize();
    try {
      return await source.query(sql);
    } finally {
      await source.destroy();
    }
  };

  it('serves requests as isnad_app though one login is all there is, even a superuser’s', async () => {
    const url = await login('SUPERUSER');
    const connection = externalConnection(url);
    await migrate(connection, MIGRATIONS);
    await checkDatabase(connection, MIGRATIONS);
    expect(await ask(connection, 'SELECT current_user AS name')).toEqual([{ name: 'isnad_app' }]);
    expect(await ask(connection, 'SELECT count(*) AS newsrooms FROM newsroom')).toEqual([{ newsrooms: 0 }]);
    await expect(ask(connection, 'CREATE TABLE mine (id int)')).rejects.toMatchObject({ code: '42501' });
    await superuser.query(`ALTER ROLE ${new URL(url).username} NOSUPERUSER`);
    await superuser.query(`DROP OWNED BY ${new URL(url).username} CASCADE`);
    await database.drop();
  });

  it('serves requests by a login of their own, which the owner’s migration lets in', async () => {
    const owner = await login('SUPERUSER');
    const app = await login('');
    const connection = externalConnection(app, owner);
    await migrate(connection, MIGRATIONS);
    await checkDatabase(connection, MIGRATIONS);
    const [row] = await ask(connection, 'SELECT current_user AS name, session_user AS login');
    expect(row).toEqual({ name: 'isnad_app', login: new URL(app).username });
    await database.drop();
  });

  it('says which statement an administrator must run when the owner may not', async () => {
    const url = await login('');
    await owns(url);
    const refused: unknown = await migrate(externalConnection(url), MIGRATIONS).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(DatabaseError);
    expect((refused as DatabaseError).message).toContain(`GRANT isnad_app TO "${new URL(url).username}";`);
    await superuser.query(`GRANT isnad_app TO ${new URL(url).username}`);
    await migrate(externalConnection(url), MIGRATIONS);
    await checkDatabase(externalConnection(url), MIGRATIONS);
    await database.drop();
  });

  it('is refused while it lacks a migration, and where Arabic search would find nothing', async () => {
    await expect(checkDatabase(database, MIGRATIONS)).rejects.toThrow('run isnad migrate');
    const name = `${database.name}_c`;
    await superuser.query(
      `CREATE DATABASE ${name} OWNER isnad_owner TEMPLATE template0 LOCALE_PROVIDER libc LOCALE 'C'`,
    );
    const inDatabase = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
    const connection = { ownerUrl: inDatabase(database.ownerUrl), appUrl: inDatabase(database.appUrl) };
    await expect(migrate(connection, MIGRATIONS)).rejects.toThrow('LC_CTYPE C');
    await superuser.query(`DROP DATABASE ${name} WITH (FORCE)`);
  });

  it('is refused when requests would run past row-level security', async () => {
    const connection = { ownerUrl: database.ownerUrl, appUrl: database.superuserUrl };
    await migrate(database, MIGRATIONS);
    await expect(checkDatabase(connection, MIGRATIONS)).rejects.toThrow('row-level security does not bind');
  });

  it('bounds what a request may wait for', async () => {
    await migrate(database, MIGRATIONS);
    const [row] = await ask(
      database,
      `SELECT current_setting('statement_timeout') AS statement, current_setting('lock_timeout') AS lock,
              current_setting('idle_in_transaction_session_timeout') AS idle`,
    );
    expect(row).toEqual({ statement: '5s', lock: '2s', idle: '10s' });
    expect(TIMEOUTS.poolWait).toBe(2_000);
    const source = createDataSource(database, { poolSize: 1, applicationName: 'test', entities: [] });
    await source.initialize();
    // what the pool itself goes by: left to it, a connection that rests for ten seconds ends
    const { options } = (source.driver as PostgresDriver).master as { options: { idleTimeoutMillis: number } };
    expect(options.idleTimeoutMillis).toBeGreaterThanOrEqual(5 * 60_000);
    const held = source.createQueryRunner();
    await held.connect();
    await expect(source.query('SELECT 1')).rejects.toThrow(/timeout/);
    await held.release();
    await source.destroy();
  });
});
