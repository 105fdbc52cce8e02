import { PasswordHasher, sha256, tokenType } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy as CustomStrategy } from 'passport-custom';
import { Strategy as BearerStrategy } from 'passport-http-bearer';
import { Strategy as LocalStrategy } from 'passport-local';
import {
  CREDENTIAL_DIRECTORY,
  identityOf,
  type CredentialDirectory,
  type CredentialHolder,
  type Identity,
  type Login,
} from './identity.js';
import { SessionCookie } from './session.cookie.js';

/** What passport hands to a strategy: the parts of a request that carry credentials, and nothing that could be redirected. */
export interface CredentialCarrier {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
}

/** An identity, or passport's `false` with the reason. */
type Found = Identity | [false, string];

const SECRET_LENGTH_LIMIT = 128;
/** Newsrooms of one address that a password is tried against; each try costs a hash. */
const LOGINS_TRIED = 4;

/** The administrator's session, by its cookie. */
@Injectable()
export class SessionStrategy extends PassportStrategy(CustomStrategy, 'session') {
  constructor(
    @Inject(CREDENTIAL_DIRECTORY) private readonly directory: CredentialDirectory,
    private readonly cookie: SessionCookie,
  ) {
    super();
  }

  async validate(request: CredentialCarrier): Promise<Found> {
    const secret = this.cookie.read(request.headers.cookie);
    if (!secret || secret.length > SECRET_LENGTH_LIMIT) return [false, 'malformed'];
    return found(await this.directory.findSession(sha256(secret)), 'session');
  }
}

/** A program's token. A wrong checksum is refused without asking the database. */
@Injectable()
export class TokenStrategy extends PassportStrategy(BearerStrategy, 'token') {
  constructor(@Inject(CREDENTIAL_DIRECTORY) private readonly directory: CredentialDirectory) {
    super();
  }

  async validate(token: string): Promise<Found> {
    if (tokenType(token) === null) return [false, 'malformed'];
    return found(await this.directory.findToken(sha256(token)), 'token');
  }
}

/** Sign-in with address and password. Unknown addresses and wrong passwords take the same time and look the same. */
@Injectable()
export class PasswordStrategy extends PassportStrategy(LocalStrategy, 'password') {
  constructor(
    @Inject(CREDENTIAL_DIRECTORY) private readonly directory: CredentialDirectory,
    private readonly hasher: PasswordHasher,
  ) {
    super({ usernameField: 'email', passwordField: 'password', session: false });
  }

  async validate(email: string, password: string): Promise<Login | false> {
    const logins = await this.directory.findLogins(email);
    for (const login of logins.slice(0, LOGINS_TRIED)) {
      if (await this.hasher.verify(login.passwordHash ?? undefined, password)) return login;
    }
    if (logins.length === 0) await this.hasher.verify(undefined, password);
    return false;
  }
}

function found(holder: CredentialHolder | null, via: Identity['via']): Found {
  if (!holder) return [false, 'unknown'];
  return holder.fault ? [false, holder.fault] : identityOf(holder, via);
}
