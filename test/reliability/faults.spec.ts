import { LedgerAuditor } from '#persistence';
import { setTimeout as sleep } from 'node:timers/promises';
import { IsnadProcess } from '../support/isnad-process.js';
import { CommitProxy, CUT_POINTS } from './commit-proxy.js';
import { BackendKiller, FaultCluster } from './fault-cluster.js';
import { timeToWrite, underFaults } from './fault-run.js';
import { foundRooms, type FaultRoom } from './fault-room.js';
import { chosenScale, isAskedFor, isShared, sliceOfTime, type FaultPart } from './fault-scale.js';
import { checkInvariants } from './invariants.js';
import { PatientClient } from './patient-client.js';
import { ServerFleet } from './server-fleet.js';
import { addToSummary, inPhase } from './summary-file.js';

const scale = chosenScale();
/** Two of them may be starting while the third serves. */
const SERVERS = 3;
const ROOMS = 4;
jest.setTimeout(scale.patienceMs);

let cluster: FaultCluster;
let proxy: CommitProxy;
let fleet: ServerFleet;
let client: PatientClient;
let rooms: FaultRoom[];
/** Reads the ledger on after every fault: what was sound and acknowledged before may not be gone. */
let auditor: LedgerAuditor;

beforeAll(() =>
  inPhase('PostgreSQL and servers start', async () => {
    cluster = await FaultCluster.start();
    rooms = await foundRooms(cluster.connection, ROOMS);
    proxy = await CommitProxy.start(cluster.port);
    fleet = await ServerFleet.start(SERVERS, cluster.appUrlAt(proxy.port), cluster.folder);
    client = new PatientClient(() => fleet.address());
    auditor = new LedgerAuditor(cluster.connection.ownerUrl, scale.recoveryMs);
  }),
);
afterAll(async () => {
  await fleet?.stop();
  await proxy?.stop();
  await cluster?.stop();
});

/** What one kind of fault did, and how long writes then took to be answered, ms. */
interface Suffered {
  readonly faults: number;
  readonly recoveries: readonly number[];
}

/** Faults until there were enough of them or their time is up; the ledger is sound after each. */
async function suffer(count: number, fault: (index: number) => Promise<number>): Promise<Suffered> {
  const isOver = sliceOfTime();
  const recoveries: number[] = [];
  while (recoveries.length < count && !(recoveries.length > 0 && isOver())) {
    // a fault may wait for writers, and writers for a server that will never come
    recoveries.push(await Promise.race([fault(recoveries.length), fleet.firstDeath]));
    expect((await auditor.run()).faults).toEqual([]);
  }
  await fleet.whole();
  return { faults: recoveries.length, recoveries };
}

/** One run of one kind of fault under writers, then everything that must hold; its line goes to the summary. */
async function faultRun(title: string, count: number, fault: (index: number) => Promise<number>): Promise<void> {
  const { lostAnswers, unavailable } = client;
  const from = client.acknowledged.length;
  let suffered: Suffered = { faults: 0, recoveries: [] };
  const ended = await inPhase(title, () =>
    underFaults(client, rooms, scale, async () => {
      suffered = await suffer(count, fault);
    }).catch((error: Error) => error),
  );
  // told first: a server that died by itself makes everything after it fail in other ways
  expect({ deaths: fleet.deaths, violations: client.violations }).toEqual({ deaths: [], violations: [] });
  if (ended !== undefined) throw ended;
  const checked = { from, replays: scale.replayedKeys };
  const found = await inPhase(`${title}: what must hold`, () => checkInvariants(cluster, client, checked));
  const { faults, recoveries } = suffered;
  const longest = Math.round(Math.max(...recoveries));
  addToSummary(title, {
    faults,
    acknowledged: client.acknowledged.length - from,
    verdicts: found.verdicts,
    'answers lost': client.lostAnswers - lostAnswers,
    'answered 503': client.unavailable - unavailable,
    'longest recovery ms': longest,
    [`over ${scale.recoveryMs} ms`]: recoveries.filter((ms) => ms > scale.recoveryMs).length,
    'longest restart ms': Math.round(Math.max(0, ...fleet.restarts.splice(0))),
    'ledger checks': faults + 1,
    violations: found.faults.length,
  });
  expect(found.faults.slice(0, 20)).toEqual([]);
  if (!isShared) expect(longest).toBeLessThan(scale.recoveryMs);
  expect(client.acknowledged.length - from).toBeGreaterThan(faults);
  expect(found.verdicts).toBeGreaterThan(scale.writers);
}

const itOf = (part: FaultPart) => (isAskedFor(part) ? it : it.skip);
const roomOf = (index: number) => rooms[index % rooms.length]!;

itOf('server')(`${scale.serverKills} servers are killed under ${scale.writers} writers`, () =>
  faultRun('kill -9 of a server', scale.serverKills, async (index) => {
    await sleep(Math.random() * 200);
    await fleet.killOne();
    return timeToWrite(client, roomOf(index));
  }),
);

itOf('postmaster')(`PostgreSQL is killed ${scale.postmasterKills} times and comes back`, () =>
  faultRun('kill -9 of PostgreSQL', scale.postmasterKills, async (index) => {
    await sleep(200 + Math.random() * 300);
    const began = performance.now();
    await cluster.killPostmaster();
    await timeToWrite(client, roomOf(index));
    return performance.now() - began;
  }),
);

itOf('backend')(`${scale.backendKills} connections are ended by PostgreSQL`, async () => {
  const killer = new BackendKiller(cluster.superuserUrl);
  await killer.start();
  try {
    await faultRun('end of a backend', scale.backendKills, async (index) => {
      await sleep(Math.random() * 50);
      while (!(await killer.killOne()) && fleet.deaths.length === 0) await sleep(5);
      return index % 10 === 0 ? timeToWrite(client, roomOf(index)) : 0;
    });
  } finally {
    await killer.stop();
  }
});

itOf('commit')(`${scale.commitCuts} connections are lost at COMMIT, and the request is sent again under its key`, () =>
  faultRun('cut at COMMIT', scale.commitCuts, async (index) => {
    await proxy.cutNext(CUT_POINTS[index % CUT_POINTS.length]!);
    return 0;
  }),
);

it('after all this every verdict is still read as it was given, and every answer given again', async () => {
  const whole = { from: 0, replays: scale.replayedKeys };
  const found = await inPhase('everything once more', () => checkInvariants(cluster, client, whole));
  addToSummary('everything once more', {
    acknowledged: client.acknowledged.length,
    verdicts: found.verdicts,
    entries: found.leaves,
    objects: found.objects,
    violations: found.faults.length,
  });
  expect(found.faults.slice(0, 20)).toEqual([]);
});

it('after all this the command finds the ledger sound', async () => {
  const environment = {
    DATABASE_URL: cluster.connection.appUrl,
    ISNAD_DATABASE_OWNER_URL: cluster.connection.ownerUrl,
  };
  const fsck = new IsnadProcess(['ledger', 'fsck', '--json'], environment, cluster.folder);
  const { code, output } = await fsck.finished;
  expect({ code, ...(JSON.parse(output) as object) }).toMatchObject({ code: 0, newsrooms: ROOMS, faults: [] });
});
