import { Client } from 'pg';
import type { FreshDatabase } from './fresh-database.js';

/** How many rows each table holds and what is in them, to show that a refused request changed nothing. */
export type StoredState = Readonly<Record<string, string>>;

/** When a credential was last used is no part of what people do. */
const READING_MARKS = "'last_used_at' - 'last_seen_at'";
/** Counting tries is what the throttle is for; it is not tenant data. */
const UNCOUNTED = ['throttle'];

/** A look into the database past row-level security, as a superuser. */
export class StoredStates {
  private constructor(
    private readonly client: Client,
    private readonly statement: string,
  ) {}

  static async open(database: FreshDatabase): Promise<StoredStates> {
    const client = new Client({ connectionString: database.superuserUrl });
    await client.connect();
    const { rows } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE (schemaname = 'public' OR tablename = '_private_jobs') AND tablename <> ALL ($1) ORDER BY 1`,
      [UNCOUNTED],
    );
    const counts = rows.map(
      ({ name }) =>
        `SELECT '${name}' AS name, count(*) || ' ' ||
           coalesce(sum(hashtextextended((to_jsonb(t) - ${READING_MARKS})::text, 0)), 0) AS content FROM ${name} t`,
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
