/**
 * Headers of every answer, errors included: nothing of ours may be framed, sniffed, cached or read by another origin.
 * A constant table: they are sent with each of thousands of answers a second and never vary by request.
 */
const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'x-permitted-cross-domain-policies': 'none',
} as const;

/** Data is no document: whatever a browser makes of it, it may load, run, embed and submit nothing. */
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";

/**
 * Our own pages: scripts, styles, fonts and calls from this origin only; report previews in a sandboxed frame. `styles` lets in
 * style elements besides: by a number that only this answer has (`'nonce-…'`) or by their hash.
 */
export const pagePolicy = (styles = '') =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${styles}`.trimEnd(),
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

export type HeaderTable = Readonly<Record<string, string>>;

/** Strict-Transport-Security only where the public address is https: over plain http browsers must ignore it. */
export function dataHeaders(https: boolean): HeaderTable {
  return {
    ...ALWAYS,
    'content-security-policy': DATA_POLICY,
    'cache-control': 'no-store',
    ...(https && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
  };
}

export function pageHeaders(https: boolean): HeaderTable {
  return { ...dataHeaders(https), 'content-security-policy': pagePolicy(), 'cache-control': 'no-cache' };
}
