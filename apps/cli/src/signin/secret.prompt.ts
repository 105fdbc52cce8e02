import type { Bilingual } from '#platform';
import { CommandFailure } from '../program/command.failure.js';
import { EXIT } from '../program/exit.code.js';
import type { Terminal } from '../program/terminal.js';

const CTRL_C = '\u0003';
const CTRL_D = '\u0004';
const ERASE = new Set(['\u0008', '\u007F']);
const LONGEST = 2048;

/**
 * Asks for something that must not be seen, nor stand in the shell's history or the list of processes: typed unseen in a terminal,
 * or one line of standard input.
 */
export async function askSecret(question: Bilingual, terminal: Terminal): Promise<string> {
  return terminal.input.isTTY ? askUnseen(question, terminal) : readLine(terminal);
}

/** Asks for something that may be seen. */
export async function askOpenly(question: Bilingual, terminal: Terminal): Promise<string> {
  if (terminal.input.isTTY) terminal.ask(question);
  return readLine(terminal);
}

/** Whoever typed ahead, or piped two answers at once, loses nothing: what follows a line waits for the next question. */
const WAITING = new WeakMap<NodeJS.ReadableStream, string>();

async function readLine({ input }: Terminal): Promise<string> {
  const text = await untilLineEnd(input, WAITING.get(input) ?? '');
  const end = text.indexOf('\n');
  WAITING.set(input, end < 0 ? '' : text.slice(end + 1));
  return (end < 0 ? text : text.slice(0, end)).replace(/\r$/, '');
}

function untilLineEnd(input: NodeJS.ReadableStream, known: string): Promise<string> {
  if (known.includes('\n')) return Promise.resolve(known);
  return new Promise((resolve, reject) => {
    let text = known;
    const finish = () => {
      input.removeListener('data', take).removeListener('end', finish).removeListener('error', reject);
      input.pause();
      resolve(text);
    };
    const take = (chunk: Buffer | string) => {
      text += chunk.toString();
      if (text.includes('\n') || text.length > LONGEST) finish();
    };
    input.on('data', take).on('end', finish).on('error', reject);
    if (!input.readable) finish();
  });
}

function askUnseen(question: Bilingual, terminal: Terminal): Promise<string> {
  const { input } = terminal;
  terminal.ask(question);
  input.setRawMode?.(true);
  input.resume();
  return new Promise((resolve, reject) => {
    let typed = '';
    const finish = (settle: () => void) => {
      input.removeListener('data', take);
      input.setRawMode?.(false);
      input.pause();
      terminal.endLine();
      settle();
    };
    const take = (chunk: Buffer | string) => {
      for (const letter of chunk.toString()) {
        if (letter === CTRL_C) return finish(() => reject(interrupted()));
        if (letter === '\r' || letter === '\n' || letter === CTRL_D) return finish(() => resolve(typed));
        if (ERASE.has(letter)) typed = [...typed].slice(0, -1).join('');
        else typed += letter;
      }
    };
    input.on('data', take);
  });
}

function interrupted(): CommandFailure {
  return new CommandFailure(EXIT.interrupted, { en: 'stopped', ar: 'توقّف التنفيذ' });
}
