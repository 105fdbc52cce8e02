import type { ReportLanguage } from '../model/label.model.js';
import type { ReportModel } from '../model/report.model.js';
import { streamOf, type ReportStream } from '../model/report.stream.js';
import { catalogueOf } from '../texts/text.catalogue.js';
import { claimHeader, claimRows } from './claim.rows.js';
import { csvChunks } from './csv.chunks.js';

/**
 * The report as a table, one row per claim. Column titles and words are in the report's language; ids, state codes,
 * rating keys, times (RFC 3339) and hashes are the same in both.
 */
export function renderCsv(model: ReportModel, language: ReportLanguage): AsyncIterable<Uint8Array> {
  return claimTable(streamOf(model), language);
}

/** The same bytes, written while the report is read. */
export function claimTable(report: ReportStream, language: ReportLanguage): AsyncIterable<Uint8Array> {
  const texts = catalogueOf(language);
  return csvChunks(claimHeader(texts), claimRows(report, texts));
}
