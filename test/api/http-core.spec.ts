import { startSample, type Sample } from '../support/sample-api.js';

let api: Sample;
let editor: string;

beforeAll(async () => {
  api = await startSample();
  editor = api.directory.token(['editor'], ['articles:read', 'articles:write']);
});
afterAll(() => api.stop());

const ask = (path: string, init: RequestInit = {}) => fetch(`${api.url}/api/v1${path}`, init);

describe('smoke', () => {
  it('answers who is calling', async () => {
    const response = await ask('/me', { headers: { authorization: `Bearer ${editor}` } });
    const text = await response.text();
    console.log(response.status, text, Object.fromEntries(response.headers), api.logged.join('\n'));
    expect(response.status).toBe(200);
  });
});
