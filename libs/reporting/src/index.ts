export type * from './model/label.model.js';
export type * from './model/evidence.model.js';
export type * from './model/claim.model.js';
export type * from './model/report.model.js';
export { modelOf, streamOf } from './model/report.stream.js';
export type { ArticleHead, ArticleStream, ReportHead, ReportStream, Several } from './model/report.stream.js';
export { RENDERERS, rendererOf, type ReportFormat, type ReportRenderer } from './renderer/renderer.registry.js';
export { renderJson } from './json/json.renderer.js';
export { renderCsv } from './csv/csv.renderer.js';
export { savedName } from './file/saved.name.js';
export { renderHtml } from './html/html.renderer.js';
export {
  csvTable,
  jsonTable,
  VERDICT_TABLES,
  type TableHead,
  type VerdictNames,
  type VerdictTable,
  type VerdictTableFormat,
} from './verdicts/verdict.table.js';
export { bothCalendars, gregorianDate, gregorianTime, hijriDate } from './calendar/date.format.js';
export { STYLE_HASH as HTML_STYLE_HASH } from './html/page.style.js';
export { catalogueOf, type Catalogue, type Gender, type WordKey } from './texts/text.catalogue.js';
export { HistoryWords } from './history/history.words.js';
export { historySentence, type HistoryNames, type HistoryStep } from './history/history.sentence.js';
