import { independentOrigins, originGraph, OriginWalks } from '#domain';
import { alternated } from './measure/slices.mjs';

const SOURCES = 10_000;
const MOST_MS = 20;

/** Where 10 000 sources come from, against reading every source's parent once, which nobody can do without. */
export const row = {
  id: 'P11',
  title:
    'origins of 10 000 sources that derive from one another, circles among them, against reading each parent once, ms of processor',
  reach: `≤ ${MOST_MS} ms`,
  async run(stage) {
    const pairs = stage.quick ? 9 : 25;
    const results = [];
    for (const [name, sources] of [
      ['chains of ten, every hundredth a circle', chains()],
      ['one chain of 10 000', line()],
      ['one circle of 10 000', [...line().slice(1), source(0, { derivesFromId: `s${SOURCES - 1}` })]],
    ]) {
      const walk = timed(() => origins(sources));
      const read = timed(() => parents(sources));
      await walk();
      await read();
      const measured = await alternated(pairs, walk, read);
      results.push({ name, unit: 'ms', ...measured, reached: measured.ours <= MOST_MS });
    }
    return [...results, await cited(pairs)];
  },
};

/** The whole answer for one claim that cites an item of each source, as a decision asks for it. */
async function cited(pairs) {
  const sources = chains();
  const items = sources.map(({ id }) => item(id));
  const context = { outletSourceId: 's7', partyIds: [], noticedIds: ['s500'], verifies: 'substance' };
  const whole = timed(() => independentOrigins(items, originGraph(sources, items), context).count);
  const read = timed(() => parents(sources));
  await whole();
  await read();
  return {
    name: 'beside it, without a goal: a claim that cites all of them',
    unit: 'ms',
    ...(await alternated(pairs, whole, read)),
  };
}

function origins(sources) {
  const walks = new OriginWalks(originGraph(sources, []));
  let marked = 0;
  for (const { id } of sources) marked += walks.rootOf({ kind: 'source', id }).marked ? 1 : 0;
  return marked;
}

function parents(sources) {
  const known = new Map(sources.map((one) => [one.id, one]));
  let found = 0;
  for (const { derivesFromId } of sources) found += known.has(derivesFromId) ? 1 : 0;
  return found;
}

/** Processor time, so that what else the machine does counts less: one core does all of it. */
const timed = (work) => () => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return Promise.resolve((user + system) / 1e3);
};

const source = (number, over) => ({
  id: `s${number}`,
  type: number % 7 === 0 ? 'anonymous' : 'outlet',
  ownerId: null,
  derivesFromId: null,
  vouchedById: `s${number % 50}`,
  ...over,
});

const line = () =>
  Array.from({ length: SOURCES }, (_, i) => source(i, { derivesFromId: i === 0 ? null : `s${i - 1}` }));

/** Every tenth source begins a chain of ten; every hundredth chain bites its own tail. */
function chains() {
  return Array.from({ length: SOURCES }, (_, i) => {
    const first = i - (i % 10);
    const end = first % 1000 === 0 ? `s${first + 9}` : null;
    return source(i, { derivesFromId: i % 10 > 0 ? `s${i - 1}` : end });
  });
}

const item = (sourceId) => ({
  id: `item-${sourceId}`,
  claimId: 'claim',
  sourceId,
  stance: 'supports',
  locator: 'third paragraph',
  url: 'https://example.org/a',
  quote: 'the passage',
  captureId: null,
  primary: false,
  derivesFrom: null,
  withdrawn: false,
});
