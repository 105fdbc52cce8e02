import { chatbotTrace, chromeReason, doubledChrome, isCaption, sectionReason } from './block.chrome.js';
import { isDateline } from './block.date.js';
import { type Line, linesOf } from './block.line.js';
import { fieldsOf } from './block.field.js';
import type { Block, Segmentation, SetAside, SetAsideReason } from './block.types.js';

const RESUME_WORDS = 22;
const SYMBOLS_ONLY = /^[^\p{L}\p{N}]*$/u;

/** Says of a line whether it is known to be the page's: the server remembers what stands on many pages of one host. */
export type ChromeTest = (line: string) => boolean;

const nothingKnown: ChromeTest = () => false;

interface Sorted {
  readonly kept: Line[];
  readonly aside: { line: Line; reason: SetAsideReason }[];
  readonly chatbotFrom: number | null;
}

/** First pass: which lines are the article's at all. A section such as «اقرأ أيضا» swallows lines until a paragraph of prose returns. */
function sortLines(text: string, lines: readonly Line[], isChrome: ChromeTest): Sorted {
  const kept: Line[] = [];
  const aside: Sorted['aside'] = [];
  let section: SetAsideReason | null = null;
  let chatbotFrom: number | null = null;
  for (const line of lines) {
    const trace = chatbotTrace(line);
    if (trace === 'opener' || trace === 'mark' || (trace === 'closer' && line.start > text.length / 2)) {
      if (trace !== 'closer') chatbotFrom ??= line.start;
      aside.push({ line, reason: 'chatbot' });
      continue;
    }
    const opened = sectionReason(line);
    if (opened) section = opened;
    else if (section && line.terminated && line.words >= RESUME_WORDS) section = null;
    const symbols: SetAsideReason | null =
      SYMBOLS_ONLY.test(line.key) && line.words < 80 ? (chatbotFrom === null ? 'navigation' : 'chatbot') : null;
    const known = isChrome(text.slice(line.start, line.end)) ? 'navigation' : null;
    const reason = section ?? chromeReason(line) ?? doubledChrome(line) ?? symbols ?? known;
    if (reason) aside.push({ line, reason });
    else kept.push(line);
  }
  return { kept, aside, chatbotFrom };
}

/** A short line that stands twice in the page is a link to another article, unless it is the title itself. */
function repeatedLinks(kept: readonly Line[]): ReadonlySet<Line> {
  const seen = new Map<string, Line[]>();
  kept.forEach((line, index) => {
    if (line.words < 3 || line.words > 30 || line.terminated || index < 3) return;
    const twins = seen.get(line.key) ?? [];
    twins.push(line);
    seen.set(line.key, twins);
  });
  return new Set([...seen.values()].filter((twins) => twins.length > 1).flat());
}

const MENU_WORDS = 2;

/** Three or more lines of a word or two on end are a menu. */
function menuRuns(kept: readonly Line[], all: readonly Line[], asideMenu: ReadonlySet<Line>): ReadonlySet<Line> {
  const menu = new Set<Line>();
  const remaining = new Set(kept);
  all.forEach((line, index) => {
    const beside = [all[index - 1], all[index + 1]].some((other) => other !== undefined && asideMenu.has(other));
    if (beside && line.words <= MENU_WORDS && !line.terminated && !line.blankBefore && remaining.has(line))
      menu.add(line);
  });
  for (let from = 0; from < kept.length;) {
    let to = from;
    while (to < kept.length && (kept[to]?.words ?? 9) <= MENU_WORDS && !kept[to]?.terminated) to += 1;
    if (to - from >= 3) for (const line of kept.slice(from, to)) menu.add(line);
    from = Math.max(to, from + 1);
  }
  return menu;
}

/** Three or more short unpunctuated lines that end the page are headlines of other articles. */
function trailingLinks(kept: readonly Line[]): ReadonlySet<Line> {
  let from = kept.length;
  while (from > 0) {
    const line = kept[from - 1];
    if (!line || line.words > 20 || (line.terminated && !line.question)) break;
    from -= 1;
  }
  const run = kept.slice(from);
  return new Set(from > 0 && run.length >= 3 ? run : []);
}

/**
 * Splits a decoded text into the ordered blocks of the article and what is set aside (menus, links, share boxes, chatbot residue).
 * Blocks are whole trimmed lines; ids are b1, b2 … in order. `title` helps to find the headline when the caller knows it.
 */
export function segmentBlocks(text: string, title?: string, isChrome: ChromeTest = nothingKnown): Segmentation {
  const all = linesOf(text);
  const sorted = sortLines(text, all, isChrome);
  const asideMenu = new Set(sorted.aside.filter(({ reason }) => reason === 'navigation').map(({ line }) => line));
  const menu = menuRuns(sorted.kept, all, asideMenu);
  const kept = sorted.kept.filter((line) => !menu.has(line));
  const links = new Set([...repeatedLinks(kept), ...trailingLinks(kept)]);
  const lines = kept.filter((line) => !links.has(line));
  const aside = [...sorted.aside];
  for (const line of links) aside.push({ line, reason: 'related' });
  for (const line of menu) aside.push({ line, reason: 'navigation' });
  const fields = fieldsOf(text, lines, {
    ...(title === undefined ? {} : { title }),
    isCaption: (line) => isCaption(text, line),
    isDateline: (line) => isDateline(line.key),
  });
  const setAside: SetAside[] = aside
    .map(({ line, reason }) => ({ start: line.start, end: line.end, reason, text: text.slice(line.start, line.end) }))
    .sort((a, b) => a.start - b.start);
  const blocks: Block[] = lines.map((line, index) => ({
    id: `b${index + 1}`,
    field: fields[index] ?? 'body',
    start: line.start,
    end: line.end,
  }));
  return { blocks, setAside, chatbotFrom: sorted.chatbotFrom };
}
