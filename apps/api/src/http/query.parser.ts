import { TransportRefusal } from '../problem/transport.refusal.js';

const NONE: Readonly<Record<string, string>> = Object.freeze({});

/** The part after the first `?`, without the fragment a sloppy client may send; empty when there is none. */
export function rawQueryOf(url: string): string {
  const start = url.indexOf('?');
  if (start < 0) return '';
  const end = url.indexOf('#', start);
  return url.slice(start + 1, end < 0 ? undefined : end);
}

/**
 * Query parameters by name. A name given twice and a broken percent-encoding are refused, never guessed:
 * two readers of `a=1&a=2` disagree about what was asked.
 */
export function parseQuery(raw: string): Readonly<Record<string, string>> {
  if (raw === '') return NONE;
  const found = Object.create(null) as Record<string, string>;
  for (const pair of raw.split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const name = decode(equals < 0 ? pair : pair.slice(0, equals));
    if (name in found) throw new TransportRefusal('query-malformed', { parameter: name, reason: 'duplicate' });
    found[name] = equals < 0 ? '' : decode(pair.slice(equals + 1));
  }
  return found;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw new TransportRefusal('query-malformed', { parameter: text.slice(0, 64), reason: 'encoding' });
  }
}

const CREDENTIAL_NAMES = /(?:^|&)(?:token|access_token|api_key|apikey|session|isnad_session)=/i;

/** True when a query carries something that looks like a credential: it has then already been logged by someone. */
export function hasCredentialInQuery(raw: string): boolean {
  return raw !== '' && CREDENTIAL_NAMES.test(raw);
}
