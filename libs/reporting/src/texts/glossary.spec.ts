import { TextDecoder } from 'node:util';
import { givenArticle, givenClaim, givenReport } from '../sample/given.model.js';
import { arabicDraft } from '../sample/arabic.sample.js';
import { renderHtml } from '../html/html.renderer.js';
import ar from './ar.json' with { type: 'json' };

const bare = (text: string) => text.normalize('NFC').replace(/[\u064B-\u0652\u0670\u0640]/g, '');

/** The “never” column of the glossary: a word, and what must follow or precede for it to be allowed after all. */
const NEVER: readonly (readonly [string, RegExp | null])[] = [
  ['موثق', null],
  ['موثقة', null],
  ['مؤكد', null],
  ['مؤكدة', null],
  ['متنازع', null],
  ['مطعون', null],
  ['إسناد مهمة', null],
  ['محرر', /(?:ال)?محرر المسؤول|قرار المحرر/g],
  ['مراجع', null],
  ['مراجعة', null],
  ['مدقق', /مدقق(?:ي)? (?:ال)?معلومات|تقييم المدقق/g],
  ['كاتب', null],
  ['مشاهد', null],
  ['بينة', null],
  ['إثبات', null],
  ['حكم', null],
  ['تجاوز', null],
  ['إصدار', null],
  ['إطلاق', null],
  ['استفسار', null],
  ['تحكيم', null],
  ['دفتر', null],
];

const PREFIX = '(?:[وف]?(?:[بكل]?ال|لل|[بكل])?)';

function offences(text: string): string[] {
  return NEVER.filter(([word, allowed]) => {
    const rest = allowed ? bare(text).replace(allowed, ' ') : bare(text);
    return new RegExp(`(?<![\\p{L}])${PREFIX}${word}(?![\\p{L}])`, 'u').test(rest);
  }).map(([word]) => word);
}

const arabicTexts = Object.values(ar).flatMap((group) =>
  Object.entries(group).flatMap(([key, value]: [string, string | Record<string, string>]) =>
    typeof value === 'string' ? [[key, value]] : Object.values(value).map((form) => [key, form]),
  ),
);

describe('the glossary', () => {
  it.each(['وموثَّق لدينا', 'بإصدارٍ جديد', 'المراجع', 'قال المحرر', 'مدقق فقط', 'حُكمًا'.slice(0, -2)])(
    'catches «%s»',
    (text) => expect(offences(text)).not.toEqual([]),
  );

  it.each(['المحرر المسؤول', 'قرار المحرر', 'مدقق معلومات', 'تقييم المدقق', 'مدققي المعلومات', 'حكمة', 'تحقَّق'])(
    'allows «%s»',
    (text) => expect(offences(text)).toEqual([]),
  );

  it('keeps its “never” column out of every Arabic text', () => {
    expect(arabicTexts.length).toBeGreaterThan(150);
    expect(arabicTexts.filter(([, text]) => offences(text ?? '').length > 0)).toEqual([]);
  });

  const page = (kind: 'draft' | 'external') => {
    const article = givenArticle({ kind, title: 'عنوان', claims: [givenClaim({ quote: 'س' })] });
    return new TextDecoder().decode(renderHtml(givenReport([article]), 'ar'));
  };

  it('never calls what our own writers wrote an ادّعاء', () => {
    expect(bare(page('draft'))).not.toContain('ادعاء');
    expect(bare(page('external'))).toContain('ادعاء');
    expect(bare(new TextDecoder().decode(renderHtml(givenReport([arabicDraft]), 'ar')))).not.toContain('ادعاء');
  });
});
