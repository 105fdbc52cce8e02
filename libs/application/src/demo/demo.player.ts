import { Refusal } from '#domain';
import type { Application } from '../application.js';
import type { ArticleView } from '../article/article.view.js';
import { DemoClaimStory } from './demo.claim.js';
import type { DemoArticle, DemoScript, DemoSource } from './demo.script.js';
import { stageOf, type DemoCast, type DemoStage } from './demo.stage.js';

/** What the rules refused of the story, and so is not there. */
export interface SkippedStep {
  readonly step: string;
  readonly code: string;
  readonly facts: unknown;
}

export interface PlayedDemo {
  /** Ids by the story's keys. */
  readonly articles: ReadonlyMap<string, string>;
  readonly claims: ReadonlyMap<string, string>;
  readonly skipped: readonly SkippedStep[];
}

/**
 * Plays the demo's story through the use cases, as its members would: nothing is written past the rules. A step they
 * refuse is left out with what follows from it on its claim, and reported; everything else goes on. Due dates count from
 * `now`.
 */
export async function playDemo(
  app: Application,
  newsroomId: string,
  cast: DemoCast,
  script: DemoScript,
  texts: readonly DemoArticle[],
  now: Date,
): Promise<PlayedDemo> {
  const stage = stageOf(app, newsroomId, cast, now);
  await registerSources(stage, script.sources);
  const textOf = new Map(texts.map((text) => [text.id, text]));
  const skipped: SkippedStep[] = [];
  const attempt = async (step: string, work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      skipped.push({ step, code: error.code, facts: error.facts });
    }
  };
  // Each article is a story of its own.
  await Promise.all(
    script.articles.map(async ({ key, postedBy, authors }) => {
      const text = textOf.get(key)!;
      stage.articles.set(key, await post(stage, text, postedBy, authors));
      const taken = new Set<string>();
      for (const claim of script.claims.filter(({ article }) => article === key))
        await attempt(claim.key, () => new DemoClaimStory(stage, claim).play(taken));
      for (const revision of script.revisions.filter(({ article }) => article === key))
        await attempt(`revision of ${key}`, () => revise(stage, revision, text.text));
      for (const release of script.releases.filter(({ article }) => article === key))
        await attempt(`release of ${key}`, () => publish(stage, release));
    }),
  );
  for (const { relation, by, claims } of script.groups) {
    const claimIds = claims.map((key) => stage.claims.get(key)!);
    await attempt(
      `group of ${claims.join(', ')}`,
      async () => void (await app.groups.make(stage.as(by), { claimIds, relation })),
    );
  }
  return {
    articles: new Map([...stage.articles].map(([key, { id }]) => [key, id])),
    claims: stage.claims,
    skipped,
  };
}

/** Sources entered at a time: about as many as a command has connections. */
const LANES = 4;

/** A source may name earlier ones; those that name none can be entered together. */
async function registerSources({ app, as, sources }: DemoStage, given: readonly DemoSource[]): Promise<void> {
  const enter = async ({ key, name, type, url, aliases, owner, derivesFrom, vouchedBy }: DemoSource) => {
    const id = (earlier: string | undefined) => (earlier === undefined ? null : sources.get(earlier)!);
    const links = { ownerId: id(owner), derivesFromId: id(derivesFrom), vouchedById: id(vouchedBy) };
    const { value } = await app.sources.create(as('editor'), { name, type, url, aliases, ...links });
    sources.set(key, value.id);
  };
  const linked = ({ owner, derivesFrom, vouchedBy }: DemoSource) => (owner ?? derivesFrom ?? vouchedBy) !== undefined;
  const unlinked = given.filter((source) => !linked(source));
  await Promise.all(
    Array.from({ length: LANES }, async (_, lane) => {
      for (const source of unlinked.filter((_source, index) => index % LANES === lane)) await enter(source);
    }),
  );
  for (const source of given.filter(linked)) await enter(source);
}

async function post(
  { app, as, memberId }: DemoStage,
  { title, text, kind, language, outlet, byline, sourceUrl, publishedAt }: DemoArticle,
  postedBy: string,
  authors: readonly string[],
): Promise<ArticleView> {
  const input = { title, text, kind, language, outlet, byline, sourceUrl, publishedAt: publishedAt ?? undefined };
  return (await app.articles.create(as(postedBy), { ...input, authorIds: authors.map(memberId) })).value;
}

async function revise(
  { app, as, articles }: DemoStage,
  { article, by, note, replacements }: DemoScript['revisions'][number],
  before: string,
): Promise<void> {
  const { id } = articles.get(article)!;
  const text = replacements.reduce((now, { find, replace }) => now.replace(find, () => replace), before);
  const { version } = await app.articles.get(as(by), id);
  await app.revisions.revise(as(by, version), id, { text, note });
}

async function publish(
  { app, as, articles, claims }: DemoStage,
  { article, by, keepAsDisputed = [] }: DemoScript['releases'][number],
): Promise<void> {
  const { id } = articles.get(article)!;
  const { version } = await app.articles.get(as(by), id);
  await app.releases.release(as(by, version), id, {
    keepAsDisputed: keepAsDisputed.map(({ claim, reason }) => ({ claimId: claims.get(claim)!, reason })),
  });
}
