import { isIP } from 'node:net';
import { z } from 'zod';
import { LOG_LEVELS } from '../log/log.js';
import type { Bilingual } from '../text/bilingual.text.js';

/** One environment variable: how its text becomes a value, and what to say when it does not. */
interface Rule<T> {
  readonly schema: z.ZodType<T, string>;
  readonly remedy: Bilingual;
}

const rule = <T>(schema: z.ZodType<T, string>, en: string, ar: string): Rule<T> => ({ schema, remedy: { en, ar } });

const integer = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most));

const list = (accepts: (item: string) => boolean) =>
  z
    .string()
    .transform((text) => text.split(',').map((item) => item.trim()))
    .pipe(z.array(z.string().refine(accepts)));

const isOrigin = (text: string) =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text;

const isWebAddress = (text: string) =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).username === '';

const isDatabaseUrl = (text: string) =>
  URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol) && new URL(text).pathname.length > 1;

const isNetwork = (text: string) => {
  const [address, bits, ...rest] = text.split('/');
  const version = isIP(address ?? '');
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
};

const isHost = (text: string) =>
  isIP(text) !== 0 || /^(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))*$/i.test(text);

const databaseUrl = rule(
  z.string().refine(isDatabaseUrl),
  'an address like postgres://user:password@host:5432/database',
  'عنوانًا بصيغة postgres://user:password@host:5432/database',
);

/** Every setting there is. A test compares this list with the documentation. */
export const RULES = {
  ISNAD_HOST: rule(z.string().refine(isHost), 'a host name or an IP address', 'اسم مضيف أو عنوان IP'),
  ISNAD_PORT: rule(integer(0, 65_535), 'a port from 0 to 65535', 'منفذًا بين 0 و65535'),
  ISNAD_PUBLIC_URL: rule(
    z.string().refine(isOrigin),
    'the origin people type, like https://checks.example.org, without a path',
    'العنوان الذي يكتبه المستخدمون، مثل https://checks.example.org، من دون مسار',
  ),
  ISNAD_DATA_DIR: rule(z.string().min(1), 'a folder', 'مجلدًا'),
  ISNAD_DEMO: rule(
    z.enum(['0', '1']).transform((text) => text === '1') as z.ZodType<boolean, string>,
    '0 or 1',
    '0 أو 1',
  ),
  DATABASE_URL: databaseUrl,
  ISNAD_DATABASE_OWNER_URL: databaseUrl,
  ISNAD_POOL_SIZE: rule(integer(2, 500), 'a number of connections from 2 to 500', 'عدد اتصالات بين 2 و500'),
  ISNAD_JOBS: rule(integer(1, 64), 'a number of jobs at a time from 1 to 64', 'عدد مهام متزامنة بين 1 و64'),
  ISNAD_ADMIN_EMAIL: rule(z.email() as z.ZodType<string, string>, 'an email address', 'عنوان بريد إلكتروني'),
  ISNAD_ADMIN_PASSWORD: rule(
    z.string().refine((text) => [...text].length >= 15 && [...text].length <= 128),
    '15 to 128 characters',
    'من 15 إلى 128 محرفًا',
  ),
  ISNAD_SECRETS_KEY_FILE: rule(z.string().min(1), 'a file', 'ملفًّا'),
  ISNAD_LOG_LEVEL: rule(
    z.enum(LOG_LEVELS) as z.ZodType<(typeof LOG_LEVELS)[number], string>,
    `one of ${LOG_LEVELS.join(', ')}`,
    `إحدى القيم ${LOG_LEVELS.join('، ')}`,
  ),
  ISNAD_METRICS_PORT: rule(integer(0, 65_535), 'a port from 0 to 65535', 'منفذًا بين 0 و65535'),
  ISNAD_METRICS_TOKEN: rule(z.string().min(16), 'at least 16 characters', '16 محرفًا على الأقل'),
  ISNAD_TRUSTED_PROXIES: rule(
    list(isNetwork),
    'addresses or networks like 10.0.0.0/8, separated by commas',
    'عناوين أو شبكات مثل 10.0.0.0/8 تفصل بينها فواصل',
  ),
  ISNAD_ALLOWED_ORIGINS: rule(
    list(isOrigin),
    'origins like https://desk.example.org, separated by commas',
    'عناوين مثل https://desk.example.org تفصل بينها فواصل',
  ),
  ISNAD_PROVIDER_URL: rule(
    z.string().refine(isWebAddress),
    'the base address of an OpenAI-compatible service, like https://models.example.org/v1',
    'عنوان خدمة متوافقة مع واجهة OpenAI، مثل https://models.example.org/v1',
  ),
  ISNAD_PROVIDER_KEY: rule(z.string().min(1), 'the key of that service', 'مفتاح تلك الخدمة'),
  ISNAD_PROVIDER_MODEL: rule(z.string().min(1).max(200), 'the name of a model', 'اسم نموذج'),
  ISNAD_PROVIDER_EMBEDDING_MODEL: rule(z.string().min(1).max(200), 'the name of a model', 'اسم نموذج'),
  ISNAD_PROVIDER_TIMEOUT: rule(integer(1, 600), 'seconds from 1 to 600', 'عدد ثوانٍ بين 1 و600'),
} as const;

export type Setting = keyof typeof RULES;
export type SettingValue<S extends Setting> = z.output<(typeof RULES)[S]['schema']>;
