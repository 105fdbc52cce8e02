/**
 * Headers of a file that must never run or show in our origin: always saved, never sniffed, sandboxed if opened anyway. `plain` is its
 * name for programs that read no other than ASCII.
 */
export function attachment(name: string, plain = name): Record<string, string> {
  const ascii = (/^[\x20-\x7e]*$/.test(name) ? name : plain).replace(/[^\w. ()-]/g, '_');
  // RFC 8187: these four are no part of an extended value, and encodeURIComponent lets them stand
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return {
    'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${whole}`,
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
