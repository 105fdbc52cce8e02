import { createWriteStream, openAsBlob } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { ArchiveImport } from '#client';
import { asJson, atDesk, type Desk, type DeskOptions } from '../desk/desk.access.js';
import { openInput } from '../input/text.input.js';
import { plain } from '../layout/page.js';
import type { CommandContext } from '../program/command.context.js';
import { CommandFailure } from '../program/command.failure.js';
import { EXIT } from '../program/exit.code.js';
import { refusalWords } from './refusal.words.js';

export type ArchiveFormat = 'ndjson' | 'json' | 'csv';

export interface ArchiveImportOptions extends DeskOptions {
  readonly format?: ArchiveFormat;
}

const TYPES: Readonly<Record<ArchiveFormat, string>> = {
  ndjson: 'application/x-ndjson',
  json: 'application/json',
  csv: 'text/csv',
};
const ENDINGS: Readonly<Record<string, ArchiveFormat>> = {
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.json': 'json',
  '.jsonld': 'json',
  '.csv': 'csv',
  '.tsv': 'csv',
};
const LOOK_MS = 300;
/** What sending a file may take over a slow line, ms. */
const SENDING_MS = 6 * 3_600_000;

/** Sends a file of published checks, and tells what became of each of its records. */
export async function archiveImportCommand(
  file: string,
  options: ArchiveImportOptions,
  context: CommandContext,
): Promise<void> {
  const format = options.format ?? (file === '-' ? 'ndjson' : ENDINGS[extname(file).toLowerCase()]);
  if (!format) throw unknownFormat(file);
  await atDesk(options, context, async (desk) => {
    const sent = await withFile(file, context, async (path) => {
      desk.terminal.progress({ en: 'Sending …', ar: 'جارٍ الإرسال…' });
      const bytes = await openAsBlob(path);
      return desk.client.call('createArchiveImport', {
        body: { contentType: TYPES[format], bytes },
        timeoutMs: SENDING_MS,
      });
    });
    desk.terminal.say({
      en: `Received as import ${sent.id}. It is read on the server, also when you stop looking: isnad archive follow ${sent.id}`,
      ar: `وصل الملف، ورقم الاستيراد ${sent.id}. يقرؤه الخادم وإن توقفت عن المتابعة: isnad archive follow ${sent.id}`,
    });
    await told(sent, options, desk);
  });
}

/** Looks on at an import that was begun before, until it has ended. */
export async function archiveFollowCommand(id: string, options: DeskOptions, context: CommandContext): Promise<void> {
  await atDesk(options, context, async (desk) =>
    told(await desk.client.call('getArchiveImport', { params: { id } }), options, desk),
  );
}

/** Standard input is kept in a file first: what is sent must be there a second time when the line breaks. */
async function withFile<T>(file: string, context: CommandContext, work: (path: string) => Promise<T>): Promise<T> {
  const input = await openInput(file, context.terminal);
  if (file !== '-') {
    (input as NodeJS.ReadableStream & { destroy(): void }).destroy();
    return work(resolve(context.folder, file));
  }
  const folder = await mkdtemp(join(tmpdir(), 'isnad-import-'));
  try {
    const path = join(folder, 'input');
    await pipeline(input, createWriteStream(path, { mode: 0o600 }));
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Follows an import to its end and tells it. @throws CommandFailure when it failed, or refused a record */
async function told(begun: ArchiveImport, { json }: DeskOptions, desk: Desk): Promise<void> {
  const { client, terminal } = desk;
  let found = begun;
  while (found.status === 'queued' || found.status === 'running') {
    terminal.progress({
      en: `Import: ${found.progress}%, ${found.accepted} taken`,
      ar: `الاستيراد: ${found.progress}%، وقُبل ${found.accepted}`,
    });
    await wait(LOOK_MS);
    found = await client.call('getArchiveImport', { params: { id: begun.id } });
  }
  terminal.endProgress();
  await terminal.result(json ? asJson(found) : refusals(found, desk));
  if (found.status === 'failed') throw failed(found);
  terminal.say(summary(found));
  if (found.rejectedCount > 0) throw refused(found);
}

function refusals({ rejected }: ArchiveImport, desk: Desk): string {
  const page = desk.page();
  const rows = rejected.flatMap(({ line, errors }) =>
    errors.map(({ pointer, code }) => {
      const member = pointer.replace(/^\//, '');
      const words = refusalWords(code, desk.language);
      return page.isShown
        ? [page.say({ en: `line ${line}`, ar: `السطر ${line}` }), member || '—', words]
        : [String(line), member, code, words];
    }),
  );
  return page.table(rows).toString();
}

function summary({ accepted, repeated, rejectedCount }: ArchiveImport) {
  return {
    en: `Taken: ${accepted}. In the archive before: ${repeated}. Refused: ${rejectedCount}.`,
    ar: `المقبول: ${accepted}. الموجود من قبل: ${repeated}. المرفوض: ${rejectedCount}.`,
  };
}

function refused({ rejectedCount, rejected }: ArchiveImport): CommandFailure {
  const all = rejectedCount <= rejected.length;
  return new CommandFailure(EXIT.failed, {
    en: `${all ? 'the refused records stand above' : `the first ${rejected.length} refused records stand above`}: mend them and import the file again; what was taken is not taken twice`,
    ar: `${all ? 'السجلات المرفوضة مذكورة أعلاه' : `أول ${rejected.length} من السجلات المرفوضة مذكورة أعلاه`}: أصلحها ثم استورد الملف من جديد؛ ما قُبل لا يتكرر`,
  });
}

function failed({ id, failure }: ArchiveImport): CommandFailure {
  const why = plain(failure ?? '');
  return new CommandFailure(EXIT.failed, {
    en: `the import ${id} broke off (${why}): import the file again; what was taken is not taken twice`,
    ar: `توقف الاستيراد ${id} قبل تمامه (${why}): استورد الملف من جديد؛ ما قُبل لا يتكرر`,
  });
}

function unknownFormat(file: string): CommandFailure {
  return new CommandFailure(EXIT.usage, {
    en: `what ${file} holds cannot be told from its name: say --format ndjson, json or csv`,
    ar: `لا يدل اسم ${file} على صيغته: اذكر ‎--format ndjson أو json أو csv`,
  });
}
