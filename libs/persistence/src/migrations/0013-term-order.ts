import type { MigrationInterface, QueryRunner } from 'typeorm';
import { readFileSync } from 'node:fs';

/** The terms of the index of earlier claims stand in the order of their bytes. */
export class TermOrder1795000000013 implements MigrationInterface {
  name = 'TermOrder1795000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(readFileSync(new URL('./0013-term-order/1-terms.sql', import.meta.url), 'utf8'));
  }

  async down(): Promise<void> {
    throw new Error('This migration has no way back: restore a backup instead.');
  }
}
