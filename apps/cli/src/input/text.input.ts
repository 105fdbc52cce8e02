import { open } from 'node:fs/promises';
import { TextDecoder } from 'node:util';
import type { Bilingual } from '#platform';
import { CommandFailure } from '../program/command.failure.js';
import { EXIT } from '../program/exit.code.js';
import type { Terminal } from '../program/terminal.js';

/** As over HTTP: UTF-8 bytes of one text. */
export const LONGEST_TEXT = 2_000_000;
const LONGEST_LINE = 8 * 1024 * 1024;

const refuse = (en: string, ar: string): never => {
  throw new CommandFailure(EXIT.failed, { en, ar });
};

/** A stream of the file's bytes, or of standard input for `-`. A file that cannot be opened is a mistake in the command. */
export async function openInput(file: string, terminal: Terminal): Promise<NodeJS.ReadableStream> {
  if (file === '-') return terminal.input;
  try {
    const handle = await open(file);
    if ((await handle.stat()).isDirectory()) {
      await handle.close();
      throw Object.assign(new Error(), { code: 'EISDIR' });
    }
    return handle.createReadStream();
  } catch (error) {
    throw new CommandFailure(EXIT.usage, unreadable(file, (error as NodeJS.ErrnoException).code ?? ''));
  }
}

function unreadable(file: string, code: string): Bilingual {
  if (code === 'ENOENT') return { en: `there is no file ${file}`, ar: `لا يوجد ملف باسم ${file}` };
  if (code === 'EISDIR') return { en: `${file} is a folder: name a file`, ar: `${file} مجلد: اذكر اسم ملف` };
  return { en: `cannot read ${file} (${code})`, ar: `تعذّرت قراءة ${file} (${code})` };
}

/** Reads one text whole. Throws CommandFailure for what is no text: empty, too long, binary, not UTF-8. */
export async function readText(file: string, terminal: Terminal): Promise<string> {
  const stream = await openInput(file, terminal);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > LONGEST_TEXT) {
      refuse(
        `${file} is longer than ${LONGEST_TEXT} bytes: split it`,
        `${file} أطول من ${LONGEST_TEXT} بايت: قسّمه إلى أجزاء`,
      );
    }
    chunks.push(bytes);
  }
  return asText(Buffer.concat(chunks), file);
}

function asText(bytes: Buffer, file: string): string {
  if (bytes.includes(0)) refuse(`${file} is not a text: it holds NUL bytes`, `${file} ليس نصًّا: فيه بايتات صفرية`);
  const text = decodeUtf8(bytes);
  if (text === null) {
    return refuse(
      `${file} is not UTF-8: convert it first, as with iconv`,
      `${file} ليس بترميز UTF-8: حوّله أولًا، مثلًا بأداة iconv`,
    );
  }
  if (!/[\p{L}\p{N}]/u.test(text)) refuse(`${file} holds no letter and no digit`, `لا يحتوي ${file} على أي حرف أو رقم`);
  return text;
}

/** Null for bytes that are not UTF-8. A byte order mark is kept: it counts in offsets. */
function decodeUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Lines of a file or of standard input as they arrive, without their ends; a line longer than 8 MiB is refused. */
export async function* readLines(file: string, terminal: Terminal): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const chunk of await openInput(file, terminal)) {
    rest += decodePart(decoder, typeof chunk === 'string' ? Buffer.from(chunk) : chunk, file);
    const lines = rest.split('\n');
    rest = lines.pop()!;
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line;
    if (rest.length > LONGEST_LINE) refuse(`${file} has a line longer than 8 MiB`, `في ${file} سطر أطول من 8 ميبيبايت`);
  }
  rest += decodePart(decoder, undefined, file);
  if (rest !== '') yield rest;
}

function decodePart(decoder: TextDecoder, bytes: Uint8Array | undefined, file: string): string {
  try {
    return decoder.decode(bytes, { stream: bytes !== undefined });
  } catch {
    return refuse(
      `${file} is not UTF-8: convert it first, as with iconv`,
      `${file} ليس بترميز UTF-8: حوّله أولًا، مثلًا بأداة iconv`,
    );
  }
}
