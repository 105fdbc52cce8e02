import { createClient, ProblemError } from '#client';
import { ProfileStore } from '../profile/profile.store.js';
import type { CommandContext } from '../program/command.context.js';
import { CommandFailure } from '../program/command.failure.js';
import { EXIT } from '../program/exit.code.js';

/** Revokes the token that `isnad login` made, and forgets it. A server that does not answer keeps nobody signed in here. */
export async function logoutCommand(
  options: { readonly profile?: string },
  { terminal, environment }: CommandContext,
): Promise<void> {
  const store = new ProfileStore(environment);
  const { name, profile } = await store.find(options.profile ?? (environment.ISNAD_PROFILE || undefined));
  if (!profile) {
    throw new CommandFailure(EXIT.signedOut, {
      en: `${name} is not signed in`,
      ar: `لا دخول مسجَّلًا باسم ${name}`,
    });
  }
  const { url, token, tokenId, expiresAt } = profile;
  const revoked = tokenId === null || (await revoke(url, token, tokenId));
  await store.forget(name);
  const until = expiresAt?.slice(0, 10) ?? '';
  terminal.say(
    revoked
      ? { en: `Signed out of ${url}.`, ar: `سُجّل الخروج من ${url}.` }
      : {
          en: `Signed out here, but ${url} did not answer: the token stays valid until ${until}; revoke it there.`,
          ar: `سُجّل الخروج من هذا الجهاز، لكن ${url} لم يجب: يبقى رمز الوصول صالحًا حتى ${until}، فأبطله هناك.`,
        },
  );
}

async function revoke(url: string, token: string, id: string): Promise<boolean> {
  try {
    await createClient({ url, token, retry: { attempts: 2 } }).call('deleteToken', { params: { id } });
    return true;
  } catch (error) {
    // Refused because it is no longer valid, or gone: as good as revoked.
    return error instanceof ProblemError && (error.status === 401 || error.status === 404);
  }
}
