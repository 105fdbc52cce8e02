import { originGraph, originOf, type ClaimFacts, type OriginStep } from '#domain';
import type { EvidenceRow } from '#persistence';
import type { ReportEvidence } from '#reporting';

/** What is needed of the register and of saved copies to print evidence. */
export interface EvidenceMaterial {
  readonly sources: ReadonlyMap<string, { readonly name: string; readonly confidential: boolean }>;
  readonly captures: ReadonlyMap<
    string,
    { readonly sha256: string; readonly mediaType: string; readonly bytes: number }
  >;
  /** Items, of this claim or of others, that were given in confidence. */
  readonly confidentialItems: ReadonlySet<string>;
}

/**
 * An item as a report may print it. Whoever reads a report need not know a confidential source: neither its name nor
 * anything by which it could be recognised gets here, whoever asked for the report.
 */
export function evidenceEntry(row: EvidenceRow, facts: ClaimFacts, material: EvidenceMaterial): ReportEvidence {
  const source = material.sources.get(row.sourceId)!;
  const hidden = row.confidential || source.confidential;
  const type = facts.sources.find(({ id }) => id === row.sourceId)!.type;
  const capture = row.captureId === null || hidden ? undefined : material.captures.get(row.captureId);
  return {
    id: row.id,
    source: { name: hidden ? null : source.name, type },
    stance: row.stance,
    locator: hidden || row.locator.trim() === '' ? null : row.locator,
    url: hidden ? null : row.url,
    quote: hidden ? null : row.quote,
    note: hidden ? null : row.note,
    primary: row.isPrimary,
    withdrawn: row.withdrawnAt !== null,
    capture: capture ? { sha256: capture.sha256, mediaType: capture.mediaType, bytes: capture.bytes } : null,
    origin: hidden ? { id: row.id, name: null, relays: [] } : originEntry(row, facts, material),
    addedAt: row.createdAt.toISOString(),
  };
}

function originEntry(row: EvidenceRow, facts: ClaimFacts, material: EvidenceMaterial): ReportEvidence['origin'] {
  const items = [...(facts.otherEvidence ?? []), ...facts.evidence];
  const origin = originOf({ kind: 'evidence', id: row.id }, originGraph(facts.sources, items));
  const sourceOf = new Map(items.map((item) => [item.id, item.sourceId]));
  const steps = origin.path.filter((step) => !isRoot(step, origin.root));
  const rootSource = origin.root.kind === 'source' ? origin.root.id : (sourceOf.get(origin.root.id) ?? null);
  const relays: string[] = [];
  for (const step of steps) {
    if (material.confidentialItems.has(step.id)) continue;
    const id = step.kind === 'source' ? step.id : sourceOf.get(step.id);
    const source = id === undefined || id === rootSource ? undefined : material.sources.get(id);
    if (source && !source.confidential && !relays.includes(source.name)) relays.push(source.name);
  }
  const root = rootSource === null ? undefined : material.sources.get(rootSource);
  // An item given in confidence on the way may have its words from the origin itself: naming that would name the giver.
  const throughConfidence = origin.path.some((step) => material.confidentialItems.has(step.id));
  const name = root === undefined || root.confidential || throughConfidence ? null : root.name;
  return { id: throughConfidence ? row.id : origin.root.id, name, relays };
}

function isRoot(step: OriginStep, root: { readonly kind: string; readonly id: string }): boolean {
  return step.kind === root.kind && step.id === root.id;
}
