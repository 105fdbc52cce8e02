import type { ArticleKind } from '#domain';
import type { ReportClaim, ReportQuote, ReportVerdict } from '../model/claim.model.js';
import type { ArticleHead, ArticleStream, ReportHead, ReportStream } from '../model/report.stream.js';
import { labelText, statusOf } from '../status/claim.status.js';
import { actorText, verdictMarks } from '../status/verdict.marks.js';
import { catalogueOf, fill, type Catalogue, type WordKey } from '../texts/text.catalogue.js';
import type { Cell } from './csv.chunks.js';

type Column = readonly [WordKey, (row: Row, texts: Catalogue) => Cell];

interface Row {
  readonly model: ReportHead;
  readonly article: ArticleHead;
  readonly place: ReportQuote & { readonly id: string };
  readonly number: number | null;
  /** Null for what was set aside or not examined. */
  readonly claim: ReportClaim | null;
  readonly disposition: 'active' | 'dismissed' | 'unexamined';
  readonly reason: string | null;
}

const ofClaim =
  (cell: (claim: ReportClaim, kind: ArticleKind, texts: Catalogue) => Cell) =>
  ({ claim, article }: Row, texts: Catalogue): Cell =>
    claim ? cell(claim, article.kind, texts) : null;

const COLUMNS: readonly Column[] = [
  ['csv.articleId', ({ article }) => article.id],
  ['csv.articleTitle', ({ article }) => article.title],
  ['csv.articleKind', ({ article }, texts) => texts.word(`article.${article.kind}`)],
  ['article.outlet', ({ article }) => article.outlet],
  ['article.byline', ({ article }) => article.byline],
  ['article.publishedAt', ({ article }) => article.publishedAt],
  ['article.url', ({ article }) => article.url],
  ['article.state', ({ article }, texts) => texts.word(`articleState.${article.kind}.${article.state}`)],
  ['csv.revision', ({ article }) => article.revision.number],
  ['article.revisionHash', ({ article }) => article.revision.hash],
  ['summary.number', ({ number }) => number],
  ['csv.claimId', ({ place }) => place.id],
  ['csv.quote', ({ place }) => place.quote],
  ['csv.context', ({ place }) => place.before + place.quote + place.after],
  ['claim.field', ({ place }, texts) => texts.word(`field.${place.field}`)],
  ['csv.disposition', ({ disposition }, texts) => texts.word(`csv.disposition.${disposition}`)],
  ['dismissed.reason', ({ reason }) => reason],
  ['summary.result', ofClaim((claim, kind, texts) => statusOf(claim, kind, texts).text)],
  ['csv.stateCode', ofClaim((claim) => claim.state)],
  ['csv.ratingKey', ofClaim((claim) => claim.label?.key ?? null)],
  ['history.label', ofClaim((claim, kind, texts) => claim.label && labelText(claim.label, kind, texts))],
  ['claim.subject', ofClaim((claim, _kind, texts) => texts.word(`verifies.${claim.verifies}.short`))],
  ['closure.heading', ofClaim((claim) => claim.closure?.rationale ?? null)],
  ['closure.recheckAt', ofClaim(({ closure }) => (closure?.kind === 'as-attributed' ? closure.recheckAt : null))],
  ['claim.tier', ofClaim((claim) => claim.tier)],
  ['claim.kind', ofClaim((claim, _kind, texts) => texts.word(`kind.${claim.kind}`))],
  ['claim.worth', ofClaim((claim) => claim.checkWorthiness.score)],
  ['attribution.heading', chainText],
  ['csv.sources', ofClaim((claim) => (claim.withheld ? null : claim.independence.sources))],
  ['csv.origins', ofClaim((claim) => (claim.withheld ? null : claim.independence.origins))],
  ['csv.verdicts', ofClaim(verdictTexts)],
  ['evidence.heading', ofClaim((claim, _kind, texts) => lines(claim.evidence.map((one) => evidenceText(one, texts))))],
  ['exception.heading', ofClaim((claim, _kind, texts) => lines(exceptionTexts(claim, texts)))],
  ['csv.pendingUntil', (row) => pendingUntil(row)],
  ['csv.comments', (row, texts) => lines(commentTexts(row, texts))],
  ['csv.notices', (row, texts) => lines(noticeTexts(row, texts))],
  ['csv.decidedAt', ofClaim((claim) => claim.decisions.at(-1)?.at ?? null)],
  ['csv.decidedBy', ofClaim(decidedBy)],
  ['claim.textHash', ofClaim((claim) => claim.textHash)],
  ['csv.policy', ({ model }) => model.policy.version],
  ['csv.ledgerSeq', ({ model }) => model.ledger.seq],
  ['record.leaf', ({ model }) => model.ledger.leafHash],
  ['csv.asOf', ({ model }) => model.asOf],
];

const lines = (texts: readonly string[]): string => texts.join('\n');

/** Speaker first; each arrow points back, in the direction in which the article's own language is read. */
function chainText({ claim, article }: Row): Cell {
  if (!claim?.attribution) return null;
  const arrow = catalogueOf(article.language).backwards;
  return claim.attribution.links.map((link) => link.name).join(` ${arrow} `);
}

function verdictTexts({ verdicts, withheld }: ReportClaim, kind: ArticleKind, texts: Catalogue): Cell {
  const given = verdicts.map((one) => verdictText(one, kind, texts));
  return lines(withheld ? [...given, texts.word('withheld.line')] : given);
}

function verdictText(verdict: ReportVerdict, kind: ArticleKind, texts: Catalogue): string {
  const marks = verdictMarks(verdict, texts);
  const suffix = marks.length > 0 ? ` [${marks.join(texts.comma)}]` : '';
  return `${actorText(verdict.reviewer, texts)}: ${labelText(verdict.rating, kind, texts)}${suffix}`;
}

function evidenceText(item: ReportClaim['evidence'][number], texts: Catalogue): string {
  const name = item.source.name ?? texts.word('evidence.confidential');
  const withdrawn = item.withdrawn ? ` [${texts.word('evidence.withdrawn')}]` : '';
  const where = [item.locator, item.url].filter((part) => part !== null).join(texts.comma);
  return `${texts.word(`evidence.${item.stance}`)}: ${name}${where && ` (${where})`}${withdrawn}`;
}

function exceptionTexts(claim: ReportClaim, texts: Catalogue): string[] {
  const overrides = claim.exceptions.map(
    (exception) => `${texts.word(`requirement.${exception.requirement}`)}: ${exception.reason}`,
  );
  const marks = claim.smallDesk.map((name) =>
    fill(texts.word('smallDesk.line'), { requirement: texts.word(`requirement.${name}`) }),
  );
  return [...overrides, ...marks];
}

function pendingUntil({ article, place }: Row): Cell {
  return article.circumstances?.pending.find(({ claimId }) => claimId === place.id)?.recheckAt ?? null;
}

function commentTexts({ article, place }: Row, texts: Catalogue): string[] {
  const about = (article.circumstances?.comments ?? []).filter(({ claimIds }) => claimIds.includes(place.id));
  return about.map(({ addressee, outcome, waiver }) => {
    const what = waiver
      ? texts.word(`waiver.${waiver.reason}`)
      : texts.word(outcome ? `comment.${outcome}` : 'comment.waiting');
    return `${addressee}: ${what}`;
  });
}

function noticeTexts({ article, place }: Row, texts: Catalogue): string[] {
  const about = (article.circumstances?.notices ?? []).filter(({ claimIds }) => claimIds.includes(place.id));
  return about.map(({ type, text }) => `${texts.word(`notice.${type}`)}: ${text}`);
}

function decidedBy(claim: ReportClaim, _kind: ArticleKind, texts: Catalogue): Cell {
  const last = claim.decisions.at(-1);
  return last ? actorText(last.by, texts) : null;
}

/** Column titles of the claim table, in the report's language. */
export function claimHeader(texts: Catalogue): string[] {
  return COLUMNS.map(([key]) => texts.word(key));
}

/** One row per claim: those examined in text order, then those set aside, then those nobody has taken up. */
export async function* claimRows({ head, articles }: ReportStream, texts: Catalogue): AsyncGenerator<readonly Cell[]> {
  for await (const article of articles)
    for await (const row of rowsOf(head, article, texts)) yield COLUMNS.map(([, cell]) => cell(row, texts));
}

async function* rowsOf(model: ReportHead, { head: article, claims }: ArticleStream, texts: Catalogue) {
  let number = 0;
  for await (const batch of claims) for (const claim of batch) yield examined(model, article, claim, ++number);
  for (const place of article.dismissed) {
    const reason = [texts.word(`dismissal.${place.reason}`), place.note].filter((part) => part !== null).join(': ');
    yield left(model, article, place, 'dismissed', reason);
  }
  for (const place of article.unexamined)
    yield left(model, article, place, 'unexamined', texts.word(`unexamined.${place.why}`));
}

function examined(model: ReportHead, article: ArticleHead, claim: ReportClaim, number: number): Row {
  return { model, article, place: claim, number, claim, disposition: 'active', reason: null };
}

function left(
  model: ReportHead,
  article: ArticleHead,
  place: Row['place'],
  disposition: 'dismissed' | 'unexamined',
  reason: string,
): Row {
  return { model, article, place, number: null, claim: null, disposition, reason };
}
