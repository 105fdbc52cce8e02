import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { detailOf, fieldDetailOf, titleOf } from './problem.texts.js';
import { PROBLEM_STATUS } from './problem.statuses.js';
import type { ProblemCode } from './transport.refusal.js';
import ar from './texts.ar.json' with { type: 'json' };
import en from './texts.en.json' with { type: 'json' };

const CODES = Object.keys(PROBLEM_STATUS) as ProblemCode[];
const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
/** The glossary's "never" column, as far as it can be told from a word alone. */
const NEVER =
  /موثَّق|مؤكَّد|متنازع عليه|مطعون|إسناد مهمة|مراجع(?!ة)|كاتب|مشاهد|بيّنة|(?<!ي)تجاوز(?! الفقرة)|دفتر الأستاذ|تحكيم|استفسار|إصدار|إطلاق/;

/** Every code a mistake in a body can carry, read from the sources: refinements of the contract, use cases, rules. */
function fieldCodes(): string[] {
  const root = join(__dirname, '../../../..');
  const files = [
    'libs/application/src',
    'libs/domain/src',
    'apps/api/src/contract',
    'apps/api/src/http',
    'apps/api/src/body',
  ]
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(root, folder, name)),
    )
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'));
  const found = files.flatMap((name) => [...readFileSync(name, 'utf8').matchAll(/\bcode: '([a-z-]+)'/g)]);
  return [...new Set(['nul', 'lone-surrogate', ...found.map(([, code]) => code!)])].sort();
}

describe('the texts of problems', () => {
  it('exist in both languages for exactly the codes there are', () => {
    expect(Object.keys(en.problems).sort()).toEqual([...CODES].sort());
    expect(Object.keys(ar.problems).sort()).toEqual([...CODES].sort());
    expect(Object.keys(ar.fields)).toEqual(Object.keys(en.fields));
    expect(Object.keys(ar.values)).toEqual(Object.keys(en.values));
  });

  it.each(CODES)('%s names the same facts in both languages, and no word the glossary forbids', (code) => {
    expect(holes(ar.problems[code].detail)).toEqual(holes(en.problems[code].detail));
    expect(`${titleOf(code, 'ar')} ${ar.problems[code].detail}`).not.toMatch(NEVER);
    expect(`${titleOf(code, 'ar')} ${ar.problems[code].detail}`).toMatch(/\p{Script=Arabic}/u);
  });

  it('have a sentence of their own for every mistake in a body', () => {
    const codes = fieldCodes();
    expect(codes.length).toBeGreaterThan(45);
    expect(codes.filter((code) => !Object.hasOwn(en.fields, code))).toEqual([]);
    expect(codes.filter((code) => !Object.hasOwn(ar.fields, code))).toEqual([]);
  });

  it.each(Object.keys(en.fields) as (keyof typeof en.fields)[])(
    'say %s with the same facts, in the glossary’s words',
    (code) => {
      expect(holes(ar.fields[code])).toEqual(holes(en.fields[code]));
      expect(ar.fields[code]).not.toMatch(NEVER);
      expect(ar.fields[code]).toMatch(/\p{Script=Arabic}/u);
    },
  );

  it('say known values in the reader’s language and isolate the rest', () => {
    const facts = { roles: ['editor', 'head', 'stranger'] };
    expect(detailOf('role-forbidden', 'en', facts)).toBe(
      'This is for: editor, head of fact-checking, \u2068stranger\u2069.',
    );
    expect(detailOf('role-forbidden', 'ar', facts)).toBe(
      'هذه العملية متاحة للأدوار: المحرر المسؤول، رئيس قسم التحقق، \u2068stranger\u2069.',
    );
  });

  it('let no foreign text out of its isolate, nor grow without end', () => {
    const said = detailOf('host-refused', 'en', { host: `a\u2069\u202eb${'x'.repeat(500)}` });
    expect(said).toMatch(/^[^\u2068\u2069\u202e]*\u2068abx{195,197}\u2069\.$/);
  });

  it('have a sentence for a mistake nobody foresaw', () => {
    expect(fieldDetailOf('never-heard-of', 'ar', {})).toBe(ar.fields.other);
    expect(detailOf('throttled', 'en', { retryAfter: 7 })).toBe('Try again in 7 seconds.');
    expect(fieldDetailOf('not-allowed', 'en', {})).toBe('The value is not allowed here.');
    expect(detailOf('unauthenticated', 'en', { reason: 'constructor' })).toContain('\u2068constructor\u2069');
  });
});
