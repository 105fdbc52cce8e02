import { REQUIREMENT_NAMES } from '#domain';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = join(__dirname, '../../apps/admin/src');
const TEXTS = join(SOURCES, 'texts');
const names = [...new Set(readdirSync(TEXTS).flatMap((file) => /^(.+)\.(?:ar|en)\.json$/.exec(file)?.[1] ?? []))];
const PLURAL = /_(zero|one|two|few|many|other)$/;

type Texts = ReadonlyMap<string, string>;
const read = (name: string, language: 'ar' | 'en'): Texts =>
  new Map(flat(JSON.parse(readFileSync(join(TEXTS, `${name}.${language}.json`), 'utf8')) as object));

function flat(value: object, before = ''): [string, string][] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    typeof inner === 'object' && inner !== null ? flat(inner, `${before}${key}.`) : [[before + key, String(inner)]],
  );
}

const baseKeys = (texts: Texts) => [...new Set([...texts.keys()].map((key) => key.replace(PLURAL, '')))].sort();
const variables = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name!).sort();

describe.each(names)('texts of %s', (name) => {
  const ar = read(name, 'ar');
  const en = read(name, 'en');

  it('are the same in both languages', () => expect(baseKeys(ar)).toEqual(baseKeys(en)));

  it('have all six plural forms in Arabic and two in English', () => {
    const forms = (texts: Texts, key: string) =>
      [...texts.keys()].filter((one) => one.replace(PLURAL, '') === key && PLURAL.test(one)).length;
    const counted = baseKeys(ar).filter((key) => forms(ar, key) > 0);
    expect(counted.filter((key) => forms(ar, key) !== 6)).toEqual([]);
    expect(counted.filter((key) => forms(en, key) !== 2)).toEqual([]);
  });

  it('ask for the same facts in both languages', () => {
    const plain = [...en.keys()].filter((key) => !PLURAL.test(key));
    const differing = plain.filter((key) => String(variables(en.get(key)!)) !== String(variables(ar.get(key) ?? '')));
    expect(differing).toEqual([]);
  });
});

describe('texts asked for', () => {
  const known = new Map(
    names.map((name) => [name, new Set([...baseKeys(read(name, 'en')), ...read(name, 'en').keys()])]),
  );

  const asked = sourceFiles(SOURCES).flatMap((file) => {
    const source = readFileSync(file, 'utf8');
    // A file that draws texts of several screens says which with each key; one of a single screen says it once.
    const own = new Set([...source.matchAll(/useTranslation\(\[?'(\w+)'/g)].map(([, name]) => name!));
    const [home] = own;
    if (home === undefined || own.size > 1) return [];
    return [...source.matchAll(/(?<![\w.])t\(\s*'([\w.:-]+)'/g)].map(([, key]) => {
      const [space, inner] = key!.includes(':') ? (key!.split(':') as [string, string]) : [home, key!];
      return { file: file.slice(SOURCES.length), space, key: inner };
    });
  });

  it('are found in the sources', () => expect(asked.length).toBeGreaterThan(200));

  it('exist', () => {
    const missing = asked.filter(({ space, key }) => !known.get(space)?.has(key));
    expect(missing).toEqual([]);
  });
});

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourceFiles(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.spec.ts') ? [path] : [];
  });
}

describe('every requirement', () => {
  it.each(['ar', 'en'] as const)('has its name, in %s', (language) => {
    const texts = read('terms', language);
    expect(REQUIREMENT_NAMES.filter((name) => !texts.has(`requirement.${name}`))).toEqual([]);
  });
});

/** The “never” column of the glossary, with what may stand around a word after all. */
const NEVER: readonly (readonly [string, RegExp | null])[] = [
  ['موثق', null],
  ['موثقة', null],
  ['مؤكد', null],
  ['متنازع', null],
  ['مطعون', null],
  ['محرر', /(?:ال|لل)محرر المسؤول|قرار المحرر/g],
  ['مراجع', null],
  ['مدقق', /مدقق(?:ي)? (?:ال)?معلومات|تقييم المدقق/g],
  ['كاتب', null],
  ['مشاهد', null],
  ['بينة', null],
  ['استفسار', null],
  ['تحكيم', null],
  ['دفتر', null],
];
const bare = (text: string) => text.normalize('NFC').replace(/[\u064B-\u0652\u0670\u0640]/g, '');
const offences = (text: string) =>
  NEVER.filter(([word, allowed]) =>
    new RegExp(`(?<!\\p{L})[وف]?(?:[بكل]?ال|لل|[بكل])?${word}(?!\\p{L})`, 'u').test(
      allowed ? bare(text).replace(allowed, ' ') : bare(text),
    ),
  ).map(([word]) => word);

describe('the glossary', () => {
  it.each(['والمراجع', 'قال المحرر', 'موثَّقة', 'مدقق'])('catches «%s»', (text) =>
    expect(offences(text)).not.toEqual([]),
  );

  it.each(names)('is kept to in %s', (name) => {
    expect([...read(name, 'ar')].filter(([, text]) => offences(text).length > 0)).toEqual([]);
  });
});
