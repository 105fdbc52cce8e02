export const CLAIM_KINDS = ['event', 'statement', 'statistic', 'prediction', 'opinion', 'quote'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];
