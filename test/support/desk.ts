import { openApplication, type Application, type Call, type FoundedMember, type OpenApplication } from '#application';
import { randomBytesOf, createLog, newId } from '#platform';
import type { PolicyPreset, Role } from '#domain';
import { freshDatabase, type FreshDatabase } from './fresh-database.js';

/** A founded newsroom on a database of its own, and its members ready to act through the use cases. */
export interface Desk {
  readonly app: Application;
  readonly database: FreshDatabase;
  readonly newsroomId: string;
  readonly id: Readonly<Record<string, string>>;
  /** A call of one member as a session's; `ifMatch` is the version it acts on. */
  readonly as: (member: string, ifMatch?: number) => Call;
  readonly close: () => Promise<void>;
}

/** Opens a newsroom with one member a name; roles as given. */
export async function openDesk(
  people: Readonly<Record<string, readonly Role[]>>,
  preset: PolicyPreset = 'standard',
): Promise<Desk> {
  const database = await freshDatabase();
  const open: OpenApplication = await openApplication({
    secretsKey: randomBytesOf(32),
    connection: database,
    poolSize: 4,
    name: 'isnad test',
    log: createLog('test', 'silent'),
  });
  const { newsroomId, members } = await open.application.founding.found({
    slug: 'desk',
    name: 'Desk',
    locale: 'en',
    preset,
    members: Object.entries(people).map(([name, roles]) => ({
      email: `${name}@desk.example`,
      name: `${name[0]!.toUpperCase()}${name.slice(1)} of the desk`,
      roles,
      locale: 'en' as const,
      password: `a long password for ${name}`,
    })),
  });
  const byName = new Map<string, FoundedMember>(Object.keys(people).map((name, index) => [name, members[index]!]));
  return {
    app: open.application,
    database,
    newsroomId,
    id: Object.fromEntries([...byName].map(([name, { id }]) => [name, id])),
    as: (name, ifMatch) => {
      const member = byName.get(name)!;
      return {
        actor: { memberId: member.id, newsroomId, kind: 'person', roles: member.roles, scopes: null },
        agent: {
          newsroomId,
          memberId: member.id,
          actorKind: 'person',
          via: 'session',
          credentialId: null,
          requestId: newId(),
        },
        ifMatch,
        locale: 'en',
      };
    },
    close: async () => {
      await open.close();
      await database.drop();
    },
  };
}
