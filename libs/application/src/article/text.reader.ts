import { chromeKey } from '#language';
import { ArticleRepository, HostBlockRepository, UnitOfWork, type Tx } from '#persistence';
import { sha256 } from '#platform';
import type { Call } from '../call/call.js';
import { linesOf, prepareText, type TextInput } from './prepared.text.js';
import type { PreparedText } from './prepared.types.js';

/** A line on this many other pages of its host is the page's. */
const PAGES = 3;
/** Pages have a few hundred lines; what stands further down is not looked at. */
const MOST_LINES = 600;

/** Reads a posted text with what is remembered of the pages of its host. */
export class TextReader {
  constructor(
    private readonly work: UnitOfWork,
    private readonly memory: HostBlockRepository,
    private readonly articles: ArticleRepository,
    /** A provider is configured that may propose what the rules have missed. */
    private readonly asksProvider: boolean,
  ) {}

  /** @throws Refusal as `prepareText` does */
  async read(call: Call, input: TextInput, url: string | null): Promise<PreparedText> {
    const host = hostOf(url);
    const hashes = host === null ? [] : hashesOf(linesOf(input));
    if (host === null || hashes.length === 0) return prepareText(input);
    const known = await this.work.read(call.agent.newsroomId, (tx) =>
      this.memory.known(tx, host, pageOf(url), hashes, PAGES),
    );
    return prepareText(input, (line) => {
      const hash = hashOf(line);
      return hash !== null && known.has(hash);
    });
  }

  /** Counts the page of a new article, menus and all. */
  async remember(tx: Tx, prepared: PreparedText, url: string | null): Promise<void> {
    const host = hostOf(url);
    if (host === null) return;
    const hashes = hashesOf(prepared.blocks.flatMap(({ text }) => text.split('\n')));
    if (hashes.length > 0) await this.memory.remember(tx, host, pageOf(url), hashes);
  }

  /** Queues the question to the provider with the text it is about: asked after the commit, and lost with it. */
  async askForMore(tx: Tx, articleId: string, number: number): Promise<void> {
    if (this.asksProvider) await this.articles.requestProposals(tx, articleId, number);
  }
}

function hostOf(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') || null : null;
}

const pageOf = (url: string | null): string =>
  sha256(url ?? '')
    .toString('hex')
    .slice(0, 32);

function hashOf(line: string): string | null {
  const key = chromeKey(line);
  return key === null ? null : sha256(key).toString('hex').slice(0, 32);
}

function hashesOf(lines: readonly string[]): string[] {
  return [...new Set(lines.slice(0, MOST_LINES).flatMap((line) => hashOf(line) ?? []))];
}
