import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { EmbeddedDatabaseError } from './embedded.error.js';

const run = promisify(execFile);

/** The operating-system account PostgreSQL runs under: ours, or, since it refuses uid 0, an unprivileged one. */
export interface SystemAccount {
  /** undefined: the account of this process. */
  readonly uid?: number;
  readonly gid?: number;
  readonly name: string;
}

async function numericId(flag: '-u' | '-g', name: string): Promise<number | undefined> {
  const answer = await run('id', [flag, name]).catch(() => null);
  return answer === null ? undefined : Number(answer.stdout.trim());
}

/** As root: the account `postgres`, else `nobody`. As anyone else: oneself. */
export async function systemAccount(): Promise<SystemAccount> {
  if (process.getuid?.() !== 0) return { name: 'this user' };
  for (const name of ['postgres', 'nobody']) {
    const uid = await numericId('-u', name);
    const gid = await numericId('-g', name);
    if (uid !== undefined && gid !== undefined && uid !== 0) return { uid, gid, name };
  }
  throw new EmbeddedDatabaseError({
    en: 'PostgreSQL refuses to run as root and there is no account "postgres" or "nobody": create one, or run as a plain user',
    ar: 'لا يعمل PostgreSQL بحساب root ولا يوجد حساب باسم postgres أو nobody: أنشئ أحدهما أو شغّل البرنامج بحساب عادي',
  });
}

/** What `child_process` needs to run a program as that account. */
export function asAccount(account: SystemAccount): { uid?: number; gid?: number } {
  return account.uid === undefined ? {} : { uid: account.uid, gid: account.gid };
}

/** Whether that account can pass through every folder up to `path` and, when it exists, enter it. */
export async function canReach(account: SystemAccount, path: string): Promise<boolean> {
  const probe = 'cd "$1" 2>/dev/null';
  return run('/bin/sh', ['-c', probe, 'sh', path], { ...asAccount(account), cwd: '/' }).then(
    () => true,
    () => false,
  );
}
