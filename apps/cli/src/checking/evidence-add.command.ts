import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Client, Evidence, Input, Source } from '#client';
import { withoutAbsent } from '../article/article-add.command.js';
import { asJson, atDesk, type Desk, type DeskOptions } from '../desk/desk.access.js';
import { claimId, shortId } from '../desk/short.id.js';
import type { CommandContext } from '../program/command.context.js';
import { CommandFailure } from '../program/command.failure.js';
import { EXIT } from '../program/exit.code.js';

export interface EvidenceAddOptions extends DeskOptions {
  readonly source: string;
  readonly type?: Source['type'];
  readonly stance: NonNullable<Evidence['stance']>;
  readonly locator: string;
  readonly url?: string;
  readonly quote?: string;
  readonly note?: string;
  readonly capture?: string;
  readonly primary?: boolean;
  readonly confidential?: boolean;
}

type Body = Input<'addEvidence'>['body'];

/** Adds one piece of evidence. A source the register knows by this name is used; else it is registered with the evidence. */
export async function evidenceAddCommand(
  typed: string,
  options: EvidenceAddOptions,
  context: CommandContext,
): Promise<void> {
  await atDesk(options, context, async (desk) => {
    const id = await claimId(desk, typed);
    const source = await sourceOf(options, desk.client);
    const captureId = options.capture === undefined ? undefined : await keep(options.capture, desk);
    const { stance, locator, url, quote, note, primary, confidential } = options;
    const told = { ...source, stance, locator, url, quote, note, primary, confidential, captureId };
    const body = withoutAbsent(told) as Body;
    const added = await desk.client.call('addEvidence', { params: { id }, body });
    if (options.json) return desk.terminal.result(asJson(added));
    await desk.terminal.result(`${desk.page().isShown ? shortId(added.id) : added.id}\n`);
    const next = `isnad verdict ${shortId(added.claimId)}`;
    desk.terminal.say({ en: `Evidence added. Next: ${next}`, ar: `أُضيف الدليل. التالي: ${next}` });
  });
}

/** The register's own source of exactly this name, and type where one is given; the word for word same name is the same source. */
async function sourceOf(
  { source: name, type }: EvidenceAddOptions,
  client: Client,
): Promise<Pick<Body, 'source' | 'sourceId'>> {
  const known: Source[] = [];
  for await (const source of client.pages('listSources', { query: { q: name, limit: 200 } })) {
    if (source.name === name && (type === undefined || source.type === type)) known.push(source);
  }
  if (known.length === 1) return { sourceId: known[0]!.id };
  if (known.length > 1) {
    throw new CommandFailure(EXIT.notFound, {
      en: `the register has ${known.length} sources of the name ${name}: say which with --type`,
      ar: `في سجل المصادر أكثر من مصدر باسم ${name} (${known.length}): حدّد أيّها بالخيار --type`,
    });
  }
  if (type !== undefined) return { source: { name, type } };
  throw new CommandFailure(EXIT.usage, {
    en: `the register has no source of the name ${name}: say what it is with --type, such as --type outlet`,
    ar: `ليس في سجل المصادر مصدر باسم ${name}: اذكر نوعه بالخيار --type، مثل --type outlet`,
  });
}

async function keep(file: string, { client, folder }: Desk): Promise<string> {
  const bytes = await readFile(resolve(folder, file)).catch((error: NodeJS.ErrnoException) => {
    throw new CommandFailure(EXIT.usage, {
      en: `cannot read ${file} (${error.code})`,
      ar: `تعذّرت قراءة ${file} (${error.code})`,
    });
  });
  const kept = await client.call('createCapture', { body: { contentType: 'application/octet-stream', bytes } });
  return kept.id;
}
