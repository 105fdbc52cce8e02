import type { MigrationInterface, QueryRunner } from 'typeorm';
import { readFileSync } from 'node:fs';

const PARTS = ['1-newsroom', '2-article', '3-checking', '4-publishing', '5-ledger', '6-guards', '7-identity'];

/** The whole first schema, as SQL a database administrator can read. Expects the role isnad_app to exist. */
export class Foundation1795000000001 implements MigrationInterface {
  name = 'Foundation1795000000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of PARTS) {
      await runner.query(readFileSync(new URL(`./0001-foundation/${part}.sql`, import.meta.url), 'utf8'));
    }
  }

  async down(): Promise<void> {
    throw new Error('The first migration has no way back: restore a backup instead.');
  }
}
