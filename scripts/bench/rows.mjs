// Every row of the benchmark, in the order they run. A new row is one more entry; what a row is, README.md says.
import { row as claimList } from './p1-claim-list.mjs';
import { row as verdict } from './p2-verdict.mjs';
import { row as similar } from './p3-similar.mjs';
import { row as archiveImport } from './p4-archive-import.mjs';
import { row as article } from './p5-article.mjs';
import { row as extraction } from './p6-extraction.mjs';
import { row as report } from './p7-report.mjs';
import { row as start } from './p9-start.mjs';
import { row as screens } from './p10-screens.mjs';
import { row as origins } from './p11-origins.mjs';
import { row as reanchoring } from './p12-reanchoring.mjs';

export const ROWS = [
  claimList,
  verdict,
  similar,
  archiveImport,
  article,
  extraction,
  report,
  start,
  screens,
  origins,
  reanchoring,
];
