import { detectLanguage, isForeign } from '#language';
import type { NewArchiveItem } from '#persistence';

/** A published check as it was read; what it is found by is told of its words later. */
export type ReadReview = Omit<NewArchiveItem, 'key' | 'line' | 'stems'>;

export interface RecordError {
  readonly pointer: string;
  readonly code: string;
}

export type Reading = { readonly review: ReadReview } | { readonly errors: readonly RecordError[] };

type Json = Readonly<Record<string, unknown>>;
const LIMITS = { claim: 20_000, label: 2_000, url: 2_048 } as const;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The reviews in one record: itself, or what a DataFeedItem or ListItem wraps. Each with the pointer to it. */
export function reviewsIn(record: unknown): { pointer: string; value: unknown }[] {
  if (!isObject(record)) return [{ pointer: '', value: record }];
  const member = record['@type'] === 'DataFeedItem' || record['@type'] === 'ListItem' ? 'item' : null;
  const wrapped = member === null ? undefined : record[member];
  if (Array.isArray(wrapped)) return wrapped.map((value, at) => ({ pointer: `/${member}/${at}`, value }));
  return wrapped === undefined ? [{ pointer: '', value: record }] : [{ pointer: `/${member}`, value: wrapped }];
}

/** schema.org ClaimReview, read leniently: only a claim or a headline must be there; what is there must be what it should be. */
export function readClaimReview(value: unknown, pointer = ''): Reading {
  if (!isObject(value)) return { errors: [{ pointer, code: 'not-an-object' }] };
  const errors: RecordError[] = [];
  const text = (path: readonly string[], limit: number): string | null => {
    const found = path.reduce<unknown>((at, name) => (isObject(at) ? at[name] : first(at, name)), value);
    return textOf(found, `${pointer}/${path.join('/')}`, limit, errors);
  };
  const headline = text(['headline'], LIMITS.label) ?? text(['name'], LIMITS.label);
  const stated = text(['claimReviewed'], LIMITS.claim);
  // many a published check states its claim in the headline alone
  const claim = stated ?? headline;
  const review = {
    title: stated === null ? null : headline,
    url: text(['url'], LIMITS.url) ?? text(['@id'], LIMITS.url),
    publisher: nameOf('author', text),
    claimant: claimantOf(value, text),
    rating:
      text(['reviewRating', 'alternateName'], LIMITS.label) ?? text(['reviewRating', 'ratingValue'], LIMITS.label),
    publishedOn: dayOf(text(['datePublished'], 64), `${pointer}/datePublished`, errors),
  };
  return finished(claim, review, text(['inLanguage'], 64), `${pointer}/claimReviewed`, errors);
}

/** A row of a table under the names its header gives. */
export function readRow(cells: Readonly<Partial<Record<string, string>>>): Reading {
  const errors: RecordError[] = [];
  const text = (column: string, limit: number) => textOf(cells[column], `/${column}`, limit, errors);
  const review = {
    title: text('title', LIMITS.label),
    url: text('url', LIMITS.url),
    publisher: text('publisher', LIMITS.label),
    claimant: text('claimant', LIMITS.label),
    rating: text('rating', LIMITS.label),
    publishedOn: dayOf(text('date', 64), '/date', errors),
  };
  return finished(text('claim', LIMITS.claim), review, text('language', 64), '/claim', errors);
}

function finished(
  claim: string | null,
  review: Omit<ReadReview, 'claim' | 'language'>,
  language: string | null,
  pointer: string,
  errors: RecordError[],
): Reading {
  if (claim === null && !errors.some((error) => error.pointer === pointer)) errors.push({ pointer, code: 'required' });
  else if (claim !== null && !/[\p{L}\p{N}]/u.test(claim)) errors.push({ pointer, code: 'text-without-content' });
  if (claim === null || errors.length > 0) return { errors };
  return { review: { ...review, claim, language: languageOf(claim, language) } };
}

/** The words decide against what the record says (ADR 74); where they tell nothing, the record's word is taken. */
function languageOf(claim: string, told: string | null): ReadReview['language'] {
  if (isForeign(claim)) return 'other';
  const code = /^(\p{L}{2,3})(?:[-_]|$)/u.exec(told ?? '')?.[1]?.toLowerCase();
  if (code === 'ar' || code === 'ara') return 'ar';
  if (code === 'en' || code === 'eng') return 'en';
  return code === undefined ? detectLanguage(claim) : 'other';
}

/** Lists of one are common where one is meant. */
function first(value: unknown, name: string): unknown {
  const [only] = Array.isArray(value) ? (value as unknown[]) : [];
  return isObject(only) ? only[name] : undefined;
}

function nameOf(member: string, text: (path: readonly string[], limit: number) => string | null): string | null {
  return text([member, 'name'], LIMITS.label);
}

function claimantOf(value: Json, text: (path: readonly string[], limit: number) => string | null): string | null {
  const reviewed = value.itemReviewed;
  return isObject(reviewed) && isObject(reviewed.author)
    ? text(['itemReviewed', 'author', 'name'], LIMITS.label)
    : null;
}

function textOf(found: unknown, pointer: string, limit: number, errors: RecordError[]): string | null {
  if (found === undefined || found === null || found === '') return null;
  const text = typeof found === 'number' ? String(found) : found;
  const code =
    typeof text !== 'string'
      ? 'wrong-type'
      : text.length > limit
        ? 'too-big'
        : text.includes('\u0000') || /\p{Cs}/u.test(text)
          ? 'unsafe-character'
          : null;
  if (code === null) return (text as string).normalize('NFC').trim() || null;
  errors.push({ pointer, code });
  return null;
}

function dayOf(text: string | null, pointer: string, errors: RecordError[]): string | null {
  if (text === null) return null;
  const day = /^(\d{4}-\d{2}-\d{2})(?:$|[T ])/.exec(text)?.[1];
  const time = day === undefined ? Number.NaN : Date.parse(`${day}T00:00:00Z`);
  if (day !== undefined && new Date(time || 0).toISOString().startsWith(day)) return day;
  errors.push({ pointer, code: 'wrong-form' });
  return null;
}
