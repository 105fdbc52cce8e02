import type { Application } from '#application';
import { type Language, randomSecret } from '#platform';

export interface FirstAdmin {
  readonly email: string;
  /** Undefined: a random one nobody knows; the answered link is the way in. */
  readonly password: string | undefined;
  readonly newsroom: string | undefined;
  readonly locale: Language;
}

const UNNAMED: Readonly<Record<Language, string>> = { ar: 'غرفة الأخبار', en: 'Newsroom' };
export const ADMINISTRATOR: Readonly<Record<Language, string>> = { ar: 'مدير النظام', en: 'Administrator' };

/** Makes the first newsroom with one administrator. Answers the secret of a one-time link to a password, where he was given none. */
export async function foundNewsroom({ founding }: Application, admin: FirstAdmin): Promise<string | null> {
  const { email, locale } = admin;
  const { newsroomId, members } = await founding.found({
    slug: 'newsroom',
    name: admin.newsroom ?? UNNAMED[locale],
    locale,
    members: [
      { email, name: ADMINISTRATOR[locale], roles: ['admin'], locale, password: admin.password ?? randomSecret() },
    ],
  });
  return admin.password === undefined ? founding.invitationLink(newsroomId, members[0]!.id) : null;
}
