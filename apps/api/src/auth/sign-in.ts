import { Refusal } from '#domain';
import { sha256 } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import { Authenticator } from './authenticator.js';
import { CREDENTIAL_DIRECTORY, type CredentialDirectory, type Login } from './identity.js';

const PER_ACCOUNT_AND_ADDRESS = { limit: 5, seconds: 60 };
const CODES = { limit: 10, seconds: 60 };
/** NIST SP 800-63B, 5.2.2: at most a hundred failures in a row. */
const CODES_A_DAY = { limit: 100, seconds: 86_400 };
const PER_ADDRESS = { limit: 50, seconds: 60 };

/**
 * Sign-in by password, counted before it is judged: per account and address, so that guessing is slow and nobody can
 * lock a colleague out from elsewhere, and per address alone, so that one address cannot try many accounts.
 */
@Injectable()
export class SignIn {
  constructor(
    private readonly authenticator: Authenticator,
    @Inject(CREDENTIAL_DIRECTORY) private readonly directory: CredentialDirectory,
  ) {}

  /** @throws Refusal `throttled`, `credentials-wrong` */
  async withPassword(email: string, password: string, ip: string): Promise<Login> {
    const account = sha256(email.trim().toLowerCase()).toString('hex').slice(0, 32);
    const key = `sign-in:${account}:${ip}`;
    await this.take(key, PER_ACCOUNT_AND_ADDRESS);
    await this.take(`sign-in:${ip}`, PER_ADDRESS);
    const login = await this.authenticator.signIn(email, password);
    // only failures shall count: a window of no length begins anew at this very try
    await this.directory.takeThrottle(key, PER_ACCOUNT_AND_ADDRESS.limit, 0);
    return login;
  }

  /** Counts a try with a one-time link or invitation. @throws Refusal `throttled` */
  async countLink(ip: string): Promise<void> {
    await this.take(`link:${ip}`, PER_ADDRESS);
  }

  /**
   * Counts a try with a code against whoever it is tried for, from wherever it comes: six digits can be guessed by patience.
   * @throws Refusal `throttled`
   */
  async countCode(holder: string): Promise<void> {
    await this.take(`code:${holder}`, CODES);
    await this.take(`codes:${holder}`, CODES_A_DAY);
  }

  /**
   * Only failures shall count. What the code opened is done by now and must be answered so: a count that cannot be taken back
   * makes the next tries slower, and no more.
   */
  async codeAccepted(holder: string): Promise<void> {
    for (const [key, { limit }] of [
      [`code:${holder}`, CODES],
      [`codes:${holder}`, CODES_A_DAY],
    ] as const)
      await this.directory.takeThrottle(key, limit, 0).catch(() => undefined);
  }

  private async take(key: string, { limit, seconds }: typeof PER_ADDRESS): Promise<void> {
    const retryAfter = await this.directory.takeThrottle(key, limit, seconds);
    if (retryAfter > 0) throw new Refusal('throttled', { retryAfter });
  }
}
