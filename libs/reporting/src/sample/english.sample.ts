import type { ReportArticle } from '../model/report.model.js';
import {
  givenArticle,
  givenClaim,
  givenDecision,
  givenDismissed,
  givenEvidence,
  givenQuote,
  givenVerdict,
  LABELS,
  member,
} from './given.model.js';

const sha = (seed: string) => seed.repeat(32);
const editor = member('هالة المنصوري');

/** Another outlet's English article, checked claim by claim; all names and events are invented. */
export const englishExternal: ReportArticle = givenArticle({
  id: '0192-article-en',
  title: 'Ferry fares to double by spring, council sources say',
  byline: 'Staff and agencies',
  state: 'released',
  release: { revisionNumber: 1, at: '2026-11-22T09:00:00Z', by: editor, note: null, superseded: false, exceptions: [] },
  claims: [
    givenClaim({
      ...givenQuote(
        'fares on the island route will double in April',
        'Two council sources told Harbour Post that ',
        '.',
      ),
      id: 'en-1',
      state: 'disputed',
      dispute: 'refuted',
      label: LABELS.partly,
      tier: 'A',
      kind: 'prediction',
      attribution: {
        cue: 'told',
        stance: 'neutral',
        anonymous: true,
        sourceCount: 2,
        links: [
          { role: 'speaker', name: 'Two council sources', type: 'anonymous' },
          { role: 'outlet', name: 'Harbour Post', type: 'outlet' },
        ],
      },
      verdicts: [
        givenVerdict({
          reviewer: member('M. Okafor'),
          rating: LABELS.partly,
          rationale: 'The council minutes approve a rise of 40 percent for single tickets; only the day pass doubles.',
          evidenceIds: ['en-e1'],
        }),
      ],
      decisions: [givenDecision({ to: 'disputed', rating: LABELS.partly, rationale: 'The minutes are clear.' })],
      evidence: [
        givenEvidence({
          id: 'en-e1',
          source: { name: 'Council minutes, 12 November 2026', type: 'document' },
          stance: 'refutes',
          primary: true,
          locator: 'item 7, page 3',
          url: 'https://council.example/minutes/2026-11-12.pdf',
          quote: 'Single fares rise from 5.00 to 7.00; the day pass from 8.00 to 16.00.',
          capture: { sha256: sha('3e'), mediaType: 'application/pdf', bytes: 120_443 },
          origin: { id: 's9', name: 'Council minutes, 12 November 2026', relays: [] },
        }),
      ],
      independence: { sources: 1, origins: 1 },
    }),
    givenClaim({
      ...givenQuote('the ferry carried 1.2 million passengers last year', 'According to the operator, ', '.'),
      id: 'en-2',
      state: 'verified',
      label: LABELS.true,
      verifies: 'attribution',
      kind: 'statistic',
      attribution: {
        cue: 'According to',
        stance: 'neutral',
        anonymous: false,
        sourceCount: 1,
        links: [{ role: 'speaker', name: 'the operator', type: 'institution' }],
      },
      verdicts: [
        givenVerdict({ reviewer: member('R. Haddad'), rationale: 'The operator’s annual report says so on page 9.' }),
      ],
      decisions: [givenDecision({ rating: LABELS.true })],
    }),
    givenClaim({
      ...givenQuote('مجلس الجزيرة رفض التعليق', 'In a statement in Arabic the paper printed: “', '”.'),
      id: 'en-3',
      kind: 'statement',
    }),
  ],
  dismissed: [givenDismissed()],
});
