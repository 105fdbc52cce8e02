import { Client } from 'pg';
import { APP_ROLE, OWNER_ROLE } from '../database/connection.js';
import type { ClusterCredentials } from './cluster.credentials.js';

export const DATABASE_NAME = 'isnad';

/** Address of a database of the embedded cluster. Passwords are base64url and need no escaping. */
export function clusterUrl(role: string, password: string, port: number, database = DATABASE_NAME): string {
  return `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
}

const ATTRIBUTES = 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS';

/** Makes both roles and the database; repeating it only sets the passwords again. */
export async function prepareRoles(credentials: ClusterCredentials, port: number): Promise<void> {
  const client = new Client({
    connectionString: clusterUrl('postgres', credentials.superuser, port, 'postgres'),
    connectionTimeoutMillis: 5_000,
  });
  client.on('error', () => {}); // the query under way reports it
  await client.connect();
  try {
    const { rows: roles } = await client.query<{ rolname: string }>(
      'SELECT rolname FROM pg_roles WHERE rolname = ANY($1)',
      [[OWNER_ROLE, APP_ROLE]],
    );
    const existing = new Set(roles.map((row) => row.rolname));
    for (const [role, password] of [
      [OWNER_ROLE, credentials.owner],
      [APP_ROLE, credentials.app],
    ] as const) {
      const verb = existing.has(role) ? 'ALTER' : 'CREATE';
      await client.query(`${verb} ROLE ${role} ${ATTRIBUTES} PASSWORD ${client.escapeLiteral(password)}`);
    }
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE_NAME]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE_NAME} OWNER ${OWNER_ROLE}`);
  } finally {
    await client.end();
  }
}
