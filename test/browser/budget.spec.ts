import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ADMIN_FOLDER } from './stage/stage.js';

const BUDGET_BYTES = 250_000;

/** Every script the page needs before it is there: those it names, and what they import at once, to the end. */
function initialScripts(): string[] {
  const html = readFileSync(join(ADMIN_FOLDER, 'index.html'), 'utf8');
  const waiting = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, file]) => file!);
  const found = new Set<string>();
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    const code = readFileSync(join(ADMIN_FOLDER, file), 'utf8');
    // dynamic imports have a bracket; static ones a string, after `from` or at once
    for (const [, name] of code.matchAll(/(?:^|[;}\s])import\s*(?:[\w*{}\s,$]+from\s*)?["'`]\.\/([^"'`]+\.js)["'`]/g)) {
      waiting.push(`assets/${name!}`);
    }
  }
  return [...found];
}

describe('what the browser must fetch before anything shows', () => {
  it('is at most 250 kB of script, compressed', () => {
    expect(existsSync(join(ADMIN_FOLDER, 'index.html'))).toBe(true);
    const scripts = initialScripts();
    const bytes = scripts.map((file) => gzipSync(readFileSync(join(ADMIN_FOLDER, file)), { level: 9 }).length);
    const total = bytes.reduce((sum, one) => sum + one, 0);
    expect(scripts.length).toBeGreaterThan(0);
    expect(total).toBeGreaterThan(20_000); // something was measured
    expect(total).toBeLessThanOrEqual(BUDGET_BYTES);
  });

  it('brings no script, style or font of another origin, and none inline', () => {
    const html = readFileSync(join(ADMIN_FOLDER, 'index.html'), 'utf8');
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc="\/assets\/)[^>]*>|https?:/i);
  });
});
