import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const SOURCES = join(ROOT, 'apps/admin/src');

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId?: string }>>>>;
}
const { paths } = JSON.parse(readFileSync(join(ROOT, 'docs/openapi.json'), 'utf8')) as Document;
const OPERATIONS = Object.entries(paths).flatMap(([path, methods]) =>
  Object.values(methods).flatMap(({ operationId }) => (operationId ? [{ id: operationId, path }] : [])),
);

/** Asked by an address that the browser itself follows, instead of by the client: what stands there in place of the name. */
const BY_ADDRESS: Readonly<Record<string, RegExp>> = {
  downloadReportFile: /\/api\/v1\/reports\/\$\{[^}]+\}\/files\//,
  previewReport: /\/api\/v1\/reports\/\$\{[^}]+\}\/preview/,
  streamEvents: /\bevents\(/,
};

/** What no screen asks for, and why nobody misses it there. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  listArticleClaims: 'the article itself brings its claims in text order, and one question less is asked',
  listMyAssignments: 'my assignments are items of My turn (listAttention), beside everything else that waits for me',
  getReport: 'the list of reports carries each with its files, and follows its progress',
};

const FILES = sourceFiles(SOURCES).map((file) => ({
  file: file.slice(SOURCES.length + 1),
  text: readFileSync(file, 'utf8'),
}));

/** The files that call an operation by its name, be it through a query that takes the name as an argument. */
function callersOf(id: string): string[] {
  const called = BY_ADDRESS[id] ?? new RegExp(`\\b(?:call|exchange|pages|listOf)\\(\\s*'${id}'`);
  return FILES.filter(({ text }) => called.test(text)).map(({ file }) => file);
}

describe('everything the server can do for a person', () => {
  it('is a list worth the name', () => expect(OPERATIONS.length).toBeGreaterThan(100));

  it('is asked for by some screen, or has a reason why not', () => {
    const without = OPERATIONS.filter(({ id }) => !(id in ELSEWHERE) && callersOf(id).length === 0);
    expect(without).toEqual([]);
  });

  it('has no reason where a screen asks for it, nor for what there is not', () => {
    const known = new Set(OPERATIONS.map(({ id }) => id));
    expect(Object.keys(ELSEWHERE).filter((id) => !known.has(id) || callersOf(id).length > 0)).toEqual([]);
    expect(Object.keys(BY_ADDRESS).filter((id) => !known.has(id))).toEqual([]);
  });

  it.each([
    ['createArticle', 'screens/desk/new.article.tsx'],
    ['removeSecondFactor', 'screens/settings/factor/remove.form.tsx'],
    ['setLegalHold', 'screens/article/file/legal.section.tsx'],
  ])('finds the screen that calls %s', (id, file) => expect(callersOf(id)).toContain(file));
});

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourceFiles(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.spec.ts') ? [path] : [];
  });
}
