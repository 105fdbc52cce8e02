import type { MigrationInterface, QueryRunner } from 'typeorm';
import { readFileSync } from 'node:fs';

const PARTS = ['1-unit', '2-credential'];

/** What lets a request reach the database in fewer round trips. */
export class RoundTrips1795000000005 implements MigrationInterface {
  name = 'RoundTrips1795000000005';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of PARTS) {
      await runner.query(readFileSync(new URL(`./0005-round-trips/${part}.sql`, import.meta.url), 'utf8'));
    }
  }

  async down(): Promise<void> {
    throw new Error('This migration has no way back: restore a backup instead.');
  }
}
