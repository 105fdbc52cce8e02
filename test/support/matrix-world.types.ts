import type { Role, Scope } from '#domain';

/** Who acts: a person of each role, and a service account that has an editor's. */
export const ACTORS = ['editor', 'head', 'reviewer', 'writer', 'viewer', 'admin', 'legal', 'service'] as const;
export type ActorName = (typeof ACTORS)[number];

/** How the objects of a request stand to whoever asks for them. */
export const RELATIONS = ['own', 'assigned', 'other', 'hidden', 'foreign'] as const;
export type RelationName = (typeof RELATIONS)[number];

/** One object of every kind that has an id, all of one article, and ids of their people. */
export interface Things {
  readonly article: string;
  readonly claim: string;
  /** A claim that only assignments are made on, so that they change nothing for other cells. */
  readonly spare: string;
  readonly quote: string;
  readonly evidence: string;
  readonly assignment: string;
  readonly verdict: string;
  readonly query: string;
  readonly desk: string;
  readonly group: string;
  readonly source: string;
  readonly capture: string;
  readonly fetch: string;
  readonly webhook: string;
  readonly delivery: string;
  readonly comment: string;
  readonly complaint: string;
  readonly report: string;
  readonly member: string;
  readonly token: string;
  readonly newsroomId: string;
}

export interface Credential {
  readonly name: string;
  /** What it is refused with wherever it is asked for; absent for one that is good. */
  readonly refused?: '401 unauthenticated' | '400 credentials-mixed' | undefined;
  /** A session's cookie without the header that no other site's page can send. */
  readonly forgeable?: true;
  readonly headers: Readonly<Record<string, string>>;
  readonly kind: 'none' | 'session' | 'token';
  /** What a token allows; null for a session, which allows whatever its holder may. */
  readonly scopes: readonly Scope[] | null;
}

export interface Actor {
  readonly name: ActorName;
  readonly id: string;
  readonly kind: 'person' | 'service';
  readonly roles: readonly Role[];
  readonly credentials: readonly Credential[];
  readonly things: Readonly<Partial<Record<RelationName, Things>>>;
  /** Whom he would name for an assignment: himself where he may name nobody else. */
  readonly nominee: string;
}

export interface World {
  readonly actors: readonly Actor[];
  spareSession(of: Things): Promise<string>;
  /** An archive import of the thing's newsroom. */
  archiveImport(of: Things): Promise<string>;
}
