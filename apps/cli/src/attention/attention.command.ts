import type { Item } from '#client';
import { asJson, atDesk, type Desk, type DeskOptions } from '../desk/desk.access.js';
import { shortId } from '../desk/short.id.js';
import { localTime } from '../layout/local.time.js';
import type { CommandContext } from '../program/command.context.js';
import { attentionWords } from '../wording/attention.words.js';

export interface AttentionOptions extends DeskOptions {
  readonly overdue?: boolean;
}

type AttentionItem = Item<'listAttention'>;
/** More than anybody can look at; what comes after it is the less urgent. */
const MOST = 200;

/** Everything that waits for me, in the server's order of urgency, with the reason of each. */
export async function attentionCommand(options: AttentionOptions, context: CommandContext): Promise<void> {
  await atDesk(options, context, async (desk) => {
    const query = { limit: MOST, ...(options.overdue && { overdue: 'true' as const }) };
    const page = await desk.client.call('listAttention', { query });
    if (options.json) return desk.terminal.result(asJson(page));
    if (page.items.length > 0) return desk.terminal.result(shown(page.items, desk));
    desk.terminal.say({ en: 'Nothing waits for you.', ar: 'لا شيء في انتظارك.' });
  });
}

function shown(items: readonly AttentionItem[], desk: Desk): string {
  const page = desk.page();
  const rows = items.map(({ claimId, reason, dueAt, overdue, tier, quote, articleTitle }) => {
    const due = dueAt === null ? '—' : localTime(dueAt);
    const late = overdue && reason !== 'overdue' ? ` (${attentionWords('overdue', desk.language)})` : '';
    const id = page.isShown ? shortId(claimId) : claimId;
    return [
      id,
      tier,
      `${attentionWords(reason, desk.language)}${late}`,
      due,
      ...(page.isShown ? [] : [articleTitle]),
      quote,
    ];
  });
  page.table(rows);
  const [first] = items;
  if (page.isShown && first)
    page
      .line()
      .line(`${page.say({ en: 'Next', ar: 'التالي' })}: ${page.foreign(`isnad show ${shortId(first.claimId)}`)}`);
  return page.toString();
}
