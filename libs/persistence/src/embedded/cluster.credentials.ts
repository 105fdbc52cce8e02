import { randomBytes } from 'node:crypto';
import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { EmbeddedDatabaseError } from './embedded.error.js';

/** Passwords of the embedded cluster and, while it runs, its port. Kept in a file only its owner can read. */
export interface ClusterCredentials {
  readonly superuser: string;
  readonly owner: string;
  readonly app: string;
  /** True once the roles and the database exist, so that a start need not look. */
  readonly prepared: boolean;
  readonly port?: number;
}

const secret = () => randomBytes(24).toString('base64url');

export function newCredentials(): ClusterCredentials {
  return { superuser: secret(), owner: secret(), app: secret(), prepared: false };
}

/** Undefined when the file does not exist. */
export async function readCredentials(file: string): Promise<ClusterCredentials | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    const { code } = error as NodeJS.ErrnoException;
    throw new EmbeddedDatabaseError({
      en: `cannot read ${file} (${code}): run as the user who started isnad first`,
      ar: `تعذّرت قراءة ${file} (${code}): شغّل البرنامج بحساب المستخدم الذي شغّله أول مرة`,
    });
  }
  try {
    return JSON.parse(text) as ClusterCredentials;
  } catch {
    throw new EmbeddedDatabaseError({
      en: `${file} is damaged: restore it, or move the data folder away to begin anew`,
      ar: `الملف ${file} تالف: استعده من نسخة احتياطية، أو انقل مجلد البيانات إلى مكان آخر لتبدأ من جديد`,
    });
  }
}

export async function writeCredentials(file: string, credentials: ClusterCredentials): Promise<void> {
  const partial = `${file}.${process.pid}`;
  await writeFile(partial, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 });
  await chmod(partial, 0o600); // writeFile keeps the mode of a file that was left behind
  await rename(partial, file);
}
