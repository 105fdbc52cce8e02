import { auditLedger } from '#persistence';
import { Client } from 'pg';
import { isDeepStrictEqual } from 'node:util';
import type { FaultCluster } from './fault-cluster.js';
import { replayLedger } from './ledger-replay.js';
import type { Acknowledgement, Any, PatientClient } from './patient-client.js';

export interface Findings {
  /** What is not as it must be; nothing in a sound run. */
  readonly faults: readonly string[];
  /** Acknowledged and read again. */
  readonly verdicts: number;
  readonly leaves: number;
  readonly objects: number;
}

interface Entry {
  readonly seq: number;
  readonly request: string;
  readonly member: string | null;
  readonly room: string;
}

export const isVerdict = ({ path }: Acknowledgement) => path.endsWith('/verdicts');
/** Request ids of a writer are its key and the number of the try. */
const keyOf = (request: string) => /^([0-9a-f-]{36})\.(?:\d+|again)$/.exec(request)?.[1];

/**
 * I1 to I8 of the trust design, over everything acknowledged since the beginning; verdicts are read by their readers, and answers
 * asked for again, from the acknowledgement number `from` on. Nobody may be writing meanwhile.
 */
export async function checkInvariants(
  cluster: FaultCluster,
  client: PatientClient,
  { from, replays }: { readonly from: number; readonly replays: number },
): Promise<Findings> {
  const database = new Client({ connectionString: cluster.superuserUrl });
  await database.connect();
  try {
    const { acknowledged } = client;
    const latest = acknowledged.slice(from);
    const verdicts = latest.filter(isVerdict);
    const audit = await auditLedger(cluster.connection.ownerUrl);
    const replay = await replayLedger(database);
    const entries = await readEntries(database);
    const faults = [
      ...(await lostVerdicts(client, verdicts)).map((fault) => `I1 ${fault}`),
      ...(await keptAnswers(database, acknowledged)).map((fault) => `I2 ${fault}`),
      ...(await replayedAnswers(client, sample(latest, replays))).map((fault) => `I2 ${fault}`),
      ...audit.faults.map((fault) => `I3 ${JSON.stringify(fault)}`),
      ...entryFaults(entries, acknowledged).map((fault) => `I4 ${fault}`),
      ...replay.differences.map((fault) => `I5 ${fault}`),
      ...(await crossingReferences(database)).map((fault) => `I6 ${fault}`),
      ...versionFaults(acknowledged).map((fault) => `I7 ${fault}`),
      ...(await outboxFaults(database)).map((fault) => `I8 ${fault}`),
    ];
    return { faults, verdicts: verdicts.length, leaves: audit.leaves, objects: replay.objects };
  } finally {
    await database.end();
  }
}

/** Every acknowledged verdict is there for its readers, equal to what was acknowledged. */
async function lostVerdicts(client: PatientClient, verdicts: readonly Acknowledgement[]): Promise<string[]> {
  const faults: string[] = [];
  const byPath = new Map<string, Acknowledgement[]>();
  for (const verdict of verdicts) byPath.set(verdict.path, [...(byPath.get(verdict.path) ?? []), verdict]);
  await inParallel([...byPath], async ([path, given]) => {
    const { items } = await client.read(given[0]!.by, path);
    const stored = new Map<string, Any>(items.map((item: Any) => [item.id, item]));
    for (const { answer, key } of given) {
      // what time and later verdicts change is no part of what was given
      const lasting = (verdict: Any) => ({ ...verdict, outdated: null, superseded: null, withdrawn: null });
      const found = stored.get(answer.id);
      if (found === undefined) faults.push(`verdict ${answer.id} of key ${key} is lost`);
      else if (!isDeepStrictEqual(lasting(found), lasting(answer))) faults.push(`verdict ${answer.id} has changed`);
    }
  });
  return faults;
}

/** The answer kept under each key is the one that was given, at the same place of the ledger. */
async function keptAnswers(database: Client, acknowledged: readonly Acknowledgement[]): Promise<string[]> {
  const { rows } = await database.query<{ key: string; result: string; seq: string | null }>(
    'SELECT key, result, ledger_seq AS seq FROM idempotency_key',
  );
  const kept = new Map(rows.map((row) => [row.key, row]));
  const faults = rows.length > kept.size ? ['a key was used by two operations'] : [];
  for (const { key, method, ledgerSeq } of acknowledged) {
    const row = kept.get(key);
    if (method === 'PATCH') continue;
    if (row === undefined) faults.push(`nothing is kept under ${key}`);
    else if (Number(row.seq) !== ledgerSeq) faults.push(`key ${key}: entry ${row.seq}, acknowledged ${ledgerSeq}`);
  }
  return faults;
}

async function replayedAnswers(client: PatientClient, acknowledged: readonly Acknowledgement[]): Promise<string[]> {
  const faults: string[] = [];
  await inParallel(acknowledged, async (given) => {
    if (given.method === 'PATCH') return;
    const answer = await client.again(given);
    const same = answer.status === given.status && isDeepStrictEqual(answer.body, given.answer);
    if (!same || answer.headers.get('idempotent-replayed') !== 'true') {
      faults.push(`${given.path} again under ${given.key}: ${answer.status} ${JSON.stringify(answer.body)}`);
    }
  });
  return faults;
}

async function readEntries(database: Client): Promise<Entry[]> {
  const { rows } = await database.query<Entry>(
    `SELECT seq::int, request_id AS request, member_id AS member, newsroom_id AS room FROM ledger_leaf`,
  );
  return rows;
}

/** Each acknowledged mutation is in the ledger once, by its member and where its answer said; nothing else is. */
function entryFaults(entries: readonly Entry[], acknowledged: readonly Acknowledgement[]): string[] {
  const byKey = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = keyOf(entry.request);
    if (key !== undefined) byKey.set(key, [...(byKey.get(key) ?? []), entry]);
  }
  const faults = acknowledged.flatMap(({ key, by, roomId, ledgerSeq }) => {
    const own = byKey.get(key) ?? [];
    byKey.delete(key);
    const requests = new Set(own.map(({ request }) => request));
    if (requests.size !== 1) return [`key ${key} has ${requests.size} effects`];
    if (own.some(({ member, room }) => member !== by.id || room !== roomId)) return [`key ${key}: another actor`];
    const last = Math.max(...own.map(({ seq }) => seq));
    return ledgerSeq !== null && last !== ledgerSeq ? [`key ${key}: entry ${last}, acknowledged ${ledgerSeq}`] : [];
  });
  return [...faults, ...[...byKey.keys()].map((key) => `key ${key} had an effect nobody acknowledged`)];
}

/** Every foreign key, and every id in an array or a list that names members or sources, stays within its newsroom. */
export async function crossingReferences(database: Client): Promise<string[]> {
  const { rows: keys } = await database.query<{ name: string; statement: string }>(
    `SELECT conname AS name, format('SELECT count(*)::int AS count FROM %s a JOIN %s b ON %s WHERE a.newsroom_id <> b.newsroom_id',
       conrelid::regclass, confrelid::regclass,
       (SELECT string_agg(format('a.%I = b.%I', l.attname, r.attname), ' AND ')
          FROM unnest(conkey, confkey) k (l, r)
          JOIN pg_attribute l ON l.attrelid = conrelid AND l.attnum = k.l
          JOIN pg_attribute r ON r.attrelid = confrelid AND r.attnum = k.r
         WHERE l.attname <> 'newsroom_id')) AS statement
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace
       AND confrelid <> 'newsroom'::regclass AND cardinality(conkey) > 1
       AND EXISTS (SELECT FROM pg_attribute WHERE attrelid = confrelid AND attname = 'newsroom_id')
       -- positions in a ledger and numbers of policies are the same in every newsroom
       AND NOT confrelid = ANY (ARRAY['ledger_leaf', 'policy_version']::regclass[])`,
  );
  const arrays = [
    ['article', 'author_ids', 'member'],
    ['article', 'visible_to', 'member'],
    ['claim', 'author_ids', 'member'],
    ['claim', 'party_ids', 'source'],
  ].map(([table, column, target]) => ({
    name: `${table}.${column}`,
    statement: `SELECT count(*)::int AS count FROM ${table} a, unnest(a.${column}) AS named (id)
      WHERE NOT EXISTS (SELECT FROM ${target} b WHERE b.newsroom_id = a.newsroom_id AND b.id = named.id)`,
  }));
  const faults: string[] = [];
  for (const { name, statement } of [...keys, ...arrays]) {
    const { rows } = await database.query<{ count: number }>(statement);
    if (rows[0]!.count > 0) faults.push(`${name}: ${rows[0]!.count} rows point into another newsroom`);
  }
  if (keys.length < 20) faults.push(`only ${keys.length} foreign keys were looked at`);
  return faults;
}

/** The versions acknowledged of one object grow with the ledger, and none is given twice. */
function versionFaults(acknowledged: readonly Acknowledgement[]): string[] {
  const latest = new Map<string, number>();
  const inOrder = acknowledged
    .filter(({ ledgerSeq, method }) => ledgerSeq !== null && method === 'PATCH')
    .sort((a, b) => a.ledgerSeq! - b.ledgerSeq!);
  return inOrder.flatMap(({ answer: { id, version }, roomId }) => {
    const object = `${roomId} ${id}`;
    const before = latest.get(object) ?? 1;
    latest.set(object, version);
    return version > before ? [] : [`${id}: version ${version} after ${before}`];
  });
}

async function outboxFaults(database: Client): Promise<string[]> {
  const { rows } = await database.query<{ fault: string }>(
    `SELECT 'entry ' || coalesce(l.seq, o.seq) || ' of ' || coalesce(l.newsroom_id, o.newsroom_id) AS fault
     FROM ledger_leaf l FULL JOIN outbox o ON o.newsroom_id = l.newsroom_id AND o.seq = l.seq
     WHERE l.seq IS NULL OR o.seq IS NULL`,
  );
  return rows.map(({ fault }) => fault);
}

async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const lane = async () => {
    for (let item = left.pop(); item !== undefined; item = left.pop()) await work(item);
  };
  await Promise.all(Array.from({ length: 8 }, lane));
}

/** At most `count` of the items, spread over all of them. */
function sample<T>(items: readonly T[], count: number): T[] {
  const step = Math.max(1, Math.ceil(items.length / count));
  return items.filter((_, index) => index % step === 0);
}
