const SECURE_NAME = '__Host-isnad_session';
const PLAIN_NAME = 'isnad_session';

/** The session's cookie: `__Host-` and Secure under https, a plain name on http://localhost where browsers refuse those. */
export class SessionCookie {
  readonly name: string;

  constructor(private readonly https: boolean) {
    this.name = https ? SECURE_NAME : PLAIN_NAME;
  }

  /** The secret in a Cookie header; undefined without one, null when it is there twice (one may be planted). */
  read(header: string | undefined): string | null | undefined {
    if (!header) return undefined;
    let found: string | undefined;
    for (const pair of header.split(';')) {
      const equals = pair.indexOf('=');
      if (equals < 0 || pair.slice(0, equals).trim() !== this.name) continue;
      if (found !== undefined) return null;
      found = pair.slice(equals + 1).trim();
    }
    return found;
  }

  /** Set-Cookie for a new session; without Max-Age, so it ends with the browser, and at the server's limits before. */
  issue(secret: string): string {
    return `${this.name}=${secret}; ${this.attributes()}`;
  }

  clear(): string {
    return `${this.name}=; Max-Age=0; ${this.attributes()}`;
  }

  private attributes(): string {
    return `Path=/; HttpOnly; SameSite=Strict${this.https ? '; Secure' : ''}`;
  }
}
