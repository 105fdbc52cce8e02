// Newsrooms with people, credentials, articles, claims, evidence and assignments, in bulk. Foreign keys and checks hold;
// only the ledger leaf that each of these rows would have is left out, and the trigger that asks for it stands aside
// meanwhile: nothing measured reads leaves of rows that were there before.
import { DEFAULT_POLICY, DEFAULT_SCALES } from '#domain';
import { newId, newToken, tokenHash } from '#platform';
import { seedArticles } from './articles.mjs';

const LEAFED = ['article', 'claim', 'source', 'evidence', 'assignment', 'verdict'];
const SCOPES = [
  'articles:read',
  'articles:write',
  'claims:read',
  'claims:write',
  'evidence:write',
  'verdicts:write',
  'reports:read',
  'reports:write',
];

/** `[{id, editor, reviewer}]`, people as `{id, token}`; each claim has one piece of evidence and is assigned to the reviewer. */
export async function seedNewsrooms(client, count, claimsEach, named = 'desk') {
  const newsrooms = [];
  for (const table of LEAFED) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER leaf_required`);
  await client.query('BEGIN');
  for (let at = 0; at < count; at++) {
    const newsroom = await seedNewsroom(client, `${named}-${at + 1}`);
    await seedArticles(client, newsroom, claimsEach);
    newsrooms.push(newsroom);
  }
  await client.query('COMMIT');
  for (const table of LEAFED) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER leaf_required`);
  return newsrooms;
}

async function seedNewsroom(client, slug) {
  const id = newId();
  const policy = JSON.stringify(DEFAULT_POLICY);
  const scale = JSON.stringify(DEFAULT_SCALES);
  await client.query("INSERT INTO newsroom (id, slug, name, locale, policy, scale) VALUES ($1, $2, $2, 'ar', $3, $4)", [
    id,
    slug,
    policy,
    scale,
  ]);
  await client.query('INSERT INTO policy_version (newsroom_id, number, policy, scale) VALUES ($1, 1, $2, $3)', [
    id,
    policy,
    scale,
  ]);
  const editor = await seedMember(client, id, slug, 'editor');
  const reviewer = await seedMember(client, id, slug, 'reviewer');
  return { id, editor, reviewer };
}

async function seedMember(client, newsroomId, slug, role) {
  const member = { id: newId(), token: newToken('pat') };
  await client.query(
    `INSERT INTO member (newsroom_id, id, email, name, roles, locale, languages)
     VALUES ($1, $2, $3, $4, ARRAY[$4], 'ar', '{ar,en}')`,
    [newsroomId, member.id, `${role}@${slug}.example`, role],
  );
  await client.query(
    `INSERT INTO access_token (newsroom_id, id, member_id, name, secret_hash, scopes, created_by, expires_at)
     VALUES ($1, $2, $3, 'bench', $4, $5, $3, now() + interval '30 days')`,
    [newsroomId, newId(), member.id, tokenHash(member.token), SCOPES],
  );
  return member;
}
