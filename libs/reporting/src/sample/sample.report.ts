import type { ReportModel } from '../model/report.model.js';
import { arabicDraft } from './arabic.sample.js';
import { englishExternal } from './english.sample.js';
import { givenReport } from './given.model.js';

const sha = (seed: string) => seed.repeat(32);

/** Both sample articles in one report. */
export const sampleReport: ReportModel = givenReport([arabicDraft, englishExternal], {
  id: '0192f3a0-7c11-7b52-9d7e-2f6f1a3c8e10',
  newsroom: { id: '0192-newsroom', slug: 'alrasif', name: 'صحيفة الرصيف' },
  ledger: { seq: 4217, leafHash: sha('e0') },
});
