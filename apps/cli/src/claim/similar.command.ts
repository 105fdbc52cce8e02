import type { Match } from '#client';
import { asJson, atDesk, type Desk, type DeskOptions } from '../desk/desk.access.js';
import { shortId } from '../desk/short.id.js';
import type { CommandContext } from '../program/command.context.js';
import { ClaimWords } from '../wording/claim.words.js';

export interface SimilarOptions extends DeskOptions {
  readonly limit?: number;
}

/** Earlier claims like a text, ours and of the archive, each with why it is shown. */
export async function similarCommand(text: string, options: SimilarOptions, context: CommandContext): Promise<void> {
  await atDesk(options, context, async (desk) => {
    const query = options.limit === undefined ? { text } : { text, limit: options.limit };
    const { items } = await desk.client.call('matchText', { query });
    if (options.json) return desk.terminal.result(asJson({ items }));
    if (items.length > 0) return desk.terminal.result(shown(items, desk));
    desk.terminal.say({ en: 'Nothing like it was found.', ar: 'لم يُعثر على ما يشبهه.' });
  });
}

function shown(items: readonly Match[], desk: Desk): string {
  const page = desk.page();
  const words = new ClaimWords(page.language, 'external');
  const standing = ({ state, rating }: Match) =>
    [state === null ? '' : words.state(state), rating ?? ''].filter((part) => part !== '').join(': ') || '—';
  if (!page.isShown) {
    return page
      .table(
        items.map((item) => [
          item.claimId ?? item.archiveId ?? '',
          String(item.score),
          item.class,
          standing(item),
          item.why.sentence,
          item.text,
        ]),
      )
      .toString();
  }
  for (const item of items) {
    page.line(page.foreign(item.text));
    page.line(`  ${item.why.sentence}`);
    const where = item.articleTitle ?? item.url ?? '';
    page.table([[`  ${shortId(item.claimId ?? item.archiveId ?? '')}`, standing(item), where]]).line();
  }
  return page.toString();
}
