import { Refusal } from '#domain';
import { detectLanguage, extract } from '#language';
import type { StoredBlock } from '#persistence';
import { sha256 } from '#platform';
import { htmlBlocks, type HtmlBlock } from './html.blocks.js';
import type { PreparedText, ReadingOptions } from './prepared.types.js';
import { assembled, type Placed } from './text.assembly.js';

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

/** @throws Refusal for a text that is too long or holds nothing to read */
export function prepareText(input: TextInput): PreparedText {
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
  const prepared = input.text !== undefined ? fromText(input.text, options) : fromBlocks(given, options);
  return { ...prepared, receivedSha256: sha256(received).toString('hex') };
}

function detected(text: string): 'ar' | 'en' {
  return detectLanguage(text) === 'ar' ? 'ar' : 'en';
}

function fromText(text: string, options: ReadingOptions): Omit<PreparedText, 'receivedSha256'> {
  const extraction = extract({ text, ...options });
  const whole = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC');
  const placed = [
    ...extraction.blocks.map(({ field, start, end }) => ({
      field,
      start,
      end,
      reason: undefined as string | undefined,
    })),
    ...extraction.setAside
      .filter((aside) => !extraction.blocks.some(({ start, end }) => start < aside.end && aside.start < end))
      .map(({ start, end, reason }) => ({ field: 'aside' as const, start, end, reason })),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
  const spans = placed.map((block, index) => ({
    ...block,
    id: `b${index + 1}`,
    text: whole.slice(block.start, block.end),
  }));
  return assembled(extraction, spans, options);
}

function fromBlocks(given: readonly HtmlBlock[], options: ReadingOptions): Omit<PreparedText, 'receivedSha256'> {
  const clean = given
    .map(({ field, text }, index) => ({
      id: `b${index + 1}`,
      field,
      text: text.replace(/\r\n?/g, '\n').normalize('NFC'),
    }))
    .filter(({ text }) => text.trim() !== '');
  return { ...assembledBlocks(clean, options) };
}

function assembledBlocks(
  blocks: { id: string; field: string; text: string }[],
  options: ReadingOptions,
): Omit<PreparedText, 'receivedSha256'> {
  let at = 0;
  const spans = blocks.map(({ id, field, text }) => {
    const start = at;
    at += text.length + 1;
    return {
      id,
      field: field as StoredBlock['field'],
      text,
      start,
      end: start + text.length,
    };
  });
  const extraction = extract({ text: spans.map(({ text }) => text).join('\n'), ...options });
  const asideFrom = new Map(extraction.setAside.map(({ start, reason }) => [start, reason]));
  const marked = spans.map((span): Placed => {
    const reason = asideFrom.get(span.start);
    return reason ? { ...span, field: 'aside' as const, reason } : span;
  });
  return assembled(extraction, marked, options);
}
