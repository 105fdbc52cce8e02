import { Client } from 'pg';
import { createDataSource } from '../../libs/persistence/src/database/data-source.js';
import { freshDatabase } from '../support/fresh-database.js';

/** TypeORM takes rows for one where the key it knows is the same: a key too short loses the others without a word. */
it('every entity knows the whole key of its table', async () => {
  const database = await freshDatabase();
  const client = new Client({ connectionString: database.superuserUrl });
  const source = createDataSource(database, { poolSize: 1, applicationName: 'isnad test' });
  try {
    await client.connect();
    await source.initialize();
    const { rows } = await client.query<{ name: string; columns: string[] }>(
      `SELECT conrelid::regclass::text AS name, array_agg(attname::text ORDER BY attname) AS columns
       FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = ANY (conkey) WHERE contype = 'p' GROUP BY 1`,
    );
    const keys = new Map(rows.map(({ name, columns }) => [name, columns]));
    const known = source.entityMetadatas.map(({ tableName, primaryColumns }) => {
      return [tableName, primaryColumns.map(({ databaseName }) => databaseName).sort()] as const;
    });
    expect(known.length).toBeGreaterThan(20);
    expect(Object.fromEntries(known)).toEqual(Object.fromEntries(known.map(([name]) => [name, keys.get(name)])));
  } finally {
    await source.destroy();
    await client.end();
    await database.drop();
  }
});
