import { extract, type ExtractionWire, type Language, toWire } from '#language';
import { readText } from '../input/text.input.js';
import type { CommandContext } from '../program/command.context.js';

export interface ExtractOptions {
  readonly json?: boolean;
  readonly language?: Language;
  readonly title?: string;
  readonly outlet?: string;
}

/** Prints the claims of one text: what POST /api/v1/extractions answers, or lines for people. */
export async function extractCommand(file: string, options: ExtractOptions, context: CommandContext): Promise<void> {
  const { terminal } = context;
  const text = await readText(file, terminal);
  terminal.timing('text read');
  const { json, ...hints } = options;
  const wire = toWire(extract({ ...hints, text }));
  terminal.timing('claims extracted');
  if (wire.language === 'other')
    terminal.say({
      en: `${file} is in neither Arabic nor English: no claims were looked for in it`,
      ar: `${file} ليس بالعربية ولا بالإنجليزية: لم تُستخرج منه معلومات`,
    });
  await terminal.result(json === true ? `${JSON.stringify(wire, null, 2)}\n` : forPeople(wire));
}

type Claim = ExtractionWire['claims'][number];

/** One claim a line: score, tier, kind, who said it, and the words themselves; fields divided by tabs. */
function forPeople(wire: ExtractionWire): string {
  return wire.claims.map((claim) => `${fields(claim).join('\t')}\n`).join('');
}

function fields(claim: Claim): string[] {
  const sources = claim.attribution?.links.map((link) => link.name ?? '—').join(' ← ') ?? '';
  return [String(claim.checkWorthiness.score), claim.tier, claim.kind, sources, claim.quote].map((field) =>
    field.replaceAll(/\s+/g, ' '),
  );
}
