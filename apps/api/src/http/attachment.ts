/** Headers of a file that must never run or show in our origin: always saved, never sniffed, sandboxed if opened anyway. */
export function attachment(name: string): Record<string, string> {
  const ascii = name.replace(/[^\w.-]/g, '_');
  return {
    'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  };
}

/**
 * Headers of a report shown inside our own pages: in an origin of its own, where nothing runs, loads or is sent; only we may frame
 * it. Its stylesheet is the renderer's and stands in it.
 */
export function preview(): Record<string, string> {
  return {
    'content-disposition': 'inline',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox",
  };
}
