import { claimTable, renderCsv } from '../csv/csv.renderer.js';
import { renderHtml } from '../html/html.renderer.js';
import { jsonChunks, renderJson } from '../json/json.renderer.js';
import type { ReportLanguage } from '../model/label.model.js';
import type { ReportModel } from '../model/report.model.js';
import type { ReportStream } from '../model/report.stream.js';

/** A file format a report can be had in. */
export interface ReportRenderer {
  readonly format: string;
  readonly mediaType: string;
  /** Without the dot. */
  readonly extension: string;
  /**
   * The file's bytes, whole or in chunks. Pure: the same model and language always give the same bytes.
   * @throws TypeError, RangeError when the model holds what cannot be written (a lone surrogate, a malformed time)
   */
  render(model: ReportModel, language: ReportLanguage): Uint8Array | AsyncIterable<Uint8Array>;
  /** The same bytes, written while the report is read; formats without it need the whole model. */
  stream?(report: ReportStream, language: ReportLanguage): AsyncIterable<Uint8Array>;
}

/** All formats, in the order in which they are offered. A new format is one more entry. */
export const RENDERERS = [
  { format: 'html', mediaType: 'text/html; charset=utf-8', extension: 'html', render: renderHtml },
  {
    format: 'csv',
    mediaType: 'text/csv; charset=utf-8; header=present',
    extension: 'csv',
    render: renderCsv,
    stream: claimTable,
  },
  { format: 'json', mediaType: 'application/json', extension: 'json', render: renderJson, stream: jsonChunks },
] as const satisfies readonly ReportRenderer[];

export type ReportFormat = (typeof RENDERERS)[number]['format'];

/** The renderer of a format; undefined when there is none. */
export function rendererOf(format: string): ReportRenderer | undefined {
  return RENDERERS.find((renderer) => renderer.format === format);
}

/** A rendering's chunks joined, for callers that hash and store the file whole. */
export async function wholeFile(rendering: Uint8Array | AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  if (rendering instanceof Uint8Array) return rendering;
  const chunks: Uint8Array[] = [];
  for await (const chunk of rendering) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}
