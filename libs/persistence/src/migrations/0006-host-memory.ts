import type { MigrationInterface, QueryRunner } from 'typeorm';
import { readFileSync } from 'node:fs';

/** What the pages of a host share is remembered. */
export class HostMemory1795000000006 implements MigrationInterface {
  name = 'HostMemory1795000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(readFileSync(new URL('./0006-host-memory/1-host-block.sql', import.meta.url), 'utf8'));
  }

  async down(): Promise<void> {
    throw new Error('This migration has no way back: restore a backup instead.');
  }
}
