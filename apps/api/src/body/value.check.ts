import type { FieldError } from '#domain';

const ARRAY_LIMIT = 1000;
const ERROR_LIMIT = 50;
const LONE_SURROGATE = /\p{Surrogate}/u;

/** One member name as a JSON pointer segment (RFC 6901). */
export function pointerSegment(key: string | number): string {
  return `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/**
 * Values that JSON can carry and PostgreSQL, a hash or a reader cannot: NUL, lone surrogates, numbers that
 * lost digits, over-long arrays. At most 50 mistakes, each with its pointer.
 */
export function checkValues(value: unknown): FieldError[] {
  const errors: FieldError[] = [];
  visit(value, '', errors);
  return errors;
}

function visit(value: unknown, pointer: string, errors: FieldError[]): void {
  if (errors.length >= ERROR_LIMIT) return;
  if (typeof value === 'string') {
    const code = textMistake(value);
    if (code) errors.push({ pointer, code });
  } else if (typeof value === 'number') {
    if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))) {
      errors.push({ pointer, code: 'number-unsafe' });
    }
  } else if (Array.isArray(value)) {
    if (value.length > ARRAY_LIMIT) {
      errors.push({ pointer, code: 'array-too-long', detail: { limit: ARRAY_LIMIT } });
    } else {
      value.forEach((item, index) => visit(item, `${pointer}/${index}`, errors));
    }
  } else if (value !== null && typeof value === 'object') {
    for (const key of Object.keys(value)) {
      const at = pointer + pointerSegment(key);
      const code = textMistake(key);
      if (code) errors.push({ pointer: withoutLoneSurrogates(at), code });
      else visit((value as Record<string, unknown>)[key], at, errors);
    }
  }
}

/** Why a text cannot be stored byte for byte, if it cannot. */
export function textMistake(text: string): 'nul' | 'lone-surrogate' | undefined {
  if (text.includes('\0')) return 'nul';
  return LONE_SURROGATE.test(text) ? 'lone-surrogate' : undefined;
}

/** The text with U+FFFD where it could not be encoded, for printing in an answer. */
export function withoutLoneSurrogates(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD').replaceAll('\0', '\uFFFD');
}
