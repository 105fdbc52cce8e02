import type { ReportFile, ReportScope } from '#application';
import { Refusal } from '#domain';
import { sha256 } from '#platform';
import type { ReportModel } from '#reporting';
import { Client } from 'pg';
import { openDesk, type Desk } from '../support/desk.js';

const TEXT = `Harbour opens third berth

Berth three of the Westmark harbour opened on 4 May 2026. The harbour handled 812 ships last year, the port authority said.

A third sentence says that dredging cost 40 million crowns. Nobody knows what the fourth berth will cost.`;

describe('reports', () => {
  let desk: Desk;
  let articleId: string;
  const claims = { opened: '', ships: '', dredging: '', aside: '' };

  beforeAll(async () => {
    desk = await openDesk({
      editor: ['editor'],
      rana: ['reviewer'],
      karim: ['reviewer'],
      writer: ['writer'],
      viewer: ['viewer'],
    });
    await playStory();
  });
  afterAll(() => desk.close());

  async function claimOn(quote: string): Promise<string> {
    const { value } = await desk.app.claims.create(desk.as('editor'), articleId, { place: { quote }, tier: 'B' });
    return value.claim.id;
  }

  const version = async (claimId: string) => (await desk.app.claims.get(desk.as('editor'), claimId)).version;

  async function assign(claimId: string, ...names: string[]): Promise<void> {
    for (const name of names)
      await desk.app.assignments.give(desk.as('editor'), claimId, { reviewerId: desk.id[name]! });
  }

  /** One article: a verified claim, one in work with two assignments, one closed, one set aside. */
  async function playStory(): Promise<void> {
    const { app, as } = desk;
    const article = await app.articles.create(as('writer'), { kind: 'draft', text: TEXT, language: 'en' });
    articleId = article.value.id;
    for (const found of article.value.claims) {
      if (found.disposition !== 'dismissed')
        await app.claims.move(as('editor', found.version), found.id, 'dismiss', { reason: 'out-of-scope' });
    }
    claims.opened = await claimOn('Berth three of the Westmark harbour opened on 4 May 2026');
    claims.ships = await claimOn('The harbour handled 812 ships last year');
    claims.dredging = await claimOn('dredging cost 40 million crowns');
    claims.aside = await claimOn('Nobody knows what the fourth berth will cost');

    const agency = (await app.sources.create(as('editor'), { name: 'Coastal Wire', type: 'agency' })).value.id;
    const relay = (
      await app.sources.create(as('editor'), { name: 'Harbour Mirror', type: 'outlet', derivesFromId: agency })
    ).value.id;
    const register = (await app.sources.create(as('editor'), { name: 'Berth register', type: 'document' })).value.id;
    const whistle = (
      await app.sources.create(as('editor'), {
        name: 'Deputy harbour master Odd Falk',
        type: 'person',
        confidential: true,
      })
    ).value.id;
    const capture = (await app.captures.keep(as('rana'), 'application/pdf', Buffer.from('a saved page'))).value;

    await assign(claims.opened, 'rana', 'karim');
    const url = 'https://mirror.example/berth';
    const base = { stance: 'supports' as const, locator: 'page 2' };
    const mirror = await app.evidence.add(as('rana'), claims.opened, {
      ...base,
      sourceId: relay,
      url,
      quote: 'It opened.',
    });
    const wire = await app.evidence.add(as('rana'), claims.opened, {
      ...base,
      sourceId: agency,
      captureId: capture.id,
    });
    const entry = await app.evidence.add(as('karim'), claims.opened, { ...base, sourceId: register, primary: true });
    const secret = await app.evidence.add(as('karim'), claims.opened, {
      ...base,
      sourceId: whistle,
      locator: 'call at his house in Quay Street',
      captureId: capture.id,
      note: 'Odd Falk asked not to be named',
    });
    await app.verdicts.give(as('rana'), claims.opened, {
      rating: 'accurate',
      confidence: 'high',
      rationale: 'Two papers print the date.',
      evidenceIds: [mirror.value.id, wire.value.id],
    });
    await app.verdicts.give(as('karim'), claims.opened, {
      rating: 'accurate',
      confidence: 'high',
      rationale: 'The register gives the date.',
      evidenceIds: [entry.value.id, secret.value.id],
    });
    await app.decisions.decide(as('editor', await version(claims.opened)), claims.opened, {
      to: 'verified',
      rationale: 'The register is the primary document.',
    });

    await assign(claims.ships, 'rana', 'karim');
    const count = await app.evidence.add(as('rana'), claims.ships, {
      stance: 'refutes',
      locator: 'table 4',
      sourceId: register,
      primary: true,
      note: 'ranas-note-on-the-table',
    });
    await app.verdicts.give(as('rana'), claims.ships, {
      rating: 'wrong',
      confidence: 'low',
      rationale: 'The table counts 790 ships.',
      evidenceIds: [count.value.id],
    });

    await app.decisions.decide(as('editor', await version(claims.dredging)), claims.dredging, {
      to: 'needs-source',
      rationale: 'The author will name the source next week.',
    });
    await app.claims.move(as('editor', await version(claims.aside)), claims.aside, 'dismiss', {
      reason: 'not-checkable',
      note: 'Nobody can know.',
    });
  }

  async function made(
    member: string,
    scope: ReportScope,
    formats = ['json', 'csv', 'html'],
    language: 'ar' | 'en' = 'en',
  ) {
    const { value } = await desk.app.reports.request(desk.as(member), { scope, formats, language });
    await desk.app.jobs.report!({ newsroomId: desk.newsroomId, reportId: value.id }, oneAttempt());
    const report = await desk.app.reports.get(desk.as(member), value.id);
    expect(report).toMatchObject({ status: 'done', progress: 100, failure: null });
    return report;
  }

  const oneAttempt = () => ({ jobId: '1', attempt: 1, lastAttempt: true, signal: new AbortController().signal });
  const fileOf = async (member: string, id: string, name: string) => {
    const file: ReportFile = await desk.app.reports.file(desk.as(member), id, name);
    const pieces: Buffer[] = [];
    for await (const piece of file.content) pieces.push(piece);
    return { ...file, content: Buffer.concat(pieces) };
  };
  const textOf = async (member: string, id: string, name: string) =>
    (await fileOf(member, id, name)).content.toString();
  const modelOf = async (member: string, id: string) =>
    JSON.parse(await textOf(member, id, 'report.json')) as ReportModel;
  const claimOf = (model: ReportModel, id: string) => model.articles[0]!.claims.find((claim) => claim.id === id)!;

  it('tell what was checked, by whom, on what, and what it rests on', async () => {
    const report = await made('editor', { articleId });
    const model = await modelOf('editor', report.id);
    const head = (await desk.app.ledger.entries(desk.as('editor'), 0, 500)).items.filter(
      ({ leaf }) => JSON.parse(leaf!).object.type !== 'report',
    );
    expect(model.ledger).toEqual({ seq: head.at(-1)!.seq, leafHash: head.at(-1)!.hash });
    expect(report.ledgerSeq).toBe(model.ledger.seq);
    expect(model.policy).toEqual({ version: 1, preset: 'standard' });
    const [article] = model.articles;
    const revision = await desk.app.revisions.get(desk.as('editor'), articleId, 1);
    expect(article!.revision).toEqual({ number: 1, hash: revision.textSha256, createdAt: revision.createdAt });
    expect(article!.claims.map(({ id }) => id)).toEqual([claims.opened, claims.ships, claims.dredging]);

    const opened = claimOf(model, claims.opened);
    expect(opened).toMatchObject({
      state: 'verified',
      dispute: null,
      withheld: false,
      verifies: 'substance',
      tier: 'B',
    });
    expect(opened.before + opened.quote + opened.after).toBe(
      'Berth three of the Westmark harbour opened on 4 May 2026.',
    );
    expect(opened.verdicts.map(({ reviewer, rationale }) => [reviewer, rationale])).toEqual([
      [{ kind: 'member', name: 'Rana of the desk', pseudonym: false }, 'Two papers print the date.'],
      [{ kind: 'member', name: 'Karim of the desk', pseudonym: false }, 'The register gives the date.'],
    ]);
    expect(opened.decisions).toMatchObject([
      { from: 'needs-source', to: 'verified', fallback: null, policyVersion: 1 },
    ]);
    // the mirror relays the wire: four sources, three origins
    expect(opened.independence).toEqual({ sources: 4, origins: 3 });
    expect(opened.evidence[0]).toMatchObject({
      source: { name: 'Harbour Mirror', type: 'outlet' },
      origin: { name: 'Coastal Wire', relays: ['Harbour Mirror'] },
      capture: null,
    });
    expect(opened.evidence[1]!.capture).toEqual({
      sha256: sha256('a saved page').toString('hex'),
      mediaType: 'application/pdf',
      bytes: 12,
    });
    expect(opened.requirements.map(({ name, status }) => `${name} ${status}`)).toContain(
      'independent-sources satisfied',
    );
    expect(claimOf(model, claims.ships)).toMatchObject({ state: 'needs-source', label: null, decisions: [] });
    expect(claimOf(model, claims.ships).verdicts).toHaveLength(1);
    expect(article!.dismissed.find(({ id }) => id === claims.aside)).toMatchObject({
      reason: 'not-checkable',
      note: 'Nobody can know.',
      by: { name: 'Editor of the desk' },
    });
  });

  it('come as HTML and CSV in the language asked for, with the digests of their bytes', async () => {
    const report = await made('editor', { articleId }, ['html', 'csv'], 'ar');
    expect(report.files.map(({ name, format }) => [name, format])).toEqual([
      ['report.csv', 'csv'],
      ['report.html', 'html'],
    ]);
    for (const { name, sha256: digest, bytes, mediaType } of report.files) {
      const file = await fileOf('editor', report.id, name);
      expect({ digest: sha256(file.content).toString('hex'), bytes: file.content.length }).toEqual({ digest, bytes });
      expect(file.mediaType).toBe(mediaType);
    }
    const page = await textOf('editor', report.id, 'report.html');
    expect(page).toContain('dir="rtl"');
    expect(page).toContain('Berth three of the Westmark harbour opened on 4 May 2026');
    const csv = await textOf('editor', report.id, 'report.csv');
    expect(csv).toContain('Nobody knows what the fourth berth will cost');
    expect(csv).toContain('Rana of the desk');
  });

  it('never name a confidential source, whoever asks', async () => {
    const report = await made('editor', { articleId });
    for (const { name } of report.files) {
      const text = await textOf('editor', report.id, name);
      expect(text).not.toMatch(/Falk|Quay Street/);
    }
    const [, , , secret] = claimOf(await modelOf('editor', report.id), claims.opened).evidence;
    expect(secret).toMatchObject({
      source: { name: null, type: 'person' },
      locator: null,
      note: null,
      capture: null,
      origin: { name: null, relays: [] },
    });
  });

  it('show a reviewer who must still judge nothing of what others found', async () => {
    const report = await made('karim', { articleId });
    const ships = claimOf(await modelOf('karim', report.id), claims.ships);
    expect(ships).toMatchObject({ withheld: true, verdicts: [], evidence: [], decisions: [] });
    expect(ships.requirements.map(({ name }) => name)).toEqual(['anchor-confirmed', 'queries-answered']);
    for (const { name } of report.files) {
      const text = await textOf('karim', report.id, name);
      expect(text).not.toMatch(/790 ships|ranas-note/);
    }
    expect(claimOf(await modelOf('karim', report.id), claims.opened).verdicts).toHaveLength(2); // decided: open to all
    expect(await textOf('karim', report.id, 'report.html')).toContain('Other verdicts withheld');
  });

  it('made for others stay closed to him until his own verdict is in, and open to those who judge nothing', async () => {
    const report = await made('editor', { articleId }, ['json']);
    await expect(fileOf('karim', report.id, 'report.json')).rejects.toMatchObject({
      code: 'relation-forbidden',
      facts: { reason: 'own-verdict-first' },
    });
    await expect(fileOf('rana', report.id, 'report.json')).rejects.toBeInstanceOf(Refusal); // dredging waits for a reviewer
    const decided = await made('editor', { claimIds: [claims.opened] }, ['json']);
    expect((await modelOf('karim', decided.id)).articles[0]!.claims).toHaveLength(1);
    expect((await modelOf('viewer', report.id)).id).toBe(report.id);
  });

  it('at one state of the ledger differ in nothing but their own number', async () => {
    const [one, other] = [await made('editor', { articleId }), await made('editor', { articleId })];
    for (const { name } of one.files) {
      const [first, second] = [await textOf('editor', one.id, name), await textOf('editor', other.id, name)];
      expect(second.replaceAll(other.id, one.id)).toBe(first);
    }
  });

  it('made a second time change nothing', async () => {
    const report = await made('editor', { articleId }, ['json']);
    await desk.app.jobs.report!({ newsroomId: desk.newsroomId, reportId: report.id }, oneAttempt());
    expect(await desk.app.reports.get(desk.as('editor'), report.id)).toEqual(report);
  });

  it('taken up by two workers at once are made once', async () => {
    const { app, as, newsroomId } = desk;
    const { value: asked } = await app.reports.request(as('editor'), {
      scope: { articleId },
      formats: ['json'],
      language: 'en',
    });
    const job = () => app.jobs.report!({ newsroomId, reportId: asked.id }, oneAttempt());
    await Promise.all([job(), job()]);
    expect((await app.reports.get(as('editor'), asked.id)).files).toHaveLength(1);
    const leaves = (await app.ledger.entries(as('editor'), 0, 500)).items.map(({ leaf }) => JSON.parse(leaf!));
    expect(leaves.filter(({ action, object }) => action === 'report.made' && object.id === asked.id)).toHaveLength(1);
  });

  it('of a filter hold the claims it finds', async () => {
    const report = await made('editor', { filter: { state: 'verified', articleId } }, ['json']);
    const [article] = (await modelOf('editor', report.id)).articles;
    expect(article!.claims.map(({ id }) => id)).toEqual([claims.opened]);
    expect([...article!.dismissed, ...article!.unexamined]).toEqual([]);
    expect(report.scope).toEqual({ filter: { state: 'verified', articleId } });
  });

  const elsewhere = '01890000-0000-7000-8000-000000000000';
  it.each<[string, ReportScope, string[], string]>([
    ['an article that is not there', { articleId: elsewhere }, ['json'], '/scope/articleId'],
    ['a claim that is not there', { claimIds: [elsewhere] }, ['json'], '/scope/claimIds/0'],
    ['an unknown filter', { filter: { colour: 'red' } }, ['json'], '/scope/filter/colour'],
    ['a filter value that does not exist', { filter: { state: ['true'] } }, ['json'], '/scope/filter/state'],
    ['a filter that finds nothing', { filter: { state: 'disputed' } }, ['json'], '/scope'],
    ['a format that cannot be written', { filter: {} }, ['json', 'pdf'], '/formats/1'],
    ['no format', { filter: {} }, [], '/formats'],
  ])('are refused for %s', async (_, scope, formats, pointer) => {
    const asked = desk.app.reports.request(desk.as('editor'), { scope, formats, language: 'en' });
    await expect(asked).rejects.toMatchObject({ code: 'invalid', facts: { errors: [{ pointer }] } });
  });

  it('on an article that names its readers do not exist for others', async () => {
    const { value: hidden } = await desk.app.articles.create(desk.as('writer'), {
      kind: 'draft',
      text: TEXT,
      language: 'en',
    });
    await desk.app.articles.update(desk.as('editor', hidden.version), hidden.id, {
      visibility: 'named',
      visibleTo: [desk.id.editor!],
    });
    await expect(
      desk.app.reports.request(desk.as('rana'), { scope: { articleId: hidden.id }, formats: ['json'], language: 'en' }),
    ).rejects.toMatchObject({ facts: { errors: [{ pointer: '/scope/articleId', code: 'unknown-id' }] } });
    const report = await made('writer', { articleId: hidden.id }, ['json']);
    const seenBy = async (name: string) =>
      (await desk.app.reports.list(desk.as(name), { limit: 200 })).items.some(({ id }) => id === report.id);
    expect([await seenBy('writer'), await seenBy('rana')]).toEqual([true, false]);
    await expect(desk.app.reports.get(desk.as('rana'), report.id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(fileOf('rana', report.id, 'report.json')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('that cannot be made say why', async () => {
    const { app, as } = desk;
    const { value: asked } = await app.reports.request(as('viewer'), {
      scope: { articleId },
      formats: ['json'],
      language: 'en',
    });
    const client = new Client({ connectionString: desk.database.superuserUrl });
    await client.connect();
    await client.query('UPDATE member SET active = false WHERE id = $1', [desk.id.viewer]);
    await app.jobs.report!({ newsroomId: desk.newsroomId, reportId: asked.id }, oneAttempt());
    await client.query('UPDATE member SET active = true WHERE id = $1', [desk.id.viewer]);
    await client.end();
    const report = await app.reports.get(as('editor'), asked.id);
    expect(report).toMatchObject({ status: 'failed', failure: 'requester-gone', files: [] });
  });
});
