import { newId } from '#platform';
import type { Application } from '../application.js';
import type { ArticleView } from '../article/article.view.js';
import type { Call } from '../call/call.js';
import type { FoundedMember } from '../newsroom/founding.service.js';

/** The demo's members by the story's keys. */
export type DemoCast = ReadonlyMap<string, Pick<FoundedMember, 'id' | 'roles'>>;

/** The stage: who acts as whom, and the ids that the story's keys came to. */
export interface DemoStage {
  readonly app: Application;
  readonly now: Date;
  readonly as: (member: string, ifMatch?: number) => Call;
  readonly memberId: (member: string) => string;
  readonly sources: Map<string, string>;
  readonly evidence: Map<string, string>;
  readonly claims: Map<string, string>;
  readonly articles: Map<string, ArticleView>;
}

/** An empty stage. */
export function stageOf(app: Application, newsroomId: string, cast: DemoCast, now: Date): DemoStage {
  const memberId = (member: string) => cast.get(member)!.id;
  return {
    app,
    now,
    memberId,
    as: (member, ifMatch) => ({
      actor: { memberId: memberId(member), newsroomId, kind: 'person', roles: cast.get(member)!.roles, scopes: null },
      agent: {
        newsroomId,
        memberId: memberId(member),
        actorKind: 'person',
        via: 'cli',
        credentialId: null,
        requestId: newId(),
      },
      ifMatch,
      locale: 'ar',
    }),
    sources: new Map(),
    evidence: new Map(),
    claims: new Map(),
    articles: new Map(),
  };
}
