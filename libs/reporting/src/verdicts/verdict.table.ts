import type { ArticleKind } from '#domain';
import { canonicalJson } from '#ledger';
import { cellText, csvLine } from '../csv/csv.chunks.js';
import type { ReportVerdict } from '../model/claim.model.js';
import type { ReportActor, ReportLabel, ReportLanguage } from '../model/label.model.js';
import type { ReportHead } from '../model/report.stream.js';
import { labelText } from '../status/claim.status.js';
import { actorText, VERDICT_MARKS, verdictMarks, type VerdictMark } from '../status/verdict.marks.js';
import { catalogueOf, type WordKey } from '../texts/text.catalogue.js';

/** A format that lists verdicts, one a row, where a report tells of claims: for as many as there are. */
export interface VerdictTableFormat {
  readonly format: 'verdicts-csv' | 'verdicts-json';
  readonly mediaType: string;
  /** Of the file. */
  readonly name: string;
  readonly syntax: 'csv' | 'json';
}

export const VERDICT_TABLES: readonly VerdictTableFormat[] = [
  { format: 'verdicts-csv', mediaType: 'text/csv; charset=utf-8; header=present', name: 'verdicts.csv', syntax: 'csv' },
  { format: 'verdicts-json', mediaType: 'application/json', name: 'verdicts.json', syntax: 'json' },
];

/** A table has no scale of its own: each verdict names its label. */
export type TableHead = Omit<ReportHead, 'scaleVersion'>;

/** Who may appear in a table's rows and with which ratings. */
export interface VerdictNames {
  readonly members: readonly { readonly id: string; readonly actor: ReportActor }[];
  readonly ratings: readonly { readonly kind: ArticleKind; readonly label: ReportLabel }[];
}

/** A claim whose verdicts a table leaves out, as it must still name it. */
export interface WithheldClaim {
  readonly claimId: string;
  readonly articleId: string;
  readonly articleTitle: string;
  readonly claimQuote: string;
  readonly claimState: string;
}

/** Everything in a table's file but its rows, and what the rows are put together from. */
export interface VerdictTable {
  readonly opening: string;
  /** Between the last row and the withheld claims. */
  readonly turn: string;
  readonly withheld: (claim: WithheldClaim) => string;
  readonly closing: string;
  readonly words: {
    readonly syntax: 'csv' | 'json';
    readonly members: readonly { readonly id: string; readonly text: string }[];
    readonly ratings: readonly { readonly kind: ArticleKind; readonly key: string; readonly text: string }[];
    readonly confidence: Readonly<Record<ReportVerdict['confidence'], string>>;
    readonly marks: readonly string[];
    readonly tail: string;
    /** Between two rows. */
    readonly separator: string;
  };
}

const COLUMNS: readonly WordKey[] = [
  'csv.verdictId',
  'csv.claimId',
  'csv.articleId',
  'csv.articleTitle',
  'csv.quote',
  'csv.stateCode',
  'csv.reviewer',
  'csv.ratingKey',
  'csv.rating',
  'verdict.confidence',
  'csv.rationale',
  'csv.marks',
  'csv.evidenceIds',
  'csv.at',
  'csv.ledgerSeq',
  'csv.asOf',
];
const CONFIDENCE = ['low', 'medium', 'high'] as const;

/** A table as CSV, words and titles in the report's language; the file names the ledger's stand in every row. */
export function csvTable(head: TableHead, names: VerdictNames, language: ReportLanguage): VerdictTable {
  const texts = catalogueOf(language);
  const stand = [head.ledger.seq, head.asOf];
  const marked = (bits: number) => {
    const marks = VERDICT_MARKS.map((mark, bit) => [mark, (bits & (1 << bit)) !== 0]);
    return verdictMarks(Object.fromEntries(marks) as Record<VerdictMark, boolean>, texts).join(texts.comma);
  };
  return {
    opening: `\uFEFF${csvLine(COLUMNS.map((key) => texts.word(key)))}`,
    turn: '',
    withheld: ({ claimId, articleId, articleTitle, claimQuote, claimState }) => {
      const place = [null, claimId, articleId, articleTitle, claimQuote, claimState];
      return csvLine([...place, null, null, null, null, null, texts.word('withheld.line'), null, null, ...stand]);
    },
    closing: '',
    words: {
      syntax: 'csv',
      members: names.members.map(({ id, actor }) => ({ id, text: cellText(actorText(actor, texts)) })),
      ratings: names.ratings.map(({ kind, label }) => ({
        kind,
        key: label.key,
        text: `${cellText(label.key)},${cellText(labelText(label, kind, texts))}`,
      })),
      confidence: Object.fromEntries(
        CONFIDENCE.map((one) => [one, cellText(texts.word(`confidence.${one}`))]),
      ) as VerdictTable['words']['confidence'],
      marks: Array.from({ length: 1 << VERDICT_MARKS.length }, (_, bits) => cellText(marked(bits))),
      tail: `,${csvLine(stand)}`,
      separator: '',
    },
  };
}

/**
 * A table as canonical JSON (RFC 8785), the same file in both languages. Labels stand once, at its head; it ends with
 * the ids of withheld claims.
 */
export function jsonTable(head: TableHead, names: VerdictNames): VerdictTable {
  const ratings = names.ratings.map(({ kind, label }) => ({ articleKind: kind, ...label }));
  return {
    opening: `${canonicalJson({ ...head, ratings, schema: 'isnad-verdicts/1' }).slice(0, -1)},"verdicts":[`,
    turn: '],"withheld":[',
    withheld: ({ claimId }) => canonicalJson(claimId),
    closing: ']}',
    words: {
      syntax: 'json',
      members: names.members.map(({ id, actor }) => ({ id, text: canonicalJson(actor) })),
      ratings: names.ratings.map(({ kind, label }) => ({ kind, key: label.key, text: canonicalJson(label.key) })),
      confidence: { low: 'low', medium: 'medium', high: 'high' },
      marks: [],
      tail: '}',
      separator: ',',
    },
  };
}
