import type { MigrationInterface, QueryRunner } from 'typeorm';
import { readFileSync } from 'node:fs';

const PARTS = ['1-article', '2-source', '3-guards'];

/** What articles, sources and saved copies live through after the first check. */
export class Publication1795000000004 implements MigrationInterface {
  name = 'Publication1795000000004';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of PARTS) {
      await runner.query(readFileSync(new URL(`./0004-publication/${part}.sql`, import.meta.url), 'utf8'));
    }
  }

  async down(): Promise<void> {
    throw new Error('This migration has no way back: restore a backup instead.');
  }
}
