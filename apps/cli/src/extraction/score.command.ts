import { scoreSentence } from '#language';
import { readLines } from '../input/text.input.js';
import type { CommandContext } from '../program/command.context.js';
import { CommandFailure } from '../program/command.failure.js';
import { EXIT } from '../program/exit.code.js';

interface Item {
  readonly id: string | number;
  readonly text: string;
  readonly language?: string | null;
}

/** Reads one {id, text, language?} a line and prints one {id, score, subjective} a line, in the same order. */
export async function scoreCommand(file: string, context: CommandContext): Promise<void> {
  let number = 0;
  for await (const line of readLines(file, context.terminal)) {
    number++;
    if (line.trim() === '') continue;
    const item = readItem(line, number);
    await context.terminal.result(`${JSON.stringify({ id: item.id, ...scoreSentence(item) })}\n`);
  }
  context.terminal.timing('sentences scored');
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
