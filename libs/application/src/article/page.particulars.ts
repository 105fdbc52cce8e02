import { detectLanguage, isForeign } from '#language';
import { Parser } from 'htmlparser2';

/** What a page says about the article on it; null for what it does not say. */
export interface PageParticulars {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly byline: string | null;
  /** ISO 8601 UTC. */
  readonly publishedAt: string | null;
  /** Null for a page in neither of the languages that are read. */
  readonly language: 'ar' | 'en' | null;
}

interface Said {
  readonly meta: Map<string, string>;
  readonly linked: unknown[];
  title: string;
  time: string | null;
  language: string | null;
}

const TITLE_LIMIT = 500;
const LABEL_LIMIT = 200;
/** As in names and titles everywhere: characters nobody sees, or that turn the text around them. */
const HIDDEN =
  /[\p{Cc}\p{Zl}\p{Zp}\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/gu;

/**
 * Title, outlet, byline and date as the page itself gives them: schema.org JSON-LD first, then Open Graph and other meta elements,
 * then the document's title and its first <time>. `text` is what was read of the page, for its language where it names none.
 */
export function particularsOf(html: string, text: string): PageParticulars {
  const said = read(html);
  const article = articleIn(said.linked);
  const first = (...names: readonly string[]) => names.map((name) => said.meta.get(name)).find(Boolean) ?? null;
  const outlet = nameOf(article?.publisher) ?? first('og:site_name', 'application-name');
  return {
    title: label(textOf(article?.headline) ?? first('og:title', 'twitter:title') ?? said.title, TITLE_LIMIT),
    outlet: label(outlet, LABEL_LIMIT),
    byline: label(nameOf(article?.author) ?? first('author', 'article:author', 'byl'), LABEL_LIMIT),
    publishedAt: instant(
      textOf(article?.datePublished) ??
        first('article:published_time', 'datepublished', 'date', 'dc.date') ??
        said.time,
    ),
    language: languageOf(said.language, text),
  };
}

function read(html: string): Said {
  const said: Said = { meta: new Map(), linked: [], title: '', time: null, language: null };
  let inside: 'title' | 'linked' | null = null;
  let script = '';
  const parser = new Parser(
    {
      onopentag(name, { property, itemprop, lang, type, datetime, content, ...rest }) {
        const key = (property ?? rest.name ?? itemprop)?.toLowerCase();
        if (name === 'html' && lang) said.language = lang;
        if (name === 'meta' && key && content && !said.meta.has(key)) said.meta.set(key, content);
        if (name === 'time' && datetime) said.time ??= datetime;
        if (name === 'title' && said.title === '') inside = 'title';
        if (name === 'script' && /ld\+json/i.test(type ?? '')) inside = 'linked';
      },
      ontext(data) {
        if (inside === 'title') said.title += data;
        if (inside === 'linked') script += data;
      },
      onclosetag(name) {
        if (inside === 'linked' && name === 'script') {
          said.linked.push(parsed(script));
          script = '';
        }
        if (name === 'title' || name === 'script') inside = null;
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();
  return said;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null; // a page that writes no JSON says nothing in it
  }
}

type Linked = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Linked => typeof value === 'object' && value !== null;

/** The article among the things a page describes, a few levels down at most. */
function articleIn(value: unknown, depth = 0): Linked | null {
  if (!isObject(value) || depth > 4) return null;
  if (Array.isArray(value)) {
    for (const one of value as unknown[]) {
      const found = articleIn(one, depth + 1);
      if (found) return found;
    }
    return null;
  }
  const types = [value['@type']].flat().map(String);
  if (types.some((type) => /(Article|Posting|Report)$/.test(type))) return value;
  return articleIn(value['@graph'], depth + 1);
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);

function nameOf(value: unknown): string | null {
  if (Array.isArray(value)) {
    const names = value.flatMap((one) => nameOf(one) ?? []);
    return names.length > 0 ? names.slice(0, 5).join('، ') : null;
  }
  return isObject(value) ? textOf(value.name) : textOf(value);
}

function label(text: string | null, limit: number): string | null {
  const clean = (text ?? '')
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(HIDDEN, '')
    .trim()
    .slice(0, limit)
    .trim();
  return /[\p{L}\p{N}]/u.test(clean) ? clean : null;
}

/** Null for what is no date, and for years that no page on the Internet is of. */
function instant(text: string | null): string | null {
  const time = text === null ? Number.NaN : Date.parse(text);
  if (Number.isNaN(time)) return null;
  const date = new Date(time);
  return date.getUTCFullYear() >= 1900 && date.getUTCFullYear() <= 2200 ? date.toISOString() : null;
}

function languageOf(declared: string | null, text: string): 'ar' | 'en' | null {
  if (isForeign(text)) return null;
  const tag = declared?.slice(0, 2).toLowerCase();
  const found = detectLanguage(text);
  // Templates are copied with their language; letters are not.
  if (found === 'ar' || found === 'en') return found;
  return tag === 'ar' ? 'ar' : 'en';
}
