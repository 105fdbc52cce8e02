import type { Application, SecondProof } from '#application';
import { sha256 } from '#platform';
import { Controller, Inject } from '@nestjs/common';
import { APPLICATION } from '../application.token.js';
import { SessionCookie } from '../auth/session.cookie.js';
import { SignIn } from '../auth/sign-in.js';
import type { Input, Visit } from '../contract/input.js';
import {
  acceptInvitation,
  changePassword,
  createSession,
  deleteSession,
  listSessions,
} from '../contract/session.operations.js';
import { answer } from '../http/answer.js';
import { Operation } from '../http/operation.decorator.js';

@Controller()
export class SessionController {
  constructor(
    @Inject(APPLICATION) private readonly app: Application,
    private readonly signIn: SignIn,
    private readonly cookie: SessionCookie,
  ) {}

  @Operation(createSession)
  async create({ body, visit }: Input<typeof createSession>) {
    return this.opened(await this.openBy(body, visit));
  }

  private async openBy(body: Input<typeof createSession>['body'], visit: Visit) {
    if ('link' in body) {
      await this.signIn.countLink(visit.ip);
      return this.counted(sha256(body.link).toString('hex').slice(0, 32), body, (proof) =>
        this.app.sessions.openByLink(body.link, visit, proof),
      );
    }
    const { newsroomId, memberId } = await this.signIn.withPassword(body.email, body.password, visit.ip);
    return this.counted(memberId, body, (proof) => this.app.sessions.open(newsroomId, memberId, visit, proof));
  }

  /** A code is counted before it is judged. */
  private async counted<T>(
    holder: string,
    { totp, recoveryCode }: SecondProof,
    open: (proof: SecondProof) => Promise<T>,
  ): Promise<T> {
    if (totp === undefined && recoveryCode === undefined) return open({});
    await this.signIn.countCode(holder);
    const opened = await open({ totp, recoveryCode });
    await this.signIn.codeAccepted(holder);
    return opened;
  }

  @Operation(acceptInvitation)
  async accept({ params, body, visit }: Input<typeof acceptInvitation>) {
    await this.signIn.countLink(visit.ip);
    const holder = sha256(params.token).toString('hex').slice(0, 32);
    const accepted = await this.counted(holder, body, (proof) =>
      this.app.sessions.acceptInvitation(params.token, body, visit, proof),
    );
    return this.opened(accepted);
  }

  /** The secret goes into the cookie and nowhere else. */
  private opened({ value, ...outcome }: Awaited<ReturnType<Application['sessions']['open']>>) {
    return answer({ ...outcome, value: value.session }, { headers: { 'set-cookie': this.cookie.issue(value.secret) } });
  }

  @Operation(listSessions)
  list({ call }: Input<typeof listSessions>) {
    return this.app.sessions.list(call);
  }

  @Operation(deleteSession)
  async end({ call, params }: Input<typeof deleteSession>) {
    const { ledgerSeq, replayed } = await this.app.sessions.end(call, params.id);
    const own = params.id === 'current' || params.id === call.agent.credentialId;
    return answer(
      { value: undefined, ledgerSeq, replayed },
      own ? { headers: { 'set-cookie': this.cookie.clear() } } : {},
    );
  }

  @Operation(changePassword)
  async changePassword({ call, body }: Input<typeof changePassword>) {
    return { ...(await this.app.sessions.changePassword(call, body)), value: undefined };
  }
}
