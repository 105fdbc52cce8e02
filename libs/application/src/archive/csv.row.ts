/** Names a column may go by, folded to lower-case letters and digits. */
const COLUMNS = {
  claim: ['claim', 'claimreviewed', 'text', 'statement', 'الادعاء', 'الادّعاء', 'النص'],
  title: ['title', 'headline', 'name', 'العنوان'],
  url: ['url', 'link', 'reviewurl', 'الرابط'],
  publisher: ['publisher', 'author', 'site', 'factchecker', 'الناشر', 'الجهة'],
  claimant: ['claimant', 'speaker', 'claimauthor', 'القائل', 'صاحبالادعاء'],
  rating: ['rating', 'verdict', 'label', 'alternatename', 'textualrating', 'التقييم', 'الحكم'],
  date: ['date', 'datepublished', 'reviewdate', 'published', 'التاريخ'],
  language: ['language', 'inlanguage', 'lang', 'اللغة'],
} as const;

export type CsvColumn = keyof typeof COLUMNS;

const plain = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const NAMED = new Map(
  Object.entries(COLUMNS).flatMap(([column, names]) => names.map((name) => [plain(name), column as CsvColumn])),
);

/** What a header calls each column; null for one that says nothing to us. */
export function columnsOf(header: readonly string[]): (CsvColumn | null)[] {
  return header.map((name) => NAMED.get(plain(name)) ?? null);
}

/** The separator a header line uses: the most frequent of comma, semicolon and tab. */
export function separatorOf(line: string): string {
  const count = (mark: string) => line.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** The cells of one row (RFC 4180): quoted cells may hold separators, line breaks and doubled quotation marks. */
export function cellsOf(row: string, separator: string): string[] {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    const [cell, next] = row[at] === '"' ? quoted(row, at + 1, separator) : bare(row, at, separator);
    cells.push(cell);
    if (next >= row.length) return cells;
    at = next + 1;
    if (at === row.length) return [...cells, ''];
  }
}

function bare(row: string, from: number, separator: string): [string, number] {
  const end = row.indexOf(separator, from);
  const to = end < 0 ? row.length : end;
  return [row.slice(from, to).trim(), to];
}

function quoted(row: string, from: number, separator: string): [string, number] {
  let text = '';
  for (let at = from; ;) {
    const mark = row.indexOf('"', at);
    if (mark < 0) return [text + row.slice(at), row.length];
    text += row.slice(at, mark);
    if (row[mark + 1] !== '"') {
      const end = row.indexOf(separator, mark);
      return [text, end < 0 ? row.length : end];
    }
    text += '"';
    at = mark + 2;
  }
}
