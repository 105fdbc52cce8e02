import scales from './scales.json' with { type: 'json' };

/** How much of everything one run does; the figures are in scales.json, which scripts/reliability.mjs reads too. `smoke` is part of `npm test` and shares the machine with it: it does a share of `pr`, with more patience; the others are asked for by `npm run test:reliability`. */
export interface FaultScale {
  readonly serverKills: number;
  readonly postmasterKills: number;
  readonly backendKills: number;
  readonly commitCuts: number;
  readonly writers: number;
  /** The database answers writes again within this, ms, after a kill; a machine shared with other specs gets more time. */
  readonly recoveryMs: number;
  /** Answers kept under an Idempotency-Key that are asked for again after each run. */
  readonly replayedKeys: number;
  /** Every k-th cell of the sweep over failing queries; 1 is all of them, and a k that shares no divisor with the six classes of errors meets each. */
  readonly sweepEvery: number;
  /** Random days of two newsrooms in the test against the model. */
  readonly modelRuns: number;
  /** Requests made from the OpenAPI document. */
  readonly fuzzed: number;
  /** Attempts with another newsroom's ids, and requests of two newsrooms over one small pool. */
  readonly crossings: number;
  readonly mixed: number;
  /** Milliseconds a writer thinks between two writes: without, writers and not faults take the processor. */
  readonly pauseMs: number;
  /** Longest time one spec may take, ms. */
  readonly patienceMs: number;
}

const SCALES: Readonly<Record<ScaleName, FaultScale>> = scales;

export type ScaleName = keyof typeof scales;

const SCALE_VARIABLE = 'ISNAD_TEST_SCALE';

/** The scale this run was asked for; a run in slices does of it what ISNAD_TEST_LEFT says is left. */
export function chosenScale(): FaultScale & { readonly name: ScaleName } {
  const name = process.env[SCALE_VARIABLE] ?? 'smoke';
  if (!(name in SCALES)) throw new Error(`${SCALE_VARIABLE} is ${name}: it must be ${Object.keys(SCALES).join(', ')}`);
  const left = JSON.parse(process.env.ISNAD_TEST_LEFT ?? '{}') as Partial<FaultScale>;
  return { name: name as ScaleName, ...SCALES[name as ScaleName], ...left };
}

/** Kinds of faults of faults.spec.ts; ISNAD_TEST_PARTS names those of this run, all when it is not set. */
export type FaultPart = 'server' | 'postmaster' | 'backend' | 'commit';

export function isAskedFor(part: FaultPart): boolean {
  const parts = process.env.ISNAD_TEST_PARTS;
  return parts === undefined || parts.split(',').includes(part);
}

/** Says when a part of a run in slices has had its time, which begins now; never without ISNAD_TEST_SECONDS. */
export function sliceOfTime(): () => boolean {
  const seconds = Number(process.env.ISNAD_TEST_SECONDS ?? Infinity);
  const began = performance.now();
  return () => performance.now() - began > seconds * 1000;
}

/** Whether other work has this machine too: then times are told and not judged. */
export const isShared = process.env.ISNAD_TEST_SHARED === '1';
