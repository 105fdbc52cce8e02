// What every row is given to work with.
import { connected, BenchCluster } from './cluster.mjs';
import { serve, work } from './server.mjs';
import { seedNewsrooms } from '../seed/newsrooms.mjs';
import { settle } from '../seed/settle.mjs';

const NEWSROOMS = 50;

export class Stage {
  constructor(cluster, { quick, say, million = false, data }) {
    this.cluster = cluster;
    this.quick = quick;
    this.say = say;
    /** Archives of a million claims too. */
    this.million = million;
    /** A folder of labelled sets, for rows that also measure how good an answer is. */
    this.data = data;
    this.seeded = new Map();
    this.toClose = [];
  }

  static async open(options) {
    return new Stage(await BenchCluster.start(), options);
  }

  /** A folder that PostgreSQL's own user can pass through and that goes with the run. */
  get folder() {
    return this.cluster.folder;
  }

  /**
   * A database with that many claims in 50 newsrooms, made once a run and shared by all rows that ask for it:
   * `{name, appUrl, ownerUrl, superuserUrl, newsrooms: [{id, editor, reviewer}]}`, people as `{id, token}`.
   */
  seededDatabase(claims) {
    if (!this.seeded.has(claims)) this.seeded.set(claims, this.seed(claims));
    return this.seeded.get(claims);
  }

  async seed(claims) {
    const began = performance.now();
    const database = await this.cluster.newDatabase();
    const client = await connected(database.superuserUrl);
    try {
      const newsrooms = await seedNewsrooms(client, NEWSROOMS, claims / NEWSROOMS);
      await settle(client);
      this.say(`  ${claims} claims in ${NEWSROOMS} newsrooms seeded in ${seconds(began)} s`);
      return { ...database, newsrooms };
    } finally {
      await client.end();
    }
  }

  /** A migrated, empty database. */
  emptyDatabase() {
    return this.cluster.newDatabase();
  }

  /** `isnad serve` on a database: `{url, port, pid, stop}`. Stopped with the run unless the row stops it first. */
  async serve(database, environment) {
    const server = await serve(database, this.folder, environment);
    return this.alsoClosing(server, () => server.stop());
  }

  /** `isnad worker` on a database: `{pid, stop}`. */
  async work(database) {
    const worker = await work(database, this.folder);
    return this.alsoClosing(worker, () => worker.stop());
  }

  /** Whatever a row opened and the run's end shall close. */
  alsoClosing(thing, close) {
    this.toClose.push(close);
    return thing;
  }

  async close() {
    for (const close of this.toClose.reverse()) await close().catch((error) => this.say(`closing: ${error.message}`));
    await this.cluster.stop();
  }
}

function seconds(began) {
  return ((performance.now() - began) / 1000).toFixed(1);
}
