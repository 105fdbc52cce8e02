import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { canReach, systemAccount } from './account.system.js';

/** Where data go when nobody says otherwise. */
export interface DefaultDataFolder {
  readonly path: string;
  /** Another place than usual: as root, the account that runs PostgreSQL cannot reach the usual one. */
  readonly moved: boolean;
}

/**
 * `.isnad` in the working folder. As root with a working folder closed to the account that runs PostgreSQL (a checkout under /root):
 * a folder under /var/lib that is always the same for this working folder.
 */
export async function defaultDataFolder(workingFolder: string): Promise<DefaultDataFolder> {
  const folder = resolve(workingFolder);
  const account = await systemAccount();
  if (account.uid === undefined || (await canReach(account, folder)))
    return { path: join(folder, '.isnad'), moved: false };
  const mark = createHash('sha256').update(folder).digest('hex').slice(0, 8);
  return { path: `/var/lib/isnad-${mark}`, moved: true };
}
