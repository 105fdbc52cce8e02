import type { MigrationInterface, QueryRunner } from 'typeorm';
import { readFileSync } from 'node:fs';

const PARTS = ['1-webhook', '2-guards'];

/** Addresses that are told what happens. */
export class Webhooks1795000000023 implements MigrationInterface {
  name = 'Webhooks1795000000023';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of PARTS) {
      await runner.query(readFileSync(new URL(`./0023-webhooks/${part}.sql`, import.meta.url), 'utf8'));
    }
  }

  async down(): Promise<void> {
    throw new Error('Webhooks and what they were told would be lost: restore a backup instead.');
  }
}
