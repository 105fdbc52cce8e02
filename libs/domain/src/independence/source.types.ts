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

/** How somebody who is not named knows what he says. */
export const KNOWLEDGE_BASES = ['witness', 'participant', 'documents', 'second-hand'] as const;
export type KnowledgeBasis = (typeof KNOWLEDGE_BASES)[number];

/** What a newsroom keeps of a source it does not name. Who it is, it does not keep. */
export interface Anonymity {
  /** The editor who knows who it is. */
  readonly knownBy: string;
  /** Why it is not named. */
  readonly why: string;
  readonly basis: KnowledgeBasis;
  /** How many people stand behind it. */
  readonly people: number;
}

/** How sure it is that the account belongs to whom it says. */
export const ACCOUNT_STANDINGS = ['confirmed', 'likely', 'unconfirmed', 'impostor'] as const;
export type AccountStanding = (typeof ACCOUNT_STANDINGS)[number];

/** A post on a platform, as it was seen. It proves that the account posted it, and nothing about who spoke. */
export interface SocialPost {
  readonly platform: string;
  readonly handle: string;
  readonly postId: string;
  /** ISO 8601 UTC. */
  readonly postedAt: string;
  readonly account: AccountStanding;
}

/** Words that were said in another language than they are printed in. */
export interface Translation {
  readonly language: string;
  readonly original: string;
  /** What we print; whatever stands in quotation marks must be in it. */
  readonly text: string;
  readonly translator: string;
  /** A member who read both; neither the translator's own colleague who added the item. */
  readonly secondReaderId: string | null;
}

/** A row of the source register, as far as independence needs it. */
export interface SourceNode {
  readonly id: string;
  readonly type: SourceType;
  readonly ownerId: string | null;
  /** What this source merely relays. */
  readonly derivesFromId: string | null;
  /** For an anonymous source: the outlet that vouches for it. */
  readonly vouchedById: string | null;
  readonly anonymity?: Anonymity | null;
  /** An editor has approved that it is used without a name. */
  readonly approved?: boolean;
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
  readonly post?: SocialPost | null;
  readonly translation?: Translation | null;
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
