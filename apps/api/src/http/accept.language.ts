export type Locale = 'ar' | 'en';

const OFFERED: readonly Locale[] = ['en', 'ar'];

/**
 * The language of ours that an Accept-Language header prefers (RFC 9110 §12.5.4: ranges with q-values,
 * the first of equals wins, q=0 refuses). English when the header is absent or names neither: a client
 * without a preference is a program.
 */
export function negotiateLocale(header: string | undefined): Locale {
  if (!header) return 'en';
  let best: Locale = 'en';
  let bestWeight = 0;
  const refused = new Set<Locale>();
  for (const entry of header.split(',', 32)) {
    const [range = '', ...parameters] = entry.split(';');
    const primary = range.trim().toLowerCase().split('-', 1)[0];
    const weight = weightOf(parameters);
    const named = OFFERED.find((locale) => locale === primary);
    if (named && weight === 0) refused.add(named);
    const meant = named ?? (primary === '*' ? OFFERED.find((locale) => !refused.has(locale)) : undefined);
    if (meant && weight > bestWeight) {
      best = meant;
      bestWeight = weight;
    }
  }
  if (bestWeight === 0 && refused.has('en') && !refused.has('ar')) return 'ar';
  return best;
}

function weightOf(parameters: readonly string[]): number {
  for (const parameter of parameters) {
    const match = /^\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*$/i.exec(parameter);
    if (match) return Number(match[1]);
    if (/^\s*q\s*=/i.test(parameter)) return 0;
  }
  return 1;
}
