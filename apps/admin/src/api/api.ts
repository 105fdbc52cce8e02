import { type Client, createClient } from '#client';
import { i18next } from '../text/i18n.js';

/** Any value will do; that a script could set it at all shows that the request comes from our own pages. */
const FORGERY_HEADER = { 'x-isnad-csrf': '1' };

const clients = new Map<string, Client>();

/**
 * The API with the browser's own session. Problems come in the language of the screen. Passing failures are tried again with the
 * same Idempotency-Key for about six seconds; then the caller hears of it.
 */
export function api(): Client {
  const language = i18next.language === 'en' ? 'en' : 'ar';
  let client = clients.get(language);
  if (!client) {
    client = createClient({ url: location.origin, language, headers: FORGERY_HEADER, retry: { mostMs: 4000 } });
    clients.set(language, client);
  }
  return client;
}
