import type { FieldError, RefusalCode } from '#domain';

/** Refusals that only the wire knows; everything else is a Refusal of the domain. */
export interface TransportFacts {
  'credentials-mixed': Record<never, never>;
  'query-malformed': { parameter: string; reason: 'duplicate' | 'encoding' };
  'header-malformed': { header: string; form: string };
  'url-malformed': Record<never, never>;
  'request-malformed': Record<never, never>;
  'host-refused': { host: string };
  'request-timeout': Record<never, never>;
  'headers-too-large': Record<never, never>;
  conflict: Record<never, never>;
}

export type TransportCode = keyof TransportFacts;
export type ProblemCode = RefusalCode | TransportCode;

export class TransportRefusal<C extends TransportCode = TransportCode> extends Error {
  override readonly name = 'TransportRefusal';

  constructor(
    readonly code: C,
    readonly facts: TransportFacts[C],
  ) {
    super(code);
  }
}

/** A mistake in the request with the part it is in; bodies need no saying. */
export interface LocatedError extends FieldError {
  readonly in?: 'query' | 'path' | 'header';
}
