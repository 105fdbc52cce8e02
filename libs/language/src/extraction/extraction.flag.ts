import type { Block } from '../block/block.types.js';
import { hiddenWordFlags } from './hidden.word.js';
import type { ExtractedClaim, Flag } from './extraction.types.js';

interface FlagInput {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly claims: readonly ExtractedClaim[];
  readonly unbalanced: readonly number[];
  readonly chatbotFrom: number | null;
  readonly publishedAt: string | undefined;
  /** The text is in neither of the two languages that are read. */
  readonly foreign: boolean;
}

const HIDDEN = /[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+/g;
const MAX_OF_A_KIND = 50;

function matchesOf(text: string, pattern: RegExp, code: Flag['code'], detail: (found: string) => string): Flag[] {
  const flags: Flag[] = [];
  for (const match of text.matchAll(pattern)) {
    flags.push({ code, start: match.index, end: match.index + match[0].length, detail: detail(match[0]) });
    if (flags.length >= MAX_OF_A_KIND) break;
  }
  return flags;
}

const codes = (found: string): string =>
  [
    ...new Set(
      Array.from(found, (char) => `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`),
    ),
  ].join(' ');

/** Signs on the text an editor should see, in order of place; at most 50 of a kind. */
export function flagsOf(input: FlagInput): Flag[] {
  const { text } = input;
  const flags: Flag[] = [
    ...matchesOf(text, HIDDEN, 'hidden-characters', codes),
    ...hiddenWordFlags(text, MAX_OF_A_KIND),
    ...input.unbalanced
      .slice(0, MAX_OF_A_KIND)
      .map((at) => ({ code: 'unbalanced-quotes' as const, start: at, end: at + 1, detail: text.charAt(at) })),
  ];
  if (input.foreign) flags.push({ code: 'other-language', start: 0, end: 0, detail: '' });
  const from = input.chatbotFrom;
  if (from !== null) {
    const stop = text.indexOf('\n', from);
    const end = stop < 0 ? text.length : stop;
    flags.push({
      code: 'ai-generated-suspected',
      start: from,
      end,
      detail: text.slice(from, Math.min(end, from + 80)),
    });
    for (const claim of input.claims)
      if (claim.start > from)
        flags.push({ code: 'ai-generated-suspected', start: claim.start, end: claim.end, detail: 'after-opener' });
  }
  const title = input.blocks.find((block) => block.field === 'title');
  if (title && /[؟?]["”»\s]*$/.test(text.slice(Math.max(title.start, title.end - 6), title.end))) {
    flags.push({
      code: 'question-headline',
      start: title.start,
      end: title.end,
      detail: text.slice(title.start, title.end),
    });
  }
  if (!input.publishedAt && !input.blocks.some((block) => block.field === 'dateline'))
    flags.push({ code: 'no-date', start: 0, end: 0, detail: '' });
  return flags.sort((a, b) => a.start - b.start || a.end - b.end);
}
