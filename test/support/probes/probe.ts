import type { Actor, RelationName, Things, World } from '../matrix-world.types.js';

/** How one operation is asked in the permission matrix, and what it answers whom it lets in. */
export interface Probe {
  /** The relations that make a difference to it; none for an operation that names no object. */
  readonly relations: readonly RelationName[];
  readonly params?: (things: Things, world: World) => Record<string, string> | Promise<Record<string, string>>;
  readonly body?: (things: Things, actor: Actor) => unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Outcomes of a caller who may. A write that wants If-Match is asked without: 428 comes after the last question of right. */
  readonly allowed: readonly string[];
  /** Outcomes that differ from 404 for what is foreign or hidden, and from 403 for what one has no part in. */
  readonly unseen?: string;
  readonly unrelated?: string | Readonly<Partial<Record<RelationName, string>>>;
  /** Who may besides those with the relation that the table asks for, as its note says. */
  readonly also?: (actor: Actor) => boolean;
}
