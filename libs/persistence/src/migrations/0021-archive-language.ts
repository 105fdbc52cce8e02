import type { MigrationInterface, QueryRunner } from 'typeorm';
import { readFileSync } from 'node:fs';

const PARTS = ['1-language'];

/** Published checks in a language that is neither Arabic nor English. */
export class ArchiveLanguage1795000000021 implements MigrationInterface {
  name = 'ArchiveLanguage1795000000021';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of PARTS) {
      await runner.query(readFileSync(new URL(`./0021-archive-language/${part}.sql`, import.meta.url), 'utf8'));
    }
  }

  async down(): Promise<void> {
    throw new Error('This migration has no way back: restore a backup instead.');
  }
}
