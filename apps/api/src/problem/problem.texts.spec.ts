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
