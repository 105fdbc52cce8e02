import type { Command, Option } from 'commander';

export type Shell = 'bash' | 'zsh';

/** What may follow on a command line, by the words before it: `evidence add` → its options. */
interface Node {
  readonly path: string;
  readonly words: readonly string[];
}

/** A script that completes commands, options and the values an option can have; made from the very table the parser reads. */
export function completionScript(program: Command, shell: Shell): string {
  const body = bashFunction(nodesOf(program, ''), valuesOf(program));
  return shell === 'bash'
    ? `${body}\ncomplete -o default -F _isnad isnad\n`
    : `autoload -U +X bashcompinit && bashcompinit\n${body}\ncomplete -o default -F _isnad isnad\n`;
}

function nodesOf(command: Command, path: string): Node[] {
  const subcommands = command.commands.filter((each) => each.name() !== 'help');
  const flags = command.options.flatMap(({ short, long }) => [short, long].filter((flag) => flag !== undefined));
  const values = command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []);
  const words = [...subcommands.map((each) => each.name()), ...values, ...flags, '--help', '--lang'];
  const below = subcommands.flatMap((each) => nodesOf(each, `${path} ${each.name()}`.trim()));
  return [{ path, words: [...new Set(words)].sort() }, ...below];
}

/** Values by option, over all commands: an option means the same wherever it is. */
function valuesOf(command: Command): Map<string, readonly string[]> {
  const own = command.options
    .filter((option): option is Option & { argChoices: string[] } => option.argChoices !== undefined)
    .map((option): [string, readonly string[]] => [option.long!, option.argChoices]);
  return new Map([...command.commands.flatMap((each) => [...valuesOf(each)]), ...own]);
}

function bashFunction(nodes: readonly Node[], values: ReadonlyMap<string, readonly string[]>): string {
  const valueCases = [...values].map(
    ([flag, choices]) => `    ${flag}) COMPREPLY=($(compgen -W "${choices.join(' ')}" -- "$cur")); return ;;`,
  );
  const names = nodes.map(({ path }) => path).filter((path) => path !== '');
  const wordCases = nodes.map(({ path, words }) => `    "${path}") words="${words.join(' ')}" ;;`);
  return `# isnad: commands and options. bash: source <(isnad completion bash); zsh: source <(isnad completion zsh)
_isnad() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" path="" words="" word
  case "$prev" in
${valueCases.join('\n')}
  esac
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "\${path:+$path }$word" in
      ${names.map((name) => `"${name}"`).join('|')}) path="\${path:+$path }$word" ;;
    esac
  done
  case "$path" in
${wordCases.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}`;
}
