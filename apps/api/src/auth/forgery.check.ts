import { Refusal } from '#domain';
import type { FastifyRequest } from 'fastify';

/** Any value will do: another site's page can send no header of its own making without asking us first. */
export const FORGERY_HEADER = 'x-isnad-csrf';

/**
 * Cross-site request forgery: a browser must not write for whoever is signed in because some other page told it to.
 * Every write must come from our own origin as far as the browser says (Sec-Fetch-Site, Origin); with a session
 * cookie it must besides carry X-Isnad-CSRF, which a form cannot send and a script of another origin may not.
 */
export function refuseForgery(request: FastifyRequest, ownOrigin: string, { signedIn }: { signedIn: boolean }): void {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    throw new Refusal('csrf-refused', { reason: 'origin' });
  }
  const { origin } = request.headers;
  if (origin !== undefined && origin !== ownOrigin) throw new Refusal('csrf-refused', { reason: 'origin' });
  if (signedIn && !request.headers[FORGERY_HEADER]) throw new Refusal('csrf-refused', { reason: 'token' });
}
