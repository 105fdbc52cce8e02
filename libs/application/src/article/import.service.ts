import { Refusal } from '#domain';
import { PageFetchRepository, UnitOfWork, type PageFetchRow, type Written } from '#persistence';
import type { PageFailure } from '#platform';
import type { Call } from '../call/call.js';
import { found } from '../call/precondition.js';
import type { CaptureService } from '../evidence/capture.service.js';
import { decoded } from '../evidence/page.text.js';
import { requireRelation } from './article.access.js';
import { htmlBlocks, type HtmlBlock } from './html.blocks.js';
import { particularsOf, type PageParticulars } from './page.particulars.js';
import { TEXT_LIMIT_BYTES } from './prepared.text.js';

/** What was read of a page: to be looked at, changed and posted, or left. */
export interface ImportedPage extends PageParticulars {
  /** Where the redirects led. */
  readonly url: string;
  /** The words and their fields, nothing else: no script, style or link of the page. */
  readonly html: string;
  /** The copy of the page as it was. */
  readonly captureId: string;
}

export interface ImportView {
  readonly id: string;
  readonly url: string;
  readonly status: PageFetchRow['status'];
  /** Why there is nothing to read: of the fetch, or `empty` for a page without words. */
  readonly failure: PageFailure | 'empty' | null;
  readonly httpStatus: number | null;
  readonly page: ImportedPage | null;
  readonly requestedBy: string;
  readonly createdAt: string;
  readonly finishedAt: string | null;
}

/**
 * An article from an address. The worker fetches it, in its child process and by its rules, and keeps a copy; what stands on the copy
 * is read here each time it is asked for. No article is made of it: that is what posting is for.
 */
export class ImportService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly fetches: PageFetchRepository,
    private readonly captures: CaptureService,
  ) {}

  async ask(call: Call, address: string): Promise<Written<ImportView>> {
    const asked = await this.captures.fetch(call, address);
    const { id, url, status, httpStatus, requestedBy, createdAt, finishedAt } = asked.value;
    const value = { id, url, status, httpStatus, requestedBy, createdAt, finishedAt, failure: null, page: null };
    return { ...asked, value };
  }

  /** @throws Refusal not-found, also for the fetch of a page that is no import */
  async get(call: Call, id: string): Promise<ImportView> {
    const row = await this.work.read(call.agent.newsroomId, (tx) => this.fetches.find(tx, id));
    const { url, status, failure, httpStatus, captureId, requestedBy, earlierId } = found(row, 'import', id);
    if (earlierId !== null) throw new Refusal('not-found', { kind: 'import', id });
    requireRelation('getImport', call.actor, requestedBy === call.actor.memberId ? ['own-file'] : []);
    const about = {
      id,
      url,
      httpStatus,
      requestedBy,
      createdAt: row!.createdAt.toISOString(),
      finishedAt: row!.finishedAt?.toISOString() ?? null,
    };
    if (captureId === null) return { ...about, status, failure: failure as PageFailure | null, page: null };
    const page = await this.read(call, captureId);
    return typeof page === 'string'
      ? { ...about, status: 'failed', failure: page, page: null }
      : { ...about, status, failure: null, page };
  }

  private async read(call: Call, captureId: string): Promise<ImportedPage | 'content-type' | 'empty' | 'too-large'> {
    const { content, mediaType, url, finalUrl } = await this.captures.read(call, captureId);
    if (!/html|^text\/plain/.test(mediaType)) return 'content-type';
    const source = decoded(content, mediaType);
    const blocks = /html/.test(mediaType) ? htmlBlocks(source) : plainBlocks(source);
    const text = blocks.flatMap((block) => (block.field === 'aside' ? [] : [block.text])).join('\n');
    if (!/[\p{L}\p{N}]/u.test(text)) return 'empty';
    const html = htmlOf(blocks);
    if (Buffer.byteLength(html) > TEXT_LIMIT_BYTES) return 'too-large';
    return {
      ...particularsOf(/html/.test(mediaType) ? source : '', text),
      url: finalUrl ?? url ?? '',
      html,
      captureId,
    };
  }
}

/** A file of text as an article is handed in: paragraphs by empty lines. */
function plainBlocks(text: string): HtmlBlock[] {
  return text
    .split(/\r?\n\s*\r?\n/)
    .flatMap((part) => (part.trim() === '' ? [] : [{ field: 'body', text: part.trim() }]));
}

const TAGS: Readonly<Record<string, readonly [string, string]>> = {
  title: ['<h1>', '</h1>'],
  heading: ['<h2>', '</h2>'],
  caption: ['<figure><figcaption>', '</figcaption></figure>'],
  aside: ['<aside>', '</aside>'],
};

/** The blocks as a page again, of which htmlBlocks reads exactly them. */
export function htmlOf(blocks: readonly HtmlBlock[]): string {
  return blocks
    .map(({ field, text }) => {
      const [before, after] = TAGS[field] ?? ['<p>', '</p>'];
      return before + text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;') + after;
    })
    .join('\n');
}

/** What a file of text or HTML hands in, by its media type. */
export function fileText(mediaType: string, content: Buffer): { readonly html: string } | { readonly text: string } {
  const text = decoded(content, mediaType);
  return /html/.test(mediaType) ? { html: text } : { text };
}
