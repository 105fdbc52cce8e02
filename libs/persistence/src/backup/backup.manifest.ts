import { z } from 'zod';

export const BACKUP_FORMAT = 'isnad-backup';
export const BACKUP_VERSION = 1;

/** The first document of a backup: what it is, and which schema its tables are of. */
export const BackupHead = z.object({
  format: z.literal(BACKUP_FORMAT),
  version: z.literal(BACKUP_VERSION),
  createdAt: z.string(),
  postgres: z.string(),
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
});
export type BackupHead = z.infer<typeof BackupHead>;

const Sum = z.object({ rows: z.number(), bytes: z.number(), sha256: z.string() });

/** The last one: what each section must have held, and where every ledger stood. Without it a backup is not whole. */
export const BackupTail = z.object({
  tables: z.array(Sum.extend({ name: z.string() })),
  jobs: Sum,
  ledgers: z.array(z.object({ newsroom: z.string(), seq: z.number(), hash: z.string() })),
});
export type BackupTail = z.infer<typeof BackupTail>;
