import { passwordLinkFor, Refusal } from '#domain';
import {
  IdentityDirectory,
  MemberRepository,
  NewsroomRepository,
  UnitOfWork,
  type MemberRow,
  type Written,
} from '#persistence';
import type { Call } from '../call/call.js';
import { operator } from '../call/operator.js';
import { found } from '../call/precondition.js';
import type { MemberService, OneTimeLink } from './member.service.js';
import type { SecondFactorService } from './second-factor.service.js';

/** A newsroom an address can sign in to. */
export interface RecoverableMember {
  readonly newsroomId: string;
  readonly memberId: string;
  readonly newsroomSlug: string;
}

export interface RecoveredMember extends OneTimeLink {
  readonly name: string;
  readonly locale: MemberRow['locale'];
  /** What sign-in will ask for besides the new password. */
  readonly secondFactor: 'none' | 'kept' | 'reset';
}

/** The link only in the answer that made it. */
export interface PasswordLink {
  readonly token?: string;
  readonly expiresAt: string;
  readonly secretShown?: true;
}

/**
 * Letting in again who cannot come in: an administrator gives a link for a forgotten password; what only the operator can undo, an
 * administrator's own loss above all, goes by the command line, which alone calls `find` and `recover`.
 */
export class RecoveryService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly directory: IdentityDirectory,
    private readonly newsrooms: NewsroomRepository,
    private readonly members: MemberRepository,
    private readonly memberService: MemberService,
    private readonly secondFactor: SecondFactorService,
  ) {}

  /** @throws Refusal as `passwordLinkFor` */
  passwordLink(call: Call, memberId: string): Promise<Written<PasswordLink>> {
    return this.work.write<PasswordLink>(
      call,
      async (tx) => {
        const permitted = passwordLinkFor(call.actor, found(await this.members.find(tx, memberId), 'member', memberId));
        if (!permitted.ok) throw Refusal.of(permitted);
        return this.memberService.passwordLink(tx, memberId);
      },
      { kept: ({ expiresAt }) => ({ expiresAt, secretShown: true }) },
    );
  }

  /** Active people with this address, the oldest membership first. */
  async find(email: string): Promise<RecoverableMember[]> {
    const logins = await this.directory.findLogins(email.trim().toLowerCase());
    return Promise.all(
      logins.map(async ({ newsroomId, memberId }) => {
        const { slug } = await this.work.read(newsroomId, (tx) => this.newsrooms.current(tx));
        return { newsroomId, memberId, newsroomSlug: slug };
      }),
    );
  }

  /** Ends all sessions and makes a link to a new password; with `resetSecondFactor` nothing else is asked. Tokens go on working. */
  recover(
    { newsroomId, memberId }: RecoverableMember,
    { resetSecondFactor }: { resetSecondFactor: boolean },
  ): Promise<Written<RecoveredMember>> {
    return this.work.write({ agent: operator(newsroomId) }, async (tx) => {
      const { name, locale } = found(await this.members.find(tx, memberId), 'member', memberId);
      const isAsked = await this.secondFactor.isInUse(tx, memberId);
      const isReset = resetSecondFactor && (await this.secondFactor.resetIn(tx, memberId));
      const link = await this.memberService.recovery(tx, memberId);
      return { ...link, name, locale, secondFactor: isReset ? 'reset' : isAsked ? 'kept' : 'none' };
    });
  }
}
