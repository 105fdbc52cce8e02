import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

interface Names {
  readonly ar: string;
  readonly en: string;
}

/** The demo's cast; the rest of the script is the story's, see samples/README.md. */
export interface DemoScript {
  readonly newsroom: { readonly key: string; readonly name: Names };
  readonly members: readonly {
    readonly key: string;
    readonly email: string;
    readonly name: Names;
    readonly roles: readonly ('editor' | 'reviewer' | 'writer' | 'admin' | 'viewer')[];
  }[];
}

/** `home` is the folder isnad is installed in. */
export async function readDemoScript(home: string): Promise<DemoScript> {
  return JSON.parse(await readFile(join(home, 'samples', 'demo', 'script.json'), 'utf8')) as DemoScript;
}
