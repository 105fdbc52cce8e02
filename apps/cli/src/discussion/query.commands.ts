import type { Item } from '#client';
import { proseOf } from '../checking/verdict.command.js';
import { asJson, atDesk, type Desk, type DeskOptions } from '../desk/desk.access.js';
import { claimId, shortId, wholeId } from '../desk/short.id.js';
import type { CommandContext } from '../program/command.context.js';
import { CommandFailure } from '../program/command.failure.js';
import { EXIT } from '../program/exit.code.js';

export interface AnswerOptions extends DeskOptions {
  readonly query?: string;
}

type Query = Item<'listQueries'>;

/** Asks the author of the text something about a claim. `-` reads the question from standard input. */
export async function askCommand(
  typed: string,
  text: string,
  options: DeskOptions,
  context: CommandContext,
): Promise<void> {
  await atDesk(options, context, async (desk) => {
    const id = await claimId(desk, typed);
    const asked = await desk.client.call('askQuery', { params: { id }, body: { text: await proseOf(text, desk) } });
    if (options.json) return desk.terminal.result(asJson(asked));
    desk.terminal.say({
      en: `Query sent to the author: ${shortId(asked.id)}. Until it is answered the claim cannot be verified.`,
      ar: `أُرسل طلب الإيضاح إلى معدّ المادة: ${desk.page().foreign(shortId(asked.id))}. لا يُعتمد التحقق قبل الجواب عنه.`,
    });
  });
}

/** Answers the query on a claim; where several are open, --query says which. */
export async function answerCommand(
  typed: string,
  text: string,
  options: AnswerOptions,
  context: CommandContext,
): Promise<void> {
  await atDesk(options, context, async (desk) => {
    const query = await theQuery(await claimId(desk, typed), 'open', options.query, desk);
    const body = { text: await proseOf(text, desk) };
    const answered = await desk.client.call('answerQuery', { params: { id: query.id }, body });
    if (options.json) return desk.terminal.result(asJson(answered));
    desk.terminal.say({ en: 'Answered; whoever asked has been told.', ar: 'سُجّل جوابك وأُبلغ به السائل.' });
  });
}

/** Closes a query: its answer is enough, or `--note` says why none is needed any more. */
export async function resolveCommand(
  typed: string,
  options: AnswerOptions & { readonly note?: string },
  context: CommandContext,
): Promise<void> {
  await atDesk(options, context, async (desk) => {
    const wanted = options.note === undefined ? 'answered' : null;
    const query = await theQuery(await claimId(desk, typed), wanted, options.query, desk);
    const body = options.note === undefined ? {} : { note: await proseOf(options.note, desk) };
    const resolved = await desk.client.call('resolveQuery', { params: { id: query.id }, body });
    if (options.json) return desk.terminal.result(asJson(resolved));
    desk.terminal.say({ en: 'Query closed.', ar: 'أُغلق طلب الإيضاح.' });
  });
}

/** The one query meant: the named one, or the only one of the claim that waits for this step. */
async function theQuery(
  claim: string,
  status: Query['status'] | null,
  typed: string | undefined,
  desk: Desk,
): Promise<Query> {
  const items: Query[] = [];
  for await (const query of desk.client.pages('listQueries', { params: { id: claim } })) items.push(query);
  if (typed !== undefined) {
    const id = await wholeId('query', typed, () => items);
    const named = items.find((each) => each.id === id);
    if (named) return named;
  }
  const waiting = items.filter((each) => (status === null ? each.status !== 'resolved' : each.status === status));
  const [only] = waiting;
  if (only && waiting.length === 1 && typed === undefined) return only;
  throw waiting.length > 1 ? severalWait(waiting, desk) : noneWaits();
}

function severalWait(waiting: readonly Query[], desk: Desk): CommandFailure {
  const page = desk.page();
  const list = waiting.map(({ id, text }) => `${page.foreign(shortId(id))} ${page.foreign(text.slice(0, 60))}`);
  return new CommandFailure(EXIT.usage, {
    en: `several queries wait here, say which with --query: ${list.join('; ')}`,
    ar: `هنا أكثر من طلب إيضاح، حدّد المقصود بـ--query: ${list.join('؛ ')}`,
  });
}

const noneWaits = () =>
  new CommandFailure(EXIT.notFound, {
    en: 'no such query waits on this claim: isnad show lists them',
    ar: 'لا طلب إيضاح كهذا هنا: يعرض isnad show طلبات الإيضاح',
  });
