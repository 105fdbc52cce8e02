import type { Application } from '#application';
import type { Language } from '#platform';
import { randomSecret } from '#platform';
import type { DemoCredentials } from './demo.credentials.js';
import { readDemoScript } from './demo.script.js';

/** 144 bits: long enough for the password rules, short enough to be typed. */
const PASSWORD_BYTES = 18;

/**
 * Makes the demo newsroom and its members in a database that holds none, each with a random password and a token. `keep` is called
 * with the credentials as soon as they work, so that an interruption does not lose them.
 */
export async function seedDemo(
  application: Application,
  home: string,
  locale: Language,
  keep: (credentials: Omit<DemoCredentials, 'url'>) => Promise<void>,
): Promise<void> {
  const script = await readDemoScript(home);
  const founders = script.members.map(({ email, name, roles }) => ({
    email,
    name: name[locale],
    roles,
    locale,
    password: randomSecret(PASSWORD_BYTES),
  }));
  const { key, name } = script.newsroom;
  const { newsroomId, members } = await application.founding.found({
    slug: key,
    name: name[locale],
    locale,
    members: founders,
  });
  const withTokens = [];
  for (const { id, email, password, roles } of members) {
    const token = await application.founding.token(newsroomId, id, 'demo');
    withTokens.push({ id, email, password, roles, token });
  }
  await keep({ newsroomId, members: withTokens });
}
