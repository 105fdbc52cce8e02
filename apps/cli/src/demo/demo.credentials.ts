import { access, chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface DemoMember {
  readonly id: string;
  readonly email: string;
  readonly password: string;
  readonly roles: readonly string[];
  /** Access token with every scope. */
  readonly token: string;
}

/** What the demo's members sign in with, kept where only the owner of the data can read it. */
export interface DemoCredentials {
  readonly url: string;
  readonly newsroomId: string;
  readonly members: readonly DemoMember[];
}

export function credentialsFile(dataDir: string): string {
  return join(dataDir, 'demo-credentials.json');
}

/** Undefined when the demo was never made, or its file was taken away. */
export async function readDemoCredentials(dataDir: string): Promise<DemoCredentials | undefined> {
  try {
    return JSON.parse(await readFile(credentialsFile(dataDir), 'utf8')) as DemoCredentials;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

export async function writeDemoCredentials(dataDir: string, credentials: DemoCredentials): Promise<void> {
  const file = credentialsFile(dataDir);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await writeFile(`${file}.new`, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 });
  await chmod(`${file}.new`, 0o600); // writeFile keeps the mode of a file that was left behind
  await rename(`${file}.new`, file);
}

const unfinishedMark = (dataDir: string): string => join(dataDir, 'demo-unfinished');

/** Whether an earlier start was ended while it made the demo. Nobody has worked in it: serving begins when it is made. */
export async function demoIsUnfinished(dataDir: string): Promise<boolean> {
  return access(unfinishedMark(dataDir)).then(
    () => true,
    () => false,
  );
}

/** Leaves a mark while `make` runs; it stays where the process is killed or the work fails. */
export async function whileUnfinished<T>(dataDir: string, make: () => Promise<T>): Promise<T> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await writeFile(unfinishedMark(dataDir), '', { mode: 0o600 });
  const made = await make();
  await rm(unfinishedMark(dataDir), { force: true });
  return made;
}
