import { Refusal } from '#domain';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import passport from 'passport';
import { TransportRefusal } from '../problem/transport.refusal.js';
import { PasswordStrategy, SessionStrategy, TokenStrategy, type CredentialCarrier } from './credential.strategies.js';
import type { CredentialHolder, Identity, Login } from './identity.js';
import { SessionCookie } from './session.cookie.js';

const { Passport } = passport as unknown as { Passport: new () => passport.PassportStatic };
type Verdict = { user: unknown; info: unknown };

/**
 * Runs passport's strategies outside any middleware: each gets only the credential it reads and answers with a value.
 * Sessions are rows of ours, so passport's own session handling is never used.
 */
@Injectable()
export class Authenticator {
  // an instance of our own: strategies of two servers in one process must not replace each other
  private readonly passport = new Passport();

  constructor(
    session: SessionStrategy,
    token: TokenStrategy,
    password: PasswordStrategy,
    private readonly cookie: SessionCookie,
  ) {
    this.passport.use('session', session).use('token', token).use('password', password);
  }

  /** Who is calling. @throws Refusal `unauthenticated`; TransportRefusal `credentials-mixed` when both kinds are sent. */
  async identify(request: FastifyRequest): Promise<Identity> {
    const { authorization, cookie } = request.headers;
    const hasCookie = this.cookie.read(cookie) !== undefined;
    if (authorization !== undefined && hasCookie) throw new TransportRefusal('credentials-mixed', {});
    if (authorization === undefined && !hasCookie) throw new Refusal('unauthenticated', { reason: 'missing' });
    const strategy = authorization === undefined ? 'session' : 'token';
    const { user, info } = await this.ask(strategy, { headers: { authorization, cookie } });
    if (user) return user as Identity;
    throw new Refusal('unauthenticated', { reason: reasonOf(info) });
  }

  /** Whose password this is. @throws Refusal `credentials-wrong` */
  async signIn(email: string, password: string): Promise<Login> {
    const { user } = await this.ask('password', { headers: {}, body: { email, password } });
    if (!user) throw new Refusal('credentials-wrong', {});
    return user as Login;
  }

  private ask(strategy: string, carrier: CredentialCarrier): Promise<Verdict> {
    return new Promise((resolve, reject) => {
      const fail = (error: unknown) => reject(isThrown(error) ? error : new Error(`${strategy} did not decide`));
      const done = (error: unknown, user?: unknown, info?: unknown) => (error ? fail(error) : resolve({ user, info }));
      const run = this.passport.authenticate(strategy, { session: false }, done) as (
        request: CredentialCarrier,
        response: object,
        next: (error?: unknown) => void,
      ) => void;
      run({ ...carrier }, {}, fail);
    });
  }
}

/** By its shape: what the network throws may be of another realm than ours. */
function isThrown(error: unknown): error is Error {
  return typeof error === 'object' && error !== null && 'message' in error;
}

function reasonOf(info: unknown): NonNullable<CredentialHolder['fault']> | 'unknown' | 'malformed' {
  const text = String(info);
  const named = (['unknown', 'expired', 'revoked'] as const).find((reason) => text.includes(reason));
  return named ?? 'malformed';
}
