import { Refusal, type Role } from '#domain';
import {
  CredentialRepository,
  DeskRepository,
  MemberRepository,
  NewsroomRepository,
  SecondFactorRepository,
  UnitOfWork,
  type MemberRow,
  type PageRequest,
  type Tx,
  type Written,
} from '#persistence';
import { newId, randomSecret, sha256, type Clock } from '#platform';
import type { Call } from '../call/call.js';
import { found, requireVersion, stale } from '../call/precondition.js';
import { requireDesks } from '../newsroom/desk.service.js';

export interface MemberView {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly kind: MemberRow['kind'];
  readonly roles: readonly Role[];
  readonly locale: MemberRow['locale'];
  readonly languages: readonly string[];
  /** Empty: belongs to every desk. */
  readonly deskIds: readonly string[];
  readonly active: boolean;
  /** Has named a password. */
  readonly joined: boolean;
  /** Needs a code besides the password. */
  readonly secondFactor: boolean;
  readonly createdAt: string;
  readonly version: number;
}

export interface OneTimeLink {
  readonly token: string;
  readonly expiresAt: string;
}

/** The invitation link only in the answer that made it. */
export interface InvitedMember extends MemberView {
  readonly invitation?: OneTimeLink;
  readonly secretShown?: true;
}

export interface MeView {
  readonly member: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly kind: MemberRow['kind'];
    readonly roles: readonly Role[];
    readonly locale: MemberRow['locale'];
  };
  readonly newsroom: {
    readonly id: string;
    readonly slug: string;
    readonly name: string;
    readonly locale: 'ar' | 'en';
  };
}

export interface NewMemberInput {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly locale: MemberRow['locale'];
  readonly kind?: MemberRow['kind'] | undefined;
  readonly languages?: readonly string[] | undefined;
  readonly deskIds?: readonly string[] | undefined;
}

const DAY_MS = 86_400_000;
const INVITATION_DAYS = 7;
/** Of every way to a new password: made when it is needed and used at once, it shall not lie about in a mailbox or a terminal. */
const RECOVERY_MS = 600_000;

export class MemberService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly members: MemberRepository,
    private readonly credentials: CredentialRepository,
    private readonly factors: SecondFactorRepository,
    private readonly newsrooms: NewsroomRepository,
    private readonly desks: DeskRepository,
    private readonly clock: Clock,
  ) {}

  me(call: Call): Promise<MeView> {
    return this.work.read(call.agent.newsroomId, async (tx) => {
      const { id, name, email, kind, roles, locale } = found(
        await this.members.find(tx, call.actor.memberId),
        'member',
        call.actor.memberId,
      );
      const newsroom = await this.newsrooms.current(tx);
      return {
        member: { id, name, email, kind, roles, locale },
        newsroom: { id: newsroom.id, slug: newsroom.slug, name: newsroom.name, locale: newsroom.locale },
      };
    });
  }

  list(call: Call, page: PageRequest) {
    return this.work.read(call.agent.newsroomId, async (tx) => {
      const { items, next } = await this.members.list(tx, page);
      const inUse = await this.factors.inUse(
        tx,
        items.map(({ id }) => id),
      );
      return { items: items.map((row) => memberView(row, inUse.has(row.id))), next };
    });
  }

  /** A person gets a one-time link to name his password with; a service account needs none, only tokens. */
  invite(call: Call, input: NewMemberInput): Promise<Written<InvitedMember>> {
    return this.work.write(
      call,
      async (tx): Promise<InvitedMember> => {
        const email = input.email.trim().toLowerCase();
        if (await this.members.findByEmail(tx, email))
          throw new Refusal('duplicate', { kind: 'member', field: 'email' });
        const id = newId();
        const kind = input.kind ?? 'person';
        const { name, locale } = input;
        const languages = [...(input.languages ?? ['ar', 'en'])];
        await this.members.insert(tx, {
          id,
          kind,
          email,
          name,
          roles: [...new Set(input.roles)],
          locale,
          languages,
          deskIds: await this.existing(tx, input.deskIds ?? []),
          active: true,
          passwordHash: null,
        });
        const view = memberView(found(await this.members.find(tx, id), 'member', id), false);
        return kind === 'service' ? view : { ...view, invitation: await this.invitation(tx, id) };
      },
      { kept: ({ invitation, ...view }) => (invitation ? { ...view, secretShown: true } : view) },
    );
  }

  /** One-time, kept as a hash; also used by the command line to print links. */
  async invitation(tx: Tx, memberId: string, purpose: 'invitation' | 'sign-in' = 'invitation'): Promise<OneTimeLink> {
    const { row, link } = this.newLink(memberId, INVITATION_DAYS * DAY_MS);
    await this.credentials.insertLink(tx, { ...row, purpose });
    return link;
  }

  /** Used as an invitation is: whoever follows it names a new password. All sessions end now. */
  async recovery(tx: Tx, memberId: string): Promise<OneTimeLink> {
    const { row, link } = this.newLink(memberId, RECOVERY_MS);
    await this.credentials.insertLink(tx, { ...row, purpose: 'invitation' }, 'link.recovery-made');
    await this.credentials.endSessionsOf(tx, memberId);
    return link;
  }

  /** As `recovery`, by an administrator: his sessions go on until the link is used, and links given him before it do not. */
  async passwordLink(tx: Tx, memberId: string): Promise<OneTimeLink> {
    const { row, link } = this.newLink(memberId, RECOVERY_MS);
    await this.credentials.endLinksOf(tx, memberId, 'invitation');
    await this.credentials.insertLink(tx, { ...row, purpose: 'invitation' });
    return link;
  }

  private newLink(memberId: string, lastsMs: number) {
    const token = randomSecret();
    const expiresAt = new Date(this.clock().getTime() + lastsMs);
    const row = { id: newId(), memberId, secretHash: sha256(token), expiresAt };
    return { row, link: { token, expiresAt: expiresAt.toISOString() } };
  }

  private async existing(tx: Tx, deskIds: readonly string[]): Promise<string[]> {
    await requireDesks(
      tx,
      this.desks,
      deskIds.map((id, index) => [`/deskIds/${index}`, id]),
    );
    return [...new Set(deskIds)];
  }

  /** Roles taken away, or a disabled member, end his sessions at once; his tokens die with the next look-up. */
  update(
    call: Call,
    id: string,
    patch: {
      roles?: readonly Role[] | undefined;
      active?: boolean | undefined;
      name?: string | undefined;
      locale?: MemberRow['locale'] | undefined;
      languages?: readonly string[] | undefined;
      deskIds?: readonly string[] | undefined;
    },
  ): Promise<Written<MemberView>> {
    return this.work.write(call, async (tx) => {
      const row = found(await this.members.find(tx, id), 'member', id);
      requireVersion(call, row);
      const roles = patch.roles ? [...new Set(patch.roles)] : row.roles;
      const active = patch.active ?? row.active;
      const losesAdmin = row.active && row.roles.includes('admin') && !(active && roles.includes('admin'));
      if (losesAdmin && (await this.members.activeAdmins(tx)) <= 1) throw new Refusal('last-admin', { memberId: id });
      const columns: Partial<MemberRow> = { roles, active };
      if (patch.name !== undefined) columns.name = patch.name;
      if (patch.locale !== undefined) columns.locale = patch.locale;
      if (patch.languages !== undefined) columns.languages = [...patch.languages];
      if (patch.deskIds !== undefined) columns.deskIds = await this.existing(tx, patch.deskIds);
      if (!(await this.members.change(tx, row, columns))) throw stale(row);
      if (patch.roles !== undefined || !active) await this.credentials.endSessionsOf(tx, id);
      const inUse = await this.factors.inUse(tx, [id]);
      return memberView(found(await this.members.find(tx, id), 'member', id), inUse.has(id));
    });
  }
}

export function memberView(row: MemberRow, secondFactor: boolean): MemberView {
  const { id, name, email, kind, roles, locale, languages, deskIds, active, passwordHash, createdAt, version } = row;
  return {
    id,
    name,
    email,
    kind,
    roles,
    locale,
    languages,
    deskIds,
    active,
    joined: passwordHash !== null,
    secondFactor,
    createdAt: createdAt.toISOString(),
    version,
  };
}
