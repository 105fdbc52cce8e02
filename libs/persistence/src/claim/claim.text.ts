/** One additive reason of a check-worthiness score. */
export interface StoredReason {
  feature: string;
  weight: number;
  evidence: string;
}

/** Who said it through whom, innermost source first. */
export interface StoredAttribution {
  anonymous: boolean;
  sourceCount: number | null;
  cue: string;
  stance: 'neutral' | 'distancing' | 'factive' | 'negating' | 'evaluative' | 'predictive';
  negated: boolean;
  links: { role: 'speaker' | 'outlet' | 'document'; name: string; type: string }[];
}

/** A place a person may confirm or choose; code points in the block. */
export interface StoredCandidate {
  blockId: string;
  start: number;
  end: number;
  quote: string;
  score: number;
}
