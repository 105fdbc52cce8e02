import { DatabaseError } from './database.error.js';

export const OLDEST_POSTGRESQL = 15;

/** What both a pg client and a TypeORM data source can do. */
export type RunQuery = (sql: string) => Promise<unknown[]>;

/** Refuses a PostgreSQL that is too old or stores text in anything but UTF-8. */
export async function checkServer(query: RunQuery): Promise<void> {
  const [row] = (await query(
    `SELECT current_setting('server_version_num')::int / 10000 AS version, current_setting('server_encoding') AS encoding`,
  )) as { version: number; encoding: string }[];
  if (row!.version < OLDEST_POSTGRESQL) {
    throw new DatabaseError('unfit', {
      en: `this is PostgreSQL ${row!.version}: isnad needs ${OLDEST_POSTGRESQL} or newer`,
      ar: `إصدار PostgreSQL هنا ${row!.version}: يحتاج isnad إلى ${OLDEST_POSTGRESQL} أو أحدث`,
    });
  }
  if (row!.encoding !== 'UTF8') {
    throw new DatabaseError('unfit', {
      en: `the database is encoded in ${row!.encoding}: make one with ENCODING 'UTF8'`,
      ar: `ترميز قاعدة البيانات ${row!.encoding}: أنشئ قاعدة بالخيار ENCODING 'UTF8'`,
    });
  }
}

/** Refuses a database in which Arabic search would silently find nothing: pg_trgm asks LC_CTYPE what a letter is. */
export async function checkArabicSearch(query: RunQuery): Promise<void> {
  const [row] = (await query(
    `SELECT cardinality(show_trgm('بوتين')) AS grams, (SELECT datctype FROM pg_database WHERE datname = current_database()) AS ctype`,
  )) as { grams: number; ctype: string }[];
  if (row!.grams > 0) return;
  throw new DatabaseError('unfit', {
    en: `the database has LC_CTYPE ${row!.ctype}, under which Arabic search finds nothing: make one with CREATE DATABASE … TEMPLATE template0 LC_CTYPE 'C.UTF-8'`,
    ar: `قيمة LC_CTYPE في القاعدة ${row!.ctype}، ومعها لا يعثر البحث العربي على شيء: أنشئ قاعدة بالأمر CREATE DATABASE … TEMPLATE template0 LC_CTYPE 'C.UTF-8'`,
  });
}

/** Refuses to serve requests as a role that row-level security does not bind. */
export async function checkAppRole(query: RunQuery): Promise<void> {
  const [row] = (await query(
    `SELECT current_user AS name, rolsuper OR rolbypassrls AS unbound FROM pg_roles WHERE rolname = current_user`,
  )) as { name: string; unbound: boolean }[];
  if (!row!.unbound) return;
  throw new DatabaseError('unfit', {
    en: `requests would run as "${row!.name}", whom row-level security does not bind: give DATABASE_URL a plain login, or leave ISNAD_DATABASE_OWNER_URL unset`,
    ar: `ستعمل الطلبات بحساب ${row!.name} الذي لا يسري عليه أمن الصفوف: ضع في DATABASE_URL حسابًا عاديًا أو ألغِ ISNAD_DATABASE_OWNER_URL`,
  });
}
