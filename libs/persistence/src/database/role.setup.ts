import type { Client } from 'pg';
import { APP_ROLE, type Connection, userOf } from './connection.js';
import { DatabaseError } from './database.error.js';

const MAKE_ROLE = `CREATE ROLE ${APP_ROLE} NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS`;

const codeOf = (error: unknown) => (error as { code?: string }).code;

/**
 * Makes the role that requests run as and lets the app's login take it on. `client` is the owner's. What the owner may not do is
 * told as the statement an administrator has to run once.
 */
export async function ensureAppRole(client: Client, connection: Connection): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [APP_ROLE]);
  if (rowCount === 0) await attempt(client, MAKE_ROLE);
  const login = userOf(connection.appUrl);
  if (login === APP_ROLE) return;
  const version = await client.query<{ right: string }>(
    `SELECT CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END AS right`,
  );
  const { rows } = await client.query<{ login: string; may: boolean }>(
    `SELECT login, pg_has_role(login::name, $2::name, $3) AS may FROM (SELECT coalesce($1, current_user::text) AS login) l`,
    [login, APP_ROLE, version.rows[0]!.right],
  );
  if (rows[0]!.may) return;
  await attempt(client, `GRANT ${APP_ROLE} TO ${client.escapeIdentifier(rows[0]!.login)}`);
}

async function attempt(client: Client, statement: string): Promise<void> {
  try {
    await client.query(statement);
  } catch (error) {
    // Roles belong to the whole server: another database's migration may have made it just now.
    if (codeOf(error) === '42710' || codeOf(error) === '23505') return;
    if (codeOf(error) !== '42501') throw error;
    throw new DatabaseError(
      'forbidden',
      {
        en: `the database user may not manage roles: let an administrator run once: ${statement};`,
        ar: `لا يملك مستخدم قاعدة البيانات إدارة الأدوار: ليُنفّذ مدير القاعدة مرة واحدة: ${statement};`,
      },
      { cause: error },
    );
  }
}
