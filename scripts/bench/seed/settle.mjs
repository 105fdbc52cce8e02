/**
 * What autovacuum would have done by the time a desk has that many claims: statistics and the visibility map. Autovacuum leaves
 * empty tables alone, and so does this: vacuumed while empty, a table that fills would be planned for as empty until the next time.
 */
export async function settle(client) {
  const { rows } = await client.query(
    `SELECT oid::regclass::text AS name FROM pg_class
     WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND pg_relation_size(oid) > 0`,
  );
  await client.query(`VACUUM (ANALYZE) ${rows.map(({ name }) => name).join(', ')}`);
  await client.query('CHECKPOINT');
}
