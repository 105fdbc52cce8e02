import { hostname } from 'node:os';
import { createClient } from '#client';
import { isLoopback } from '#platform';
import { failureOf } from '../desk/problem.failure.js';
import { Page, plain } from '../layout/page.js';
import { FIRST_PROFILE, type Profile, ProfileStore } from '../profile/profile.store.js';
import type { CommandContext } from '../program/command.context.js';
import { CommandFailure } from '../program/command.failure.js';
import { EXIT } from '../program/exit.code.js';
import { askOpenly, askSecret } from './secret.prompt.js';
import { mintToken } from './token.minting.js';

export interface LoginOptions {
  readonly profile?: string;
  readonly email?: string;
  /** Ask for a token instead of a password. */
  readonly token?: boolean;
  readonly allowHttp?: boolean;
}

const PROFILE_NAME = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u;

/** Signs in to a server and keeps a token for the commands that follow. */
export async function loginCommand(address: string, options: LoginOptions, context: CommandContext): Promise<void> {
  const { terminal, environment } = context;
  const name = options.profile ?? (environment.ISNAD_PROFILE || FIRST_PROFILE);
  if (!PROFILE_NAME.test(name)) throw wrongName(name);
  const url = serverAddress(address, options.allowHttp === true);
  try {
    const profile = await signIn(url, options, context);
    const store = new ProfileStore(environment);
    await store.keep(name, profile);
    const page = new Page(terminal);
    const [who, where] = [page.foreign(profile.member.name), page.foreign(profile.newsroom)];
    terminal.say({
      en: `Signed in as ${who} at ${where} until ${profile.expiresAt?.slice(0, 10) ?? '—'}. Kept in ${store.file}.`,
      ar: `سُجّل الدخول باسم ${who} في ${where} حتى ${profile.expiresAt?.slice(0, 10) ?? '—'}. حُفظ في ${page.foreign(store.file)}.`,
    });
  } catch (error) {
    throw failureOf(error, name);
  }
}

async function signIn(url: string, options: LoginOptions, { terminal }: CommandContext): Promise<Profile> {
  const { language } = terminal;
  const minted = options.token
    ? {
        token: (await askSecret({ en: 'Access token:', ar: 'رمز الوصول:' }, terminal)).trim(),
        tokenId: null,
        expiresAt: null,
      }
    : await byPassword(url, options, terminal);
  const { member, newsroom } = await createClient({ url, token: minted.token, language }).call('getMe');
  return {
    url,
    ...minted,
    member: { id: member.id, name: plain(member.name), roles: member.roles },
    newsroom: plain(newsroom.name),
  };
}

async function byPassword(url: string, { email: given }: LoginOptions, terminal: CommandContext['terminal']) {
  const email = given ?? (await askOpenly({ en: 'Email:', ar: 'البريد الإلكتروني:' }, terminal)).trim();
  const password = await askSecret({ en: 'Password:', ar: 'كلمة السر:' }, terminal);
  if (email === '' || password === '') {
    throw new CommandFailure(EXIT.usage, {
      en: 'an email address and a password are needed',
      ar: 'لا بد من بريد إلكتروني وكلمة سر',
    });
  }
  return mintToken(url, email, password, `isnad login, ${hostname()}`.slice(0, 200), terminal.language);
}

/** The server's own address, whatever page of it was copied. A password crosses no network in the clear unless told to. */
function serverAddress(address: string, allowHttp: boolean): string {
  const isHere = isLoopback(address.replace(/(:\d+)?(\/.*)?$/, ''));
  const text = /^[a-z]+:\/\//i.test(address) ? address : `${isHere ? 'http' : 'https'}://${address}`;
  if (!URL.canParse(text)) throw wrongAddress(address);
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw wrongAddress(address);
  if (url.protocol === 'http:' && !allowHttp && !isLoopback(url.hostname.replace(/^\[|\]$/g, ''))) {
    throw new CommandFailure(EXIT.usage, {
      en: `${url.origin} is not encrypted, and others could read your password: use https, or --allow-http in a network you trust`,
      ar: `الاتصال بـ${url.origin} غير مشفّر وقد يقرأ غيرك كلمة السر: استعمل https، أو الخيار --allow-http في شبكة تثق بها`,
    });
  }
  return url.origin;
}

function wrongAddress(address: string): CommandFailure {
  return new CommandFailure(EXIT.usage, {
    en: `${address} is no address of a server: write it as https://isnad.example.org`,
    ar: `‏${address} ليس عنوان خادم: اكتبه مثل https://isnad.example.org`,
  });
}

function wrongName(name: string): CommandFailure {
  return new CommandFailure(EXIT.usage, {
    en: `${name} is no name for a profile: use letters, digits, dots and hyphens`,
    ar: `‏${name} لا يصلح اسمًا لملف الدخول: استعمل الحروف والأرقام والنقطة والشرطة`,
  });
}
