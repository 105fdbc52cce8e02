import { type Answer, createClient } from '#client';
import type { Language } from '#platform';
import { CommandFailure } from '../program/command.failure.js';
import { EXIT } from '../program/exit.code.js';

type Scope = Answer<'createToken'>['scopes'][number];
type Role = Answer<'getMe'>['member']['roles'][number];

const READS: readonly Scope[] = ['articles:read', 'claims:read', 'reports:read'];
const CHECKS: readonly Scope[] = ['claims:write', 'evidence:write', 'verdicts:write', 'reports:write'];
/** What the commands of each role need, and no more: the token lies in a file. */
const NEEDED: Readonly<Record<Role, readonly Scope[]>> = {
  editor: [...CHECKS, 'articles:write', 'decisions:write'],
  head: [...CHECKS, 'articles:write', 'decisions:write'],
  reviewer: CHECKS,
  writer: ['articles:write', 'claims:write', 'evidence:write'],
  viewer: [],
  admin: [],
  legal: ['articles:read', 'claims:read', 'reports:read', 'decisions:write'],
};
const LIFE_DAYS = 90;
const COOKIE = /^((?:__Host-)?isnad_session)=([^;]+)/;

export interface Minted {
  readonly token: string;
  readonly tokenId: string;
  readonly expiresAt: string;
}

/**
 * Turns a password into a token: signs in, makes a token of the least scopes the person's roles need, signs out again. Neither
 * password nor session is kept.
 */
export async function mintToken(
  url: string,
  email: string,
  password: string,
  name: string,
  language: Language,
): Promise<Minted> {
  const visitor = createClient({ url, language });
  const { headers } = await visitor.exchange('createSession', { body: { email, password } });
  const cookie = headers.getSetCookie().flatMap((line) => COOKIE.exec(line)?.[0] ?? [])[0];
  if (cookie === undefined) throw noSession();
  const person = createClient({ url, language, headers: { cookie, 'x-isnad-csrf': 'isnad-cli' } });
  try {
    const { member } = await person.call('getMe');
    const scopes = [...new Set([...READS, ...member.roles.flatMap((role) => NEEDED[role])])];
    const expiresAt = new Date(Date.now() + LIFE_DAYS * 86_400_000).toISOString();
    const made = await person.call('createToken', { body: { name, scopes, expiresAt } });
    // A replay tells that the token was shown in an answer that was lost; only a new sign-in helps.
    if (made.token === undefined) throw noSession();
    return { token: made.token, tokenId: made.id, expiresAt };
  } finally {
    await person.call('deleteSession', { params: { id: 'current' } }).catch(() => undefined); // it ends by itself, too
  }
}

function noSession(): CommandFailure {
  return new CommandFailure(EXIT.unavailable, {
    en: 'the sign-in was interrupted: run isnad login again',
    ar: 'انقطع تسجيل الدخول: شغّل isnad login من جديد',
  });
}
