import { canonicalJson } from '#ledger';
import type { ReportModel } from '../model/report.model.js';

/**
 * The model itself as RFC 8785 canonical JSON in UTF-8, without a final line break: the bytes that are hashed and
 * signed, written by the same code that writes ledger leaves. It carries codes and labels in both languages, so it is the same file in every report language.
 * @throws CanonicalJsonError for what has no canonical form, such as NUL or a lone surrogate
 */
export function renderJson(model: ReportModel): Uint8Array {
  return new TextEncoder().encode(canonicalJson(model));
}
