import { randomUUID } from 'node:crypto';
import {
  addEvidence,
  assignTo,
  claimFrom,
  decideNow,
  done,
  fromOutlet,
  post,
  requirement,
  verdictBody,
  type Any,
} from '../support/checking-work.js';
import { outcome } from '../support/ask.js';
import { ifMatch, startNewsroomApi, type Newsroom, type NewsroomApi } from '../support/newsroom-api.js';

let api: NewsroomApi;
let desk: Newsroom;
let number = 20;

beforeAll(async () => {
  api = await startNewsroomApi();
  desk = await api.found();
});
afterAll(() => api.stop());

const register = (name: string, type: string, more: object = {}): Promise<Any> =>
  done(desk.editor.post('/sources', { name, type, ...more }));
const sentence = () => `أنفقت البلدية ${(number += 1)} ألف دينار على الحديقة.`;

async function heldClaim(quote = sentence(), kind = 'external', more: object = {}): Promise<Any> {
  const article = await post(desk.editor, [quote], kind === 'draft' ? { kind, authorIds: [desk.writer.id] } : {});
  const claim = await claimFrom(desk.editor, article.id, quote.replace(/\.$/, ''), more);
  await assignTo(desk.editor, claim.id, desk.salma);
  return claim;
}

describe('a confidential source', () => {
  const SECRET = 'الشاهد-المستور-7';
  let source: Any;
  let claim: Any;
  let item: Any;
  let capture: Any;

  beforeAll(async () => {
    claim = await heldClaim();
    source = await register(SECRET, 'person', {
      confidential: true,
      aliases: [`${SECRET}-كنية`],
      url: `https://example.org/${encodeURIComponent(SECRET)}`,
    });
    capture = await done(
      desk.editor.send('POST', '/captures', SECRET, { 'content-type': 'text/plain', 'idempotency-key': randomUUID() }),
    );
    item = await addEvidence(
      desk.editor,
      claim.id,
      { sourceId: source.id },
      { locator: SECRET, quote: SECRET, captureId: capture.id },
    );
  });

  it('is shown whole to whoever has just written it, and to nobody in a list, a claim, a history or an event', async () => {
    expect(source).toMatchObject({ name: SECRET, confidential: true });
    const claimPath = `/claims/${claim.id}`;
    for (const who of [desk.editor, desk.salma, desk.writer, desk.viewer, desk.admin])
      for (const path of [
        '/sources?limit=200',
        `/sources?q=${encodeURIComponent(SECRET)}`,
        `/sources/${source.id}`,
        `/sources/${source.id}/origin`,
        `${claimPath}/evidence`,
        claimPath,
        `${claimPath}/history`,
        '/ledger/entries?from=1',
      ]) {
        const asked = await who.get(path);
        expect(outcome(asked)).toBe('200');
        expect(JSON.stringify(asked.body)).not.toContain('المستور');
      }
    const found = await done(desk.editor.get(`/sources?q=${encodeURIComponent('المستور')}`));
    expect(found.items).toEqual([]);
  });

  it('stands in lists by nothing that its name decides', async () => {
    const { items } = await done(desk.editor.get('/sources?limit=1'));
    expect(items[0]).toMatchObject({ id: source.id, name: null });
    const cursor = (await done(desk.editor.get('/sources?limit=1'))).next;
    if (cursor) expect(Buffer.from(cursor, 'base64url').toString('utf8')).not.toContain('المستور');
  });

  it('is read by who needs to know, each reading a leaf of its own that does not say what was read', async () => {
    const reason = 'للتحقق من صفته';
    const before = (await done(desk.admin.get('/ledger/entries?from=1&limit=1'))).head.seq;
    const read = await done(desk.salma.post(`/sources/${source.id}/readings`, { reason }));
    expect(read).toMatchObject({
      source: { name: SECRET, aliases: [`${SECRET}-كنية`] },
      evidence: [{ id: item.id, locator: SECRET, quote: SECRET, captureId: capture.id }],
      shown: true,
      readBy: desk.salma.id,
    });
    await done(desk.editor.post(`/sources/${source.id}/readings`, { reason }));
    const { items } = await done(desk.admin.get(`/ledger/entries?from=${before + 1}`));
    const leaves = items.map(({ leaf }: Any) => JSON.parse(leaf));
    expect(leaves.map(({ action, object }: Any) => [action, object.type])).toEqual([
      ['source.read-in-confidence', 'source_reading'],
      ['source.read-in-confidence', 'source_reading'],
    ]);
    expect(leaves.map(({ actor }: Any) => actor.member)).toEqual([desk.salma.id, desk.editor.id]);
    expect(JSON.stringify(items)).not.toContain('المستور');
  });

  it('is not read by a fact-checker with nothing to do with it, a writer, or another newsroom', async () => {
    const away = await api.found();
    const asked = [desk.omar, desk.writer, desk.viewer, desk.admin, away.editor].map((who) =>
      who.post(`/sources/${source.id}/readings`, { reason: 'فضول' }),
    );
    expect((await Promise.all(asked)).map(outcome)).toEqual([
      '403 relation-forbidden',
      '403 role-forbidden',
      '403 role-forbidden',
      '403 role-forbidden',
      '404 not-found',
    ]);
    const open = await register('مصدر معلن', 'outlet');
    expect(outcome(await desk.editor.post(`/sources/${open.id}/readings`, { reason: 'لا داعي' }))).toBe(
      '409 not-in-state',
    );
  });

  it('shows nothing again to a repeated request, and keeps nothing of it', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const ask = () => desk.editor.post(`/sources/${source.id}/readings`, { reason: 'للتحقق' }, key);
    expect((await done(ask())).shown).toBe(true);
    const again = await ask();
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(again.body).toMatchObject({ shown: false, source: { name: null }, evidence: [] });
  });

  it('keeps its saved copies from whoever has not read it', async () => {
    expect(outcome(await desk.omar.get(`/captures/${capture.id}`))).toBe('403 relation-forbidden');
    expect(outcome(await desk.secondEditor.get(`/captures/${capture.id}`))).toBe('403 relation-forbidden');
    await done(desk.secondEditor.post(`/sources/${source.id}/readings`, { reason: 'للاطلاع' }));
    expect(outcome(await desk.secondEditor.get(`/captures/${capture.id}`))).toBe('200');
  });

  it('is opened to all only by somebody who has read it', async () => {
    const other = await register('شاهد آخر مستور', 'person', { confidential: true });
    const patch = () => desk.editor.patch(`/sources/${other.id}`, { confidential: false }, other.version);
    expect(outcome(await patch())).toBe('403 relation-forbidden');
    await done(desk.editor.post(`/sources/${other.id}/readings`, { reason: 'أذن بذكر اسمه' }));
    expect((await done(patch())).name).toBe('شاهد آخر مستور');
  });
});

describe('the register', () => {
  it('takes an outlet named again in evidence for the one it knows, by name or alias', async () => {
    const known = await register('صحيفة الميناء', 'outlet', { aliases: ['الميناء'] });
    const claim = await heldClaim();
    const items = [
      await addEvidence(desk.salma, claim.id, fromOutlet('صحيفة الميناء')),
      await addEvidence(desk.omar, claim.id, fromOutlet('الميناء')),
    ];
    expect(items.map(({ source }) => source.id)).toEqual([known.id, known.id]);
    const paper = { source: { name: 'محضر', type: 'document' } };
    const first = await addEvidence(desk.salma, claim.id, paper);
    expect((await addEvidence(desk.salma, claim.id, paper)).source.id).not.toBe(first.source.id);
  });
});

describe('a source without a name', () => {
  const terms = (knownBy: string) => ({ knownBy, why: 'يخشى على عمله', basis: 'witness', people: 1 });

  it('counts under editor’s approval only once an editor has approved recorded terms', async () => {
    const { version, policy } = await done(desk.admin.get('/newsroom'));
    await done(
      desk.admin.patch(
        '/newsroom',
        { policy: { ...policyPatch(policy), anonymousSources: 'editor-approval' } },
        version,
      ),
    );
    const outlet = await register('صحيفة الجسر', 'outlet');
    const claim = await heldClaim(sentence(), 'external', { tier: 'C' });
    await done(
      desk.editor.patch(
        `/claims/${claim.id}`,
        { tier: 'C', reason: 'رقم' },
        (await done(desk.editor.get(`/claims/${claim.id}`))).version,
      ),
    );
    const item = await addEvidence(desk.salma, claim.id, {
      source: { name: 'موظف في البلدية', type: 'anonymous', vouchedById: outlet.id },
    });
    await done(desk.salma.post(`/claims/${claim.id}/verdicts`, verdictBody('true', [item.id])));
    const excluded = async () => (await requirement(desk.editor, claim.id, 'independent-sources')).facts.excluded;
    expect(await excluded()).toEqual([`${item.id}:anonymous-unapproved`]);
    const approve = (at: number) => desk.editor.post(`/sources/${item.source.id}/approval`, undefined, ifMatch(at));
    expect(outcome(await approve(item.source.version))).toBe('422 invalid');
    const wrong = await desk.editor.patch(
      `/sources/${item.source.id}`,
      { anonymity: terms(desk.salma.id) },
      item.source.version,
    );
    expect(outcome(wrong)).toBe('422 invalid');
    const told = await done(
      desk.editor.patch(`/sources/${item.source.id}`, { anonymity: terms(desk.editor.id) }, item.source.version),
    );
    const approved = await done(approve(told.version));
    expect(approved.approval).toMatchObject({ by: desk.editor.id });
    expect(await excluded()).toEqual([]);
    expect(outcome(await decideNow(desk.editor, claim.id, { to: 'verified' }))).toBe('201');
    // other terms are other terms
    const changed = await done(
      desk.editor.patch(
        `/sources/${item.source.id}`,
        { anonymity: { ...terms(desk.editor.id), people: 2 } },
        approved.version,
      ),
    );
    expect(changed.approval).toBeNull();
  });

  it('is refused where policy forbids it', async () => {
    const away = await api.found();
    const { version, policy } = await done(away.admin.get('/newsroom'));
    await done(
      away.admin.patch('/newsroom', { policy: { ...policyPatch(policy), anonymousSources: 'forbidden' } }, version),
    );
    const quote = sentence();
    const article = await post(away.editor, [quote]);
    const claim = await claimFrom(away.editor, article.id, quote.replace(/\.$/, ''));
    const given = { source: { name: 'مصدر مطلع', type: 'anonymous' }, stance: 'supports', locator: 'مكالمة' };
    expect(outcome(await away.salma.post(`/claims/${claim.id}/evidence`, given))).toBe('422 anonymous-forbidden');
  });

  it('may not be «مصادر» in our own copy when one is recorded', async () => {
    const outlet = await register('صحيفة السوق', 'outlet');
    const claim = await heldClaim('قالت مصادر في البلدية إن كلفة السوق بلغت 77 مليون دينار.', 'draft');
    await addEvidence(desk.salma, claim.id, { source: { name: 'موظف', type: 'anonymous', vouchedById: outlet.id } });
    expect(await requirement(desk.editor, claim.id, 'sources-as-said')).toMatchObject({
      status: 'unsatisfied',
      have: 1,
      need: 2,
    });
    await addEvidence(desk.salma, claim.id, { source: { name: 'موظفة', type: 'anonymous', vouchedById: outlet.id } });
    expect(await requirement(desk.editor, claim.id, 'sources-as-said')).toMatchObject({ status: 'satisfied', have: 2 });
  });
});

describe('what was posted and what was translated', () => {
  it('a post counts by its screenshot and its account, and never for what somebody said', async () => {
    const claim = await heldClaim('قال الوزير كريم الصافي إن السد امتلأ بنسبة 91 في المئة.');
    expect(claim.verifies).toBe('attribution');
    const shot = await done(
      desk.salma.send('POST', '/captures', 'صورة', { 'content-type': 'image/png', 'idempotency-key': randomUUID() }),
    );
    const social = {
      platform: 'X',
      handle: '@safi',
      postId: '19',
      postedAt: '2026-03-01T08:00:00.000Z',
      account: 'confirmed',
    };
    const item = await addEvidence(
      desk.salma,
      claim.id,
      { source: { name: 'حساب الوزير', type: 'social' } },
      { post: social, captureId: shot.id },
    );
    expect(item.post).toEqual(social);
    await done(desk.salma.post(`/claims/${claim.id}/verdicts`, verdictBody('true', [item.id])));
    expect((await requirement(desk.editor, claim.id, 'independent-sources')).facts.excluded).toEqual([
      `${item.id}:posted-not-said`,
    ]);
  });

  it('a translated quote equals its translation, and is read twice in tier A', async () => {
    const quote = 'قال الوزير كريم الصافي: «سنفتح السد غدا أمام الجميع».';
    const claim = await heldClaim(quote);
    const at = (await done(desk.editor.get(`/claims/${claim.id}`))).version;
    await done(desk.editor.patch(`/claims/${claim.id}`, { tier: 'A' }, at));
    const translation = {
      language: 'fr',
      original: 'Nous ouvrirons le barrage demain.',
      text: 'سنفتح السد غداً أمام الجميع',
      translator: 'أمل',
    };
    const item = await addEvidence(
      desk.salma,
      claim.id,
      { source: { name: 'تسجيل المؤتمر', type: 'recording' } },
      { translation },
    );
    expect(item.translation).toEqual({ ...translation, secondReaderId: null });
    await done(desk.salma.post(`/claims/${claim.id}/verdicts`, verdictBody('true', [item.id])));
    expect(await requirement(desk.editor, claim.id, 'quote-as-translated')).toMatchObject({
      status: 'unsatisfied',
      detail: 'no-second-reader',
    });
    const second = (who: typeof desk.omar) =>
      who.post(`/evidence/${item.id}/second-reading`, undefined, ifMatch(item.version));
    expect(outcome(await second(desk.salma))).toBe('403 relation-forbidden');
    expect((await done(second(desk.omar))).translation.secondReaderId).toBe(desk.omar.id);
    expect(await requirement(desk.editor, claim.id, 'quote-as-translated')).toMatchObject({ status: 'satisfied' });
    expect(outcome(await second(desk.omar))).toBe('412 version-stale');
  });
});

/** A policy as it may be sent back: without what the server itself counts. */
function policyPatch({ version: _, ...rest }: Any): Any {
  return rest;
}
