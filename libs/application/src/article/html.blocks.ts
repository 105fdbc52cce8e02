import { Parser } from 'htmlparser2';

export interface HtmlBlock {
  readonly field: string;
  readonly text: string;
}

const FIELDS: Readonly<Record<string, string>> = {
  h1: 'title',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  figcaption: 'caption',
  blockquote: 'body',
};
const ASIDE = new Set(['nav', 'footer', 'aside', 'form', 'button', 'select', 'menu']);
const DROPPED = new Set(['script', 'style', 'template', 'noscript', 'svg', 'iframe', 'object', 'head']);
const BREAKING = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'br',
  'button',
  'dd',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hr',
  'html',
  'li',
  'main',
  'menu',
  'nav',
  'ol',
  'option',
  'p',
  'pre',
  'section',
  'select',
  'table',
  'td',
  'th',
  'tr',
  'ul',
]);

/**
 * The text of a page in reading order, one block a block-level element. Markup never survives: what comes out is plain
 * text with a field. What stands in navigation, footers and forms is kept as `aside`.
 */
export function htmlBlocks(html: string): HtmlBlock[] {
  const blocks: HtmlBlock[] = [];
  const open: string[] = [];
  let text = '';
  const flush = () => {
    const clean = text.replace(/[ \t\n\r\f]+/g, ' ').trim();
    text = '';
    if (clean === '') return;
    const field = open.some((name) => ASIDE.has(name))
      ? 'aside'
      : (FIELDS[[...open].reverse().find((name) => FIELDS[name]) ?? ''] ?? 'body');
    blocks.push({ field, text: clean });
  };
  const parser = new Parser(
    {
      onopentag(name) {
        if (BREAKING.has(name)) flush();
        open.push(name);
      },
      ontext(data) {
        if (!open.some((name) => DROPPED.has(name))) text += data;
      },
      onclosetag(name) {
        if (BREAKING.has(name)) flush();
        const at = open.lastIndexOf(name);
        if (at >= 0) open.splice(at, 1);
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();
  flush();
  return withOneTitle(blocks);
}

/** A page has one title: the first level-one heading. Later ones are headings. */
function withOneTitle(blocks: HtmlBlock[]): HtmlBlock[] {
  const first = blocks.findIndex(({ field }) => field === 'title');
  return blocks.map((block, index) =>
    block.field === 'title' && index !== first ? { ...block, field: 'heading' } : block,
  );
}
