import type { Logger } from 'typeorm';

const nothing = () => undefined;

/** TypeORM's loggers write to standard output, which belongs to results, and repeat errors that are thrown anyway. */
export const SILENT_LOGGER: Logger = {
  log: nothing,
  logQuery: nothing,
  logQueryError: nothing,
  logQuerySlow: nothing,
  logSchemaBuild: nothing,
  logMigration: nothing,
};
