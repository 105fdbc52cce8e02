import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

interface Program {
  readonly file: string;
  readonly environment: Readonly<Record<string, string>>;
}

const PACKED = '@sparticuz/chromium';
const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
/** As on the machine the package was made for: only then does it bring the libraries a bare Linux lacks. */
const PACKED_FOR = 'AWS_Lambda_nodejs20.x';
const UNPACK = `const { default: chromium } = await import('${PACKED}'); await chromium.executablePath();`;

/** Whether browser specs can run here; where they cannot, that is said loudly and they count as skipped. */
export function hasBrowser(): boolean {
  if (process.env.CHROME_PATH || isPackedFor() || INSTALLED.some((file) => existsSync(file))) return true;
  process.stderr.write(
    `\n${'!'.repeat(100)}\n!! NO BROWSER: the specs in test/browser are SKIPPED. Install Chrome, or name one in CHROME_PATH.\n${'!'.repeat(100)}\n\n`,
  );
  return false;
}

const isPackedFor = () => process.platform === 'linux' && process.arch === 'x64' && packedVersion() !== undefined;

/** The package lets only its code be required: its description lies above that. */
function packedVersion(): string | undefined {
  try {
    const code = createRequire(__filename).resolve(PACKED);
    const manifest = `${code.slice(0, code.lastIndexOf(PACKED))}${PACKED}/package.json`;
    return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
  } catch {
    return undefined;
  }
}

/** A Chromium with its own profile: CHROME_PATH, else the one from npm, else an installed one. */
export async function launchChromium(): Promise<Browser> {
  const { file, environment } = program();
  return chromium.launch({
    executablePath: file,
    env: { ...(process.env as Record<string, string>), ...environment },
    // root may not sandbox; the pages are ours
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'],
  });
}

function program(): Program {
  if (process.env.CHROME_PATH) return { file: process.env.CHROME_PATH, environment: {} };
  if (isPackedFor()) return unpacked();
  return { file: INSTALLED.find((file) => existsSync(file))!, environment: {} };
}

/** Unpacks once a version, in a folder that appears whole: two runs at once must not see half a browser. */
function unpacked(): Program {
  const folder = join(tmpdir(), `isnad-chromium-${packedVersion()}-${process.getuid?.() ?? 0}`);
  if (!existsSync(folder)) {
    const next = mkdtempSync(`${folder}.`);
    const made = spawnSync(process.execPath, ['--input-type=module', '-e', UNPACK], {
      encoding: 'utf8',
      env: { ...process.env, TMPDIR: next, AWS_EXECUTION_ENV: PACKED_FOR },
    });
    if (made.status !== 0) throw new Error(`the browser does not unpack: ${made.stderr}`);
    // its own configuration looks in folders of another machine, and a Chromium without any font ends at the first letter
    writeFileSync(join(next, 'fonts', 'fonts.conf'), fontsIn(join(folder, 'fonts')));
    try {
      renameSync(next, folder);
    } catch (error) {
      rmSync(next, { recursive: true, force: true });
      if (!existsSync(folder)) throw error; // another run was quicker
    }
  }
  const libraries = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return {
    file: join(folder, 'chromium'),
    environment: { LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(folder, 'fonts') },
  };
}

const fontsIn = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}</dir><cachedir>${join(folder, 'cache')}</cachedir></fontconfig>
`;
