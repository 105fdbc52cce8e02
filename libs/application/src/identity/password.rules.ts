import { Refusal, type FieldError } from '#domain';

const SHORTEST = 15;
const LONGEST = 128;

/**
 * Long enough, not too long, and not made of what everybody would try first (address, newsroom, product). Any
 * characters, no composition rules, nothing trimmed or folded. @throws Refusal invalid
 */
export function requireGoodPassword(password: string, pointer: string, context: readonly string[]): void {
  const errors: FieldError[] = [];
  const length = [...password].length;
  if (length < SHORTEST) errors.push({ pointer, code: 'too-short', detail: { least: SHORTEST } });
  if (length > LONGEST) errors.push({ pointer, code: 'too-long', detail: { most: LONGEST } });
  if (isGuessable(password, context)) errors.push({ pointer, code: 'guessable' });
  if (errors.length > 0) throw new Refusal('invalid', { errors });
}

/** What remains after taking out context words must still be long, and not one thing over and over. */
function isGuessable(password: string, context: readonly string[]): boolean {
  let rest = password.toLowerCase();
  for (const word of [
    'isnad',
    'password',
    'passwort',
    'كلمةالسر',
    '123456789',
    '12345678',
    'qwertyuiop',
    'qwerty',
    ...context,
  ]) {
    const lower = word.toLowerCase();
    if (lower.length >= 4) rest = rest.split(lower).join('');
  }
  return new Set(rest).size < 5;
}
