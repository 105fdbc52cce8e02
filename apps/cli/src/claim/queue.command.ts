import type { ArticleItem, Assignment, ClaimItem, Client } from '#client';
import { asJson, atDesk, type Desk, type DeskOptions } from '../desk/desk.access.js';
import { articleId, shortId } from '../desk/short.id.js';
import { localTime } from '../layout/local.time.js';
import type { Page } from '../layout/page.js';
import type { CommandContext } from '../program/command.context.js';
import { ClaimWords } from '../wording/claim.words.js';

export interface QueueOptions extends DeskOptions {
  readonly article?: string;
  readonly all?: boolean;
}

/** A claim in the queue, with what made it land there. */
interface Entry {
  readonly claim: ClaimItem;
  readonly article: ArticleItem | undefined;
  readonly assignment: Assignment | undefined;
}

/** Assignments that still ask something of the reviewer. */
const OPEN = 'assigned,in-progress,outdated';
const MOST = 500;

/** What waits for me; with --article an article's claims in the order of its text, with --all whatever lacks a source. */
export async function queueCommand(options: QueueOptions, context: CommandContext): Promise<void> {
  await atDesk(options, context, async (desk) => {
    const entries = await entriesOf(options, desk);
    const ordered = options.article === undefined ? entries.sort(byUrgency) : entries;
    if (options.json) return desk.terminal.result(asJson({ items: ordered }));
    if (ordered.length > 0) return desk.terminal.result(shown(ordered, desk));
    desk.terminal.say({
      en: 'Nothing waits for you here. isnad queue --all shows what still lacks a source.',
      ar: 'لا شيء في انتظارك هنا. يعرض isnad queue --all كل ما يحتاج إلى مصدر.',
    });
  });
}

async function entriesOf({ article, all }: QueueOptions, desk: Desk): Promise<Entry[]> {
  const { client } = desk;
  if (article !== undefined) {
    const id = await articleId(desk, article);
    return withArticles(
      await claimsOf(client.pages('listArticleClaims', { params: { id }, query: { limit: 200 } })),
      client,
    );
  }
  if (all) {
    const query = { state: 'needs-source', disposition: 'active', limit: 200 };
    return withArticles(await claimsOf(client.pages('listClaims', { query })), client);
  }
  return mine(client);
}

async function mine(client: Client): Promise<Entry[]> {
  const assignments = new Map<string, Assignment>();
  for await (const each of client.pages('listMyAssignments', { query: { status: OPEN, limit: 200 } })) {
    assignments.set(each.claimId, each);
  }
  if (assignments.size === 0) return [];
  const claims = await claimsOf(client.pages('listClaims', { query: { assignee: 'me', limit: 200 } }));
  return withArticles(
    claims.filter(({ id }) => assignments.has(id)),
    client,
    assignments,
  );
}

async function claimsOf(pages: AsyncIterable<ClaimItem>): Promise<ClaimItem[]> {
  const claims: ClaimItem[] = [];
  for await (const claim of pages) {
    claims.push(claim);
    if (claims.length === MOST) break;
  }
  return claims;
}

/** The list of articles is read only until all that are needed were met. */
async function withArticles(
  claims: readonly ClaimItem[],
  client: Client,
  assignments: ReadonlyMap<string, Assignment> = new Map(),
): Promise<Entry[]> {
  const wanted = new Set(claims.map((claim) => claim.articleId));
  const articles = new Map<string, ArticleItem>();
  if (wanted.size > 0) {
    for await (const article of client.pages('listArticles', { query: { limit: 200 } })) {
      if (wanted.has(article.id)) articles.set(article.id, article);
      if (articles.size === wanted.size) break;
    }
  }
  return claims.map((claim) => ({
    claim,
    article: articles.get(claim.articleId),
    assignment: assignments.get(claim.id),
  }));
}

const dueAt = ({ assignment, claim }: Entry) => assignment?.dueAt ?? claim.dueAt ?? '9999';

/** What is due first, then the graver tier; claims of one article stay together when nothing else tells them apart. */
function byUrgency(left: Entry, right: Entry): number {
  const keys = (entry: Entry) => [dueAt(entry), entry.claim.tier, entry.claim.articleId, entry.claim.id].join(' ');
  return keys(left) < keys(right) ? -1 : 1;
}

/** In a terminal the claims stand under their article; in a pipe each line says everything. */
function shown(entries: readonly Entry[], desk: Desk): string {
  const page = desk.page();
  if (!page.isShown) {
    return page
      .table(
        entries.map((entry) => [entry.claim.id, ...cells(entry, page), entry.article?.title ?? '', entry.claim.quote]),
      )
      .toString();
  }
  for (const group of byArticle(entries)) {
    const { article, claim } = group[0]!;
    page.line(`${page.foreign(article?.title ?? '—')}  ${page.foreign(shortId(claim.articleId))}`);
    page.table(group.map((entry) => [`  ${shortId(entry.claim.id)}`, ...cells(entry, page), entry.claim.quote])).line();
  }
  const first = shortId(entries[0]!.claim.id);
  return page.line(`${page.say({ en: 'Next', ar: 'التالي' })}: ${page.foreign(`isnad show ${first}`)}`).toString();
}

function cells(entry: Entry, page: Page): string[] {
  const { claim, article, assignment } = entry;
  const words = new ClaimWords(page.language, article?.kind ?? 'draft');
  const due = dueAt(entry);
  const standing = assignment ? words.assignment(assignment.status) : words.standing(claim);
  return [words.tier(claim.tier), standing, due === '9999' ? '—' : localTime(due)];
}

/** Articles in the order of their most urgent claim. */
function byArticle(entries: readonly Entry[]): Entry[][] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.claim.articleId) ?? [];
    groups.set(entry.claim.articleId, [...group, entry]);
  }
  return [...groups.values()];
}
