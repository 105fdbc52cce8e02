/** A paragraph of a page as it is read. */
export interface Paragraph {
  readonly isHeading: boolean;
  readonly text: string;
}

/** With all that is in them: not words, or words of the frame and not of the article. */
const UNREAD =
  /<(script|style|template|noscript|svg|iframe|object|head|nav|footer|aside|form|button|select|menu)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi;
const BLOCK =
  /<\/?(address|article|blockquote|body|br|dd|div|dl|dt|figcaption|figure|h[1-6]|header|hr|html|li|main|ol|p|pre|section|table|td|th|tr|ul)\b[^>]*>/gi;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: '’',
  nbsp: ' ',
  laquo: '«',
  raquo: '»',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  zwnj: '\u200c',
  zwj: '\u200d',
};

/**
 * The paragraphs of a page, for a look at what is handed in: the server reads the page itself, and better. By letters alone, because
 * the policy of our pages lets no markup be parsed; what comes out is text.
 */
export function paragraphsOf(html: string): Paragraph[] {
  const body = html.replace(/<!--[\s\S]*?(?:-->|$)/g, '').replace(UNREAD, ' ');
  const found: Paragraph[] = [];
  let heading = false;
  let at = 0;
  const add = (until: number) => {
    const text = wordsOf(body.slice(at, until));
    if (text !== '') found.push({ isHeading: heading, text });
  };
  for (const match of body.matchAll(BLOCK)) {
    add(match.index);
    at = match.index + match[0].length;
    heading = /^<h[1-6]/i.test(match[0]);
  }
  add(body.length);
  return found;
}

function wordsOf(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi, (whole, decimal, hex, name: string | undefined) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      const point = decimal === undefined ? Number.parseInt(hex as string, 16) : Number(decimal);
      return point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : '';
    })
    .replace(/\s+/g, ' ')
    .trim();
}
