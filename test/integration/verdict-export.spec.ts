import type { ReportScope } from '#application';
import { sha256 } from '#platform';
import type { ReportModel } from '#reporting';
import { cellText } from '../../libs/reporting/src/csv/csv.chunks.js';
import { Client } from 'pg';
import { openDesk, type Desk } from '../support/desk.js';

const TEXT = `=SUM of the harbour

Berth three of the Westmark harbour opened on 4 May 2026. The harbour handled 812 ships last year, the port authority said.

A third sentence says that dredging cost 40 million crowns.`;

interface Verdict {
  id: string;
  claimId: string;
  claimQuote: string;
  rationale: string;
}
interface Table {
  schema: string;
  ledger: { seq: number; leafHash: string };
  ratings: object[];
  verdicts: Verdict[];
  withheld: string[];
}

describe('tables of verdicts', () => {
  let desk: Desk;
  let client: Client;
  let articleId: string;
  const claims = { opened: '', ships: '', aside: '' };

  beforeAll(async () => {
    desk = await openDesk({ editor: ['editor'], rana: ['reviewer'], karim: ['reviewer'], writer: ['writer'] });
    client = new Client({ connectionString: desk.database.superuserUrl });
    await client.connect();
    const { value } = await desk.app.articles.create(desk.as('writer'), { kind: 'draft', text: TEXT, language: 'en' });
    articleId = value.id;
    for (const found of value.claims)
      await desk.app.claims.move(desk.as('editor', found.version), found.id, 'dismiss', { reason: 'out-of-scope' });
    claims.opened = await claimOn('Berth three of the Westmark harbour opened on 4 May 2026');
    claims.ships = await claimOn('The harbour handled 812 ships last year');
    claims.aside = await claimOn('dredging cost 40 million crowns');
    await judge('rana', claims.opened, '=1+1; "quoted", and\nbroken\tover two lines');
    const second = await judge('karim', claims.opened, 'قال المرفأ، «نعم»');
    await desk.app.verdicts.withdraw(desk.as('karim'), second, 'a slip');
    await judge('karim', claims.opened, '\u200f-2 after an invisible mark \u0001 \u2028');
    await judge('rana', claims.ships, 'only rana looked at the ships');
    await judge('rana', claims.aside, 'a claim set aside later');
    const { version } = await desk.app.claims.get(desk.as('editor'), claims.aside);
    await desk.app.claims.move(desk.as('editor', version), claims.aside, 'dismiss', { reason: 'not-checkable' });
  });
  afterAll(async () => {
    await client.end();
    await desk.close();
  });

  async function claimOn(quote: string): Promise<string> {
    const { value } = await desk.app.claims.create(desk.as('editor'), articleId, { place: { quote }, tier: 'B' });
    return value.claim.id;
  }

  async function judge(who: string, claimId: string, rationale: string): Promise<string> {
    const known = await desk.app.assignments
      .give(desk.as('editor'), claimId, { reviewerId: desk.id[who]! })
      .catch(() => null);
    expect(known === null || known.value).toBeTruthy();
    const source = await desk.app.sources.create(desk.as('editor'), {
      name: `Source of ${rationale}`,
      type: 'document',
    });
    const item = await desk.app.evidence.add(desk.as(who), claimId, {
      stance: 'supports',
      locator: 'page 2',
      sourceId: source.value.id,
    });
    const { value } = await desk.app.verdicts.give(desk.as(who), claimId, {
      rating: 'accurate',
      confidence: 'high',
      rationale,
      evidenceIds: [item.value.id],
    });
    return value.id;
  }

  async function made(member: string, scope: ReportScope, formats: string[], language: 'ar' | 'en' = 'en') {
    const { value } = await desk.app.reports.request(desk.as(member), { scope, formats, language });
    const context = { jobId: '1', attempt: 1, lastAttempt: true, signal: new AbortController().signal };
    await desk.app.jobs.report!({ newsroomId: desk.newsroomId, reportId: value.id }, context);
    return desk.app.reports.get(desk.as(member), value.id);
  }

  async function textOf(member: string, id: string, name: string): Promise<string> {
    const file = await desk.app.reports.file(desk.as(member), id, name);
    const pieces: Buffer[] = [];
    for await (const piece of file.content) pieces.push(piece);
    const whole = Buffer.concat(pieces);
    expect({ bytes: whole.length, sha256: sha256(whole).toString('hex') }).toEqual({
      bytes: file.bytes,
      sha256: file.sha256,
    });
    return whole.toString();
  }

  it('hold what the report on the same article says of each verdict', async () => {
    const report = await made('editor', { articleId }, ['verdicts-json', 'json']);
    expect(report).toMatchObject({ status: 'done', failure: null });
    const table = JSON.parse(await textOf('editor', report.id, 'verdicts.json')) as Table;
    const model = JSON.parse(await textOf('editor', report.id, 'report.json')) as ReportModel;
    const { articles, scaleVersion: _, ...head } = model;
    const expected = articles[0]!.claims.flatMap((claim) =>
      claim.verdicts.map((verdict) => ({
        ...verdict,
        rating: verdict.rating.key,
        articleId,
        articleKind: 'draft',
        articleTitle: articles[0]!.title,
        claimId: claim.id,
        claimQuote: claim.quote,
        claimState: claim.state,
      })),
    );
    const { ratings, ...rest } = table;
    expect(rest).toEqual({ ...head, schema: 'isnad-verdicts/1', verdicts: expected, withheld: [] });
    expect(expected).toHaveLength(4);
    expect(ratings).toContainEqual({ articleKind: 'draft', ...articles[0]!.claims[0]!.verdicts[0]!.rating });
  });

  it('as CSV give every text back, words in the language asked for, and run nothing', async () => {
    const report = await made('editor', { articleId }, ['verdicts-csv'], 'ar');
    const [file] = report.files;
    expect(file).toMatchObject({ name: 'verdicts.csv', mediaType: 'text/csv; charset=utf-8; header=present' });
    const [header, ...rows] = cellsOf(await textOf('editor', report.id, 'verdicts.csv'));
    expect(header).toHaveLength(16);
    for (const row of rows) expect(row).toHaveLength(16);
    const records = rows.map((row) => Object.fromEntries(row.map((cell, at) => [header![at], cell])));
    expect(records.map((record) => record['التعليل'])).toEqual([
      `'=1+1; "quoted", and\nbroken\tover two lines`,
      'قال المرفأ، «نعم»',
      `'\u200f-2 after an invisible mark \u0001 \u2028`,
      'only rana looked at the ships',
    ]);
    expect(records.map((record) => record['علامات'])).toEqual(['', 'مسحوب', 'بعد الاطلاع على تقييم غيره', '']);
    expect(records[0]).toMatchObject({
      'رمز التقييم': 'accurate',
      التقييم: 'مطابقة',
      'مدقق المعلومات': 'Rana of the desk',
      'رمز الحالة': 'needs-source',
      'رقم القيد في سجل التدقيق': String(report.ledgerSeq),
    });
  });

  it('leave out what the requester must still judge for himself, and say so', async () => {
    const report = await made('karim', { articleId }, ['verdicts-csv', 'verdicts-json']);
    const table = JSON.parse(await textOf('karim', report.id, 'verdicts.json')) as Table;
    expect(table.withheld).toEqual([claims.ships]);
    expect(table.verdicts.map(({ claimId }) => claimId)).not.toContain(claims.ships);
    expect(table.verdicts).toHaveLength(3);
    const csv = await textOf('karim', report.id, 'verdicts.csv');
    expect(csv).not.toContain('only rana');
    const last = cellsOf(csv).at(-1)!;
    expect([last[0], last[1], last[4]]).toEqual(['', claims.ships, 'The harbour handled 812 ships last year']);
    expect(last[11]).toMatch(/verdicts and evidence of others/);
  });

  it('of a filter hold what it finds when they are made, for the one who asked alone', async () => {
    const report = await made('editor', { filter: { articleId, q: 'ships' } }, ['verdicts-json']);
    const table = JSON.parse(await textOf('editor', report.id, 'verdicts.json')) as Table;
    expect(table.verdicts.map(({ rationale }) => rationale)).toEqual(['only rana looked at the ships']);
    await expect(desk.app.reports.get(desk.as('writer'), report.id)).rejects.toMatchObject({ code: 'not-found' });
    const listed = async (who: string) =>
      (await desk.app.reports.list(desk.as(who), { limit: 200 })).items.some(({ id }) => id === report.id);
    expect([await listed('editor'), await listed('writer')]).toEqual([true, false]);
    // nor is he told of it by the ledger, whose leaf has the words of the filter
    const told = async (who: string) =>
      (await desk.app.ledger.entries(desk.as(who), 1, 500)).items.some(({ leaf }) => leaf?.includes(report.id));
    expect([await told('editor'), await told('karim')]).toEqual([true, false]);
    // An article that names its readers takes the table with it from who is not among them.
    const { version } = await desk.app.articles.get(desk.as('writer'), articleId);
    await client.query("UPDATE article SET visibility = 'named' WHERE id = $1", [articleId]);
    await expect(desk.app.reports.file(desk.as('editor'), report.id, 'verdicts.json')).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await listed('editor')).toBe(false);
    await client.query("UPDATE article SET visibility = 'newsroom' WHERE id = $1", [articleId]);
    expect((await desk.app.articles.get(desk.as('writer'), articleId)).version).toBe(version);
  });

  it('of many verdicts are written and kept in pieces', async () => {
    await multiplied(12_000);
    const report = await made('editor', { filter: { articleId } }, ['verdicts-json', 'verdicts-csv']);
    const table = JSON.parse(await textOf('editor', report.id, 'verdicts.json')) as Table;
    expect(table.verdicts).toHaveLength(12_004);
    expect(new Set(table.verdicts.map(({ id }) => id)).size).toBe(12_004);
    expect(cellsOf(await textOf('editor', report.id, 'verdicts.csv'))).toHaveLength(12_005);
    const { rows } = await client.query<{ name: string; pieces: number; largest: number }>(
      `SELECT name, count(*)::int AS pieces, max(length(content)) AS largest FROM report_piece WHERE report_id = $1 GROUP BY name`,
      [report.id],
    );
    for (const { pieces, largest } of rows) {
      expect(pieces).toBeGreaterThan(2);
      expect(largest).toBeLessThanOrEqual(2 ** 20);
    }
    const again = await made('editor', { filter: { articleId } }, ['verdicts-csv']);
    const [first, second] = [
      report.files.find(({ format }) => format === 'verdicts-csv')!,
      again.files.find(({ format }) => format === 'verdicts-csv')!,
    ];
    expect(second.sha256).toBe(first.sha256);
  });

  it('broken off in the middle leave nothing, and are made whole by the next attempt', async () => {
    const { value } = await desk.app.reports.request(desk.as('editor'), {
      scope: { filter: { articleId } },
      formats: ['verdicts-csv', 'verdicts-json'],
      language: 'en',
    });
    const job = { newsroomId: desk.newsroomId, reportId: value.id };
    const context = { jobId: '1', attempt: 1, lastAttempt: false, signal: new AbortController().signal };
    // The first file is written by then, and a piece of the second.
    await client.query(`CREATE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'broken off'; END $$;
      CREATE TRIGGER break_off BEFORE INSERT ON report_piece FOR EACH ROW WHEN (NEW.name = 'verdicts.json' AND NEW.number = 2)
      EXECUTE FUNCTION break_off()`);
    await expect(desk.app.jobs.report!(job, context)).rejects.toThrow('broken off');
    await client.query('DROP TRIGGER break_off ON report_piece');
    const kept = () => client.query('SELECT 1 FROM report_piece WHERE report_id = $1', [value.id]);
    expect((await kept()).rows).toHaveLength(0);
    expect(await desk.app.reports.get(desk.as('editor'), value.id)).toMatchObject({ status: 'running', files: [] });
    const halted = desk.app.jobs.report!(job, { ...context, lastAttempt: true, signal: AbortSignal.abort() });
    await expect(halted).rejects.toThrow(/abort/); // the process ends: no failure of the report's
    expect((await kept()).rows).toHaveLength(0);
    await desk.app.jobs.report!(job, { ...context, attempt: 2 });
    expect((await desk.app.reports.get(desk.as('editor'), value.id)).files).toHaveLength(2);
  });

  it('take the rule against formulas from where the reports have it', async () => {
    const points = [...Array(0x3100).keys(), 0xfeff, 0xff0b, 0xff0d, 0xff1d, 0xff20, 0xfff9, 0x110bd, 0x1bca0, 0xe0041];
    const texts = points
      .filter((point) => point > 0 && !(point >= 0xd800 && point < 0xe000))
      .flatMap((point) => [
        String.fromCodePoint(point),
        `${String.fromCodePoint(point)}=1`,
        `a${String.fromCodePoint(point)}"`,
      ]);
    const { rows } = await client.query<{ cell: string }>(
      'SELECT csv_cell(t) AS cell FROM unnest($1::text[]) WITH ORDINALITY AS u (t, at) ORDER BY at',
      [texts],
    );
    expect(rows.map(({ cell }) => cell)).toEqual(texts.map(cellText));
  });

  /** More verdicts on one claim, as fast as the database makes them; their leaves are not what is looked at here. */
  async function multiplied(count: number): Promise<void> {
    await client.query('ALTER TABLE verdict DISABLE TRIGGER leaf_required');
    await client.query(
      `INSERT INTO verdict (newsroom_id, id, claim_id, reviewer_id, assignment_id, rating, stance, confidence, rationale, text_hash, verifies, informed)
       SELECT newsroom_id, gen_random_uuid(), claim_id, reviewer_id, assignment_id, rating, stance, confidence, repeat('words ', 40) || n, text_hash,
         verifies, informed FROM generate_series(1, $2) n, verdict WHERE claim_id = $1`,
      [claims.ships, count],
    );
    await client.query('ALTER TABLE verdict ENABLE TRIGGER leaf_required');
  }
});

/** RFC 4180, strictly. */
function cellsOf(text: string): string[][] {
  expect(text.charCodeAt(0)).toBe(0xfeff);
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  cell.lastIndex = 1;
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text);
    if (!match) throw new Error('not RFC 4180');
    rows.at(-1)!.push(match[1] === undefined ? match[2]! : match[1].replaceAll('""', '"'));
    if (match[3] === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}
