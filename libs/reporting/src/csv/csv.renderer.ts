import type { ReportLanguage } from '../model/label.model.js';
import type { ReportModel } from '../model/report.model.js';
import { catalogueOf } from '../texts/text.catalogue.js';
import { claimHeader, claimRows } from './claim.rows.js';
import { csvChunks } from './csv.chunks.js';

/**
 * The report as a table, one row per claim. Column titles and words are in the report's language; ids, state codes,
 * rating keys, times (RFC 3339) and hashes are the same in both.
 */
export function renderCsv(model: ReportModel, language: ReportLanguage): AsyncIterable<Uint8Array> {
  const texts = catalogueOf(language);
  return csvChunks(claimHeader(texts), claimRows(model, texts));
}
