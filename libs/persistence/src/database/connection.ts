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
 * Connection to a PostgreSQL of one's own. With one address, its user owns the schema and requests take on the app role; with an
 * owner's address beside it, `databaseUrl` is the app's own login and the owner's password stays out of the servers.
 */
export function externalConnection(databaseUrl: string, ownerUrl = databaseUrl): Connection {
  if (userOf(databaseUrl) === APP_ROLE) return { ownerUrl, appUrl: databaseUrl };
  return { ownerUrl, appUrl: databaseUrl, appRole: APP_ROLE };
}

/** User an address names; undefined when it leaves that to the environment. */
export function userOf(url: string): string | undefined {
  return decodeURIComponent(new URL(url).username) || undefined;
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
