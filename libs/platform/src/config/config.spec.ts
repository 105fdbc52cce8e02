import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isLoopback, loadConfig, unknownSettings } from './config.js';
import { ConfigError } from './config.error.js';
import { RULES } from './setting.rules.js';

function refusal(environment: Record<string, string>): ConfigError {
  try {
    loadConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('was accepted');
}

describe('settings', () => {
  it('have defaults for a machine with nothing set', () => {
    const config = loadConfig({});
    expect(config).toMatchObject({ host: '127.0.0.1', port: 3000, poolSize: 10, jobs: 2, logLevel: 'info' });
    expect(config.database).toBeUndefined();
    expect(config.demo).toBeUndefined();
  });

  it('treat an empty variable as one that is not set', () => {
    expect(loadConfig({ ISNAD_PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 3000 });
  });

  it('are read from the environment', () => {
    const config = loadConfig({
      ISNAD_PORT: '0',
      ISNAD_HOST: '::1',
      ISNAD_DEMO: '1',
      DATABASE_URL: 'postgresql://app:x@db/isnad',
      ISNAD_DATABASE_OWNER_URL: 'postgres://owner:y@db:5433/isnad',
      ISNAD_TRUSTED_PROXIES: '10.0.0.0/8, ::1',
      ISNAD_ALLOWED_ORIGINS: 'https://desk.example.org',
    });
    expect(config).toMatchObject({
      port: 0,
      demo: true,
      database: { url: 'postgresql://app:x@db/isnad', ownerUrl: 'postgres://owner:y@db:5433/isnad' },
      trustedProxies: ['10.0.0.0/8', '::1'],
      allowedOrigins: ['https://desk.example.org'],
    });
  });

  it.each([
    ['ISNAD_PORT', '70000'],
    ['ISNAD_PORT', '-1'],
    ['ISNAD_PORT', '0x50'],
    ['ISNAD_PORT', '99999999999999999999'],
    ['ISNAD_HOST', 'http://localhost'],
    ['ISNAD_DEMO', 'yes'],
    ['DATABASE_URL', 'mysql://u:p@h/d'],
    ['DATABASE_URL', 'postgres://u:p@h'],
    ['ISNAD_LOG_LEVEL', 'loud'],
    ['ISNAD_METRICS_TOKEN', 'short'],
    ['ISNAD_TRUSTED_PROXIES', '10.0.0.0/33'],
    ['ISNAD_TRUSTED_PROXIES', 'everyone'],
    ['ISNAD_ALLOWED_ORIGINS', 'https://desk.example.org/path'],
    ['ISNAD_PUBLIC_URL', 'ftp://desk.example.org'],
    ['ISNAD_POOL_SIZE', '1'],
    ['ISNAD_ADMIN_EMAIL', 'nobody'],
    ['ISNAD_ADMIN_PASSWORD', 'fourteen chars'],
  ])('refuse %s=%s in one line that names it, in both languages, without its value', (name, value) => {
    const { variable, text } = refusal({ [name]: value });
    expect(variable).toBe(name);
    for (const line of [text.en, text.ar]) {
      expect(line).toContain(name);
      expect(line).not.toContain('\n');
    }
    if (name.includes('PASSWORD') || name.includes('URL') || name.includes('TOKEN'))
      expect(text.en).not.toContain(value);
    expect(text.ar).toMatch(/\p{Script=Arabic}/u);
  });

  it('count the characters of a password, not its UTF-16 units', () => {
    const email = 'admin@example.org';
    expect(loadConfig({ ISNAD_ADMIN_EMAIL: email, ISNAD_ADMIN_PASSWORD: '🙂'.repeat(128) }).admin).toBeDefined();
    expect(refusal({ ISNAD_ADMIN_EMAIL: email, ISNAD_ADMIN_PASSWORD: '🙂'.repeat(14) }).variable).toBe(
      'ISNAD_ADMIN_PASSWORD',
    );
  });

  it.each([
    [{ ISNAD_ADMIN_EMAIL: 'admin@example.org' }, 'ISNAD_ADMIN_PASSWORD'],
    [{ ISNAD_ADMIN_PASSWORD: 'correct horse battery' }, 'ISNAD_ADMIN_EMAIL'],
    [{ ISNAD_DATABASE_OWNER_URL: 'postgres://o:p@h/d' }, 'DATABASE_URL'],
    [{ ISNAD_DEMO: '1', ISNAD_HOST: '0.0.0.0' }, 'ISNAD_DEMO'],
    [{ ISNAD_DEMO: '1', ISNAD_HOST: 'checks.example.org' }, 'ISNAD_DEMO'],
  ])('refuse %j, which cannot stand alone', (environment, variable) => {
    expect(refusal(environment as Record<string, string>).variable).toBe(variable);
  });

  it('name the variables that mean nothing', () => {
    const lines = unknownSettings({ ISNAD_PROT: '80', ISNAD_PORT: '80', PATH: '/bin', ISNAD_TEST_CLUSTER: '{}' });
    expect(lines.map((line) => line.en)).toEqual(['ISNAD_PROT is not a setting of isnad and is ignored']);
  });
});

describe('loopback', () => {
  it.each(['127.0.0.1', '127.8.8.8', '::1', '[::1]', 'localhost', 'LOCALHOST'])('is %s', (host) => {
    expect(isLoopback(host)).toBe(true);
  });
  it.each(['0.0.0.0', '::', '10.0.0.1', '127.example.org', 'localhost.example.org'])('is not %s', (host) => {
    expect(isLoopback(host)).toBe(false);
  });
});

describe('the documentation of settings', () => {
  it('lists each of them, and no other', () => {
    const text = readFileSync(join(__dirname, '../../../../docs/settings.md'), 'utf8');
    const documented = [...text.matchAll(/^\| `([A-Z_]+)`/gm)].map((match) => match[1]);
    expect(documented.sort()).toEqual(Object.keys(RULES).sort());
  });
});
