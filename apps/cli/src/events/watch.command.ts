import { type NewsroomEvent, ProblemError } from '#client';
import { atDesk, type Desk, type DeskOptions } from '../desk/desk.access.js';
import { shortId } from '../desk/short.id.js';
import { localTime } from '../layout/local.time.js';
import type { CommandContext } from '../program/command.context.js';
import { eventWords } from '../wording/event.words.js';

export interface WatchOptions extends DeskOptions {
  /** Go on after this event. */
  readonly after?: number;
  /** End after so many events. */
  readonly count?: number;
}

/** Prints what happens in the newsroom until Ctrl-C, over lost connections and without a gap. */
export async function watchCommand(options: WatchOptions, context: CommandContext): Promise<void> {
  await atDesk(options, context, async (desk) => {
    const ending = new AbortController();
    const leave = () => ending.abort();
    process.once('SIGINT', leave).once('SIGTERM', leave);
    try {
      await follow(options, desk, ending);
    } catch (error) {
      if (!ending.signal.aborted) throw error;
    } finally {
      process.off('SIGINT', leave).off('SIGTERM', leave);
    }
  });
}

async function follow({ after, count, json }: WatchOptions, desk: Desk, ending: AbortController): Promise<void> {
  const { client, terminal } = desk;
  const lost = () =>
    terminal.say({ en: 'Connection lost; connecting again …', ar: 'انقطع الاتصال؛ تجري إعادة الاتصال…' });
  const quotes = new Quotes(desk);
  let seen = 0;
  terminal.say({ en: 'Watching; Ctrl-C ends it.', ar: 'المتابعة جارية؛ تنتهي بالضغط على Ctrl-C.' });
  const terms = { signal: ending.signal, onLost: lost, ...(after !== undefined && { after }) };
  for await (const event of client.events(terms)) {
    await terminal.result(json ? `${JSON.stringify(event)}\n` : await line(event, quotes, desk));
    if (++seen === count) ending.abort();
  }
}

async function line(event: NewsroomEvent, quotes: Quotes, desk: Desk): Promise<string> {
  const page = desk.page();
  const about = event.claimId ?? event.articleId ?? event.object.id;
  const words = eventWords(event.type, desk.language);
  const quote = await quotes.of(event);
  const time = localTime(new Date().toISOString()).slice(11);
  return page.table([[time, page.isShown ? shortId(about) : about, words, quote]]).toString();
}

/** Quotes and titles, each read once. */
class Quotes {
  private readonly known = new Map<string, Promise<string>>();

  constructor(private readonly desk: Desk) {}

  of({ claimId, articleId }: NewsroomEvent): Promise<string> {
    const { client } = this.desk;
    if (claimId !== null) {
      return this.once(claimId, async () => (await client.call('getClaim', { params: { id: claimId } })).quote);
    }
    if (articleId === null) return Promise.resolve('');
    return this.once(articleId, async () => (await client.call('getArticle', { params: { id: articleId } })).title);
  }

  /** What may not be read, or is gone, stays without words. */
  private once(id: string, read: () => Promise<string>): Promise<string> {
    const found =
      this.known.get(id) ??
      read().catch((error: unknown) => {
        if (error instanceof ProblemError) return '';
        throw error;
      });
    this.known.set(id, found);
    return found;
  }
}
