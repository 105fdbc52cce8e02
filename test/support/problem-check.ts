import type { Asked } from './ask.js';
import type { Any } from './checking-work.js';

const ARABIC = /\p{Script=Arabic}/u;
/** Facts quoted in a sentence are foreign text and stand in isolates. */
const ownWords = (text: string) => text.replace(/\u2068[^\u2069]*\u2069/gu, '');

/** A problem that its reader can act on: title, detail and every mistake in the language asked for. */
export function expectTold(answered: Asked, locale: 'ar' | 'en'): void {
  expect(answered.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(answered.headers.get('content-language')).toBe(locale);
  expect(answered.body).toMatchObject({ status: answered.status, requestId: answered.headers.get('x-request-id') });
  const { title, detail, errors = [] } = answered.body as Any;
  for (const text of [title, detail, ...errors.map((error: Any) => error.detail)]) {
    const words = ownWords(text);
    expect(words.trim().length).toBeGreaterThan(3);
    expect({ words, arabic: ARABIC.test(words) }).toEqual({ words, arabic: locale === 'ar' });
    expect(text).not.toMatch(/[{}]|undefined|null|\[object/);
    expect(['The value is not accepted.', 'القيمة غير مقبولة.']).not.toContain(text);
  }
}
