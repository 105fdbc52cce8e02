import { newId } from '#platform';
import { outcome } from '../support/ask.js';
import { done, type Any } from '../support/checking-work.js';
import { startNewsroomApi, type Newsroom, type NewsroomApi } from '../support/newsroom-api.js';

let api: NewsroomApi;
let desk: Newsroom;

beforeAll(async () => {
  api = await startNewsroomApi();
  desk = await api.found();
});
afterAll(() => api.stop());

describe('desks', () => {
  it('are opened, renamed and closed by those who run the newsroom', async () => {
    const made = await done(desk.admin.post('/desks', { name: 'القسم السياسي' }));
    expect(made).toMatchObject({ name: 'القسم السياسي', active: true, version: 1 });
    const renamed = await done(desk.admin.patch(`/desks/${made.id}`, { name: 'السياسة', active: false }, 1));
    expect(renamed).toMatchObject({ name: 'السياسة', active: false, version: 2 });
    const { items } = await done(desk.viewer.get('/desks'));
    expect(items.map(({ name }: Any) => name)).toEqual(['السياسة']);
    expect(outcome(await desk.admin.patch(`/desks/${made.id}`, { active: true }, 1))).toBe('412 version-stale');
  });

  it('bear a name once, whatever its case', async () => {
    const { id } = await done(desk.admin.post('/desks', { name: 'Sport' }));
    expect(outcome(await desk.admin.post('/desks', { name: 'SPORT' }))).toBe('409 duplicate');
    expect(outcome(await desk.admin.patch(`/desks/${id}`, { name: 'sport' }, 1))).toBe('200');
  });

  it('take articles and members, unknown ones do not', async () => {
    const { id } = await done(desk.admin.post('/desks', { name: 'المحلي' }));
    const body = { kind: 'external', text: 'نعم', deskId: id };
    const article = await done(desk.editor.post('/articles', body));
    expect(article.deskId).toBe(id);
    expect(await desk.editor.post('/articles', { ...body, deskId: newId() })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/deskId', code: 'unknown-id' }] },
    });
    const moved = await done(desk.editor.patch(`/articles/${article.id}`, { deskId: null }, article.version));
    expect(moved.deskId).toBe(null);
    const { items } = await done(desk.admin.get('/members'));
    const salma = items.find((member: Any) => member.id === desk.salma.id);
    const placed = await done(desk.admin.patch(`/members/${salma.id}`, { deskIds: [id] }, salma.version));
    expect(placed.deskIds).toEqual([id]);
    expect(outcome(await desk.admin.patch(`/members/${salma.id}`, { deskIds: [newId()] }, placed.version))).toBe(
      '422 invalid',
    );
  });
});
