import type { MigrationInterface, QueryRunner } from 'typeorm';
import { readFileSync } from 'node:fs';

/** Files of reports in pieces; tables of verdicts written by the database itself. */
export class Export1795000000007 implements MigrationInterface {
  name = 'Export1795000000007';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of ['1-report-piece', '2-verdict-table'])
      await runner.query(readFileSync(new URL(`./0007-export/${part}.sql`, import.meta.url), 'utf8'));
  }

  async down(): Promise<void> {
    throw new Error('This migration has no way back: restore a backup instead.');
  }
}
