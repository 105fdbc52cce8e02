import type { DemoArticle, DemoScript } from '#application';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The demo's story and the sample articles it plays on, see samples/README.md. */
export interface DemoSamples {
  readonly script: DemoScript;
  readonly articles: readonly DemoArticle[];
}

interface SampleEntry extends Omit<DemoArticle, 'text'> {
  readonly file: string;
}

/** `home` is the folder isnad is installed in. */
export async function readDemoSamples(home: string): Promise<DemoSamples> {
  const samples = join(home, 'samples');
  const json = async (path: string): Promise<unknown> => JSON.parse(await readFile(join(samples, path), 'utf8'));
  const script = (await json('demo/script.json')) as DemoScript;
  const { articles } = (await json('articles/index.json')) as { readonly articles: readonly SampleEntry[] };
  const played = articles.filter(({ id }) => script.articles.some(({ key }) => key === id));
  const withText = async (entry: SampleEntry) => ({
    ...entry,
    text: await readFile(join(samples, 'articles', entry.file), 'utf8'),
  });
  return { script, articles: await Promise.all(played.map(withText)) };
}
