import { auditLedger } from '#persistence';
import { setTimeout as sleep } from 'node:timers/promises';
import { IsnadProcess } from '../support/isnad-process.js';
import { CommitProxy, CUT_POINTS } from './commit-proxy.js';
import { BackendKiller, FaultCluster } from './fault-cluster.js';
import { timeToWrite, underFaults } from './fault-run.js';
import { foundRooms, type FaultRoom } from './fault-room.js';
import { chosenScale } from './fault-scale.js';
import { checkInvariants, isVerdict } from './invariants.js';
import { PatientClient } from './patient-client.js';
import { ServerFleet } from './server-fleet.js';
import { addToSummary } from './summary-file.js';

const scale = chosenScale();
const SERVERS = 2;
const ROOMS = 4;
/** The ledger is verified after every so many faults of a run too, while everybody writes. */
const AUDIT_EVERY = 10;
jest.setTimeout(scale.patienceMs);

let cluster: FaultCluster;
let proxy: CommitProxy;
let fleet: ServerFleet;
let client: PatientClient;
let rooms: FaultRoom[];
/** How long each killed server took until it served again, ms: the processor's business more than ours. */
const restarts: number[] = [];

beforeAll(async () => {
  cluster = await FaultCluster.start();
  rooms = await foundRooms(cluster.connection, ROOMS);
  proxy = await CommitProxy.start(cluster.port);
  fleet = await ServerFleet.start(SERVERS, cluster.appUrlAt(proxy.port), cluster.folder);
  client = new PatientClient(() => fleet.address());
});
afterAll(async () => {
  await fleet?.stop();
  await proxy?.stop();
  await cluster?.stop();
});

/** One run of one kind of fault under writers, then everything that must hold; its line goes to the summary. */
async function faultRun(title: string, count: number, fault: (index: number) => Promise<number>): Promise<void> {
  const began = performance.now();
  const { lostAnswers, unavailable } = client;
  const before = client.acknowledged.length;
  const verdictsBefore = client.acknowledged.filter(isVerdict).length;
  const recoveries: number[] = [];
  let audits = 0;
  await underFaults(client, rooms, scale, async () => {
    for (let index = 0; index < count; index++) {
      recoveries.push(await fault(index));
      if ((index + 1) % AUDIT_EVERY > 0) continue;
      expect((await auditLedger(cluster.connection.ownerUrl)).faults).toEqual([]);
      audits++;
    }
  });
  // told first: a server that died by itself makes everything after it fail in other ways
  expect({ deaths: fleet.deaths, violations: client.violations }).toEqual({ deaths: [], violations: [] });
  const checking = performance.now();
  const found = await checkInvariants(cluster, client, scale.replayedKeys);
  const longest = Math.round(Math.max(...recoveries));
  addToSummary(title, {
    faults: count,
    acknowledged: client.acknowledged.length - before,
    'of all verdicts': found.verdicts,
    entries: found.leaves,
    'answers lost': client.lostAnswers - lostAnswers,
    'answered 503': client.unavailable - unavailable,
    'recovery ms': longest,
    'restart ms': restarts.length === 0 ? '-' : median(restarts.splice(0)),
    'ledger checks': audits + 1,
    violations: found.faults.length,
    's under faults': Math.round((checking - began) / 1000),
    's checking': Math.round((performance.now() - checking) / 1000),
  });
  expect(found.faults.slice(0, 20)).toEqual([]);
  expect(longest).toBeLessThan(scale.recoveryMs);
  expect(client.acknowledged.length - before).toBeGreaterThan(count);
  expect(found.verdicts - verdictsBefore).toBeGreaterThan(scale.writers);
}

function median(values: readonly number[]): number {
  return Math.round([...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!);
}

it(`${scale.serverKills} servers are killed under ${scale.writers} writers`, () =>
  faultRun('kill -9 of a server', scale.serverKills, async (index) => {
    await sleep(Math.random() * 200);
    const killed = fleet.kill(index % fleet.size);
    const recovery = await timeToWrite(client, rooms[index % rooms.length]!);
    restarts.push(await killed);
    return recovery;
  }));

it(`PostgreSQL is killed ${scale.postmasterKills} times and comes back`, () =>
  faultRun('kill -9 of PostgreSQL', scale.postmasterKills, async (index) => {
    await sleep(200 + Math.random() * 300);
    const began = performance.now();
    await cluster.killPostmaster();
    await timeToWrite(client, rooms[index % rooms.length]!);
    return performance.now() - began;
  }));

it(`${scale.backendKills} connections are ended by PostgreSQL`, async () => {
  const killer = new BackendKiller(cluster.superuserUrl);
  await killer.start();
  try {
    await faultRun('end of a backend', scale.backendKills, async (index) => {
      await sleep(Math.random() * 50);
      while (!(await killer.killOne())) await sleep(5);
      return index % 10 === 0 ? timeToWrite(client, rooms[index % rooms.length]!) : 0;
    });
  } finally {
    await killer.stop();
  }
});

it(`${scale.commitCuts} connections are lost at COMMIT, and the request is sent again under its key`, () =>
  faultRun('cut at COMMIT', scale.commitCuts, async (index) => {
    await proxy.cutNext(CUT_POINTS[index % CUT_POINTS.length]!);
    return 0;
  }));

it('after all this the command finds the ledger sound', async () => {
  const environment = {
    DATABASE_URL: cluster.connection.appUrl,
    ISNAD_DATABASE_OWNER_URL: cluster.connection.ownerUrl,
  };
  const fsck = new IsnadProcess(['ledger', 'fsck', '--json'], environment, cluster.folder);
  const { code, output } = await fsck.finished;
  expect({ code, ...(JSON.parse(output) as object) }).toMatchObject({ code: 0, newsrooms: ROOMS, faults: [] });
});
