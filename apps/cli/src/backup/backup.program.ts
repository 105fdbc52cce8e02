import { Command } from 'commander';
import type { Language } from '#platform';
import type { CommandContext } from '../program/command.context.js';
import { TEXTS } from '../program/program.texts.js';
import type { BackupOptions } from './backup.options.js';
import { BACKUP_TEXTS } from './backup.texts.js';

/** Adds `backup FILE` and `restore FILE`; what each does is loaded when it is asked for. */
export function describeBackup(program: Command, context: CommandContext, language: Language): void {
  const add = (name: 'backup' | 'restore') =>
    program
      .command(`${name} <file>`)
      .description(BACKUP_TEXTS[name][language])
      .helpOption('-h, --help', TEXTS.help[language])
      .allowExcessArguments(false)
      .option('--json', BACKUP_TEXTS.json[language]);
  add('backup').action(async (file: string, options: BackupOptions) =>
    (await import('./backup.command.js')).backupCommand(file, options, context),
  );
  add('restore').action(async (file: string, options: BackupOptions) =>
    (await import('./restore.command.js')).restoreCommand(file, options, context),
  );
}
