import { bytesArray, plainArray, textArray } from './array.literal.js';

describe('array literals', () => {
  it('quote what PostgreSQL would read as something else', () => {
    expect(textArray(['a', null, '', 'NULL', 'say "x"', 'a\\b', '{,}', 'سطر\nآخر'])).toBe(
      '{"a",NULL,"","NULL","say \\"x\\"","a\\\\b","{,}","سطر\nآخر"}',
    );
    expect(bytesArray(['00ff', 'ab'])).toBe('{"\\\\x00ff","\\\\xab"}');
    expect([textArray([]), bytesArray([]), plainArray([]), plainArray([1, 2])]).toEqual(['{}', '{}', '{}', '{1,2}']);
  });
});
