import { Refusal } from '#domain';
import { detectLanguage, extract, extractBlocks, type GivenBlock, sourceBlocks } from '#language';
import { sha256 } from '#platform';
import { htmlBlocks } from './html.blocks.js';
import type { PreparedText, ReadingOptions } from './prepared.types.js';
import { assembled, placedReading } from './text.assembly.js';

/** What a caller hands in: one of text, html and blocks. */
export interface TextInput {
  readonly title?: string | undefined;
  readonly text?: string | undefined;
  readonly html?: string | undefined;
  readonly blocks?: readonly { readonly field: string; readonly text: string }[] | undefined;
  readonly language?: 'ar' | 'en' | undefined;
  readonly outlet?: string | null | undefined;
  readonly publishedAt?: string | null | undefined;
}

export const TEXT_LIMIT_BYTES = 2_000_000;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** What stands on many pages of the host a text comes from. */
export type KnownChrome = (line: string) => boolean;

/** @throws Refusal for a text that is too long or holds nothing to read */
export function prepareText(input: TextInput, isChrome?: KnownChrome): PreparedText {
  const received = input.text ?? input.html ?? (input.blocks ?? []).map(({ text }) => text).join('\n');
  const pointer = input.text !== undefined ? '/text' : input.html !== undefined ? '/html' : '/blocks';
  if (Buffer.byteLength(received) > TEXT_LIMIT_BYTES)
    throw new Refusal('body-too-large', { limitBytes: TEXT_LIMIT_BYTES });
  // Tags are not words: what there is to read, and in which language, shows only without them.
  const given = input.html !== undefined ? htmlBlocks(input.html) : (input.blocks ?? []);
  const readable = input.text ?? given.map(({ text }) => text).join('\n');
  if (!LETTER_OR_DIGIT.test(readable)) throw new Refusal('text-without-content', { pointer });
  const { language, title, outlet, publishedAt } = input;
  const options = {
    language: language ?? detected(readable),
    title,
    outlet: outlet ?? undefined,
    publishedAt: publishedAt ?? undefined,
  };
  const prepared =
    input.text !== undefined
      ? fromText(input.text, options, isChrome)
      : fromBlocks(given as readonly GivenBlock[], options, { trusted: input.html === undefined, isChrome });
  return { ...prepared, receivedSha256: sha256(received).toString('hex') };
}

/** The lines of a text as handed in, before anything is judged about them; none of one that is too long to be read. */
export function linesOf({ text, html, blocks }: TextInput): string[] {
  if (Buffer.byteLength(text ?? html ?? '') > TEXT_LIMIT_BYTES) return [];
  const pieces =
    text !== undefined ? [text] : (html !== undefined ? htmlBlocks(html) : (blocks ?? [])).map((one) => one.text);
  return pieces.flatMap((piece) => piece.split(/\r\n?|\n/));
}

function detected(text: string): 'ar' | 'en' {
  return detectLanguage(text) === 'ar' ? 'ar' : 'en';
}

function fromText(text: string, options: ReadingOptions, isChrome?: KnownChrome): Omit<PreparedText, 'receivedSha256'> {
  const extraction = extract({ text, ...options, ...(isChrome && { isChrome }) });
  const { content } = extraction.text;
  const spans = [
    ...extraction.blocks.map(({ field, start, end }) => ({ field, start, end })),
    ...extraction.setAside
      .filter((aside) => !extraction.blocks.some(({ start, end }) => start < aside.end && aside.start < end))
      .map(({ start, end, reason }) => ({ field: 'aside' as const, start, end, reason })),
  ]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map((block, index) => ({ ...block, id: `b${index + 1}` }));
  const blocks = spans.map(({ id, field, start, end, ...rest }) => ({
    id,
    field,
    text: content.slice(start, end),
    ...rest,
  }));
  return assembled(placedReading(extraction, spans), blocks, options);
}

/** Blocks keep their bounds and fields: a headline is read as a headline wherever it stands. */
function fromBlocks(
  given: readonly GivenBlock[],
  options: ReadingOptions,
  how: { readonly trusted: boolean; readonly isChrome?: KnownChrome | undefined },
): Omit<PreparedText, 'receivedSha256'> {
  const blocks = sourceBlocks(given, { title: options.title, ...how });
  const { language, publishedAt } = options;
  const reading = extractBlocks(blocks, { language, ...(publishedAt && { publishedAt }) });
  return assembled({ ...reading, title: null }, blocks, options);
}
