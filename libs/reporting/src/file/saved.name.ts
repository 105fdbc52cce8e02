/**
 * What file systems and shells read as something else, what is not seen, and what turns the direction of the name around it; joiners
 * are part of the word they stand in.
 */
const UNSAFE = /(?:(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\\/:*?"<>|])+/gu;
/** UTF-8 bytes left for the title: names end at 255, and a folder for backups adds its own ending. */
const MOST_BYTES = 160;

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/**
 * The name a report's file is saved under: the article's title and the day, «افتتاح الجسر 2026-11-23.html». `name` is the file's own
 * (`report.html`); its first part is told where it is not the report itself, and stands alone where several articles have no one title.
 * `day` is YYYY-MM-DD.
 */
export function savedName(name: string, title: string | null, day: string): string {
  const dot = name.lastIndexOf('.');
  const [part, ending] = dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot)];
  const subject = shortened(safe(title ?? ''));
  if (subject === '') return `${part} ${day}${ending}`;
  return `${subject} ${day}${part === 'report' ? '' : ` ${part}`}${ending}`;
}

function safe(title: string): string {
  return title
    .normalize('NFC')
    .replace(UNSAFE, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.\-~]+|[\s.]+$/gu, '');
}

/** At the end of a word where there is one, and never inside a letter with its marks. */
function shortened(text: string): string {
  if (bytesOf(text) <= MOST_BYTES) return text;
  let kept = '';
  let bytes = 0;
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    bytes += bytesOf(segment);
    if (bytes > MOST_BYTES) break;
    kept += segment;
  }
  const lastSpace = kept.lastIndexOf(' ');
  return (lastSpace > 0 ? kept.slice(0, lastSpace) : kept).replace(/[\s.]+$/u, '');
}
