/** Options of both commands. */
export interface BackupOptions {
  readonly json?: boolean;
}
