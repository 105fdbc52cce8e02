import argon2 from 'argon2';
import { availableParallelism } from 'node:os';

/** OWASP's floor for argon2id: 19 MiB, two passes, one lane; about 20 ms on a server core. */
const COST = { type: argon2.argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** More people are signing in at once than this machine can hash for; try again in a second. */
export class HasherBusy extends Error {
  override readonly name = 'HasherBusy';
}

/**
 * Password hashing that cannot starve the rest of the server: one hash per spare core at a time, a short queue,
 * and `HasherBusy` for whoever comes after that.
 */
export class PasswordHasher {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly atOnce = Math.max(1, availableParallelism() - 1),
    private readonly queueLimit = 32,
  ) {}

  /** The password as an argon2id string with its parameters and salt. @throws HasherBusy */
  async hash(password: string): Promise<string> {
    return this.inTurn(() => argon2.hash(password, COST));
  }

  /**
   * Whether the password fits a stored hash. Without one a hash is computed all the same, so that the time taken does
   * not tell which accounts exist. @throws HasherBusy
   */
  async verify(stored: string | undefined, password: string): Promise<boolean> {
    return this.inTurn(async () => {
      if (stored === undefined) {
        await argon2.hash(password, COST);
        return false;
      }
      return argon2.verify(stored, password);
    });
  }

  /** True when a hash was made with weaker parameters than today's. */
  isOutdated(stored: string): boolean {
    return argon2.needsRehash(stored, COST);
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= this.atOnce) {
      if (this.waiting.length >= this.queueLimit) throw new HasherBusy('too many passwords to check');
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else {
      this.running += 1;
    }
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}
