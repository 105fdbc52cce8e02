import { Refusal } from '#domain';
import { DeskRepository, UnitOfWork, type DeskRow, type Tx, type Written } from '#persistence';
import { newId } from '#platform';
import type { Call } from '../call/call.js';
import { found, requireVersion, stale } from '../call/precondition.js';

export interface DeskView {
  readonly id: string;
  readonly name: string;
  /** A desk that was closed keeps its articles and takes no new ones. */
  readonly active: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly version: number;
}

function deskView({ id, name, active, createdAt, updatedAt, version }: DeskRow): DeskView {
  return { id, name, active, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString(), version };
}

/** The newsroom's desks, by name. */
export class DeskService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desks: DeskRepository,
  ) {}

  list(call: Call): Promise<{ items: DeskView[] }> {
    return this.work.read(call.agent.newsroomId, async (tx) => ({ items: (await this.desks.all(tx)).map(deskView) }));
  }

  create(call: Call, { name }: { name: string }): Promise<Written<DeskView>> {
    return this.work.write(call, async (tx) => {
      await this.requireFree(tx, name, null);
      const id = newId();
      await this.desks.insert(tx, { id, name, active: true });
      return deskView(found(await this.desks.find(tx, id), 'desk', id));
    });
  }

  update(
    call: Call,
    id: string,
    patch: { name?: string | undefined; active?: boolean | undefined },
  ): Promise<Written<DeskView>> {
    return this.work.write(call, async (tx) => {
      const row = found(await this.desks.find(tx, id), 'desk', id);
      requireVersion(call, row);
      if (patch.name !== undefined) await this.requireFree(tx, patch.name, id);
      const columns = { name: patch.name ?? row.name, active: patch.active ?? row.active };
      if (!(await this.desks.change(tx, row, columns))) throw stale(row);
      return deskView(found(await this.desks.find(tx, id), 'desk', id));
    });
  }

  private async requireFree(tx: Tx, name: string, own: string | null): Promise<void> {
    const known = await this.desks.findByName(tx, name);
    if (known && known.id !== own) throw new Refusal('duplicate', { kind: 'desk', id: known.id, field: 'name' });
  }
}

/** A desk that articles and members may be put to. @throws Refusal invalid */
export async function requireDesks(
  tx: Tx,
  desks: DeskRepository,
  named: readonly (readonly [pointer: string, id: string])[],
): Promise<void> {
  if (named.length === 0) return;
  const known = await desks.known(
    tx,
    named.map(([, id]) => id),
  );
  const errors = named.flatMap(([pointer, id]) =>
    known.has(id) ? [] : [{ pointer, code: 'unknown-id', detail: { id } }],
  );
  if (errors.length > 0) throw new Refusal('invalid', { errors });
}
