import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { Connection } from '../../libs/persistence/src/database/connection.js';
import { CLUSTER_VARIABLE, TEMPLATE, type TestCluster } from './test-cluster.js';

/** A migrated, empty database of one's own. */
export interface FreshDatabase extends Connection {
  readonly name: string;
  readonly superuserUrl: string;
  /** Ends its connections and removes it; forgetting to costs nothing but disk until the run ends. */
  drop(): Promise<void>;
}

/** The run's PostgreSQL; throws outside the Jest project `database`. */
export function testCluster(): TestCluster {
  const text = process.env[CLUSTER_VARIABLE];
  if (text === undefined)
    throw new Error('no test PostgreSQL: database specs live in test/, under the project "database"');
  return JSON.parse(text) as TestCluster;
}

const inDatabase = (url: string, name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;

async function asSuperuser(statement: string): Promise<void> {
  const client = new Client({ connectionString: testCluster().superuserUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Copies the template's files, about 20 ms. Call it once per spec file, in `beforeAll`. */
export async function freshDatabase(options: { empty?: boolean } = {}): Promise<FreshDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const source = options.empty === true ? 'template0' : TEMPLATE;
  await asSuperuser(`CREATE DATABASE ${name} OWNER isnad_owner TEMPLATE ${source} STRATEGY file_copy`);
  const { ownerUrl, appUrl, superuserUrl } = testCluster();
  return {
    name,
    ownerUrl: inDatabase(ownerUrl, name),
    appUrl: inDatabase(appUrl, name),
    superuserUrl: inDatabase(superuserUrl, name),
    drop: () => asSuperuser(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}
