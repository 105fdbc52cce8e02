import { ifMatch, startNewsroomApi, type Newsroom, type NewsroomApi } from '../support/newsroom-api.js';
import { outcome } from '../support/ask.js';

let api: NewsroomApi;
let desk: Newsroom;

beforeAll(async () => {
  api = await startNewsroomApi();
  desk = await api.found();
});
afterAll(() => api.stop());

const TEXT = [
  'وزارة الصحة في كارثيا تعلن انخفاض الإصابات',
  'قال وزير الصحة سامر الحداد إن عدد الإصابات انخفض إلى 1200 إصابة في مايو.',
  'وأضاف الحداد أن الوزارة وزعت 45 ألف جرعة على المستشفيات.',
  'وبلغت كلفة الحملة 12 مليون دينار عام 2024.',
  'وافتتح الوزير مستشفى جديدا في مدينة نورا يوم الاثنين.',
].join('\n\n');

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Any = any;
const body = (answered: { body: unknown }): Any => answered.body;

const source = (name: string, type = 'outlet') => ({
  source: { name, type },
  stance: 'supports',
  locator: 'الفقرة الثالثة',
  url: 'https://example.org/a',
  quote: 'نص المقتبس',
});

describe('the main job over HTTP', () => {
  let article: Any;
  let claim: Any;

  it('posts an article and gets its claims with exact spans', async () => {
    const posted = await desk.editor.post('/articles', { kind: 'external', text: TEXT, language: 'ar' });
    expect(outcome(posted)).toBe('201');
    article = posted.body;
    expect(article.claims.length).toBeGreaterThanOrEqual(3);
    const blocks = new Map(article.revision.blocks.map((block: Any) => [block.id, block.text]));
    for (const { quote, anchor } of article.claims) {
      expect([...(blocks.get(anchor.blockId) as string)].slice(anchor.start, anchor.end).join('')).toBe(quote);
    }
    claim = article.claims.find((one: Any) => one.quote.includes('45'));
    expect(claim).toBeDefined();
    expect(claim.attribution.links[0].name).toContain('الحداد');
  });

  it('assigns two fact-checkers, who add evidence and judge without seeing each other', async () => {
    for (const reviewer of [desk.salma, desk.omar]) {
      expect(outcome(await desk.editor.post(`/claims/${claim.id}/assignments`, { reviewerId: reviewer.id }))).toBe(
        '201',
      );
    }
    const first = await desk.salma.post(`/claims/${claim.id}/evidence`, source('صحيفة النهار الجديد'));
    const second = await desk.salma.post(`/claims/${claim.id}/evidence`, source('قناة المدى'));
    expect([outcome(first), outcome(second)]).toEqual(['201', '201']);
    const evidenceIds = [body(first).id, body(second).id];

    const early = await desk.editor.get(`/claims/${claim.id}`);
    const refused = await desk.editor.post(
      `/claims/${claim.id}/decisions`,
      { to: 'verified' },
      ifMatch(body(early).version),
    );
    expect(outcome(refused)).toBe('409 requirements-unmet');
    const unmet = body(refused)
      .requirements.filter((one: Any) => one.status === 'unsatisfied')
      .map((one: Any) => one.name);
    expect(unmet).toEqual(expect.arrayContaining(['supporting-verdicts', 'independent-sources']));

    const verdict = { rating: 'true', confidence: 'high', rationale: 'المصدران مستقلان ويؤكدان الرقم.', evidenceIds };
    expect(outcome(await desk.salma.post(`/claims/${claim.id}/verdicts`, verdict))).toBe('201');
    expect(body(await desk.omar.get(`/claims/${claim.id}/verdicts`)).items).toEqual([]);
    expect(outcome(await desk.omar.post(`/claims/${claim.id}/verdicts`, verdict))).toBe('201');
    expect(body(await desk.omar.get(`/claims/${claim.id}/verdicts`)).items).toHaveLength(2);
  });

  it('verifies the claim once the rules are satisfied', async () => {
    const read = body(await desk.editor.get(`/claims/${claim.id}`));
    expect(read.actions).toContain('decide-verified');
    const decided = await desk.editor.post(`/claims/${claim.id}/decisions`, { to: 'verified' }, ifMatch(read.version));
    expect(outcome(decided)).toBe('201');
    expect(body(decided).claim.state).toBe('verified');
    expect(decided.headers.get('ledger-seq')).toMatch(/^\d+$/);
  });

  it('a revision: the changed number falls back, a diacritic keeps everything', async () => {
    const read = body(await desk.editor.get(`/articles/${article.id}`));
    const kept = TEXT.replace('وأضاف الحداد أن', 'وأضاف الحداد أنّ').replace('12 مليون', '14 مليون');
    const revised = await desk.editor.post(
      `/articles/${article.id}/revisions`,
      { text: kept, note: 'تصحيح الكلفة' },
      ifMatch(read.version),
    );
    expect(outcome(revised)).toBe('201');
    const byId = new Map(body(revised).effects.map((effect: Any) => [effect.claimId, effect]));
    expect(byId.get(claim.id)).toMatchObject({ stateBefore: 'verified', stateAfter: 'verified', outdatedVerdicts: 0 });
    const cost = read.claims.find((one: Any) => one.quote.includes('12 مليون'));
    expect(byId.get(cost.id)).toMatchObject({ status: 'changed', flags: expect.arrayContaining(['numericChanged']) });

    const again = body(await desk.editor.get(`/articles/${article.id}`));
    const changed = await desk.editor.post(
      `/articles/${article.id}/revisions`,
      { text: kept.replace('45 ألف', '54 ألف') },
      ifMatch(again.version),
    );
    const effect = body(changed).effects.find((one: Any) => one.claimId === claim.id);
    expect(effect).toMatchObject({
      status: 'changed',
      stateBefore: 'verified',
      stateAfter: 'needs-source',
      outdatedVerdicts: 2,
    });
  });

  it('tells the history of the claim to those who may know', async () => {
    const { items } = body(await desk.editor.get(`/claims/${claim.id}/history`));
    const actions = items.map((one: Any) => one.action);
    for (const action of [
      'claim.extracted',
      'assignment.given',
      'evidence.added',
      'verdict.given',
      'decision.taken',
      'decision.fell-back',
    ]) {
      expect(actions).toContain(action);
    }
  });
});
