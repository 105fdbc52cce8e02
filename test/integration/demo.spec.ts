import {
  openApplication,
  playDemo,
  type DemoArticle,
  type DemoScript,
  type OpenApplication,
  type PlayedDemo,
} from '#application';
import { verifyChain } from '#ledger';
import { createLog, newId } from '#platform';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';

const samples = join(__dirname, '../../samples');
const json = async (path: string) => JSON.parse(await readFile(join(samples, path), 'utf8')) as never;

/** The demo's own articles with their texts, as the command line reads them. */
async function demoArticles(): Promise<DemoArticle[]> {
  const { articles } = (await json('articles/index.json')) as {
    articles: (Omit<DemoArticle, 'text'> & { file: string; demo: string | null })[];
  };
  return Promise.all(
    articles
      .filter(({ demo }) => demo !== null)
      .map(async (entry) => ({ ...entry, text: await readFile(join(samples, 'articles', entry.file), 'utf8') })),
  );
}

describe('the demo newsroom', () => {
  let database: FreshDatabase;
  let open: OpenApplication;
  let newsroomId: string;
  let played: PlayedDemo;
  let editorId: string;
  let script: DemoScript;
  let tookMs: number;

  beforeAll(async () => {
    database = await freshDatabase();
    open = await openApplication({
      connection: database,
      poolSize: 8,
      name: 'demo test',
      log: createLog('test', 'silent'),
    });
    script = await json('demo/script.json');
    const founded = await open.application.founding.found({
      slug: script.newsroom.key,
      name: script.newsroom.name.ar,
      locale: 'ar',
      members: script.members.map(({ email, name, roles }) => ({
        email,
        name: name.ar,
        roles,
        locale: 'ar' as const,
        password: `${email} knows a long secret`,
      })),
    });
    newsroomId = founded.newsroomId;
    const cast = new Map(script.members.map(({ key }, index) => [key, founded.members[index]!]));
    editorId = cast.get('editor')!.id;
    const articles = await demoArticles();
    const began = performance.now();
    played = await playDemo(open.application, newsroomId, cast, script, articles, new Date());
    tookMs = performance.now() - began;
  });
  afterAll(async () => {
    await open.close();
    await database.drop();
  });

  const editor = () => ({
    actor: { memberId: editorId, newsroomId, kind: 'person' as const, roles: ['editor' as const], scopes: null },
    agent: {
      newsroomId,
      memberId: editorId,
      actorKind: 'person' as const,
      via: 'session' as const,
      credentialId: null,
      requestId: newId(),
    },
    locale: 'ar' as const,
  });
  const claim = (key: string) => open.application.claims.get(editor(), played.claims.get(key)!);
  const article = (key: string) => open.application.articles.get(editor(), played.articles.get(key)!);

  it('plays its whole story by the rules', () => {
    expect(played.skipped).toEqual([]);
    expect([...played.claims.keys()].sort()).toEqual(script.claims.map(({ key }) => key).sort());
    expect(tookMs).toBeLessThan(60_000); // about a second on a desk; a machine with ten other things to do is not ours to judge
  });

  it.each([
    ['ar-01-c06', { state: 'verified', verifies: 'attribution', rating: 'accurate' }],
    ['ar-01-c08', { state: 'verified', verifies: 'substance' }],
    ['ar-01-c18', { state: 'disputed', rating: 'needs-change' }],
    ['ar-01-c01', { state: 'needs-source', closure: { kind: 'as-attributed' } }],
    ['ar-01-c02', { state: 'needs-source', closure: null, tier: 'A' }],
    ['ar-01-c11', { disposition: 'dismissed', dismissal: { reason: 'opinion' } }],
    ['ar-03-c03', { state: 'disputed', rating: 'false' }],
    ['ar-03-c07', { state: 'needs-source', closure: { kind: 'unproven' }, rating: 'unproven' }],
    ['en-02-c20', { state: 'verified', rating: 'true' }],
  ])('%s stands as the story says', async (key, expected) => {
    expect(await claim(key)).toMatchObject(expected);
  });

  it('tells of each claim by the words the story means', async () => {
    const revised = new Set(script.revisions.map((revision) => revision.article));
    for (const { key, quote } of script.claims.filter((one) => !revised.has(one.article))) {
      const found = (await claim(key)).quote;
      expect([key, quote.includes(found) || found.includes(quote) ? quote : found]).toEqual([key, quote]);
    }
    expect(new Set(played.claims.values()).size).toBe(script.claims.length);
  });

  it('has a released article and one that a revision reopened a claim of', async () => {
    expect((await article('ar-03')).state).toBe('released');
    const revised = await article('ar-04');
    expect(revised.revisionNumber).toBe(2);
    const anchorOf = (key: string) => revised.claims.find(({ id }) => id === played.claims.get(key))!.anchor;
    expect([(await claim('ar-04-c01')).state, anchorOf('ar-04-c01')]).toMatchObject([
      'needs-source',
      { status: 'changed' },
    ]);
    expect([(await claim('ar-04-c22')).state, anchorOf('ar-04-c22')]).toMatchObject([
      'verified',
      { status: 'typographic' },
    ]);
  });

  it('has a ledger in which every leaf holds', async () => {
    const client = new Client({ connectionString: database.superuserUrl });
    await client.connect();
    const { rows } = await client.query<{ bytes: string }>('SELECT bytes FROM ledger_leaf ORDER BY seq');
    const head = await client.query<{ seq: string; hash: Buffer }>('SELECT seq, hash FROM ledger_head');
    await client.end();
    expect(rows.length).toBeGreaterThan(200);
    const [{ seq, hash }] = head.rows as [{ seq: string; hash: Buffer }];
    const result = verifyChain(
      newsroomId,
      rows.map(({ bytes }) => bytes),
    );
    expect(result).toEqual({ sound: true, head: { seq: Number(seq), hash: hash.toString('hex') } });
  });
});
