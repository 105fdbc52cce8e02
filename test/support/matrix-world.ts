import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { SCOPES, type Role, type Scope } from '#domain';
import { newId, newToken } from '#platform';
import { addEvidence, assignTo, claimFrom, done, verdictBody, type Any } from './checking-work.js';
import { ask, bearer } from './ask.js';
import { ACTORS, type Actor, type ActorName, type Credential, type Things, type World } from './matrix-world.types.js';
import { Person, type NewsroomApi } from './newsroom-api.js';
import { webhookOf } from './webhook-work.js';

const QUOTES = ['بلغت كلفة الجسر 12 مليون دينار عام 2024', 'وافتتح الوزير سامر الحداد الجسر يوم الاثنين'] as const;
type Keepsake = 'capture' | 'fetch' | 'report' | 'token' | 'webhook' | 'delivery';
const HELPERS = ['chief', 'omar', 'author'] as const;
const visitor = { requestId: 'matrix-world', userAgent: 'test', locale: 'en', ip: '127.0.0.1' } as const;
const cookieOf = (secret: string) => ({ cookie: `isnad_session=${secret}`, 'x-isnad-csrf': '1' });
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

/** Two newsrooms in which every actor has objects of every relation, and every credential there is. */
export async function buildWorld(api: NewsroomApi): Promise<World> {
  const home = new Room(api, await staff(api));
  const away = new Room(api, await staff(api));
  const { chief, author, omar } = home.people;
  const [foreign, other, hidden] = [
    await away.things(away.people.author!, away.people.omar!),
    await home.things(author!, omar!),
    await home.things(author!, omar!),
  ];
  await home.hide(hidden.article);
  const actors: Actor[] = [];
  for (const name of ACTORS) {
    const { id, person } = await home.join(name);
    const own = person ? await home.ownThings(person) : await home.serviceThings(id);
    const assigned = person && (await home.things(author!, omar!, author!.id, person));
    if (person) await home.restrict(person, name as Role);
    actors.push({
      name,
      id,
      kind: person ? 'person' : 'service',
      roles: person ? [name as Role] : ['editor'],
      credentials: person ? await home.credentials(person) : await home.serviceCredentials(id),
      things: { own, other, hidden, foreign, ...(assigned && { assigned }) },
      nominee: name === 'reviewer' ? id : chief!.id,
    });
  }
  await home.settle();
  return {
    actors,
    spareSession: async ({ newsroomId, member }) =>
      (await api.application.sessions.open(newsroomId, member, visitor)).value.session.id,
    archiveImport: (things) => archiveImport(api, things),
  };
}

const imports = new Map<string, Promise<string>>();

function archiveImport(api: NewsroomApi, { newsroomId, member }: Things): Promise<string> {
  const made = imports.get(newsroomId) ?? newImport(api, newsroomId, member);
  imports.set(newsroomId, made);
  return made;
}

async function newImport(api: NewsroomApi, newsroomId: string, memberId: string): Promise<string> {
  const agent = {
    newsroomId,
    memberId,
    actorKind: 'person',
    via: 'token',
    credentialId: null,
    requestId: newId(),
  } as const;
  const actor = { memberId, newsroomId, kind: 'person', roles: ['editor'], scopes: null } as const;
  const file = Readable.from([Buffer.from('claim\nخبر قديم\n')]);
  return (await api.application.archive.receive({ agent, actor, locale: 'ar' }, 'text/csv', file)).value.id;
}

type Staff = Readonly<{ newsroomId: string; people: Readonly<Record<string, Person>> }>;

/** A newsroom whose members start with every checking role; `restrict` leaves them the one they are tested in. */
async function staff(api: NewsroomApi): Promise<Staff> {
  const slug = `room-${newId().slice(-12)}`;
  const names = [...HELPERS, ...ACTORS.filter((name) => name !== 'service').flatMap((name) => [name, `gone-${name}`])];
  const members = names.map((name) => ({
    email: `${name}@${slug}.example`,
    name,
    locale: 'ar' as const,
    roles: name === 'chief' ? (['head', 'admin'] as const) : (['editor', 'reviewer', 'writer'] as const),
    password: 'not used: sessions are opened by the use case',
  }));
  const founded = await api.application.founding.found({ slug, name: slug, locale: 'ar', members });
  const people = await Promise.all(
    founded.members.map(async ({ id, email, password }, index) => {
      const token = await api.application.founding.token(founded.newsroomId, id, 'world');
      return [names[index]!, new Person(api.url, id, email, password, token)] as const;
    }),
  );
  return { newsroomId: founded.newsroomId, people: Object.fromEntries(people) };
}

class Room {
  private lastExpiry = 0;
  private told: ReturnType<typeof webhookOf> | undefined;
  readonly people: Readonly<Record<string, Person>>;

  constructor(
    private readonly api: NewsroomApi,
    private readonly staff: Staff,
  ) {
    this.people = staff.people;
  }

  private get chief(): Person {
    return this.people.chief!;
  }

  async join(name: ActorName): Promise<{ id: string; person: Person | null }> {
    const person = this.people[name];
    if (person) return { id: person.id, person };
    const body = { email: `${newId()}@service.example`, name, roles: ['editor'], locale: 'ar', kind: 'service' };
    return { id: (await done(this.chief.post('/members', body))).id, person: null };
  }

  /** An article with everything on it, its verdict by `checker`; assigned besides to whoever is named. */
  async things(author: Person, checker: Person, authorId = author.id, also?: Person): Promise<Things> {
    const { chief } = this;
    const text = `${QUOTES.join('.\n\n')}.`;
    const body = { kind: 'draft', language: 'ar', title: 'عنوان', text, authorIds: [authorId] };
    const article = await done(chief.post('/articles', body));
    const [claim, spare] = [
      await claimFrom(chief, article.id, QUOTES[0]),
      await claimFrom(chief, article.id, QUOTES[1]),
    ];
    const evidence = await addEvidence(author, claim.id, { source: { name: `محضر ${newId()}`, type: 'document' } });
    const assignment = await assignTo(chief, claim.id, checker);
    if (also) await assignTo(chief, claim.id, also);
    const verdict = await done(checker.post(`/claims/${claim.id}/verdicts`, verdictBody('accurate', [evidence.id])));
    const query = await done(chief.post(`/claims/${claim.id}/queries`, { text: 'من أين الرقم؟' }));
    const desk = await done(chief.post('/desks', { name: `قسم ${newId()}` }));
    const twin = await claimFrom(chief, article.id, QUOTES[0].slice(0, 12));
    const linked = {
      claimIds: [twin.id, (await claimFrom(chief, article.id, QUOTES[1].slice(0, 14))).id],
      relation: 'same',
    };
    const group = await done(chief.post('/claim-groups', linked));
    const waiver = { claimIds: [claim.id], addressee: 'الوزير', waiver: { reason: 'court-order' } };
    const comment = await done(chief.post(`/articles/${article.id}/comment-requests`, waiver));
    const complaint = await done(
      chief.post('/correction-requests', { articleId: article.id, requester: 'قارئ', demand: 'تصحيح' }),
    );
    const shared = { quote: QUOTES[0], newsroomId: this.staff.newsroomId, member: authorId };
    return {
      ...shared,
      article: article.id,
      claim: claim.id,
      spare: spare.id,
      evidence: evidence.id,
      assignment: assignment.id,
      verdict: verdict.id,
      query: query.id,
      desk: desk.id,
      group: group.id,
      source: evidence.source.id,
      comment: comment.id,
      complaint: complaint.id,
      ...(await this.keepsakes(author)),
    };
  }

  /** What hangs on no article with claims: a saved copy, a finished report that hides nothing from anybody, a token. */
  private async keepsakes(owner: Person): Promise<Pick<Things, Keepsake>> {
    const headers = { 'content-type': 'text/plain', 'idempotency-key': newId() };
    const capture = await done(owner.send('POST', '/captures', 'نسخة', headers));
    const bare = await done(owner.post('/articles', { kind: 'external', language: 'ar', text: 'نعم' }));
    if (bare.claims.length > 0) throw new Error('the article of a report shall have no claims');
    const body = { scope: { articleId: bare.id }, formats: ['json', 'html'], language: 'ar' };
    const report = await done(owner.post('/reports', body));
    const { newsroomId } = this.staff;
    await this.api.application.jobs.report!({ newsroomId, reportId: report.id }, { lastAttempt: true } as never);
    const { items } = await done(owner.get('/tokens'));
    const page = await done(owner.post('/captures', { url: 'https://example.org/' }));
    this.told ??= webhookOf(this.chief);
    return { capture: capture.id, fetch: page.id, report: report.id, token: items[0].id, ...(await this.told) };
  }

  /** Objects of one's own: the article by oneself, the verdict on somebody else's. */
  async ownThings(person: Person): Promise<Things> {
    const by = await this.things(person, this.people.omar!);
    const elsewhere = await this.things(this.people.author!, person);
    const spareToken = await this.mint({ name: 'to be revoked', scopes: ['claims:read'] }, person);
    return { ...by, verdict: elsewhere.verdict, token: spareToken.id };
  }

  async serviceThings(memberId: string): Promise<Things> {
    const { author, omar } = this.people;
    const spareToken = await this.mint({ name: 'to be revoked', scopes: ['claims:read'], memberId });
    return { ...(await this.things(author!, omar!, memberId)), token: spareToken.id };
  }

  async hide(articleId: string): Promise<void> {
    const { version } = await done(this.chief.get(`/articles/${articleId}`));
    await done(this.people.author!.patch(`/articles/${articleId}`, { visibility: 'named' }, version));
  }

  async restrict(person: Person, role: Role): Promise<void> {
    for (const one of [person, this.people[`gone-${role}`]!]) await this.change(one.id, { roles: [role] });
  }

  private async change(id: string, body: object): Promise<void> {
    const { items } = await done(this.chief.get('/members?limit=200'));
    const { version } = items.find((member: Any) => member.id === id);
    await done(this.chief.patch(`/members/${id}`, body, version));
  }

  private async session(id: string): Promise<{ id: string; secret: string }> {
    const { value } = await this.api.application.sessions.open(this.staff.newsroomId, id, visitor);
    return { id: value.session.id, secret: value.secret };
  }

  private async mint(body: object, holder?: Person): Promise<Any> {
    const { secret } = await this.session(holder?.id ?? this.chief.id);
    return done(ask(`${this.api.url}/api/v1/tokens`, 'POST', cookieOf(secret), { expiresAt: inMinutes(60), ...body }));
  }

  /** A living token of each scope and of all, and those that are dead. */
  private async tokens(mint: (body: object) => Promise<Any>): Promise<Credential[]> {
    const minted = async (name: string, scopes: readonly Scope[], more: object = {}) => {
      const { id, token } = await mint({ name, scopes, ...more });
      return { id: id as string, name, headers: bearer(token), kind: 'token' as const, scopes };
    };
    const expired = await this.expiring((expiresAt) => minted('expired token', SCOPES, { expiresAt }));
    const revoked = await minted('revoked token', SCOPES);
    await done(this.chief.send('DELETE', `/tokens/${revoked.id}`));
    const unknown = { name: 'unknown token', headers: bearer(newToken('pat')), kind: 'token' as const, scopes: SCOPES };
    const dead = [expired, revoked, unknown, { name: 'none', headers: {}, kind: 'none' as const, scopes: null }];
    return [
      await minted('token of every scope', SCOPES),
      ...(await Promise.all(SCOPES.map((scope) => minted(`token of ${scope}`, [scope])))),
      ...dead.map((each) => ({ ...each, refused: '401 unauthenticated' as const })),
    ];
  }

  /** As soon as it can: its end must be ahead when the server hears of it, and it is waited for in the end. */
  private async expiring<T>(mint: (expiresAt: string) => Promise<T>): Promise<T> {
    for (let ms = 1_500; ; ms *= 4) {
      this.lastExpiry = Date.now() + ms;
      try {
        return await mint(new Date(this.lastExpiry).toISOString());
      } catch (error) {
        if (ms > 30_000) throw error;
      }
    }
  }

  async credentials(person: Person): Promise<Credential[]> {
    const gone = this.people[`gone-${ACTORS.find((name) => this.people[name] === person)!}`]!;
    const living = await this.session(person.id);
    const ended = await this.session(person.id);
    const disabled = await this.session(gone.id);
    await this.api.application.sessions.end(this.callOf(person.id, ended.id), 'current');
    await this.change(gone.id, { active: false });
    const session = { kind: 'session', scopes: null } as const;
    const refused = '401 unauthenticated';
    const { cookie } = cookieOf(living.secret);
    return [
      { ...session, name: 'session', headers: cookieOf(living.secret) },
      { ...session, name: 'session without the forgery header', headers: { cookie }, forgeable: true },
      { ...session, name: 'session that was ended', headers: cookieOf(ended.secret), refused },
      { ...session, name: 'session of a disabled member', headers: cookieOf(disabled.secret), refused },
      { name: 'token of a disabled member', headers: bearer(gone.token), kind: 'token', scopes: SCOPES, refused },
      {
        ...session,
        name: 'session and token at once',
        headers: { ...cookieOf(living.secret), ...bearer(person.token) },
        refused: '400 credentials-mixed',
      },
      ...(await this.tokens((body) => this.mint(body, person))),
    ];
  }

  serviceCredentials(memberId: string): Promise<Credential[]> {
    return this.tokens((body) => this.mint({ ...body, memberId }));
  }

  private callOf(memberId: string, credentialId: string) {
    const { newsroomId } = this.staff;
    const agent = {
      newsroomId,
      memberId,
      actorKind: 'person',
      via: 'session',
      credentialId,
      requestId: newId(),
    } as const;
    return { actor: { memberId, newsroomId, kind: 'person', roles: [], scopes: null }, agent, locale: 'ar' } as const;
  }

  /** Waits until every token that shall be expired is. */
  async settle(): Promise<void> {
    await sleep(Math.max(0, this.lastExpiry - Date.now()) + 50);
  }
}
