import { DEFAULT_POLICY, DEFAULT_SCALES, POLICY_PRESETS, SCOPES, type PolicyPreset, type Role } from '#domain';
import { CredentialRepository, MemberRepository, NewsroomRepository, UnitOfWork } from '#persistence';
import { newId, newToken, tokenHash, type Clock, type PasswordHasher } from '#platform';
import { operator } from '../call/operator.js';
import type { MemberService } from '../identity/member.service.js';

export interface Founder {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly locale: 'ar' | 'en';
  readonly password: string;
}

export interface FoundedMember extends Founder {
  readonly id: string;
}

export interface Founding {
  readonly slug: string;
  readonly name: string;
  readonly locale: 'ar' | 'en';
  readonly preset?: PolicyPreset;
  readonly members: readonly Founder[];
}

const TOKEN_DAYS = 365;

/** Makes a newsroom and its first members, and credentials for the operator's own hands; only the command line calls this. */
export class FoundingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly newsrooms: NewsroomRepository,
    private readonly members: MemberRepository,
    private readonly memberService: MemberService,
    private readonly credentials: CredentialRepository,
    private readonly hasher: PasswordHasher,
    private readonly clock: Clock,
  ) {}

  async found({
    slug,
    name,
    locale,
    preset,
    members,
  }: Founding): Promise<{ newsroomId: string; members: FoundedMember[] }> {
    const newsroomId = newId();
    const hashed = await Promise.all(
      members.map(async (member) => ({
        ...member,
        id: newId(),
        passwordHash: await this.hasher.hash(member.password),
      })),
    );
    await this.work.write({ agent: operator(newsroomId) }, async (tx) => {
      await this.newsrooms.found(tx, {
        slug,
        name,
        locale,
        policy: preset ? POLICY_PRESETS[preset] : DEFAULT_POLICY,
        scale: DEFAULT_SCALES,
      });
      for (const { id, email, name: memberName, roles, locale: memberLocale, passwordHash } of hashed) {
        await this.members.insert(tx, {
          id,
          kind: 'person',
          email: email.trim().toLowerCase(),
          name: memberName,
          roles: [...roles],
          locale: memberLocale,
          languages: ['ar', 'en'],
          deskIds: [],
          active: true,
          passwordHash,
        });
      }
      return null;
    });
    return { newsroomId, members: hashed.map(({ passwordHash: _, ...member }) => member) };
  }

  /** A one-time sign-in link's secret for each member, as printed at the start of a demo. */
  async signInLinks(newsroomId: string, memberIds: readonly string[]): Promise<string[]> {
    const { value } = await this.work.write({ agent: operator(newsroomId) }, async (tx) => {
      const links: string[] = [];
      for (const id of memberIds) links.push((await this.memberService.invitation(tx, id, 'sign-in')).token);
      return links;
    });
    return value;
  }

  /** The secret of a link by which somebody names a password in place of the one he was founded with. */
  async invitationLink(newsroomId: string, memberId: string): Promise<string> {
    const { value } = await this.work.write({ agent: operator(newsroomId) }, (tx) =>
      this.memberService.invitation(tx, memberId),
    );
    return value.token;
  }

  /** A token with every scope; what it allows is bounded by its holder's roles. */
  async token(newsroomId: string, memberId: string, name: string): Promise<string> {
    const token = newToken('pat');
    const expiresAt = new Date(this.clock().getTime() + TOKEN_DAYS * 86_400_000);
    await this.work.write({ agent: operator(newsroomId) }, async (tx) => {
      const row = { id: newId(), memberId, name, scopes: [...SCOPES], expiresAt, createdBy: memberId };
      await this.credentials.insertToken(tx, { ...row, secretHash: tokenHash(token) });
      return null;
    });
    return token;
  }
}
