import type { ArticleKind, ClaimState } from '#domain';
import type { ReportClaim } from '../model/claim.model.js';
import type { ReportLabel } from '../model/label.model.js';
import type { Catalogue, Gender } from '../texts/text.catalogue.js';

/** How a result looks: each tone has its own icon, border and colour, so that it also reads in black and white. */
export type Tone = 'verified' | 'disputed' | 'open' | 'closed';

export interface ClaimStatus {
  readonly tone: Tone;
  /** What is printed as the result. */
  readonly text: string;
  /** Drafts: the scale's label beside the state, when one was given. */
  readonly label: string | null;
}

/** The noun of our own drafts is معلومة (feminine), of other people's articles ادّعاء (masculine). */
export const genderOf = (kind: ArticleKind): Gender => (kind === 'draft' ? 'f' : 'm');

/** A label of the rating scale in the report's language and in agreement with the claim's noun. */
export function labelText(label: ReportLabel, kind: ArticleKind, texts: Catalogue): string {
  const forms = label[texts.language];
  return kind === 'draft' ? forms.feminine : forms.masculine;
}

const TONE_OF_STANCE = { supports: 'verified', disputes: 'disputed', unproven: 'open' } as const;
const TONE_OF_STATE = { verified: 'verified', disputed: 'disputed', 'needs-source': 'open' } as const;

/**
 * The result of one claim. Reports on external articles print the published label, not the state; what was checked
 * (attribution or substance) is always part of it, because a true attribution is not a true claim.
 */
export function statusOf(claim: ReportClaim, kind: ArticleKind, texts: Catalogue): ClaimStatus {
  const scope = texts.word(`verifies.${claim.verifies}.short`);
  const label = claim.label && labelText(claim.label, kind, texts);
  if (claim.closure) {
    const published = kind === 'external' && claim.closure.kind === 'unproven' && label;
    return {
      tone: 'closed',
      text: published || texts.agreed(`closure.${claim.closure.kind}`, genderOf(kind)),
      label: null,
    };
  }
  if (kind === 'external' && claim.label && claim.state !== 'needs-source')
    return { tone: TONE_OF_STANCE[claim.label.stance], text: `${label} (${scope})`, label: null };
  return {
    tone: TONE_OF_STATE[claim.state],
    text: stateText(claim, kind, texts),
    label: claim.state === 'needs-source' ? null : label,
  };
}

function stateText(claim: ReportClaim, kind: ArticleKind, texts: Catalogue): string {
  const gender = genderOf(kind);
  if (claim.state === 'verified') return texts.agreed(`state.verified.${claim.verifies}`, gender);
  if (claim.state === 'disputed') {
    const scope = texts.word(`verifies.${claim.verifies}.short`);
    return `${texts.agreed(`state.disputed.${claim.dispute ?? 'conflicting'}`, gender)} (${scope})`;
  }
  return texts.agreed('state.needs-source', gender);
}

/** A bare state, for the history. */
export function stateName(state: ClaimState, kind: ArticleKind, texts: Catalogue): string {
  return texts.agreed(`state.${state}`, genderOf(kind));
}
