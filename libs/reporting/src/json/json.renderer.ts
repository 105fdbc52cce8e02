import { canonicalJson } from '#ledger';
import type { ReportModel } from '../model/report.model.js';
import type { ArticleStream, ReportStream, Several } from '../model/report.stream.js';

/**
 * The model itself as RFC 8785 canonical JSON in UTF-8, without a final line break: the bytes that are hashed and
 * signed, written by the same code that writes ledger leaves. It carries codes and labels in both languages, so it is the same file in every report language.
 * @throws CanonicalJsonError for what has no canonical form, such as NUL or a lone surrogate
 */
export function renderJson(model: ReportModel): Uint8Array {
  return new TextEncoder().encode(canonicalJson(model));
}

/** The same bytes, written while the report is read. */
export async function* jsonChunks({ head, articles }: ReportStream): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const text of withList(head, 'articles', articleTexts(articles))) yield encoder.encode(text);
}

async function* articleTexts(articles: Several<ArticleStream>): AsyncGenerator<string> {
  let isFirst = true;
  for await (const { head, claims } of articles) {
    if (!isFirst) yield ',';
    isFirst = false;
    yield* withList(head, 'claims', claimTexts(claims));
  }
}

async function* claimTexts(batches: ArticleStream['claims']): AsyncGenerator<string> {
  let separator = '';
  for await (const claims of batches) {
    if (claims.length === 0) continue;
    yield separator + claims.map((claim) => canonicalJson(claim)).join(',');
    separator = ',';
  }
}

/**
 * A canonical object one member of which is a list that is still being read.
 * @param items the list's inner text, commas included
 */
export async function* withList(members: object, name: string, items: AsyncIterable<string>): AsyncGenerator<string> {
  const entries = Object.entries(members);
  const inner = (keep: (key: string) => boolean) =>
    canonicalJson(Object.fromEntries(entries.filter(([key]) => keep(key)))).slice(1, -1);
  const [before, after] = [inner((key) => key < name), inner((key) => key > name)];
  yield `{${before}${before && ','}"${name}":[`;
  yield* items;
  yield `]${after && ','}${after}}`;
}
