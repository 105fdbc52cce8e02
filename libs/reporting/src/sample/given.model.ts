import type {
  ReportClaim,
  ReportDecision,
  ReportDismissedClaim,
  ReportQuote,
  ReportVerdict,
} from '../model/claim.model.js';
import type { ReportEvidence } from '../model/evidence.model.js';
import type { ReportActor, ReportLabel } from '../model/label.model.js';
import type { ReportArticle, ReportModel } from '../model/report.model.js';

/** Builders of small models: every member present, the telling ones named by the caller. */

const hash = (digit: string) => digit.repeat(64);

export const member = (name: string, pseudonym = false): ReportActor => ({ kind: 'member', name, pseudonym });

export const LABELS = {
  true: label('true', 'supports', 5, 'صحيح', 'صحيحة', 'True'),
  partly: label('partly-true', 'disputes', 3, 'صحيح جزئيًا', 'صحيحة جزئيًا', 'Partly true'),
  false: label('false', 'disputes', 1, 'غير صحيح', 'غير صحيحة', 'False'),
  misleading: label('misleading', 'disputes', null, 'مضلِّل', 'مضلِّلة', 'Misleading'),
  unproven: label('unproven', 'unproven', null, 'لم تثبت صحته', 'لم تثبت صحتها', 'Unproven'),
  accurate: label('accurate', 'supports', null, 'مطابق', 'مطابقة', 'Accurate'),
  needsChange: label('needs-change', 'disputes', null, 'يحتاج تعديلًا', 'تحتاج تعديلًا', 'Needs change'),
} as const;

function label(
  key: string,
  stance: ReportLabel['stance'],
  value: number | null,
  masculine: string,
  feminine: string,
  en: string,
): ReportLabel {
  return { key, stance, value, ar: { masculine, feminine }, en: { masculine: en, feminine: en } };
}

export function givenQuote(quote: string, before = '', after = ''): ReportQuote {
  return {
    quote,
    before,
    after,
    blockId: 'b2',
    field: 'body',
    start: before.length,
    end: before.length + quote.length,
  };
}

export function givenClaim(claim: Partial<ReportClaim> = {}): ReportClaim {
  return {
    ...givenQuote('The bridge opened in May.'),
    id: 'claim-1',
    textHash: hash('a'),
    state: 'needs-source',
    dispute: null,
    label: null,
    verifies: 'substance',
    closure: null,
    tier: 'B',
    kind: 'event',
    checkWorthiness: { score: 40, reasons: [] },
    attribution: null,
    requirements: [],
    exceptions: [],
    smallDesk: [],
    keptAsDisputed: null,
    withheld: false,
    verdicts: [],
    decisions: [],
    evidence: [],
    independence: { sources: 0, origins: 0 },
    ...claim,
  };
}

export function givenVerdict(verdict: Partial<ReportVerdict> = {}): ReportVerdict {
  return {
    id: 'verdict-1',
    reviewer: member('R. Haddad'),
    rating: LABELS.true,
    confidence: 'high',
    rationale: 'The register says so.',
    evidenceIds: [],
    at: '2026-11-20T09:15:00Z',
    outdated: false,
    informed: false,
    superseded: false,
    withdrawn: false,
    ...verdict,
  };
}

export function givenDecision(decision: Partial<ReportDecision> = {}): ReportDecision {
  return {
    id: 'decision-1',
    at: '2026-11-20T10:00:00Z',
    by: member('S. Editor'),
    from: 'needs-source',
    to: 'verified',
    closure: null,
    rating: null,
    rationale: null,
    fallback: null,
    policyVersion: 3,
    adjudication: [],
    ...decision,
  };
}

export function givenEvidence(evidence: Partial<ReportEvidence> = {}): ReportEvidence {
  return {
    id: 'evidence-1',
    source: { name: 'Land registry', type: 'document' },
    stance: 'supports',
    locator: 'p. 4',
    url: null,
    quote: null,
    note: null,
    primary: false,
    withdrawn: false,
    capture: null,
    origin: { id: 'source-1', name: 'Land registry', relays: [] },
    addedAt: '2026-11-19T08:00:00Z',
    ...evidence,
  };
}

export function givenDismissed(claim: Partial<ReportDismissedClaim> = {}): ReportDismissedClaim {
  return {
    ...givenQuote('It will be a great success.'),
    id: 'claim-9',
    reason: 'opinion',
    note: null,
    by: member('S. Editor'),
    at: '2026-11-20T08:00:00Z',
    ...claim,
  };
}

export function givenArticle(article: Partial<ReportArticle> = {}): ReportArticle {
  return {
    id: 'article-1',
    title: 'A bridge for the north',
    kind: 'external',
    language: 'en',
    outlet: 'Harbour Post',
    byline: 'L. Marsh',
    publishedAt: '2026-11-18T06:30:00Z',
    url: 'https://harbour.example/bridge',
    state: 'checking',
    revision: { number: 1, hash: hash('b'), createdAt: '2026-11-19T07:00:00Z' },
    release: null,
    corrections: [],
    claims: [],
    dismissed: [],
    unexamined: [],
    ...article,
  };
}

export function givenReport(articles: readonly ReportArticle[], report: Partial<ReportModel> = {}): ReportModel {
  return {
    schema: 'isnad-report/1',
    id: 'report-1',
    asOf: '2026-11-22T14:45:00Z',
    newsroom: { id: 'newsroom-1', slug: 'harbour', name: 'Harbour Desk' },
    policy: { version: 3, preset: 'standard' },
    scaleVersion: 1,
    ledger: { seq: 812, leafHash: hash('c') },
    articles,
    ...report,
  };
}
