/** Headers of a file that must never run or show in our origin: always saved, never sniffed, sandboxed if opened anyway. */
export function attachment(name: string): Record<string, string> {
  const ascii = name.replace(/[^\w.-]/g, '_');
  return {
    'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  };
}
