import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const KEY_BYTES = 32;

/** The key of this installation: from the file a setting names, else from the one in the data folder. */
export function installationKey(named: string | undefined, dataDir: string): Promise<Buffer> {
  return readOrMakeKey(named ?? join(dataDir, 'secrets.key'));
}

/**
 * The installation's own key, 32 bytes as base64url on one line. Made on the first start, readable for its owner alone; whole from the
 * moment it has its name, so that servers that start together have one.
 * @throws Error that names the file when it holds something else
 */
export async function readOrMakeKey(file: string): Promise<Buffer> {
  return (await read(file)) ?? (await make(file));
}

async function read(file: string): Promise<Buffer | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const key = Buffer.from(text.trim(), 'base64url');
  if (key.length !== KEY_BYTES) throw new Error(`${file} must hold a key of ${KEY_BYTES} bytes as base64url`);
  return key;
}

async function make(file: string): Promise<Buffer> {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, `${randomBytes(KEY_BYTES).toString('base64url')}\n`, { mode: 0o600, flush: true });
  try {
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return (await read(file))!;
}
