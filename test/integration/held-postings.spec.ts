import { readText, storedTerms } from '#language';
import { createDataSource, HeldPostings, MatchSearch } from '#persistence';
import { newId } from '#platform';
import type { DataSource } from 'typeorm';
import { done, type Any } from '../support/checking-work.js';
import { startNewsroomApi, type Newsroom, type NewsroomApi } from '../support/newsroom-api.js';

const REACH = { budget: 10_000, floor: 100, ceiling: 10_000, pool: 1_000 };
const TERMS = storedTerms(readText('harbour crane ferry', 64).stems).map(({ term }) => term);

let api: NewsroomApi;
let desk: Newsroom;
let other: Newsroom;
let database: DataSource;

beforeAll(async () => {
  api = await startNewsroomApi();
  [desk, other] = await Promise.all([api.found(), api.found()]);
  database = createDataSource(api.database, { poolSize: 1, applicationName: 'held postings' });
  await database.initialize();
});
afterAll(async () => {
  await database.destroy();
  await api.stop();
});

async function imported(room: Newsroom, claims: readonly string[]): Promise<void> {
  const body = claims
    .map((claim) =>
      JSON.stringify({ '@type': 'ClaimReview', claimReviewed: claim, url: `https://a.example/${newId()}` }),
    )
    .join('\n');
  const { id } = await done(room.editor.post('/archive/imports', body, { 'content-type': 'application/x-ndjson' }));
  await api.application.jobs['archive-import']!(
    { newsroomId: room.id, importId: id },
    { jobId: '1', attempt: 1, lastAttempt: true, signal: new AbortController().signal },
  );
}

/** What a search finds, and how many blocks of postings the database sent for it. */
async function asked(search: MatchSearch, room: Newsroom) {
  const sent = jest.spyOn(database, 'query');
  const { best, df } = await search.pool(room.id, TERMS, REACH);
  const rows = (await sent.mock.results[0]!.value) as Any[];
  sent.mockRestore();
  return { best, df: [...df.values()].sort(), blocks: rows.filter(({ postings }) => postings !== null).length };
}

const crane = (n: number) => `Crane ${n} of the old harbour was sold to a ferry line in ${1900 + n}.`;

it('postings held from an earlier question are not sent again, and new ones are seen at once', async () => {
  await imported(
    desk,
    Array.from({ length: 40 }, (_, n) => crane(n)),
  );
  const holding = new MatchSearch(database, new HeldPostings(2 ** 20, 1));
  const fresh = () => asked(new MatchSearch(database), desk);

  const first = await asked(holding, desk);
  expect([first.best.length, first.df, first.blocks]).toEqual([40, [40, 40, 40], 3]);
  expect(await asked(holding, desk)).toEqual({ ...first, blocks: 0 });
  expect(await fresh()).toEqual(first);

  await imported(desk, ['A crane fell.', 'A ferry left the harbour.']);
  const grown = await asked(holding, desk);
  expect([grown.best.length, grown.df, grown.blocks]).toEqual([42, [41, 41, 41], 6]);
  expect(await asked(holding, desk)).toEqual({ ...grown, blocks: 0 });
  expect(await fresh()).toEqual(grown);
});

it('nobody is told of the postings of another newsroom', async () => {
  await imported(
    other,
    Array.from({ length: 40 }, (_, n) => `Nothing was ever sold here, says note ${n}; no crane.`),
  );
  const holding = new MatchSearch(database, new HeldPostings(2 ** 20, 1));
  const theirs = await asked(holding, desk);
  expect(await asked(holding, other)).toMatchObject({ df: [40], blocks: 1 });
  expect(await asked(holding, desk)).toEqual({ ...theirs, blocks: 0 });
});
