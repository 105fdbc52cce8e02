import type { Language } from '#platform';
import type { DemoMember } from './demo.credentials.js';

/** A one-time way in for one member. */
export interface DemoLink {
  readonly roles: readonly string[];
  readonly secret: string;
}

const ROLES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  editor: { en: 'Editor', ar: 'المحرر المسؤول' },
  reviewer: { en: 'Fact-checker', ar: 'مدقق معلومات' },
  writer: { en: 'Author', ar: 'معدّ المادة' },
  admin: { en: 'Administrator', ar: 'مدير النظام' },
  viewer: { en: 'Viewer', ar: 'مطّلع' },
};

const TITLES = {
  ready: { en: 'Isnad is ready:', ar: 'إسناد جاهز:' },
  links: {
    en: 'Sign in to the demo newsroom; each link works once:',
    ar: 'ادخل إلى غرفة الأخبار التجريبية؛ يعمل كل رابط مرة واحدة:',
  },
  passwords: { en: 'Passwords, shown this once and kept in', ar: 'كلمات السر، تُعرض هذه المرة فقط وهي محفوظة في' },
} as const;

const named = (roles: readonly string[], language: Language) =>
  roles.map((role) => ROLES[role]?.[language] ?? role).join(' + ');

/** The secret stands behind #, which browsers keep to themselves: it reaches no server's log. */
export function signInUrl(url: string, secret: string): string {
  return new URL(`/sign-in#link=${secret}`, url).href;
}

/** What `isnad start` prints when everything runs. `newMembers` are those of a demo made just now. */
export function welcome(
  url: string,
  links: readonly DemoLink[],
  newMembers: readonly DemoMember[],
  credentialsFile: string,
  language: Language,
): string {
  const lines = [`${TITLES.ready[language]} ${url}`];
  if (links.length > 0) {
    lines.push('', TITLES.links[language]);
    for (const { roles, secret } of links) lines.push(`  ${named(roles, language)}: ${signInUrl(url, secret)}`);
  }
  if (newMembers.length > 0) {
    lines.push('', `${TITLES.passwords[language]} ${credentialsFile}:`);
    for (const { email, password } of newMembers) lines.push(`  ${email}  ${password}`);
  }
  return `${lines.join('\n')}\n`;
}
