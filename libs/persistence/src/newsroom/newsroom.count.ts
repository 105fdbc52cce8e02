import { connectClient } from '../database/owner.client.js';

/** Number of newsrooms in the database, asked as its owner: the app role sees one at most. Throws DatabaseError. */
export async function countNewsrooms(ownerUrl: string): Promise<number> {
  const client = await connectClient(ownerUrl);
  try {
    const { rows } = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM newsroom');
    return rows[0]!.count;
  } finally {
    await client.end().catch(() => {});
  }
}
