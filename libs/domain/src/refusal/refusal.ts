import type { FieldError, RefusalCode, RefusalFacts } from './refusal.facts.js';

/** A code with its own facts; discriminated by `code`. */
export type RefusalReason = { [C in RefusalCode]: { readonly code: C; readonly facts: RefusalFacts[C] } }[RefusalCode];

/** What a rule returns instead of throwing. */
export interface Refused {
  readonly ok: false;
  readonly refusal: RefusalReason;
}

/** What a rule returns when it allows: its own members beside `ok: true`. */
export type Outcome<T extends object> = ({ readonly ok: true } & T) | Refused;

export function refuse<C extends RefusalCode>(code: C, facts: RefusalFacts[C]): Refused {
  return { ok: false, refusal: { code, facts } as unknown as RefusalReason };
}

/** A body that is well-formed JSON but breaks a rule; 422 with one pointer per mistake. */
export function invalid(...errors: FieldError[]): Refused {
  return refuse('invalid', { errors });
}

/** The one exception that carries a refusal out of a transaction, so that the transaction rolls back. */
export class Refusal<C extends RefusalCode = RefusalCode> extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: C,
    readonly facts: RefusalFacts[C],
  ) {
    super(code);
  }

  static of(refused: Refused): Refusal {
    return new Refusal(refused.refusal.code, refused.refusal.facts);
  }

  /** Narrows `facts` by `code`. */
  is<K extends RefusalCode>(code: K): this is Refusal<K> {
    const own: RefusalCode = this.code;
    return own === code;
  }
}

/** Unwraps an outcome inside a transaction: the allowed value, or the exception that rolls it back. */
export function orRefuse<T extends object>(outcome: Outcome<T>): { readonly ok: true } & T {
  if (outcome.ok) return outcome;
  throw Refusal.of(outcome);
}
