import type { Actor } from '#domain';
import type { WriteCall } from '#persistence';

/** One request as the use cases see it: who asks, by which credential, under which conditions, in which language. */
export interface Call extends WriteCall {
  readonly actor: Actor;
  /** The version in If-Match; absent when the header was. Judged only after the object was found and may be touched. */
  readonly ifMatch?: number | undefined;
  readonly locale: 'ar' | 'en';
  /** When the person last proved who he is; null for a token. Step-up is judged by it. */
  readonly authenticatedAt?: Date | null | undefined;
}
