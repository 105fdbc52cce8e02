/** How to reach one database as each of its two roles. */
export interface Connection {
  /** Owns the schema: migrations and the job queue. */
  readonly ownerUrl: string;
  /** What requests run as: neither owner nor superuser, bound by row-level security. */
  readonly appUrl: string;
  /** Role to take on after connecting, when `appUrl` logs in as somebody else. */
  readonly appRole?: string;
}

export const OWNER_ROLE = 'isnad_owner';
export const APP_ROLE = 'isnad_app';

/**
 * Connection to a PostgreSQL of one's own. With one address, requests log in as its user and take on the app role; with an
 * owner's address beside it, `databaseUrl` is the app's own login and the owner's password stays out of the servers.
 */
export function externalConnection(databaseUrl: string, ownerUrl?: string): Connection {
  if (ownerUrl !== undefined) return { ownerUrl, appUrl: databaseUrl };
  return { ownerUrl: databaseUrl, appUrl: databaseUrl, appRole: APP_ROLE };
}

/** Address without its password, for messages. */
export function printableUrl(url: string): string {
  try {
    const parsed = new URL(url);
    return `${parsed.hostname || 'localhost'}:${parsed.port || '5432'}${parsed.pathname}`;
  } catch {
    return 'the given address';
  }
}
