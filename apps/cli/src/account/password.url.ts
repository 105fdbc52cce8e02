import type { Language } from '#platform';

export interface PasswordLink {
  readonly token: string;
  /** Greeted by it; may be changed there. */
  readonly name: string;
  readonly locale: Language;
}

/** Where somebody names a password and is signed in. The secret stands behind #, which browsers keep to themselves. */
export function passwordUrl(url: string, { token, name, locale }: PasswordLink): string {
  return new URL(`/invitation?lang=${locale}#${new URLSearchParams({ token, name }).toString()}`, url).href;
}
