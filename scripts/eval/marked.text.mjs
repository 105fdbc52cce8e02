/**
 * Paragraphs of an attribution gold: `[[source]]` and `<<content>>`, which may hold a source inside; a digit and a colon after the opening
 * mark only tell a reader which belong together. Blocks are parted by blank lines; lines that begin with # are remarks.
 * Answers { text, sources, contents } with UTF-16 spans into `text`; throws on marks that do not close.
 */
export function markedParagraphs(written) {
  return written
    .split(/\n\s*\n/u)
    .map((block) =>
      block
        .split('\n')
        .filter((line) => !line.startsWith('#'))
        .join('\n')
        .trim(),
    )
    .filter(Boolean)
    .map(marked);
}

const MARK = /\[\[(?:\d:)?|\]\]|<<(?:\d:)?|>>/gu;

function marked(block) {
  const open = { '[': [], '<': [] };
  const found = { '[': [], '<': [] };
  let text = '';
  let from = 0;
  for (const match of block.matchAll(MARK)) {
    text += block.slice(from, match.index);
    from = match.index + match[0].length;
    const kind = '[]'.includes(match[0][0]) ? '[' : '<';
    if ('[<'.includes(match[0][0])) open[kind].push(text.length);
    else if (open[kind].length === 0) throw new Error(`nothing to close: ${block}`);
    else found[kind].push({ start: open[kind].pop(), end: text.length });
  }
  if (open['['].length + open['<'].length > 0) throw new Error(`not closed: ${block}`);
  text += block.slice(from);
  return { text, sources: found['['], contents: found['<'] };
}
