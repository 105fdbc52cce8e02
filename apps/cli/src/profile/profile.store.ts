import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Environment } from '#platform';
import { CommandFailure } from '../program/command.failure.js';
import { EXIT } from '../program/exit.code.js';

/** One server a person is signed in to. */
export interface Profile {
  readonly url: string;
  readonly token: string;
  /** Of a token made by `isnad login`, which `isnad logout` revokes; null for one that was brought along. */
  readonly tokenId: string | null;
  readonly expiresAt: string | null;
  readonly member: { readonly id: string; readonly name: string; readonly roles: readonly string[] };
  readonly newsroom: string;
}

interface Stored {
  readonly current?: string;
  readonly profiles: Readonly<Record<string, Profile>>;
}

const NOTHING: Stored = { profiles: {} };
export const FIRST_PROFILE = 'default';

/** The profiles of one person on this machine: `isnad/profiles.json` in the folder for settings, readable by its owner alone. */
export class ProfileStore {
  readonly file: string;
  private readonly folder: string;

  constructor({ XDG_CONFIG_HOME, HOME }: Environment) {
    this.folder = join(XDG_CONFIG_HOME || join(HOME || homedir(), '.config'), 'isnad');
    this.file = join(this.folder, 'profiles.json');
  }

  /** The named profile, else the one signed in to last. */
  async find(name: string | undefined): Promise<{ name: string; profile: Profile | undefined }> {
    const { current, profiles } = await this.read();
    const chosen = name ?? current ?? FIRST_PROFILE;
    return { name: chosen, profile: Object.hasOwn(profiles, chosen) ? profiles[chosen] : undefined };
  }

  async names(): Promise<string[]> {
    return Object.keys((await this.read()).profiles);
  }

  /** Keeps a profile, which becomes the one that is meant when none is named. */
  async keep(name: string, profile: Profile): Promise<void> {
    const { profiles } = await this.read();
    await this.write({ current: name, profiles: { ...profiles, [name]: profile } });
  }

  async forget(name: string): Promise<void> {
    const { current, profiles } = await this.read();
    const left = Object.fromEntries(Object.entries(profiles).filter(([each]) => each !== name));
    const next = current === name ? Object.keys(left)[0] : current;
    await this.write({ ...(next !== undefined && { current: next }), profiles: left });
  }

  private async read(): Promise<Stored> {
    try {
      const stored = JSON.parse(await readFile(this.file, 'utf8')) as Partial<Stored> | null;
      return { ...NOTHING, ...stored };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return NOTHING;
      throw new CommandFailure(EXIT.failed, {
        en: `cannot read ${this.file}: remove it and sign in again`,
        ar: `تعذّرت قراءة ${this.file}: احذفه ثم سجّل الدخول من جديد`,
      });
    }
  }

  /** Beside it first, then in its place: a full disk or a crash loses no profile, and no moment shows it to others. */
  private async write(stored: Stored): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const next = `${this.file}.${process.pid}`;
    await writeFile(next, `${JSON.stringify(stored, null, 2)}\n`, { mode: 0o600 });
    await chmod(next, 0o600); // writeFile keeps the mode of a file that was left behind
    await rename(next, this.file);
  }
}
