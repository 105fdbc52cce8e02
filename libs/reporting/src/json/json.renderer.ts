import type { ReportModel } from '../model/report.model.js';
import { canonicalForm } from './canonical.form.js';

/**
 * The model itself as RFC 8785 canonical JSON in UTF-8, without a final line break: the bytes that are hashed and
 * signed. It carries codes and labels in both languages, so it is the same file in every report language.
 */
export function renderJson(model: ReportModel): Uint8Array {
  return new TextEncoder().encode(canonicalForm(model));
}
