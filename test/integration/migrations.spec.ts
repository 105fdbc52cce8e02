import { Client } from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { migrate, missingMigrations } from '../../libs/persistence/src/database/migration.runner.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';

class Harbour1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE harbour (id int PRIMARY KEY)');
    await runner.query('SELECT pg_sleep(0.2)'); // long enough for the others to arrive
    await runner.query('INSERT INTO harbour VALUES (1)');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE harbour');
  }
}

class Broken1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE half (id int)');
    await runner.query('SELECT 1 / 0');
  }
  async down(): Promise<void> {}
}

describe('migrations', () => {
  let database: FreshDatabase;
  let owner: Client;

  beforeEach(async () => {
    database = await freshDatabase({ empty: true });
    owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
  });
  afterEach(async () => {
    await owner.end();
    await database.drop();
  });

  const rows = async (sql: string) => (await owner.query(sql)).rows;

  it('run once when five processes boot at the same time', async () => {
    const reports = await Promise.all(Array.from({ length: 5 }, () => migrate(database, [Harbour1700000000001])));
    expect(reports.flat()).toEqual(['Harbour1700000000001']);
    expect(await rows('SELECT id FROM harbour')).toEqual([{ id: 1 }]);
  });

  it('leave nothing of one that fails', async () => {
    await expect(migrate(database, [Harbour1700000000001, Broken1700000000002])).rejects.toThrow('division by zero');
    expect(await rows("SELECT to_regclass('harbour') IS NOT NULL AS first, to_regclass('half') AS second")).toEqual([
      { first: true, second: null },
    ]);
  });

  it('are named as missing until they ran', async () => {
    const wanted = [Harbour1700000000001, Broken1700000000002];
    expect(await missingMigrations(rows, wanted)).toEqual(['Harbour1700000000001', 'Broken1700000000002']);
    await migrate(database, [Harbour1700000000001]);
    expect(await missingMigrations(rows, wanted)).toEqual(['Broken1700000000002']);
  });
});

describe('the app role', () => {
  let database: FreshDatabase;
  let app: Client;

  beforeAll(async () => {
    database = await freshDatabase();
    app = new Client({ connectionString: database.appUrl });
    await app.connect();
  });
  afterAll(async () => {
    await app.end();
    await database.drop();
  });

  it('is neither superuser nor owner nor free of row-level security', async () => {
    const { rows } = await app.query(
      `SELECT current_user AS name, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
              (SELECT count(*)::int FROM pg_class c WHERE c.relowner = r.oid) AS owned
         FROM pg_roles r WHERE rolname = current_user`,
    );
    expect(rows).toEqual([
      { name: 'isnad_app', rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owned: 0 },
    ]);
  });

  it('adds a job by the one function it may call, and sees nothing of the queue', async () => {
    await app.query('BEGIN');
    const { rows } = await app.query(`SELECT enqueue_job('test', '{"n": 1}'::json) AS id`);
    await app.query('COMMIT');
    expect(Number(rows[0].id)).toBeGreaterThan(0);
    await expect(app.query('SELECT * FROM graphile_worker.jobs')).rejects.toMatchObject({ code: '42501' });
    await expect(app.query(`SELECT graphile_worker.add_job('test')`)).rejects.toMatchObject({ code: '42501' });
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    const jobs = await owner.query('SELECT task_identifier FROM graphile_worker.jobs');
    await owner.end();
    expect(jobs.rows).toEqual([{ task_identifier: 'test' }]);
  });

  it('cannot create tables', async () => {
    await expect(app.query('CREATE TABLE mine (id int)')).rejects.toMatchObject({ code: '42501' });
  });
});
