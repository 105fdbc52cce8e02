import { explainSentence, scoreSentence, type SentenceExplanation } from '#language';
import { readLines } from '../input/text.input.js';
import type { CommandContext } from '../program/command.context.js';
import { CommandFailure } from '../program/command.failure.js';
import { EXIT } from '../program/exit.code.js';

interface Item {
  readonly id: string | number;
  readonly text: string;
  readonly language?: string | null;
}

export interface ScoreOptions {
  readonly jsonl: string;
  readonly reasons?: boolean;
}

/** Reads one {id, text, language?} a line and prints one {id, score, subjective} a line, in the same order; with its reasons when asked. */
export async function scoreCommand(options: ScoreOptions, context: CommandContext): Promise<void> {
  let number = 0;
  for await (const line of readLines(options.jsonl, context.terminal)) {
    number++;
    if (line.trim() === '') continue;
    const item = readItem(line, number);
    await context.terminal.result(
      `${JSON.stringify({ id: item.id, ...scoreSentence(item), ...(options.reasons && told(explainSentence(item))) })}\n`,
    );
  }
  context.terminal.timing('sentences scored');
}

/** Log-odds with two decimals: more would feign exactness. */
function told({ decidedBy, reasons }: SentenceExplanation): SentenceExplanation {
  const rounded = reasons.map((reason) => ({ ...reason, weight: Math.round(reason.weight * 100) / 100 || 0 }));
  return { decidedBy, reasons: rounded.filter(({ weight }) => weight !== 0) };
}

function readItem(line: string, number: number): Item {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    // told below
  }
  const { id, text, language } = (value ?? {}) as Record<string, unknown>;
  const sound =
    (typeof id === 'string' || typeof id === 'number') &&
    typeof text === 'string' &&
    (language === undefined || language === null || typeof language === 'string');
  if (sound) return value as Item;
  throw new CommandFailure(EXIT.failed, {
    en: `line ${number} is not {"id": …, "text": "…", "language": "ar" or "en" or nothing}`,
    ar: `السطر ${number} ليس بالصيغة {"id": …, "text": "…", "language": "ar" أو "en" أو بدونها}`,
  });
}
