import type { Bilingual } from '#platform';

/** What `isnad help` says of backing up and restoring. */
export const BACKUP_TEXTS = {
  backup: {
    en: 'copy the whole database into one file, as of one moment, while everybody works',
    ar: 'نسخ قاعدة البيانات كلها إلى ملف واحد كما هي في لحظة واحدة، دون توقف العمل',
  },
  restore: {
    en: 'fill an empty database from a backup, and verify its ledger',
    ar: 'استعادة نسخة احتياطية إلى قاعدة فارغة ثم التحقق من سجل التدقيق',
  },
  json: { en: 'print the result as JSON', ar: 'عرض النتيجة بصيغة JSON' },
} as const satisfies Record<string, Bilingual>;
