/** What autovacuum would have done by the time a desk has that many claims: statistics and the visibility map. */
export async function settle(client) {
  await client.query('VACUUM (ANALYZE)');
  await client.query('CHECKPOINT');
}
