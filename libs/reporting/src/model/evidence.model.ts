import type { EvidenceStance, SourceType } from '#domain';

/** One item of evidence. */
export interface ReportEvidence {
  readonly id: string;
  /** `name` is null when the source is confidential: its name must not have reached the model at all. */
  readonly source: { readonly name: string | null; readonly type: SourceType };
  readonly stance: EvidenceStance;
  /** Where in the source: page, minute, table. Null when none was given. */
  readonly locator: string | null;
  readonly url: string | null;
  readonly quote: string | null;
  readonly note: string | null;
  readonly primary: boolean;
  readonly withdrawn: boolean;
  /** The saved copy: SHA-256 of its bytes in lower-case hex. */
  readonly capture: { readonly sha256: string; readonly mediaType: string; readonly bytes: number } | null;
  /** The origin the item goes back to; null name when confidential. `relays` are the sources on the way, item first. */
  readonly origin: { readonly id: string; readonly name: string | null; readonly relays: readonly string[] };
  readonly addedAt: string;
}
