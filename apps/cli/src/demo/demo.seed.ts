import { playDemo, type Application, type SkippedStep } from '#application';
import { randomSecret, systemClock, type Language } from '#platform';
import type { DemoCredentials } from './demo.credentials.js';
import { readDemoSamples } from './demo.script.js';

/** 144 bits: long enough for the password rules, short enough to be typed. */
const PASSWORD_BYTES = 18;

/**
 * Makes the demo newsroom in a database that holds none: its members, each with a random password and a token, then what
 * they have done so far. What an earlier attempt left half made stays as a newsroom nobody has a way into, since nothing is ever
 * deleted; `attempt` gives this one a name of its own. `keep` is called with the credentials as soon as they work, so that an interruption does not lose
 * them. Answers the steps of the story that the rules refused: none, unless the samples were changed.
 */
export async function seedDemo(
  application: Application,
  home: string,
  locale: Language,
  keep: (credentials: Omit<DemoCredentials, 'url'>) => Promise<void>,
  attempt = 1,
): Promise<readonly SkippedStep[]> {
  const { script, articles } = await readDemoSamples(home);
  const founders = script.members.map(({ email, name, roles }) => ({
    email,
    name: name[locale],
    roles,
    locale,
    password: randomSecret(PASSWORD_BYTES),
  }));
  const { key, name } = script.newsroom;
  const { newsroomId, members } = await application.founding.found({
    slug: attempt === 1 ? key : `${key}-${attempt}`,
    name: name[locale],
    locale,
    members: founders,
  });
  const withTokens = await Promise.all(
    members.map(async ({ id, email, password, roles }) => {
      const token = await application.founding.token(newsroomId, id, 'demo');
      return { id, email, password, roles, token };
    }),
  );
  await keep({ newsroomId, members: withTokens });
  const cast = new Map(script.members.map((member, index) => [member.key, members[index]!]));
  return (await playDemo(application, newsroomId, cast, script, articles, systemClock())).skipped;
}
