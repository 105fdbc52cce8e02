import type { ArticleKind } from '#domain';
import type { ReportVerdict } from '../model/claim.model.js';
import type { ReportLanguage } from '../model/label.model.js';
import { labelText } from '../status/claim.status.js';
import { actorText, verdictMarks } from '../status/verdict.marks.js';
import { catalogueOf, type Catalogue, type WordKey } from '../texts/text.catalogue.js';
import { csvChunks, type Cell } from './csv.chunks.js';

/** One verdict with the claim and article it belongs to, as an export streams it. */
export interface VerdictRecord extends ReportVerdict {
  readonly articleId: string;
  readonly articleTitle: string;
  readonly articleKind: ArticleKind;
  readonly claimId: string;
  readonly claimQuote: string;
}

const HEADER: readonly WordKey[] = [
  'csv.verdictId',
  'csv.claimId',
  'csv.articleId',
  'csv.articleTitle',
  'csv.quote',
  'csv.reviewer',
  'csv.ratingKey',
  'csv.rating',
  'verdict.confidence',
  'csv.rationale',
  'csv.marks',
  'csv.evidenceIds',
  'csv.at',
];

function rowOf(verdict: VerdictRecord, texts: Catalogue): readonly Cell[] {
  return [
    verdict.id,
    verdict.claimId,
    verdict.articleId,
    verdict.articleTitle,
    verdict.claimQuote,
    actorText(verdict.reviewer, texts),
    verdict.rating.key,
    labelText(verdict.rating, verdict.articleKind, texts),
    texts.word(`confidence.${verdict.confidence}`),
    verdict.rationale,
    verdictMarks(verdict, texts).join(texts.comma),
    verdict.evidenceIds.join(' '),
    verdict.at,
  ];
}

/**
 * All verdicts as CSV, one row each, in the order given; memory does not grow with their number.
 * @param verdicts rows as the database yields them, or a plain list
 */
export function verdictRows(
  verdicts: AsyncIterable<VerdictRecord> | Iterable<VerdictRecord>,
  language: ReportLanguage,
): AsyncGenerator<Uint8Array> {
  const texts = catalogueOf(language);
  return csvChunks(
    HEADER.map((key) => texts.word(key)),
    rowsOf(verdicts, texts),
  );
}

async function* rowsOf(verdicts: AsyncIterable<VerdictRecord> | Iterable<VerdictRecord>, texts: Catalogue) {
  for await (const verdict of verdicts) yield rowOf(verdict, texts);
}
