import type { Stance } from '../attribution/attribution.types.js';

/** Who an article says it has a claim from. */
export interface CarriedAttribution {
  readonly anonymous: boolean;
  /** 0 where the words do not say how many; null where nobody is meant */
  readonly sourceCount: number | null;
  readonly cue: string;
  readonly stance: Stance;
  readonly links: readonly { readonly role: 'speaker' | 'outlet' | 'document'; readonly name: string }[];
}

export interface CarriedClaim {
  readonly quote: string;
  /** the sentence it stands in */
  readonly context: string;
  /** null where the article asserts in its own voice */
  readonly attribution: CarriedAttribution | null;
}

/** An article as origin detection reads it. */
export interface OriginText {
  readonly outlet: string | null;
  readonly sentences: readonly string[];
  readonly claims: readonly CarriedClaim[];
}

/** In the terms of `derivesFrom`: credited to it by name, copied from it, or quoting the same words. */
export type OriginHow = 'credited' | 'copied' | 'same-quote';

export interface OriginSigns {
  /** Outlets and agencies that both name as theirs, as each writes them; or one names the other's own outlet. */
  readonly credited: readonly { readonly key: string; readonly a: string; readonly b: string }[];
  /** Sentences that stand in both, all but word by word. */
  readonly passages: readonly { readonly a: string; readonly b: string; readonly share: number }[];
  /** Words in quotation marks that stand in both. */
  readonly quotations: readonly { readonly a: string; readonly b: string }[];
}

export interface OriginComparison {
  /** What speaks for one origin; null where nothing does, and the two may well corroborate each other. */
  readonly how: OriginHow | null;
  /** Claims that both make, by their places in the lists, most alike first. */
  readonly shared: readonly { readonly a: number; readonly b: number; readonly likeness: number }[];
  readonly signs: OriginSigns;
}

/** What the second carrier made of what the first has. */
export interface CarrierChange {
  readonly kind: 'grew' | 'hardened' | 'dropped';
  readonly what: 'sources' | 'cue' | 'attribution' | 'hedge' | 'no-comment' | 'number';
  /** as written by the first; '' where it has none */
  readonly a: string;
  /** as written by the second; '' where it has none */
  readonly b: string;
}
