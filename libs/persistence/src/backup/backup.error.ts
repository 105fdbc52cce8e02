import type { Bilingual } from '#platform';

/** A backup cannot be made or restored; `text` is one line that says what to do. */
export class BackupError extends Error {
  constructor(
    readonly text: Bilingual,
    options?: ErrorOptions,
  ) {
    super(text.en, options);
    this.name = 'BackupError';
  }
}

export function notABackup(path: string, cause?: unknown): BackupError {
  return new BackupError(
    {
      en: `${path} is no backup made by isnad, or was changed since: name the file that isnad backup wrote`,
      ar: `الملف ${path} ليس نسخة احتياطية أنشأها isnad أو تغيّر بعد إنشائه: اذكر الملف الذي كتبه الأمر isnad backup`,
    },
    { cause },
  );
}

export function damaged(path: string, where: string, cause?: unknown): BackupError {
  return new BackupError(
    {
      en: `${path} is damaged (${where}): nothing was restored; use another backup`,
      ar: `الملف ${path} تالف (${where}): لم يُستعد شيء؛ استخدم نسخة احتياطية أخرى`,
    },
    { cause },
  );
}
