import { extname } from 'node:path';
import type { Article, Client, Input } from '#client';
import type { Language } from '#platform';
import { asJson, atDesk, type Desk, type DeskOptions } from '../desk/desk.access.js';
import { shortId } from '../desk/short.id.js';
import { readText } from '../input/text.input.js';
import type { CommandContext } from '../program/command.context.js';
import { CommandFailure } from '../program/command.failure.js';
import { EXIT } from '../program/exit.code.js';
import { type ArticleKind, ClaimWords } from '../wording/claim.words.js';

export interface ArticleAddOptions extends DeskOptions {
  readonly kind: ArticleKind;
  readonly language?: Language;
  readonly title?: string;
  readonly outlet?: string;
  readonly byline?: string;
  readonly url?: string;
  readonly author: readonly string[];
  /** Nobody of the newsroom wrote it. */
  readonly agency?: boolean;
}

type Body = Input<'createArticle'>['body'];

/** Posts a text or an HTML file, and shows the claims found in it. */
export async function articleAddCommand(
  file: string,
  options: ArticleAddOptions,
  context: CommandContext,
): Promise<void> {
  const text = await readText(file, context.terminal);
  await atDesk(options, context, async (desk) => {
    const authorIds = await authorsOf(options, desk.client);
    const { kind, language, title, outlet, byline, url } = options;
    const told = { kind, language, title, outlet, byline, sourceUrl: url, authorIds };
    const form = ['.html', '.htm'].includes(extname(file).toLowerCase()) ? { html: text } : { text };
    const article = await desk.client.call('createArticle', { body: { ...withoutAbsent(told), ...form } as Body });
    await desk.terminal.result(options.json ? asJson(article) : shown(article, desk));
  });
}

function shown(article: Article, desk: Desk): string {
  const words = new ClaimWords(desk.language, article.kind);
  const page = desk.page();
  if (page.isShown) {
    page.line(`${page.foreign(article.title)} ${page.foreign(shortId(article.id))}`);
    page.line(words.catalogue.plural(`claims.${article.kind}`, article.claims.length)).line();
  }
  return page
    .table(
      article.claims.map((claim) => [
        page.isShown ? shortId(claim.id) : claim.id,
        words.tier(claim.tier),
        words.standing(claim),
        words.word(`kind.${claim.kind}`),
        claim.quote,
      ]),
    )
    .toString();
}

/** Members by their email address; nothing said about authors leaves the choice to the server. */
async function authorsOf(options: ArticleAddOptions, client: Client): Promise<string[] | undefined> {
  if (options.agency) return [];
  if (options.author.length === 0) return undefined;
  const byEmail = new Map<string, string>();
  for await (const { email, id } of client.pages('listMembers', { query: { limit: 200 } })) {
    byEmail.set(email.toLowerCase(), id);
  }
  return options.author.map((email) => byEmail.get(email.toLowerCase()) ?? noSuchMember(email));
}

function noSuchMember(email: string): never {
  throw new CommandFailure(EXIT.notFound, {
    en: `${email} is no member of this newsroom`,
    ar: `‏${email} ليس عضوًا في غرفة الأخبار`,
  });
}

/** The API takes members that are absent, not members that are nothing. */
export function withoutAbsent(members: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
