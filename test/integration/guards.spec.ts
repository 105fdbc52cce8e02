import { ChainVerifier, commitToText, fromHex, leafText, readLeaf, type Leaf } from '#ledger';
import { auditLedger } from '#persistence';
import { newId } from '#platform';
import { Client } from 'pg';
import { addEvidence, claimFrom, done, post, readyToVerify, type Any } from '../support/checking-work.js';
import { ifMatch, startNewsroomApi, type Newsroom, type NewsroomApi } from '../support/newsroom-api.js';
import { StoredStates } from '../support/stored-state.js';

let api: NewsroomApi;
let desk: Newsroom;
let other: Newsroom;
let stored: StoredStates;
let app: Client;
let owner: Client;

const APPEND_ONLY = [
  'policy_version',
  'revision',
  'capture',
  'verdict',
  'verdict_evidence',
  'verdict_withdrawal',
  'decision',
  'comment',
  'release',
  'notice',
  'notification_mark',
  'report_file',
  'report_piece',
  'report_article',
  'ledger_leaf',
  'outbox',
  'legal_note',
  'source_reading',
  'notice_claim',
];
/** What the app role never writes by itself. */
const LEDGER = ['ledger_head', 'ledger_leaf', 'ledger_payload', 'outbox'];

beforeAll(async () => {
  api = await startNewsroomApi();
  [desk, other] = await Promise.all([api.found(), api.found()]);
  stored = await StoredStates.open(api.database);
  app = await connected(api.database.appUrl);
  owner = await connected(api.database.ownerUrl);
  await work(desk);
  await work(other);
});
afterAll(async () => {
  await Promise.all([app.end(), owner.end(), stored.close()]);
  await api.stop();
});

async function connected(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString });
  await client.connect();
  return client;
}

/** Something in most tables: an article, a verified claim with evidence and verdict, a withdrawn piece of evidence, a new revision. */
async function work(room: Newsroom): Promise<void> {
  const text = ['بلغت كلفة الجسر 12 مليون دينار عام 2024.', 'وافتتح الوزير سامر الحداد الجسر يوم الاثنين.'];
  const article = await post(room.editor, text, { outlet: 'صحيفة المرفأ' });
  const claim = await claimFrom(room.editor, article.id, text[0]!);
  await done(room.editor.patch(`/claims/${claim.id}`, { tier: 'B' }, claim.version));
  await readyToVerify(room, claim.id);
  const spare = await addEvidence(room.omar, claim.id, { source: { name: 'إذاعة النهر', type: 'outlet' } });
  const reason = { reason: 'سُحب "الخبر" \u2028 \ud83d\ude00 \t \\ \u0001' };
  await done(room.omar.post(`/evidence/${spare.id}/withdrawal`, reason, ifMatch(spare.version)));
  const { version } = await done(room.editor.get(`/claims/${claim.id}`));
  await done(room.editor.post(`/claims/${claim.id}/decisions`, { to: 'verified' }, ifMatch(version)));
  const { version: read } = await done(room.editor.get(`/articles/${article.id}`));
  await done(
    room.editor.post(
      `/articles/${article.id}/revisions`,
      { text: text.join('\n\n').replace('12', '14') },
      ifMatch(read),
    ),
  );
}

/** Runs statements as the app in one transaction of a newsroom, and undoes them. Answers the SQLSTATE or null. */
async function refusal(client: Client, newsroomId: string | null, ...statements: string[]): Promise<string | null> {
  await client.query('BEGIN');
  try {
    if (newsroomId) await client.query("SELECT set_config('app.newsroom', $1, true)", [newsroomId]);
    for (const statement of statements) await client.query(statement);
    await client.query('SET CONSTRAINTS ALL IMMEDIATE');
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await client.query('ROLLBACK');
  }
}

const tables = () =>
  stored.query<{ name: string; tenant: boolean; enabled: boolean; forced: boolean; owner: string }>(
    `SELECT c.relname AS name, c.relrowsecurity AS enabled, c.relforcerowsecurity AS forced, pg_get_userbyid(c.relowner) AS owner,
       EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'newsroom_id') AS tenant
     FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`,
  );
/** Tables that hold nothing of any newsroom: tries counted, migrations run. */
const OF_NOBODY = ['migration', 'schema_migration', 'migrations', 'throttle'];

describe('every table of a newsroom', () => {
  it('is under forced row-level security, and the app owns none of them', async () => {
    const all = await tables();
    const unguarded = all.filter(
      ({ name, tenant, enabled, forced }) => (tenant || name === 'newsroom') && !(enabled && forced),
    );
    expect(unguarded.map(({ name }) => name)).toEqual([]);
    const unplaced = all.filter(({ name, tenant }) => !tenant && name !== 'newsroom' && !OF_NOBODY.includes(name));
    expect(unplaced.map(({ name }) => name)).toEqual([]);
    expect(all.filter((table) => table.owner === 'isnad_app')).toEqual([]);
    expect(all.filter(({ tenant }) => tenant).length).toBeGreaterThan(25);
  });

  it('has one policy for the app, by its own newsroom', async () => {
    const policies = await stored.query<{ table: string; qual: string; check: string | null; cmd: string }>(
      `SELECT tablename AS table, qual, with_check AS check, cmd FROM pg_policies WHERE 'isnad_app' = ANY (roles)`,
    );
    const guarded = (await tables()).filter(({ tenant, name }) => tenant || name === 'newsroom');
    expect(policies.map(({ table }) => table).sort()).toEqual(guarded.map(({ name }) => name).sort());
    for (const { table, qual, check, cmd } of policies) {
      const column = table === 'newsroom' ? 'id' : 'newsroom_id';
      expect(qual).toBe(`(${column} = (NULLIF(current_setting('app.newsroom'::text, true), ''::text))::uuid)`);
      expect([check, cmd]).toEqual([null, 'ALL']);
    }
    const [role] = await stored.query<{ rolsuper: boolean; rolbypassrls: boolean }>(
      "SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = 'isnad_app'",
    );
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false });
  });

  it('shows the app nothing without a newsroom, and only its own with one', async () => {
    for (const { name } of (await tables()).filter(({ tenant }) => tenant)) {
      const [{ count }] = (await app.query(`SELECT count(*)::int AS count FROM ${name}`)).rows as [{ count: number }];
      expect(`${name}: ${count}`).toBe(`${name}: 0`);
    }
    for (const room of [desk, other]) {
      await app.query('BEGIN');
      await app.query("SELECT set_config('app.newsroom', $1, true)", [room.id]);
      for (const name of [
        'article',
        'claim',
        'verdict',
        'decision',
        'ledger_leaf',
        'outbox',
        'member',
        'access_token',
      ]) {
        const { rows } = await app.query(`SELECT DISTINCT newsroom_id FROM ${name}`);
        expect(rows).toEqual([{ newsroom_id: room.id }]);
      }
      await app.query('ROLLBACK');
    }
  });

  it('refers only to rows of the same newsroom: every foreign key between them carries it', async () => {
    const keys = await stored.query<{ name: string; columns: string[] }>(
      `SELECT conrelid::regclass || '.' || conname AS name, ARRAY(SELECT attname::text FROM unnest(conkey) WITH ORDINALITY k(n, o)
         JOIN pg_attribute ON attrelid = conrelid AND attnum = n ORDER BY o) AS columns
       FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
    );
    expect(keys.length).toBeGreaterThan(40);
    expect(keys.filter(({ columns }) => columns[0] !== 'newsroom_id').map(({ name }) => name)).toEqual([]);
  });

  it('every column that names a row of another table has such a key', async () => {
    const loose = await stored.query<{ name: string }>(
      `SELECT c.relname || '.' || a.attname AS name FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND a.atttypid = 'uuid'::regtype
         AND a.attname NOT IN ('id', 'newsroom_id')
         AND NOT EXISTS (SELECT 1 FROM pg_constraint f WHERE f.contype = 'f' AND f.conrelid = c.oid AND a.attnum = ANY (f.conkey))
       ORDER BY 1`,
    );
    // marks of who or what was meant, of any kind
    expect(loose.map(({ name }) => name)).toEqual([
      'idempotency_key.member_id',
      'ledger_leaf.member_id',
      'ledger_leaf.object_id',
      'outbox.article_id',
      'outbox.claim_id',
      'outbox.object_id',
      'policy_version.created_by',
    ]);
  });

  it('refuses a row of one newsroom that refers to another', async () => {
    const [claim] = await stored.query<{ id: string }>('SELECT id FROM claim WHERE newsroom_id = $1', [other.id]);
    const assignment = `INSERT INTO assignment (newsroom_id, id, claim_id, reviewer_id, status, assigned_by)
      VALUES ('${desk.id}', '${newId()}', '${claim!.id}', '${desk.salma.id}', 'assigned', '${desk.editor.id}')`;
    expect(await refusal(app, desk.id, assignment)).toBe('23503');
    expect(await refusal(app, other.id, assignment)).toBe('42501');
    expect(await refusal(owner, null, assignment)).toBe('23503');
  });
});

describe('what is append-only', () => {
  it.each(APPEND_ONLY)('%s: neither the app nor the owner changes, deletes or empties it', async (table) => {
    const [first] = await stored.query<{ column: string }>(
      `SELECT attname AS column FROM pg_attribute WHERE attrelid = $1::regclass AND attnum = 1`,
      [table],
    );
    const change = `UPDATE ${table} SET ${first!.column} = ${first!.column}`;
    for (const statement of [change, `DELETE FROM ${table}`, `TRUNCATE ${table} CASCADE`]) {
      expect(await refusal(app, desk.id, statement)).toBe('42501');
    }
    expect(await refusal(owner, null, `TRUNCATE ${table} CASCADE`)).toBe('42501');
    const [{ count }] = (await stored.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`)) as [
      { count: number },
    ];
    // a row trigger speaks only where there are rows
    if (count === 0) return;
    expect(await refusal(owner, null, change)).toBe('42501');
    expect(await refusal(owner, null, `DELETE FROM ${table}`)).toBe('42501');
  });

  it('each has its own triggers for rows and for the whole table', async () => {
    const rows = await stored.query<{ name: string; kinds: number }>(
      `SELECT c.relname AS name, count(*)::int AS kinds FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
       WHERE t.tgname IN ('append_only', 'append_only_table') AND t.tgenabled = 'O' GROUP BY 1 ORDER BY 1`,
    );
    expect(rows).toEqual([...APPEND_ONLY].sort().map((name) => ({ name, kinds: 2 })));
  });

  it('every table that the app may add to but not change is on that list', async () => {
    const rows = await stored.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
         AND has_table_privilege('isnad_app', c.oid, 'INSERT') AND NOT has_table_privilege('isnad_app', c.oid, 'UPDATE') ORDER BY 1`,
    );
    // what housekeeping sweeps once it has served its time
    const swept = ['idempotency_key', 'webhook_attempt'];
    const known = [...APPEND_ONLY.filter((name) => !LEDGER.includes(name)), ...swept];
    expect(rows.map(({ name }) => name)).toEqual(known.sort());
  });

  it('the app deletes nothing anywhere and writes no ledger', async () => {
    const rows = await stored.query<{ name: string; deletes: boolean; writes: boolean }>(
      `SELECT c.relname AS name, has_table_privilege('isnad_app', c.oid, 'DELETE, TRUNCATE') AS deletes,
         has_table_privilege('isnad_app', c.oid, 'INSERT, UPDATE') AS writes
       FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'`,
    );
    expect(rows.filter(({ deletes }) => deletes)).toEqual([]);
    expect(rows.filter(({ name, writes }) => LEDGER.includes(name) && writes)).toEqual([]);
  });

  it('the ledger is appended to only for the newsroom of the transaction', async () => {
    const append = (newsroom: string) =>
      `SELECT ledger_append('${newsroom}', '{}', null, 'forged-request', '[]'::json)`;
    expect(await refusal(app, desk.id, append(other.id))).toBe('42501');
    expect(await refusal(app, null, append(desk.id))).toBe('42501');
    expect(await refusal(app, desk.id, append(desk.id))).toBe(null);
  });
});

describe('at COMMIT', () => {
  const copyOf = async (table: string): Promise<string> => {
    const [row] = await stored.query<{ row: Any }>(
      `SELECT to_jsonb(t) AS row FROM ${table} t WHERE newsroom_id = $1 LIMIT 1`,
      [desk.id],
    );
    const copy = JSON.stringify({ ...row!.row, id: newId() }).replaceAll("'", "''");
    return `INSERT INTO ${table} SELECT * FROM jsonb_populate_record(null::${table}, '${copy}')`;
  };

  it.each(['article', 'claim', 'source', 'evidence', 'verdict', 'decision'])(
    'a %s without a leaf fails',
    async (table) => {
      const statement = await copyOf(table);
      expect(await refusal(app, desk.id, statement)).toBe('23514');
    },
  );

  it('a version that jumps or falls fails', async () => {
    for (const version of ['version + 2', 'version - 1']) {
      const statement = `UPDATE claim SET version = ${version} WHERE newsroom_id = '${desk.id}'`;
      expect(await refusal(app, desk.id, statement)).toBe('40001');
    }
  });
});

describe('the ledger after all this', () => {
  const LEAVES = `SELECT l.*, encode(l.hash, 'hex') AS hex, encode(p.salt, 'hex') AS salt, p.payload FROM ledger_leaf l
    JOIN ledger_payload p USING (newsroom_id, seq) WHERE l.newsroom_id = $1 ORDER BY seq`;

  it.each(['one newsroom', 'the other'])('of %s is one chain of the bytes libs/ledger writes', async (which) => {
    const room = which === 'one newsroom' ? desk : other;
    const rows = await stored.query<Any>(LEAVES, [room.id]);
    expect(rows.length).toBeGreaterThan(30);
    const chain = new ChainVerifier(room.id);
    for (const row of rows) {
      expect(chain.add(row.bytes, row.hex)).toBeNull();
      const { leaf } = readLeaf(row.bytes) as { leaf: Leaf };
      expect(leafText(leaf)).toBe(row.bytes);
      expect(commitToText(fromHex(row.salt)!, row.payload)).toBe(leaf.payload);
    }
  });

  it('is found sound by the audit, and unsound once a byte of it is changed', async () => {
    expect((await auditLedger(api.database.ownerUrl)).faults).toEqual([]);
    await stored.query('ALTER TABLE ledger_leaf DISABLE TRIGGER USER');
    await stored.query('BEGIN');
    await stored.query(`UPDATE ledger_payload SET payload = payload || ' ' WHERE newsroom_id = $1 AND seq = 3`, [
      desk.id,
    ]);
    await stored.query('COMMIT');
    const { faults } = await auditLedger(api.database.ownerUrl);
    expect(faults).toEqual([{ newsroom: desk.id, seq: 3, kind: 'payload' }]);
    await stored.query(`UPDATE ledger_payload SET payload = left(payload, -1) WHERE newsroom_id = $1 AND seq = 3`, [
      desk.id,
    ]);
    await stored.query('ALTER TABLE ledger_leaf ENABLE TRIGGER USER');
    expect((await auditLedger(api.database.ownerUrl)).faults).toEqual([]);
  });
});

describe('every mutation', () => {
  const leavesSince = (seq: number) =>
    stored.query<{ action: string; type: string; id: string; request: string; member: string }>(
      `SELECT action, object_type AS type, object_id AS id, request_id AS request, member_id AS member FROM ledger_leaf
       WHERE newsroom_id = $1 AND seq > $2 ORDER BY seq`,
      [desk.id, seq],
    );
  const head = async () =>
    Number(
      (await stored.query<{ seq: string }>('SELECT seq FROM ledger_head WHERE newsroom_id = $1', [desk.id]))[0]!.seq,
    );

  /** The request, and its leaves as `action type`. One leaf an object, one request, the last in Ledger-Seq. */
  async function leavesOf(request: () => Promise<{ status: number; headers: Headers; body: Any }>): Promise<string[]> {
    const before = await head();
    const answered = await request();
    expect(answered.status).toBeLessThan(300);
    const leaves = await leavesSince(before);
    expect(new Set(leaves.map(({ type, id }) => `${type} ${id}`)).size).toBe(leaves.length);
    expect(new Set(leaves.map(({ request: id }) => id))).toEqual(new Set([answered.headers.get('x-request-id')]));
    expect(answered.headers.get('ledger-seq')).toBe(String(before + leaves.length));
    return leaves.map(({ action }) => action);
  }

  it('appends one leaf for each object it changed', async () => {
    const { editor, salma, omar } = desk;
    let article: Any;
    let claim: Any;
    let item: Any;
    const posted = await leavesOf(async () => {
      const answered = await editor.post('/articles', {
        kind: 'external',
        text: 'بلغت كلفة الطريق 30 مليون دينار عام 2024.',
      });
      article = answered.body;
      return answered;
    });
    expect(posted.sort()).toEqual(['article.created', 'claim.extracted']);
    claim = article.claims[0];
    const path = `/claims/${claim.id}`;
    const lower = { tier: 'B', reason: 'مبلغ معلن في الموازنة' };
    expect(await leavesOf(() => editor.patch(path, lower, claim.version))).toEqual(['claim.edited']);
    expect(await leavesOf(() => editor.post(`${path}/assignments`, { reviewerId: salma.id }))).toEqual([
      'assignment.given',
      'claim.taken-up',
    ]);
    await done(editor.post(`${path}/assignments`, { reviewerId: omar.id }));
    const added = await leavesOf(async () => {
      const answered = await salma.post(`${path}/evidence`, {
        source: { name: 'محضر الطريق', type: 'document' },
        stance: 'supports',
        locator: 'ص 3',
        url: 'https://example.org/m',
        quote: '30',
      });
      item = answered.body;
      return answered;
    });
    expect(added.sort()).toEqual(['evidence.added', 'source.registered']);
    const verdict = { rating: 'true', confidence: 'high', rationale: 'المحضر يثبت', evidenceIds: [item.id] };
    expect((await leavesOf(() => salma.post(`${path}/verdicts`, verdict))).sort()).toEqual([
      'assignment.submitted',
      'verdict.given',
    ]);
    claim = await done(editor.get(path));
    expect(
      (await leavesOf(() => editor.post(`${path}/decisions`, { to: 'verified' }, ifMatch(claim.version)))).sort(),
    ).toEqual(['claim.decided', 'decision.taken']);
    // a dispute of a verified claim takes it back in the same breath
    const dispute = { ...verdict, rating: 'false', evidenceIds: [] };
    expect((await leavesOf(() => omar.post(`${path}/verdicts`, dispute))).sort()).toEqual([
      'assignment.submitted',
      'claim.fell-back',
      'decision.fell-back',
      'verdict.given',
    ]);
    const before = await head();
    await editor.get(path);
    expect(await head()).toBe(before);
  });
});
