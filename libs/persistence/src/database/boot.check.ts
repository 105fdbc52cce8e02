import { APP_ROLE, type Connection } from './connection.js';
import { DatabaseError } from './database.error.js';
import { checkAppRole, checkArabicSearch, checkServer, type RunQuery } from './fitness.check.js';
import { type MigrationClass, missingMigrations } from './migration.runner.js';
import { connectClient } from './owner.client.js';

/**
 * Looks, as the role that requests will run as, whether a server may start on this database: its version and encoding, Arabic
 * search, a role bound by row-level security, every migration. Throws DatabaseError.
 */
export async function checkDatabase(connection: Connection, migrations: readonly MigrationClass[]): Promise<void> {
  const options = connection.appRole === undefined ? {} : { options: `-c role=${APP_ROLE}` };
  const client = await connectClient(connection.appUrl, undefined, options);
  const query: RunQuery = async (sql) => (await client.query(sql)).rows;
  try {
    await checkServer(query);
    const missing = await missingMigrations(query, migrations);
    if (missing.length > 0) throw behind(missing);
    await checkArabicSearch(query);
    await checkAppRole(query);
  } finally {
    await client.end().catch(() => {});
  }
}

function behind(missing: readonly string[]): DatabaseError {
  return new DatabaseError('unfit', {
    en: `the database lacks ${missing.join(', ')}: run isnad migrate`,
    ar: `تنقص قاعدة البيانات ${missing.join('، ')}: نفّذ isnad migrate`,
  });
}
