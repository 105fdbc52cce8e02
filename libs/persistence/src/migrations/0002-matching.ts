import type { MigrationInterface, QueryRunner } from 'typeorm';
import { readFileSync } from 'node:fs';

const PARTS = ['1-index', '2-archive', '3-guards'];

/** Earlier claims: the postings by which they are found again, and the archive of checks that others published. */
export class Matching1795000000002 implements MigrationInterface {
  name = 'Matching1795000000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of PARTS) {
      await runner.query(readFileSync(new URL(`./0002-matching/${part}.sql`, import.meta.url), 'utf8'));
    }
  }

  async down(): Promise<void> {
    throw new Error('Imported archives would be lost: restore a backup instead.');
  }
}
