import { openApplication } from '#application';
import { createLog, newId, randomSecret } from '#platform';
import type { Connection } from '#persistence';
import type { Role } from '#domain';

export interface FaultMember {
  readonly id: string;
  readonly token: string;
}

/** A newsroom whose people write while everything under them is being killed. */
export interface FaultRoom {
  readonly id: string;
  readonly editor: FaultMember;
  readonly salma: FaultMember;
  readonly omar: FaultMember;
}

const PEOPLE: readonly [Exclude<keyof FaultRoom, 'id'>, Role][] = [
  ['editor', 'editor'],
  ['salma', 'reviewer'],
  ['omar', 'reviewer'],
];

/** Founds newsrooms on a database that is not being killed yet. */
export async function foundRooms(connection: Connection, count: number): Promise<FaultRoom[]> {
  const opened = await openApplication({
    connection,
    poolSize: 2,
    name: 'isnad test',
    log: createLog('test', 'silent'),
  });
  const rooms: FaultRoom[] = [];
  try {
    const { founding } = opened.application;
    for (let index = 0; index < count; index++) {
      const slug = `room-${newId().slice(-12)}`;
      const members = PEOPLE.map(([name, role]) => ({
        email: `${name}@${slug}.example`,
        name,
        roles: [role],
        locale: 'ar' as const,
        password: randomSecret(),
      }));
      const made = await founding.found({ slug, name: slug, locale: 'ar', preset: 'small-desk', members });
      const people = await Promise.all(
        made.members.map(async ({ id }, at) => {
          const token = await founding.token(made.newsroomId, id, 'test');
          return [PEOPLE[at]![0], { id, token }] as const;
        }),
      );
      rooms.push({ id: made.newsroomId, ...Object.fromEntries(people) } as unknown as FaultRoom);
    }
    return rooms;
  } finally {
    await opened.close();
  }
}
