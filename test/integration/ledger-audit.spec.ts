import { canonicalJson, payloadCommit, readLeaf } from '#ledger';
import { newId } from '#platform';
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { auditLedger, LedgerAuditor } from '../../libs/persistence/src/ledger/ledger.audit.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';

/** Everything JSON escapes, and what other writers of JSON escape beyond it. */
const AWKWARD = '"\\/\b\f\n\r\t\u0001\u001f\u007f\u0080\u2028\u2029\ufeff\u200fسببٌ 🙂 e\u0301';

interface Change {
  action: string;
  type: string;
  id: string;
  payload: unknown;
  reason?: string;
}

describe('the ledger in the database', () => {
  let database: FreshDatabase;
  let app: Client;
  let superuser: Client;
  const newsroom = newId();
  const claim = newId();

  const append = async (changes: Change[]) => {
    const sealed = changes.map(({ payload, ...change }) => {
      const salt = randomBytes(32);
      const commit = payloadCommit(salt, payload);
      return { ...change, payload: canonicalJson(payload), salt: salt.toString('hex'), commit };
    });
    const actor = canonicalJson({ member: null, kind: 'system', via: 'cli', credential: null });
    await app.query('BEGIN');
    await app.query(`SELECT set_config('app.newsroom', $1, true)`, [newsroom]);
    await app.query('SELECT ledger_append($1, $2, NULL, $3, $4)', [
      newsroom,
      actor,
      `request ${AWKWARD}`,
      JSON.stringify(sealed),
    ]);
    await app.query('COMMIT');
  };
  const audit = async () => auditLedger(database.ownerUrl);
  /** Past every trigger and policy, as somebody with the disk in his hands. */
  const tamper = async (sql: string) => {
    await superuser.query(`SET session_replication_role = replica; ${sql}`);
  };

  beforeEach(async () => {
    database = await freshDatabase();
    app = new Client({ connectionString: database.appUrl });
    superuser = new Client({ connectionString: database.superuserUrl });
    await Promise.all([app.connect(), superuser.connect()]);
    await superuser.query(
      `INSERT INTO newsroom (id, slug, name, locale, policy, scale) VALUES ($1, 'n', 'n', 'ar', '{}', '{}')`,
      [newsroom],
    );
    await append([
      { action: 'claim.extracted', type: 'claim', id: claim, payload: { quote: AWKWARD, n: 1.5 } },
      { action: 'article.changed', type: 'article', id: newId(), payload: {} },
    ]);
    await append([{ action: 'claim.dismissed', type: 'claim', id: claim, payload: { a: null }, reason: AWKWARD }]);
  });
  afterEach(async () => {
    await Promise.all([app.end(), superuser.end()]);
    await database.drop();
  });

  it('holds leaves that PostgreSQL wrote byte for byte as RFC 8785 asks', async () => {
    const { rows } = await superuser.query<{ bytes: string }>('SELECT bytes FROM ledger_leaf ORDER BY seq');
    const leaves = rows.map(({ bytes }) => readLeaf(bytes));
    expect(leaves).toMatchObject([
      { leaf: { seq: 1, action: 'claim.extracted', object: { seq: 1, prev: null }, requestId: `request ${AWKWARD}` } },
      { leaf: { seq: 2, action: 'article.changed', object: { seq: 1, prev: null } } },
      { leaf: { seq: 3, action: 'claim.dismissed', object: { id: claim, seq: 2 }, reason: AWKWARD } },
    ]);
  });

  it('is found sound as written', async () => {
    expect(await audit()).toEqual({ newsrooms: 1, leaves: 3, erased: 0, faults: [] });
  });

  it('stays sound when a payload is erased with its salt', async () => {
    await tamper('DELETE FROM ledger_payload WHERE seq = 1');
    expect(await audit()).toEqual({ newsrooms: 1, leaves: 3, erased: 1, faults: [] });
  });

  it.each<[string, string, number, string]>([
    [
      'a leaf’s bytes',
      `UPDATE ledger_leaf SET bytes = replace(bytes, 'dismissed', 'disputed!') WHERE seq = 3`,
      3,
      'hash',
    ],
    [
      'a leaf and its hash',
      `UPDATE ledger_leaf SET bytes = replace(bytes, 'changed', 'chanted'), hash = sha256('\\x00'::bytea || convert_to(replace(bytes, 'changed', 'chanted'), 'UTF8')), action = 'article.chanted' WHERE seq = 2; UPDATE outbox SET event = 'article.chanted' WHERE seq = 2`,
      3,
      'prev',
    ],
    ['a leaf’s hash', `UPDATE ledger_leaf SET hash = sha256('') WHERE seq = 2`, 2, 'hash'],
    ['a column beside the leaf', `UPDATE ledger_leaf SET action = 'claim.restored' WHERE seq = 3`, 3, 'column:action'],
    [
      'the member beside the leaf',
      `UPDATE ledger_leaf SET member_id = '${newId()}' WHERE seq = 1`,
      1,
      'column:member_id',
    ],
    [
      'the moment beside the leaf',
      `UPDATE ledger_leaf SET at = at + interval '1 microsecond' WHERE seq = 1`,
      1,
      'column:at',
    ],
    ['a payload', `UPDATE ledger_payload SET payload = '{}' WHERE seq = 1`, 1, 'payload'],
    ['a salt', `UPDATE ledger_payload SET salt = sha256('') WHERE seq = 1`, 1, 'payload'],
    ['an outbox entry', `DELETE FROM outbox WHERE seq = 2`, 2, 'outbox'],
    ['a leaf removed', `DELETE FROM ledger_leaf WHERE seq = 2`, 2, 'seq'],
    ['the last leaf removed', `DELETE FROM ledger_leaf WHERE seq = 3`, 0, 'head'],
    ['every leaf removed', `DELETE FROM ledger_leaf`, 0, 'head'],
    ['the head', `UPDATE ledger_head SET hash = sha256('')`, 0, 'head'],
  ])('is found out when somebody changes %s', async (_, sql, seq, kind) => {
    await tamper(sql);
    expect((await audit()).faults).toEqual([{ newsroom, seq, kind }]);
  });

  describe('looked at again by who has read it before', () => {
    const another: Change = { action: 'claim.restored', type: 'claim', id: claim, payload: {} };
    let auditor: LedgerAuditor;
    beforeEach(async () => {
      auditor = new LedgerAuditor(database.ownerUrl);
      expect(await auditor.run()).toMatchObject({ leaves: 3, faults: [] });
      await append([another]);
    });

    it('is read on from there', async () => {
      const seen: number[] = [];
      expect(await auditor.run((leaves) => seen.push(leaves))).toEqual(await audit());
      expect(seen).toEqual([4]);
      await append([another]);
      expect(await auditor.run()).toMatchObject({ leaves: 5, faults: [] });
    });

    it('has lost its tail, although what is left is sound', async () => {
      expect(await auditor.run()).toMatchObject({ leaves: 4, faults: [] });
      await tamper(`DELETE FROM ledger_leaf WHERE seq = 4; DELETE FROM ledger_payload WHERE seq = 4; DELETE FROM outbox WHERE seq = 4;
        UPDATE ledger_head SET seq = 3, hash = (SELECT hash FROM ledger_leaf WHERE seq = 3)`);
      expect((await audit()).faults).toEqual([]);
      expect((await auditor.run()).faults).toEqual([{ newsroom, seq: 0, kind: 'head' }]);
    });

    it('does not become sound again beyond a fault', async () => {
      await tamper(`UPDATE ledger_payload SET payload = '{"n":1}' WHERE seq = 4`);
      const found = [{ newsroom, seq: 4, kind: 'payload' }];
      expect((await auditor.run()).faults).toEqual(found);
      await append([another]);
      expect((await auditor.run()).faults).toEqual(found);
    });
  });

  it('is read further than one batch', async () => {
    const many = Array.from({ length: 4_100 }, (_, n) => ({ action: 'x.y', type: 'x', id: claim, payload: { n } }));
    await append(many);
    const seen: number[] = [];
    expect(await auditLedger(database.ownerUrl, (leaves) => seen.push(leaves))).toMatchObject({
      leaves: 4_103,
      faults: [],
    });
    expect(seen).toEqual([2_000, 4_000, 4_103]);
  });
});
