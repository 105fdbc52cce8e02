/** Longest text accepted, in UTF-8 bytes. */
export const MAX_TEXT_BYTES = 2_000_000;

const CONTROL_SHARE = 0.02;

/**
 * Why a text cannot be read at all, or null: 'empty' (nothing visible in it), 'binary' (a NUL, or control and replacement
 * characters beyond one in fifty), 'too-long' (over 2 000 000 UTF-8 bytes). Callers turn it into their own error.
 */
export function textFault(text: string): 'empty' | 'binary' | 'too-long' | null {
  let bytes = 0;
  let odd = 0;
  let visible = false;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3;
    if (bytes > MAX_TEXT_BYTES) return 'too-long';
    if (unit === 0) return 'binary';
    if (unit === 0xfffd || (unit < 32 && unit !== 9 && unit !== 10 && unit !== 13)) odd += 1;
    visible ||= !/[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/.test(text.charAt(i));
  }
  if (!visible) return 'empty';
  return odd > text.length * CONTROL_SHARE ? 'binary' : null;
}
