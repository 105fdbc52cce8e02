import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import type { Bilingual, Language } from '#platform';
import { completionScript, type Shell } from '../completion/completion.command.js';
import type { CommandContext } from './command.context.js';
import { DESK_TEXTS as TEXTS } from './desk.texts.js';
import { TEXTS as PROGRAM_TEXTS } from './program.texts.js';

const SOURCE_TYPES = [
  'outlet',
  'agency',
  'person',
  'institution',
  'government',
  'document',
  'dataset',
  'recording',
  'observation',
  'social',
  'anonymous',
];

/** Values of an option that may be given several times, or several at once with commas. */
const several = (value: string, before: readonly string[]) => [...before, ...value.split(',').map((one) => one.trim())];
/** The same for texts, whose commas are their own. */
const repeated = (value: string, before: readonly string[]) => [...before, value];

function wholeNumber(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('');
}

/** Adds the commands that talk to a server. What each does is loaded when it is asked for. */
export function describeDesk(program: Command, context: CommandContext, language: Language): void {
  const table = new DeskTable(program, context, language);
  program.commandsGroup(TEXTS.working[language]);
  table.account();
  table.articles();
  table.archive();
  table.checking();
  table.asking();
  table.following();
}

class DeskTable {
  constructor(
    private readonly program: Command,
    private readonly context: CommandContext,
    private readonly language: Language,
  ) {}

  account(): void {
    this.add(this.program, 'login <url>', TEXTS.login)
      .option('--email <address>', this.say(TEXTS.loginEmail))
      .option('--token', this.say(TEXTS.loginToken))
      .option('--allow-http', this.say(TEXTS.loginHttp))
      .action(async (url, options) =>
        (await import('../signin/login.command.js')).loginCommand(url, options, this.context),
      );
    this.add(this.program, 'logout', TEXTS.logout).action(async (options) =>
      (await import('../signin/logout.command.js')).logoutCommand(options, this.context),
    );
  }

  articles(): void {
    const article = this.group('article', TEXTS.article);
    this.reading(article, 'add <file>', TEXTS.articleAdd)
      .addOption(this.choice('--kind <kind>', TEXTS.articleKind, ['draft', 'external']).makeOptionMandatory())
      .addOption(this.choice('--language <language>', TEXTS.articleLanguage, ['ar', 'en']))
      .option('--title <text>', this.say(TEXTS.articleTitle))
      .option('--outlet <name>', this.say(TEXTS.articleOutlet))
      .option('--byline <text>', this.say(TEXTS.articleByline))
      .option('--url <address>', this.say(TEXTS.articleUrl))
      .option('--author <email>', this.say(TEXTS.articleAuthor), several, [])
      .option('--agency', this.say(TEXTS.articleAgency))
      .action(async (file, options) =>
        (await import('../article/article-add.command.js')).articleAddCommand(file, options, this.context),
      );
    this.reading(this.program, 'report <article>', TEXTS.report)
      .option('--format <formats>', this.say(TEXTS.reportFormat), 'html')
      .addOption(this.choice('--language <language>', TEXTS.reportLanguage, ['ar', 'en']))
      .option('--output <path>', this.say(TEXTS.reportOutput))
      .action(async (article, options) =>
        (await import('../report/report.command.js')).reportCommand(article, options, this.context),
      );
  }

  archive(): void {
    const archive = this.group('archive', TEXTS.archive);
    const commands = () => import('../archive/archive.commands.js');
    this.reading(archive, 'import <file>', TEXTS.archiveImport)
      .addOption(this.choice('--format <format>', TEXTS.archiveFormat, ['ndjson', 'json', 'csv']))
      .action(async (file, options) => (await commands()).archiveImportCommand(file, options, this.context));
    this.reading(archive, 'follow <import>', TEXTS.archiveFollow).action(async (id, options) =>
      (await commands()).archiveFollowCommand(id, options, this.context),
    );
  }

  checking(): void {
    this.reading(this.program, 'queue', TEXTS.queue)
      .option('--article <article>', this.say(TEXTS.queueArticle))
      .option('--all', this.say(TEXTS.queueAll))
      .action(async (options) => (await import('../claim/queue.command.js')).queueCommand(options, this.context));
    this.reading(this.program, 'show <claim>', TEXTS.show).action(async (claim, options) =>
      (await import('../claim/show.command.js')).showCommand(claim, options, this.context),
    );
    this.reading(this.program, 'history <claim>', TEXTS.history).action(async (claim, options) =>
      (await import('../claim/history.command.js')).historyCommand(claim, options, this.context),
    );
    this.reading(this.program, 'similar <text>', TEXTS.similar)
      .option('--limit <number>', this.say(TEXTS.similarLimit), wholeNumber)
      .action(async (text, options) =>
        (await import('../claim/similar.command.js')).similarCommand(text, options, this.context),
      );
    this.evidence();
    this.reading(this.program, 'verdict <claim> <rating>', TEXTS.verdict)
      .addOption(
        this.choice('--confidence <level>', TEXTS.verdictConfidence, ['low', 'medium', 'high']).makeOptionMandatory(),
      )
      .requiredOption('--rationale <text>', this.say(TEXTS.verdictRationale))
      .option('--evidence <ids>', this.say(TEXTS.verdictEvidence), several, [])
      .action(async (claim, rating, options) =>
        (await import('../checking/verdict.command.js')).verdictCommand(claim, rating, options, this.context),
      );
    this.decide();
  }

  asking(): void {
    const commands = () => import('../discussion/query.commands.js');
    this.reading(this.program, 'attention', TEXTS.attention)
      .option('--overdue', this.say(TEXTS.attentionOverdue))
      .action(async (options) =>
        (await import('../attention/attention.command.js')).attentionCommand(options, this.context),
      );
    this.reading(this.program, 'ask <claim> <text>', TEXTS.ask).action(async (claim, text, options) =>
      (await commands()).askCommand(claim, text, options, this.context),
    );
    this.reading(this.program, 'answer <claim> <text>', TEXTS.answer)
      .option('--query <id>', this.say(TEXTS.whichQuery))
      .action(async (claim, text, options) => (await commands()).answerCommand(claim, text, options, this.context));
    this.reading(this.program, 'resolve <claim>', TEXTS.resolve)
      .option('--query <id>', this.say(TEXTS.whichQuery))
      .option('--note <text>', this.say(TEXTS.resolveNote))
      .action(async (claim, options) => (await commands()).resolveCommand(claim, options, this.context));
  }

  private evidence(): void {
    const evidence = this.group('evidence', TEXTS.evidence);
    this.reading(evidence, 'add <claim>', TEXTS.evidenceAdd)
      .requiredOption('--source <name>', this.say(TEXTS.evidenceSource))
      .addOption(this.choice('--type <type>', TEXTS.evidenceType, SOURCE_TYPES))
      .addOption(
        this.choice('--stance <stance>', TEXTS.evidenceStance, [
          'supports',
          'refutes',
          'context',
        ]).makeOptionMandatory(),
      )
      .requiredOption('--locator <text>', this.say(TEXTS.evidenceLocator))
      .option('--url <address>', this.say(TEXTS.evidenceUrl))
      .option('--quote <text>', this.say(TEXTS.evidenceQuote))
      .option('--capture <file>', this.say(TEXTS.evidenceCapture))
      .option('--note <text>', this.say(TEXTS.evidenceNote))
      .option('--primary', this.say(TEXTS.evidencePrimary))
      .option('--confidential', this.say(TEXTS.evidenceConfidential))
      .action(async (claim, options) =>
        (await import('../checking/evidence-add.command.js')).evidenceAddCommand(claim, options, this.context),
      );
  }

  private decide(): void {
    this.reading(this.program, 'decide <claim>', TEXTS.decide)
      .addArgument(new Argument('<state>').choices(['verified', 'disputed', 'needs-source']))
      .option('--rationale <text>', this.say(TEXTS.decideRationale))
      .option('--rating <rating>', this.say(TEXTS.decideRating))
      .addOption(this.choice('--closure <kind>', TEXTS.decideClosure, ['unproven', 'as-attributed']))
      .option('--recheck <day>', this.say(TEXTS.decideRecheck))
      .option('--search <entry>', this.say(TEXTS.decideSearch), repeated, [])
      .option('--override <exception>', this.say(TEXTS.decideOverride), repeated, [])
      .option('--adjudicate <verdict>', this.say(TEXTS.decideAdjudicate), repeated, [])
      .action(async (claim, state, options) =>
        (await import('../checking/decide.command.js')).decideCommand(claim, state, options, this.context),
      );
  }

  following(): void {
    this.reading(this.program, 'watch', TEXTS.watch)
      .option('--after <id>', this.say(TEXTS.watchAfter), wholeNumber)
      .option('--count <number>', this.say(TEXTS.watchCount), wholeNumber)
      .action(async (options) => (await import('../events/watch.command.js')).watchCommand(options, this.context));
    this.group('completion', TEXTS.completion)
      .addArgument(new Argument('<shell>').choices(['bash', 'zsh']))
      .action((shell: Shell) => this.context.terminal.result(completionScript(this.program, shell)));
  }

  private say(text: Bilingual): string {
    return text[this.language];
  }

  private choice(flags: string, text: Bilingual, values: readonly string[]): Option {
    return new Option(flags, this.say(text)).choices(values);
  }

  private group(name: string, text: Bilingual): Command {
    return this.program
      .command(name)
      .description(this.say(text))
      .helpOption('-h, --help', this.say(PROGRAM_TEXTS.help))
      .allowExcessArguments(false);
  }

  private add(parent: Command, name: string, text: Bilingual): Command {
    return parent
      .command(name)
      .description(this.say(text))
      .helpOption('-h, --help', this.say(PROGRAM_TEXTS.help))
      .option('--profile <name>', this.say(TEXTS.profile))
      .allowExcessArguments(false);
  }

  private reading(parent: Command, name: string, text: Bilingual): Command {
    return this.add(parent, name, text).option('--json', this.say(TEXTS.json));
  }
}
