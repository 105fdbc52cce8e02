import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { asAccount, canReach, type SystemAccount } from './account.system.js';
import { EmbeddedDatabaseError, tail } from './embedded.error.js';
import type { Engine } from './engine.files.js';

const run = promisify(execFile);

/** Environment of every PostgreSQL program: none of ours, which holds secrets and PG* variables that would change its course. */
export const CLEAN_ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C', LC_ALL: 'C', TZ: 'UTC' };

/** Data folder made reachable for the account that runs PostgreSQL, or a clear refusal. */
export async function prepareDataFolder(dataDir: string, account: SystemAccount): Promise<string> {
  const dir = resolve(dataDir);
  try {
    await mkdir(dir, { recursive: true, mode: account.uid === undefined ? 0o700 : 0o711 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new EmbeddedDatabaseError({
      en: `cannot make the data folder ${dir} (${code}): set ISNAD_DATA_DIR to a folder this user may write`,
      ar: `تعذّر إنشاء مجلد البيانات ${dir} (${code}): اضبط ISNAD_DATA_DIR على مجلد يملك هذا المستخدم الكتابة فيه`,
    });
  }
  if (account.uid === undefined || (await canReach(account, dir))) return dir;
  // Our own folder may be opened for passing through (mktemp -d makes it 0700); folders above it are not ours to change.
  await chmod(dir, (await stat(dir)).mode | 0o011);
  if (await canReach(account, dir)) return dir;
  const closed = await closedFolder(dir);
  throw new EmbeddedDatabaseError({
    en: `started as root, PostgreSQL runs as "${account.name}", who cannot reach ${dir} because ${closed} is closed: set ISNAD_DATA_DIR to a folder under /var/lib, or run as a plain user`,
    ar: `يعمل PostgreSQL هنا بحساب ${account.name}، ولا يصل هذا الحساب إلى ${dir} لأن المجلد ${closed} مغلق: اضبط ISNAD_DATA_DIR على مجلد تحت /var/lib أو شغّل البرنامج بحساب عادي`,
  });
}

async function closedFolder(dir: string): Promise<string> {
  for (let at = dir; ; at = dirname(at)) {
    if (((await stat(at)).mode & 0o001) === 0) return at;
    if (dirname(at) === at) return at;
  }
}

/** Where the cluster's files lie inside the data folder. */
export function clusterFolder(dataDir: string): string {
  return join(dataDir, 'postgres');
}

const UTF8_LOCALES = process.platform === 'darwin' ? ['en_US.UTF-8'] : ['C.UTF-8', 'C.utf8', 'en_US.UTF-8'];

function initdbArguments(dir: string, passwordFile: string, ctype: string, quick: boolean): string[] {
  return [
    '-D',
    dir,
    '-U',
    'postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=icu',
    '--icu-locale=und',
    '--locale=C',
    // With LC_CTYPE C, pg_trgm takes no Arabic letter for a letter and finds nothing, without an error.
    `--lc-ctype=${ctype}`,
    '--data-checksums',
    ...(quick ? ['--no-sync', '--no-instructions'] : ['--no-instructions']),
  ];
}

/**
 * Runs initdb when there is no cluster yet. It works in a folder beside and is renamed when done: an interrupted first start
 * leaves nothing that looks like a cluster. `quick` skips the flush to disk (tests only).
 */
export async function createCluster(
  engine: Engine,
  account: SystemAccount,
  dataDir: string,
  password: string,
  quick: boolean,
): Promise<void> {
  const partial = join(dataDir, 'postgres.partial');
  const passwordFile = join(dataDir, 'postgres.password');
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { mode: 0o700 });
  await rm(passwordFile, { force: true });
  await writeFile(passwordFile, password, { mode: 0o600, flag: 'wx' });
  if (account.uid !== undefined && account.gid !== undefined) {
    await chown(partial, account.uid, account.gid);
    await chown(passwordFile, account.uid, account.gid);
  }
  try {
    await initdb(engine, account, partial, passwordFile, quick);
    await rename(partial, clusterFolder(dataDir));
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function initdb(engine: Engine, account: SystemAccount, dir: string, passwordFile: string, quick: boolean) {
  let output = '';
  for (const ctype of UTF8_LOCALES) {
    const failure = await run(join(engine.bin, 'initdb'), initdbArguments(dir, passwordFile, ctype, quick), {
      ...asAccount(account),
      cwd: '/',
      env: CLEAN_ENVIRONMENT,
    }).then(
      () => null,
      (error: unknown) => error as Error & { stderr?: string },
    );
    if (failure === null) return;
    output = failure.stderr ?? failure.message;
    if (!/invalid locale name/.test(output)) break;
  }
  throw new EmbeddedDatabaseError(
    {
      en: `initdb could not make a database in ${dir}: ${tail(output, 1)}`,
      ar: `لم يتمكن initdb من إنشاء قاعدة بيانات في ${dir}: ${tail(output, 1)}`,
    },
    tail(output),
  );
}

/** False when there is no cluster; throws when there is one that these programs cannot open. */
export async function clusterExists(engine: Engine, dataDir: string): Promise<boolean> {
  const file = join(clusterFolder(dataDir), 'PG_VERSION');
  if (!existsSync(file)) {
    // As root the folder belongs to another account, but root may look; a plain user started by another one may not.
    if (existsSync(clusterFolder(dataDir)) && process.getuid?.() !== 0) {
      const owner = (await stat(clusterFolder(dataDir))).uid;
      if (owner !== process.getuid?.()) {
        throw new EmbeddedDatabaseError({
          en: `${clusterFolder(dataDir)} belongs to another user: start isnad as that user, or set ISNAD_DATA_DIR`,
          ar: `المجلد ${clusterFolder(dataDir)} لمستخدم آخر: شغّل البرنامج بحسابه أو اضبط ISNAD_DATA_DIR`,
        });
      }
    }
    return false;
  }
  const version = Number.parseInt(await readFile(file, 'utf8'), 10);
  if (version !== engine.major) {
    throw new EmbeddedDatabaseError({
      en: `${clusterFolder(dataDir)} was made by PostgreSQL ${version} and this is ${engine.major}: start the release that made it and move the data by isnad backup`,
      ar: `أُنشئ ${clusterFolder(dataDir)} بإصدار PostgreSQL ${version} وهذا الإصدار ${engine.major}: شغّل النسخة التي أنشأته وانقل البيانات بالأمر isnad backup`,
    });
  }
  return true;
}
