import type { Item } from '#client';
import { asJson, atDesk, type DeskOptions } from '../desk/desk.access.js';
import { claimId } from '../desk/short.id.js';
import { localTime } from '../layout/local.time.js';
import type { CommandContext } from '../program/command.context.js';

/** Who did what to a claim, in the server's own sentences, oldest first. */
export async function historyCommand(typed: string, options: DeskOptions, context: CommandContext): Promise<void> {
  await atDesk(options, context, async (desk) => {
    const id = await claimId(desk, typed);
    const items: Item<'getClaimHistory'>[] = [];
    for await (const item of desk.client.pages('getClaimHistory', { params: { id }, query: { limit: 200 } }))
      items.push(item);
    if (options.json) return desk.terminal.result(asJson({ items }));
    const page = desk.page();
    page.table(items.map(({ at, sentence }) => [localTime(at), sentence]));
    return desk.terminal.result(page.toString());
  });
}
