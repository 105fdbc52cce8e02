import { keepHeapSmall } from '../server/small.heap.js';
import { Command, CommanderError, Option } from 'commander';
import type { Bilingual, Environment, Language } from '#platform';
import { describeBackup } from '../backup/backup.program.js';
import type { BootstrapOptions } from '../account/bootstrap.command.js';
import type { RecoverOptions } from '../account/recover.command.js';
import type { ExtractOptions } from '../extraction/extract.command.js';
import type { ScoreOptions } from '../extraction/score.command.js';
import type { FsckOptions } from '../ledger/fsck.command.js';
import type { CommandContext } from './command.context.js';
import { judge } from './command.failure.js';
import { EXIT, type ExitCode } from './exit.code.js';
import { helpIn } from './help.words.js';
import { describeDesk } from './desk.program.js';
import { chooseLanguage } from './language.choice.js';
import { TEXTS } from './program.texts.js';
import { type Streams, Terminal } from './terminal.js';
import { usageFailure } from './usage.failure.js';

export interface Invocation {
  /** Arguments after the program's name. */
  readonly args: readonly string[];
  readonly environment: Environment;
  readonly folder: string;
  /** Folder isnad is installed in. */
  readonly home: string;
  readonly streams: Streams;
  readonly version: string;
}

/** Runs one command to its end; answers the exit status. Never throws. */
export async function runCommandLine(invocation: Invocation): Promise<ExitCode> {
  const { args, environment, folder, home, streams } = invocation;
  const language = chooseLanguage(args, environment);
  const terminal = new Terminal(streams, language, args.includes('--verbose'));
  terminal.timing('command line loaded');
  let status: ExitCode = EXIT.ok;
  const commands = new CommandTable({ terminal, environment, folder, home }, (code) => (status = code));
  try {
    const program = describeProgram(commands, invocation, language);
    describeBackup(program, { terminal, environment, folder, home }, language);
    describeDesk(program, { terminal, environment, folder, home }, language);
    await program.parseAsync(args, { from: 'user' });
    return status;
  } catch (error) {
    return told(error, terminal);
  }
}

function told(error: unknown, terminal: Terminal): ExitCode {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.ok; // help and version
    if (error.code !== 'commander.help') terminal.fail(usageFailure(error));
    return EXIT.usage;
  }
  const { code, text, detail } = judge(error);
  terminal.fail(text);
  if (detail !== undefined) terminal.detail(detail);
  return code;
}

/** Each command's work, loaded when it is asked for: `extract` need not wait for a database driver. */
class CommandTable {
  constructor(
    private readonly context: CommandContext,
    private readonly ended: (code: ExitCode) => void,
  ) {}

  start = async () => this.ended(await (await import('../server/start.command.js')).startCommand(this.context));
  serve = async () => this.ended(await (await import('../server/serve.command.js')).serveCommand(this.context));
  worker = async () => {
    keepHeapSmall();
    return this.ended(await (await import('../server/serve.command.js')).workerCommand(this.context));
  };
  migrate = async () => (await import('../database/migrate.command.js')).migrateCommand(this.context);
  demo = async () => (await import('../demo/demo.command.js')).demoCommand(this.context);
  bootstrap = async (options: BootstrapOptions) =>
    (await import('../account/bootstrap.command.js')).bootstrapCommand(options, this.context);
  recover = async (email: string, options: RecoverOptions) =>
    (await import('../account/recover.command.js')).recoverCommand(email, options, this.context);
  extract = async (file: string, options: ExtractOptions) =>
    (await import('../extraction/extract.command.js')).extractCommand(file, options, this.context);
  score = async (options: ScoreOptions) =>
    (await import('../extraction/score.command.js')).scoreCommand(options, this.context);
  fsck = async (options: FsckOptions) => (await import('../ledger/fsck.command.js')).fsckCommand(options, this.context);
}

function describeProgram(commands: CommandTable, { streams, version }: Invocation, language: Language): Command {
  const say = (text: Bilingual) => text[language];
  const choice = (flags: string, text: Bilingual) => new Option(flags, say(text)).choices(['ar', 'en']);
  const program = new Command('isnad')
    .description(say(TEXTS.isnad))
    .addOption(choice('--lang <language>', TEXTS.lang))
    .option('--verbose', say(TEXTS.verbose))
    .version(version, '--version', say(TEXTS.version))
    .helpOption('-h, --help', say(TEXTS.help))
    .helpCommand('help [command]', say(TEXTS.help))
    .addHelpText('after', say(TEXTS.exitCodes))
    .configureHelp(helpIn(language))
    .exitOverride()
    .configureOutput({
      writeOut: (text) => streams.output.write(text),
      writeErr: (text) => streams.errors.write(text),
      outputError: () => {}, // told in one line, in the caller's language
    });
  const add = (parent: Command, name: string, text: Bilingual) =>
    parent.command(name).description(say(text)).helpOption('-h, --help', say(TEXTS.help)).allowExcessArguments(false);

  program.commandsGroup(say(TEXTS.running));
  add(program, 'start', TEXTS.start).action(commands.start);
  add(program, 'serve', TEXTS.serve).action(commands.serve);
  add(program, 'worker', TEXTS.worker).action(commands.worker);
  add(program, 'migrate', TEXTS.migrate).action(commands.migrate);
  add(program, 'demo', TEXTS.demo).action(commands.demo);
  add(program, 'bootstrap', TEXTS.bootstrap)
    .option('--email <address>', say(TEXTS.bootstrapEmail))
    .option('--newsroom <name>', say(TEXTS.bootstrapNewsroom))
    .addOption(choice('--locale <language>', TEXTS.bootstrapLocale).default('ar'))
    .action(commands.bootstrap);
  add(program, 'recover <email>', TEXTS.recover)
    .option('--reset-second-factor', say(TEXTS.recoverFactor))
    .option('--newsroom <name>', say(TEXTS.recoverNewsroom))
    .action(commands.recover);
  add(program, 'extract <file>', TEXTS.extract)
    .option('--json', say(TEXTS.extractJson))
    .addOption(choice('--language <language>', TEXTS.extractLanguage))
    .option('--title <text>', say(TEXTS.extractTitle))
    .option('--outlet <name>', say(TEXTS.extractOutlet))
    .action(commands.extract);
  add(program, 'score', TEXTS.score)
    .requiredOption('--jsonl <file>', say(TEXTS.scoreJsonl))
    .option('--reasons', say(TEXTS.scoreReasons))
    .action(commands.score);
  const ledger = add(program, 'ledger', TEXTS.ledger);
  add(ledger, 'fsck', TEXTS.fsck).option('--json', say(TEXTS.fsckJson)).action(commands.fsck);
  return program;
}
