import { Client } from 'pg';
import type { FreshDatabase } from './fresh-database.js';

/** How many rows each table holds and what they are, to show that a refused request changed nothing. */
export type StoredState = Readonly<Record<string, string>>;

/** When a credential was last used is no part of what people do. */
const READING_MARKS = ['last_used_at', 'last_seen_at'];
/** Counting tries is what the throttle is for; it is not tenant data. */
const UNCOUNTED = ['throttle'];

interface StoredTable {
  readonly name: string;
  /** Whether it has a reading mark. */
  readonly marked: boolean;
}

function contentOf(): string {
  return `hashtextextended((to_jsonb(t) - ${READING_MARKS.map((mark) => `'${mark}'`).join(' - ')})::text, 0)`;
}

/** Every write of a row gives it another transaction or another place; freezing and pruning change neither. */
function versionsOf(): string {
  return `hashtextextended(t.xmin::text || t.ctid::text, 0)`;
}

/** A look into the database past row-level security, as a superuser. */
export class StoredStates {
  private constructor(
    private readonly client: Client,
    private readonly statement: string,
  ) {}

  /** By what is in the rows; a row written again as it was does not count as changed. */
  static open(database: FreshDatabase): Promise<StoredStates> {
    return StoredStates.of(database, contentOf);
  }

  /**
   * By which transaction wrote each row and where it lies: as sharp, and several times as fast. Tables with a reading mark are
   * compared by content here too.
   */
  static openByVersions(database: FreshDatabase): Promise<StoredStates> {
    return StoredStates.of(database, (table) => (table.marked ? contentOf() : versionsOf()));
  }

  private static async of(database: FreshDatabase, digest: (table: StoredTable) => string): Promise<StoredStates> {
    const client = new Client({ connectionString: database.superuserUrl });
    await client.connect();
    const { rows } = await client.query<StoredTable>(
      `SELECT format('%I.%I', schemaname, tablename) AS name, EXISTS (SELECT 1 FROM information_schema.columns c
         WHERE c.table_schema = schemaname AND c.table_name = tablename AND c.column_name = ANY ($2)) AS marked
       FROM pg_tables WHERE (schemaname = 'public' OR tablename = '_private_jobs') AND tablename <> ALL ($1) ORDER BY 1`,
      [UNCOUNTED, READING_MARKS],
    );
    const counts = rows.map(
      (table) =>
        `SELECT '${table.name}' AS name, count(*) || ' ' || coalesce(sum(${digest(table)}), 0) AS content FROM ${table.name} t`,
    );
    return new StoredStates(client, counts.join(' UNION ALL '));
  }

  async now(): Promise<StoredState> {
    // kept prepared: planning it takes longer than running it
    const prepared = { name: 'stored-state', text: this.statement };
    const { rows } = await this.client.query<{ name: string; content: string }>(prepared);
    return Object.fromEntries(rows.map(({ name, content }) => [name, content]));
  }

  async query<T extends object>(text: string, parameters: unknown[] = []): Promise<T[]> {
    return (await this.client.query<T>(text, parameters)).rows;
  }

  close(): Promise<void> {
    return this.client.end();
  }
}
