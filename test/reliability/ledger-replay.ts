import { isDeepStrictEqual } from 'node:util';
import type { Client } from 'pg';

/** Tables whose rows the ledger must be able to give back. */
const REPLAYED = ['claim', 'article', 'evidence', 'assignment', 'verdict', 'decision', 'source'] as const;

/** Kept by the database itself, or the newsroom every leaf is of anyway. */
const BESIDE = new Set(['newsroom_id', 'created_at', 'updated_at', 'version']);
/**
 * Follows from the article's text of each revision, which the ledger commits to by its digest: a claim that stands where it stood
 * gets no leaf of its own when a revision moves it down the page.
 */
const FROM_THE_TEXT = new Set(['claim.position', 'claim.anchor_status']);

interface Leaf {
  readonly type: string;
  readonly id: string;
  readonly payload: string;
}

export interface ReplayFigures {
  readonly objects: number;
  readonly differences: readonly string[];
}

type Row = Record<string, unknown>;

const camel = (column: string) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Folds each object's payloads in ledger order and compares with its row, column by column; every row must have its object and the other way round. */
export async function replayLedger(client: Client): Promise<ReplayFigures> {
  const folded = await foldPayloads(client);
  const differences: string[] = [];
  let objects = 0;
  for (const table of REPLAYED) {
    const ofTable = folded.get(table) ?? new Map<string, Row>();
    const defaults = await columnDefaults(client, table);
    const { rows } = await client.query<{ row: Row }>(`SELECT to_jsonb(t) AS row FROM ${table} t`);
    for (const { row } of rows) {
      const id = row.id as string;
      const told = ofTable.get(id);
      ofTable.delete(id);
      objects++;
      if (told === undefined) differences.push(`${table} ${id} is in no leaf`);
      else differences.push(...disagreements(table, row, told, defaults));
    }
    differences.push(...[...ofTable.keys()].map((id) => `${table} ${id} has leaves and no row`));
  }
  return { objects, differences };
}

async function foldPayloads(client: Client): Promise<Map<string, Map<string, Row>>> {
  const { rows } = await client.query<Leaf>(
    `SELECT l.object_type AS type, l.object_id AS id, p.payload FROM ledger_leaf l
     JOIN ledger_payload p ON p.newsroom_id = l.newsroom_id AND p.seq = l.seq
     WHERE l.object_type = ANY($1) ORDER BY l.newsroom_id, l.seq`,
    [REPLAYED],
  );
  const folded = new Map<string, Map<string, Row>>(REPLAYED.map((table) => [table, new Map<string, Row>()]));
  for (const { type, id, payload } of rows) {
    const objects = folded.get(type)!;
    objects.set(id, { ...objects.get(id), ...(JSON.parse(payload) as Row) });
  }
  return folded;
}

/** What a column holds when the insert said nothing. */
async function columnDefaults(client: Client, table: string): Promise<ReadonlyMap<string, unknown>> {
  const { rows } = await client.query<{ name: string; text: string | null }>(
    `SELECT column_name AS name, column_default AS text FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1`,
    [table],
  );
  const wanted = rows.filter(({ name }) => !BESIDE.has(name));
  const list = wanted.map(({ name, text }) => `'${name}', ${text ?? 'NULL'}`).join(', ');
  const { rows: values } = await client.query<{ value: Row }>(`SELECT jsonb_build_object(${list}) AS value`);
  return new Map(Object.entries(values[0]!.value));
}

function disagreements(table: string, row: Row, told: Row, defaults: ReadonlyMap<string, unknown>): string[] {
  return [...defaults].flatMap(([column, unsaid]) => {
    if (FROM_THE_TEXT.has(`${table}.${column}`)) return [];
    const name = camel(column);
    const expected = name in told ? told[name] : unsaid;
    const stored = row[column];
    if (isDeepStrictEqual(expected, stored) || isSameMoment(expected, stored)) return [];
    return [
      `${table} ${row.id as string} ${column}: stored ${JSON.stringify(stored)}, told ${JSON.stringify(expected)}`,
    ];
  });
}

/** The ledger says `2026-01-01T00:00:00.000Z`, the database `2026-01-01T00:00:00+00:00`. */
function isSameMoment(told: unknown, stored: unknown): boolean {
  if (typeof told !== 'string' || typeof stored !== 'string' || !/^\d{4}-\d\d-\d\dT/.test(stored)) return false;
  return Date.parse(told) === Date.parse(stored);
}
