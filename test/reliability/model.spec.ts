import type { PolicyPreset } from '#domain';
import { auditLedger } from '#persistence';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { chosenScale, sliceOfTime } from './fault-scale.js';
import { crossingReferences } from './invariants.js';
import { replayLedger } from './ledger-replay.js';
import { releasedTooEarly } from './model-gate.js';
import { neverGiven, unfounded, type Memory } from './model-oracle.js';
import { lookAround } from './model-reader-steps.js';
import { RunState, type Step } from './model-scene.js';
import { ACT_NAMES, actOf, DECK_SIZE } from './model-deck.js';
import { ModelWorld } from './model-world.js';
import { addToSummary } from './summary-file.js';

/**
 * Random days of two newsrooms against the real server and database. After every step the rules are judged once more by an oracle of
 * its own, and a run that breaks one is told step by step; with ISNAD_TEST_MODEL_SHRINK it is cut down to its fewest steps, which
 * takes many runs more. ISNAD_TEST_MODEL says how many runs instead of the scale, ISNAD_TEST_MODEL_SEED which:
 * `npm run test:model -- --runs 60 --seed 100`. Each 20 runs take one seed after the other and the preset that goes with it, so that
 * 2 000 runs can be made in slices: `npm run test:model -- --until 20m` goes on where the last one ended, `--totals` tells how far it is.
 */
const RUNS = Number(process.env.ISNAD_TEST_MODEL ?? chosenScale().modelRuns);
const SEED = Number(process.env.ISNAD_TEST_MODEL_SEED ?? 20_261_122);
const MOST_STEPS = 100;
/** Runs that share a database; more would make what each looks at grow. */
const RUNS_A_WORLD = 20;
const PRESETS: readonly PolicyPreset[] = ['standard', 'strict', 'small-desk'];
jest.setTimeout(Math.max(300_000, RUNS * 60_000));

const number = fc.nat({ max: 5_000 });
const STEP: fc.Arbitrary<Step> = fc.record({
  kind: fc.nat({ max: DECK_SIZE - 1 }),
  room: fc.nat({ max: 5 }),
  by: number,
  // mostly the first few things, so that steps meet on one claim
  pick: fc.oneof({ weight: 3, arbitrary: fc.nat({ max: 2 }) }, { weight: 1, arbitrary: number }),
  more: number,
});
// Most runs are long ones: a short day reaches nothing that could break.
const STEPS = fc.oneof(
  { weight: 1, arbitrary: fc.array(STEP, { minLength: 1, maxLength: 30, size: 'max' }) },
  { weight: 3, arbitrary: fc.array(STEP, { minLength: 30, maxLength: MOST_STEPS, size: 'max' }) },
);

const totals = { runs: 0, steps: 0, asked: 0, done: 0, decided: 0, replayed: 0, worlds: 0 };
const reached = new Map<string, number>();
const tried = new Map<string, number>();
let releases = 0;

/** One run; throws with what is wrong after the first step that broke something. */
async function play(world: ModelWorld, steps: readonly Step[]): Promise<void> {
  const states = [new RunState(), new RunState()] as const;
  const memory: Memory = new Map();
  const released = new Set<string>();
  const done: string[] = [];
  for (const step of [...beginning(), ...steps]) {
    const which = step.room % 6 === 5 ? 1 : 0; // mostly one room, so that it gets somewhere
    const { name, act } = actOf(step);
    const before = world.done;
    const scene = { world, room: world.rooms[which], state: states[which], foreign: states[1 - which]!, step };
    tried.set(name, (tried.get(name) ?? 0) + 1);
    await act(scene).catch((error: Error) => world.leaks.push(`${name}: ${error.stack}`));
    if (world.done > before) reached.set(name, (reached.get(name) ?? 0) + 1);
    totals.steps++;
    done.push(`${name}${world.done > before ? '' : ' (refused)'}`);
    await lookAround(scene);
    const articles = states[which].articles.map(({ id }) => id);
    const wrong = [
      ...world.leaks.splice(0),
      ...(await unfounded(world.look, world.preset, articles, memory)),
      ...(await releasedTooEarly(world.look, articles, released)),
      ...(await neverGiven(
        world.look,
        states[which].claims,
        states[which].verdicts.map(({ id }) => id),
      )),
    ];
    if (wrong.length > 0) throw new Error(`${wrong.join('\n')}\nafter ${done.join(', ')}`);
  }
  totals.decided += memory.size;
  releases += released.size;
}

/** Each room has an article to begin with. */
const beginning = (): Step[] => {
  const kind = Array.from({ length: DECK_SIZE }, (_, each) => each).find((each) => {
    return actOf({ kind: each, room: 0, by: 0, pick: 0, more: 0 }).name === 'createArticle';
  })!;
  return [0, 5].map((room) => ({ kind, room, by: 0, pick: totals.runs, more: 1 + totals.runs }));
};

/** Runs on one database. Their preset goes with the seed, so that a seed alone makes them again. */
async function batch(runs: number, seed: number): Promise<void> {
  const preset = PRESETS[seed % PRESETS.length]!;
  const world = await ModelWorld.open(preset);
  try {
    const property = fc.asyncProperty(STEPS, async (steps) => {
      await play(world, steps);
      totals.runs++;
    });
    await fc.assert(property, { numRuns: runs, seed, endOnFailure: process.env.ISNAD_TEST_MODEL_SHRINK === undefined });
    const { objects, differences } = await replayLedger(world.look);
    expect({ seed, preset, differences: differences.slice(0, 10) }).toEqual({ seed, preset, differences: [] });
    expect((await auditLedger(world.database.ownerUrl)).faults).toEqual([]);
    expect(await crossingReferences(world.look)).toEqual([]);
    totals.replayed += objects;
    totals.worlds++;
  } finally {
    totals.asked += world.asked;
    totals.done += world.done;
    await world.close();
  }
}

describe('random days of two newsrooms', () => {
  const batches = Math.max(PRESETS.length, Math.ceil(RUNS / RUNS_A_WORLD));
  const each = Math.min(RUNS_A_WORLD, Math.ceil(RUNS / batches));

  it('every state has what it rests on, nothing leaks, and the ledger tells it all', async () => {
    const isOver = sliceOfTime();
    for (let number = 0; number < batches && !isOver(); number++) {
      await batch(Math.min(each, RUNS - totals.runs), SEED + number);
      if (RUNS > 60) process.stderr.write(`model: ${totals.runs} of ${RUNS} runs, ${totals.steps} steps\n`);
      await sleep(0);
    }
  });

  it('got through every kind of step, and to decisions', () => {
    const { runs, steps, asked, done, decided, replayed } = totals;
    process.stderr.write(
      `model: ${runs} runs, ${steps} steps of ${ACT_NAMES.length} kinds, ${asked} requests (${done} done), ` +
        `${decided} decisions and ${releases} releases looked at, ${replayed} objects replayed, seed ${SEED}\n`,
    );
    const looked = { decisions: decided, releases, 'objects replayed': replayed };
    addToSummary('model', { seed: SEED, runs, worlds: totals.worlds, steps, requests: asked, done, ...looked });
    for (const name of ACT_NAMES)
      addToSummary(`step ${name}`, { tried: tried.get(name) ?? 0, 'got through': reached.get(name) ?? 0 });
    if (runs < 36) return; // too few for chance to get everywhere
    // few random days end with an article that is out, and few begin with a claim that somebody only proposed
    const unasked = ['cross', 'crossWrite', ...(runs < 500 ? ['createCorrection', 'acceptClaim'] : [])];
    expect(ACT_NAMES.filter((name) => !unasked.includes(name) && !reached.get(name))).toEqual([]);
    expect(decided).toBeGreaterThan(runs / 4);
  });
});
