import { asJson, atDesk, type Desk, type DeskOptions } from '../desk/desk.access.js';
import { claimId } from '../desk/short.id.js';
import type { CommandContext } from '../program/command.context.js';
import { claimPage } from './claim.page.js';
import type { ClaimSheet } from './claim.sheet.js';

/** Shows a claim: its words, who said them, the evidence, what is still missing and what one may do about it. */
export async function showCommand(typed: string, options: DeskOptions, context: CommandContext): Promise<void> {
  await atDesk(options, context, async (desk) => {
    const sheet = await claimSheet(await claimId(desk, typed), desk);
    const { claim, evidence, verdicts, queries } = sheet;
    await desk.terminal.result(options.json ? asJson({ claim, evidence, verdicts, queries }) : claimPage(sheet, desk));
  });
}

export async function claimSheet(id: string, { client }: Desk): Promise<ClaimSheet> {
  const [claim, evidence, verdicts, queries, newsroom, names] = await Promise.all([
    client.call('getClaim', { params: { id } }),
    client.call('listEvidence', { params: { id } }),
    client.call('listVerdicts', { params: { id } }),
    all(client.pages('listQueries', { params: { id } })),
    client.call('getNewsroom'),
    namesOf(client),
  ]);
  const article = await client.call('getArticle', { params: { id: claim.articleId } });
  const { ratings } = newsroom.scale[article.kind];
  const lists = { evidence: evidence.items, verdicts: verdicts.items, queries };
  return { claim, article, ...lists, ratings, names };
}

async function namesOf(client: Desk['client']): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for await (const { id, name } of client.pages('listMembers', { query: { limit: 200 } })) names.set(id, name);
  return names;
}

async function all<T>(pages: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of pages) items.push(item);
  return items;
}
