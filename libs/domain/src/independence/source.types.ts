export const SOURCE_TYPES = [
  'outlet',
  'agency',
  'person',
  'institution',
  'government',
  'document',
  'dataset',
  'recording',
  'observation',
  'social',
  'anonymous',
] as const;
export type SourceType = (typeof SOURCE_TYPES)[number];

/** Only these can settle a claim alone. Ticking `primary` on anything else makes an item countable, nothing more. */
export const PRIMARY_TYPES: readonly SourceType[] = ['document', 'dataset', 'recording', 'observation'];

export const DERIVATIONS = ['credited', 'copied', 'same-quote', 'same-statement'] as const;
export type Derivation = (typeof DERIVATIONS)[number];

export const EVIDENCE_STANCES = ['supports', 'refutes', 'context'] as const;
export type EvidenceStance = (typeof EVIDENCE_STANCES)[number];

/** A row of the source register, as far as independence needs it. */
export interface SourceNode {
  readonly id: string;
  readonly type: SourceType;
  readonly ownerId: string | null;
  /** What this source merely relays. */
  readonly derivesFromId: string | null;
  /** For an anonymous source: the outlet that vouches for it. */
  readonly vouchedById: string | null;
}

export interface DerivesFrom {
  readonly evidenceId?: string | null;
  readonly sourceId?: string | null;
  readonly how: Derivation;
}

export interface EvidenceItem {
  readonly id: string;
  readonly claimId: string;
  readonly sourceId: string;
  readonly stance: EvidenceStance;
  readonly locator: string | null;
  readonly url: string | null;
  readonly quote: string | null;
  readonly captureId: string | null;
  readonly primary: boolean;
  readonly derivesFrom: DerivesFrom | null;
  readonly withdrawn: boolean;
  readonly addedById: string;
}

/** The part of the register and of the evidence that origins are followed through. */
export interface OriginGraph {
  readonly sources: ReadonlyMap<string, SourceNode>;
  readonly evidence: ReadonlyMap<string, Pick<EvidenceItem, 'id' | 'sourceId' | 'derivesFrom'>>;
}

export function originGraph(
  sources: Iterable<SourceNode>,
  evidence: Iterable<Pick<EvidenceItem, 'id' | 'sourceId' | 'derivesFrom'>>,
): OriginGraph {
  return {
    sources: new Map([...sources].map((source) => [source.id, source])),
    evidence: new Map([...evidence].map((item) => [item.id, item])),
  };
}
