import type { MigrationInterface, QueryRunner } from 'typeorm';
import { readFileSync } from 'node:fs';

/** What a desk needs for its day: read marks, desks, checklists, how a query ended. */
export class Desk1795000000003 implements MigrationInterface {
  name = 'Desk1795000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(readFileSync(new URL('./0003-desk/desk.sql', import.meta.url), 'utf8'));
  }

  async down(): Promise<void> {
    throw new Error('Read marks and desks would be lost: restore a backup instead.');
  }
}
