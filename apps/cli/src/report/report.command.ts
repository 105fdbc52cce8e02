import { stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Input, Report } from '#client';
import type { Language } from '#platform';
import { asJson, atDesk, type Desk, type DeskOptions } from '../desk/desk.access.js';
import { articleId } from '../desk/short.id.js';
import { plain } from '../layout/page.js';
import type { CommandContext } from '../program/command.context.js';
import { CommandFailure } from '../program/command.failure.js';
import { EXIT } from '../program/exit.code.js';

export interface ReportOptions extends DeskOptions {
  readonly format: string;
  readonly language?: Language;
  readonly output?: string;
}

type Format = Input<'createReport'>['body']['formats'][number];
type ReportFile = Report['files'][number];
export const FORMATS: readonly Format[] = ['html', 'csv', 'json', 'verdicts-csv', 'verdicts-json'];
const LOOK_MS = 300;

/** Has a report on an article made and fetches its files. */
export async function reportCommand(typed: string, options: ReportOptions, context: CommandContext): Promise<void> {
  const formats = formatsOf(options.format);
  await atDesk(options, context, async (desk) => {
    const id = await articleId(desk, typed);
    const target = await targetOf(options.output, formats, desk);
    const body = { scope: { articleId: id }, formats, language: options.language ?? desk.language };
    const report = await made(await desk.client.call('createReport', { body }), desk);
    const written: string[] = [];
    for (const file of report.files) {
      const bytes = await desk.client.call('downloadReportFile', { params: { id: report.id, name: file.name } });
      if (target.kind === 'stdout') await desk.terminal.result(Buffer.from(bytes));
      else written.push(await put(bytes, pathOf(file, target), target.kind === 'file'));
    }
    if (target.kind === 'stdout') return;
    await desk.terminal.result(
      options.json ? asJson({ report, written }) : written.map((path) => `${path}\n`).join(''),
    );
  });
}

function formatsOf(text: string): Format[] {
  const formats = text.split(',').map((each) => each.trim().toLowerCase());
  const strange = formats.find((each) => !(FORMATS as readonly string[]).includes(each));
  if (strange === undefined) return [...new Set(formats)] as Format[];
  throw new CommandFailure(EXIT.usage, {
    en: `${strange} is no format of reports: choose from ${FORMATS.join(', ')}`,
    ar: `‏${strange} ليست صيغة من صيغ التقارير: اختر من ${FORMATS.join('، ')}`,
  });
}

type Target =
  | { readonly kind: 'stdout' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string };

/** Where the files go: `-` is standard output, a folder takes them all, a file takes one, nothing is the folder one is in. */
async function targetOf(output: string | undefined, formats: readonly Format[], { folder }: Desk): Promise<Target> {
  if (output === undefined) return { kind: 'folder', path: folder };
  const single = formats.length === 1;
  if (output === '-' && single) return { kind: 'stdout' };
  const path = resolve(folder, output);
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (isFolder) return { kind: 'folder', path };
  if (single && output !== '-') return { kind: 'file', path };
  throw new CommandFailure(EXIT.usage, {
    en: `several files need a folder that is there: ${output} is none`,
    ar: `تحتاج الملفات المتعددة إلى مجلد موجود، و${output} ليس كذلك`,
  });
}

async function made(asked: Report, { client, terminal }: Desk): Promise<Report> {
  let report = asked;
  while (report.status === 'queued' || report.status === 'running') {
    terminal.progress({ en: `Report: ${report.progress}%`, ar: `التقرير: ${report.progress}%` });
    await wait(LOOK_MS);
    report = await client.call('getReport', { params: { id: asked.id } });
  }
  terminal.endProgress();
  if (report.status === 'done') return report;
  throw new CommandFailure(EXIT.failed, {
    en: `the report could not be made: ${plain(report.failure ?? '')}`,
    ar: `تعذّر إنجاز التقرير: ${plain(report.failure ?? '')}`,
  });
}

function pathOf({ name, savedAs, format }: ReportFile, target: Exclude<Target, { kind: 'stdout' }>): string {
  if (target.kind === 'file') return target.path;
  // The name is the server's; nothing of it may lead out of the folder or hide in it.
  const ending = /\.([a-z0-9]{1,12})$/.exec(name)?.[1] ?? format;
  const stem = plain(savedAs)
    .replace(/\.[^.]*$/, '')
    .replace(/[^\p{L}\p{M}\p{N} ._()-]/gu, '_')
    .replace(/^[. -]+/, '');
  return join(target.path, `${stem}.${ending}`);
}

/** A file that was named is replaced; one that was not is somebody's work. */
async function put(bytes: Uint8Array, path: string, replace: boolean): Promise<string> {
  try {
    await writeFile(path, bytes, { flag: replace ? 'w' : 'wx' });
    return path;
  } catch (error) {
    const there = (error as NodeJS.ErrnoException).code === 'EEXIST';
    throw new CommandFailure(there ? EXIT.failed : EXIT.usage, {
      en: there ? `${path} is there already: name another with --output` : `cannot write ${path}`,
      ar: there ? `الملف ${path} موجود بالفعل: سمِّ غيره بالخيار --output` : `تعذّرت الكتابة في ${path}`,
    });
  }
}
