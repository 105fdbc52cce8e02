import { isIP } from 'node:net';
import type { LogLevel } from '../log/log.js';
import type { ProviderSettings } from '../provider/provider.client.js';
import type { Bilingual } from '../text/bilingual.text.js';
import { ConfigError } from './config.error.js';
import { RULES, type Setting, type SettingValue } from './setting.rules.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Everything a person can set from outside. Optional members were not set. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Origin people use to reach the server, when it stands behind a proxy. */
  readonly publicUrl?: string | undefined;
  readonly dataDir?: string | undefined;
  readonly demo?: boolean | undefined;
  /** Absent: embedded PostgreSQL. */
  readonly database?: { readonly url: string; readonly ownerUrl?: string | undefined } | undefined;
  readonly poolSize: number;
  readonly jobs: number;
  /** First administrator, made once. */
  readonly admin?: { readonly email: string; readonly password: string } | undefined;
  /** Key that seals what the database must not show; absent: one in the data folder. */
  readonly secretsKeyFile?: string | undefined;
  readonly logLevel: LogLevel;
  readonly metrics: { readonly port?: number | undefined; readonly token?: string | undefined };
  readonly trustedProxies: readonly string[];
  readonly allowedOrigins: readonly string[];
  /** Absent: no text leaves the house. */
  readonly provider?: ProviderSettings | undefined;
}

function read<S extends Setting>(environment: Environment, name: S): SettingValue<S> | undefined {
  const text = environment[name];
  if (text === undefined || text === '') return undefined; // compose files set what is not set to the empty text
  const { schema, remedy } = RULES[name];
  const result = schema.safeParse(text);
  if (result.success) return result.data as SettingValue<S>;
  // Never the value itself: several of them are secrets.
  throw new ConfigError(name, {
    en: `${name} must be ${remedy.en}`,
    ar: `يجب أن تكون قيمة ${name}‏ ${remedy.ar}`,
  });
}

/** Settings from environment variables. Throws ConfigError at the first that cannot be used. */
export function loadConfig(environment: Environment): Config {
  const value = <S extends Setting>(name: S) => read(environment, name);
  const config: Config = {
    host: value('ISNAD_HOST') ?? '127.0.0.1',
    port: value('ISNAD_PORT') ?? 3000,
    publicUrl: value('ISNAD_PUBLIC_URL'),
    dataDir: value('ISNAD_DATA_DIR'),
    demo: value('ISNAD_DEMO'),
    database: databaseOf(value('DATABASE_URL'), value('ISNAD_DATABASE_OWNER_URL')),
    poolSize: value('ISNAD_POOL_SIZE') ?? 10,
    jobs: value('ISNAD_JOBS') ?? 2,
    admin: adminOf(value('ISNAD_ADMIN_EMAIL'), value('ISNAD_ADMIN_PASSWORD')),
    secretsKeyFile: value('ISNAD_SECRETS_KEY_FILE'),
    logLevel: value('ISNAD_LOG_LEVEL') ?? 'info',
    metrics: { port: value('ISNAD_METRICS_PORT'), token: value('ISNAD_METRICS_TOKEN') },
    trustedProxies: value('ISNAD_TRUSTED_PROXIES') ?? [],
    allowedOrigins: value('ISNAD_ALLOWED_ORIGINS') ?? [],
    provider: providerOf(value('ISNAD_PROVIDER_URL'), value('ISNAD_PROVIDER_MODEL'), {
      key: value('ISNAD_PROVIDER_KEY'),
      embeddingModel: value('ISNAD_PROVIDER_EMBEDDING_MODEL'),
      timeoutMs: (value('ISNAD_PROVIDER_TIMEOUT') ?? PROVIDER_PATIENCE_S) * 1000,
    }),
  };
  refuseOpenDemo(config);
  return config;
}

function databaseOf(url: string | undefined, ownerUrl: string | undefined): Config['database'] {
  if (url !== undefined) return { url, ownerUrl };
  if (ownerUrl === undefined) return undefined;
  throw new ConfigError('DATABASE_URL', {
    en: 'ISNAD_DATABASE_OWNER_URL is set without DATABASE_URL: set DATABASE_URL to the address requests shall use',
    ar: 'ضُبط ISNAD_DATABASE_OWNER_URL من دون DATABASE_URL: اضبط DATABASE_URL على العنوان الذي تستخدمه الطلبات',
  });
}

const PROVIDER_PATIENCE_S = 60;

function providerOf(
  url: string | undefined,
  model: string | undefined,
  rest: Omit<ProviderSettings, 'url' | 'model'>,
): ProviderSettings | undefined {
  if (url !== undefined && model !== undefined) return { url, model, ...rest };
  if (url === undefined && model === undefined && rest.key === undefined && rest.embeddingModel === undefined)
    return undefined;
  const missing = url === undefined ? 'ISNAD_PROVIDER_URL' : 'ISNAD_PROVIDER_MODEL';
  throw new ConfigError(missing, {
    en: `${missing} is missing: set ISNAD_PROVIDER_URL and ISNAD_PROVIDER_MODEL together, or none of the provider's settings`,
    ar: `${missing}‏ غير مضبوط: اضبط ISNAD_PROVIDER_URL وISNAD_PROVIDER_MODEL معًا، أو ألغِ إعدادات المزوّد كلها`,
  });
}

function adminOf(email: string | undefined, password: string | undefined): Config['admin'] {
  if (email !== undefined && password !== undefined) return { email, password };
  if (email === undefined && password === undefined) return undefined;
  const missing = email === undefined ? 'ISNAD_ADMIN_EMAIL' : 'ISNAD_ADMIN_PASSWORD';
  throw new ConfigError(missing, {
    en: `${missing} is missing: set ISNAD_ADMIN_EMAIL and ISNAD_ADMIN_PASSWORD together`,
    ar: `${missing}‏ غير مضبوط: اضبط ISNAD_ADMIN_EMAIL وISNAD_ADMIN_PASSWORD معًا`,
  });
}

/** The demo's members sign in with links printed on a screen: nobody else may reach it. */
function refuseOpenDemo(config: Config): void {
  if (config.demo !== true || isLoopback(config.host)) return;
  throw new ConfigError('ISNAD_DEMO', {
    en: `the demo serves this machine only and ISNAD_HOST is ${config.host}: set ISNAD_DEMO=0, or leave ISNAD_HOST unset`,
    ar: `النسخة التجريبية لهذا الجهاز وحده وقيمة ISNAD_HOST هي ${config.host}: اضبط ISNAD_DEMO=0 أو ألغِ ISNAD_HOST`,
  });
}

/** Whether only this machine can reach a server that listens on `host`. */
export function isLoopback(host: string): boolean {
  const plain = host.replace(/^\[|\]$/g, '').toLowerCase();
  if (isIP(plain) === 4) return plain.startsWith('127.');
  return plain === '::1' || plain === 'localhost';
}

/** Read by the commands that talk to a server, not by a server. */
const COMMAND_SETTINGS: ReadonlySet<string> = new Set(['ISNAD_PROFILE']);

/** A line for each ISNAD_ variable that means nothing, most likely a slip of the pen. */
export function unknownSettings(environment: Environment): Bilingual[] {
  return Object.keys(environment)
    .filter((name) => name.startsWith('ISNAD_') && !name.startsWith('ISNAD_TEST_'))
    .filter((name) => !(name in RULES) && !COMMAND_SETTINGS.has(name))
    .sort()
    .map((name) => ({
      en: `${name} is not a setting of isnad and is ignored`,
      ar: `‏${name} ليس من إعدادات isnad، فأُهمل`,
    }));
}
