import { acceptedStep, newId, randomBytesOf, SecretSeal } from '#platform';
import { Client } from 'pg';
import { ask, bearer, outcome, type Asked } from '../support/ask.js';
import { done, type Any } from '../support/checking-work.js';
import { codeBefore, codeOf, fromBase32 } from '../support/one-time-codes.js';
import { startNewsroomApi, type Newsroom, type NewsroomApi, type Person } from '../support/newsroom-api.js';

const NEW_PASSWORD = 'ثلاثة زوارق بيض على صفحة النهر';
let api: NewsroomApi;
let desk: Newsroom;
let database: Client;

beforeAll(async () => {
  api = await startNewsroomApi();
  database = new Client({ connectionString: api.database.superuserUrl });
  await database.connect();
});
afterAll(async () => {
  await database.end();
  await api.stop();
});
beforeEach(async () => {
  desk = await api.found();
});

const signIn = (who: Person, more: object = {}) =>
  ask(`${api.url}/api/v1/sessions`, 'POST', {}, { email: who.email, password: who.password, ...more });

/** What the cookie of a sign-in may do. */
function session(opened: Asked) {
  const cookie = opened.headers.get('set-cookie')!.split(';', 1)[0]!;
  return (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    ask(`${api.url}/api/v1${path}`, method, { cookie, 'x-isnad-csrf': '1', ...headers }, body);
}

async function enrolled(
  who: Person,
): Promise<{ secret: Buffer; recoveryCodes: string[]; call: ReturnType<typeof session> }> {
  const call = session(await signIn(who));
  const started = await done(call('POST', '/me/second-factor', { password: who.password }));
  const secret = fromBase32(started.secret);
  const confirm = async (roomMs?: number) =>
    call('POST', '/me/second-factor/confirmation', { totp: await codeBefore(secret, roomMs) });
  const confirmed = await confirm();
  // on a machine where it took longer than that to arrive: with all of a half minute before it
  const { recoveryCodes } = (await done(
    Promise.resolve(outcome(confirmed) === '401 second-factor-wrong' ? await confirm(28_000) : confirmed),
  )) as { recoveryCodes: string[] };
  return { secret, recoveryCodes, call };
}

const factorsOf = (who: Person) =>
  database.query<Any>('SELECT * FROM second_factor WHERE member_id = $1 ORDER BY created_at', [who.id]);

describe('a second factor', () => {
  it('is kept so that a dump of the table shows no secret, and no row opens in another’s place', async () => {
    const { secret } = await enrolled(desk.salma);
    const { secret: his, call } = await enrolled(desk.omar);
    const dump = await database.query<{ row: string }>('SELECT t::text AS row FROM second_factor t');
    const text = dump.rows.map(({ row }) => row).join('\n');
    for (const known of [secret, his]) {
      expect(text).not.toContain(known.toString('hex'));
      expect(text).not.toContain(known.subarray(0, 8).toString('hex'));
    }
    expect((await factorsOf(desk.salma)).rows[0].secret).toHaveLength(49);
    // each use seals anew
    const before = (await factorsOf(desk.omar)).rows[0].secret;
    expect(outcome(await signIn(desk.omar, { totp: codeOf(his) }))).toBe('201');
    const after = (await factorsOf(desk.omar)).rows[0].secret;
    expect(after.equals(before)).toBe(false);
    // whoever can write to the table gives somebody his own secret, and it opens nothing
    await database.query('SET session_replication_role = replica');
    const put = 'UPDATE second_factor SET secret = $1 WHERE member_id = $2 AND removed_at IS NULL';
    await database.query(put, [after, desk.salma.id]);
    expect(outcome(await signIn(desk.salma, { totp: codeOf(his) }))).toBe('409 second-factor-sealed');
    // one that was stored before secrets were sealed counts, and is sealed by its use
    await database.query(put, [his, desk.omar.id]);
    expect(outcome(await signIn(desk.omar, { totp: codeOf(his, 1) }))).toBe('201');
    expect((await factorsOf(desk.omar)).rows[0].secret).toHaveLength(49);
    await database.query('SET session_replication_role = origin');
    expect((await call('GET', '/me/second-factor')).body).toMatchObject({ status: 'in-use' });
  });

  it('sealed under a key that is no longer there is a clear refusal, and the operator’s log names the setting', async () => {
    const { secret, recoveryCodes, call } = await enrolled(desk.salma);
    await database.query('SET session_replication_role = replica');
    // the server has another key now: what is stored was sealed under the one before
    const foreign = new SecretSeal(randomBytesOf(32), 'second factor');
    const place = `second_factor ${desk.id} ${(await factorsOf(desk.salma)).rows[0].id}`;
    await database.query('UPDATE second_factor SET secret = $1 WHERE member_id = $2', [
      foreign.seal(secret, place),
      desk.salma.id,
    ]);
    await database.query('SET session_replication_role = origin');
    const said = { ar: /مدير النظام/, en: /administrator/ };
    for (const language of ['ar', 'en'] as const) {
      api.logged.length = 0;
      const body = { email: desk.salma.email, password: desk.salma.password, totp: codeOf(secret) };
      const refused = await ask(`${api.url}/api/v1/sessions`, 'POST', { 'accept-language': language }, body);
      expect(outcome(refused)).toBe('409 second-factor-sealed');
      expect((refused.body as Any).detail).toMatch(said[language]);
      expect(JSON.stringify(refused.body)).not.toContain('ISNAD_');
      expect(api.logged.join()).toContain('ISNAD_SECRETS_KEY_FILE');
    }
    const removal = { password: desk.salma.password, totp: codeOf(secret) };
    expect(outcome(await call('POST', '/me/second-factor/removal', removal))).toBe('409 second-factor-sealed');
    // a recovery code needs no key; after a reset everything begins anew under the key there is
    expect(outcome(await signIn(desk.salma, { recoveryCode: recoveryCodes[0] }))).toBe('201');
    await done(desk.admin.post(`/members/${desk.salma.id}/second-factor/reset`, undefined));
    const anew = await enrolled(desk.salma);
    expect(outcome(await signIn(desk.salma, { totp: codeOf(anew.secret) }))).toBe('201');
  });

  it('is asked for by a link of recovery too, unless the operator took it away', async () => {
    const { secret, recoveryCodes, call } = await enrolled(desk.salma);
    const accept = (token: string, more: object) =>
      ask(`${api.url}/api/v1/invitations/${token}/acceptance`, 'POST', {}, { password: NEW_PASSWORD, ...more });
    const [member] = await api.application.recovery.find(` ${desk.salma.email.toUpperCase()} `);
    const kept = (await api.application.recovery.recover(member!, { resetSecondFactor: false })).value;
    expect(kept).toMatchObject({ name: 'salma', secondFactor: 'kept' });
    expect(outcome(await call('GET', '/me'))).toBe('401 unauthenticated');
    expect(outcome(await accept(kept.token, {}))).toBe('401 second-factor-required');
    expect(outcome(await accept(kept.token, { recoveryCode: 'x'.repeat(26) }))).toBe('401 second-factor-wrong');
    const entered = await accept(kept.token, { totp: codeOf(secret) });
    expect(outcome(entered)).toBe('201');
    expect(outcome(await accept(kept.token, { recoveryCode: recoveryCodes[0] }))).toBe('404 not-found');
    expect(outcome(await signIn(desk.salma, { totp: codeOf(secret, 1) }))).toBe('401 credentials-wrong');

    const reset = (await api.application.recovery.recover(member!, { resetSecondFactor: true })).value;
    expect(reset.secondFactor).toBe('reset');
    expect(outcome(await session(entered)('GET', '/me'))).toBe('401 unauthenticated');
    expect(outcome(await accept(reset.token, {}))).toBe('201');
    expect(outcome(await signIn(desk.salma, { password: NEW_PASSWORD }))).toBe('201');
    const { rows } = await database.query<Any>(
      `SELECT action FROM ledger_leaf WHERE newsroom_id = $1 AND bytes::text LIKE '%"via":"cli"%'
         AND (action LIKE 'link.%' OR action LIKE 'second-factor.%') ORDER BY seq`,
      [desk.id],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'link.recovery-made',
      'second-factor.reset',
      'link.recovery-made',
    ]);
  });

  it('is begun with the password, shown once, and asked for only once a code has confirmed it', async () => {
    const call = session(await signIn(desk.salma));
    expect((await call('GET', '/me/second-factor')).body).toEqual({
      status: 'none',
      confirmedAt: null,
      recoveryCodesLeft: 0,
    });
    expect(outcome(await call('POST', '/me/second-factor', { password: 'another one entirely' }))).toBe(
      '401 credentials-wrong',
    );
    const key = { 'idempotency-key': newId() };
    const started = await call('POST', '/me/second-factor', { password: desk.salma.password }, key);
    expect(outcome(started)).toBe('201');
    const { secret, uri } = started.body as Any;
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(uri).toContain(`secret=${secret}`);
    expect(uri).toContain(encodeURIComponent(desk.salma.email));
    const again = await call('POST', '/me/second-factor', { password: desk.salma.password }, key);
    expect([again.body, again.headers.get('idempotent-replayed')]).toEqual([{ secretShown: true }, 'true']);
    // Not confirmed: the password alone still does.
    expect(outcome(await signIn(desk.salma))).toBe('201');
    expect(outcome(await call('POST', '/me/second-factor/confirmation', { totp: '12345' }))).toBe('422 invalid');
    expect((await call('GET', '/me/second-factor')).body).toMatchObject({ status: 'unconfirmed' });
    const confirmed = await call('POST', '/me/second-factor/confirmation', { totp: codeOf(fromBase32(secret)) });
    expect((confirmed.body as Any).recoveryCodes).toHaveLength(10);
    expect((await call('GET', '/me/second-factor')).body).toMatchObject({ status: 'in-use', recoveryCodesLeft: 10 });
    expect(outcome(await call('POST', '/me/second-factor', { password: desk.salma.password }))).toBe(
      '409 already-in-state',
    );
    expect(outcome(await signIn(desk.salma))).toBe('401 second-factor-required');
  });

  it('begun again before it is confirmed has another secret', async () => {
    const call = session(await signIn(desk.salma));
    const begin = async () =>
      fromBase32((await done(call('POST', '/me/second-factor', { password: desk.salma.password }))).secret);
    const [first, second] = [await begin(), await begin()];
    expect((await factorsOf(desk.salma)).rows[0].secret).toHaveLength(49); // sealed, as the first was
    const confirm = (secret: Buffer) => call('POST', '/me/second-factor/confirmation', { totp: codeOf(secret) });
    expect(outcome(await confirm(first))).toBe('401 second-factor-wrong');
    expect(outcome(await confirm(second))).toBe('200');
    expect((await factorsOf(desk.salma)).rows).toHaveLength(1);
  });

  it('signs in with a code, and ends what was opened without one', async () => {
    const before = session(await signIn(desk.salma));
    const { secret, call } = await enrolled(desk.salma);
    expect(outcome(await before('GET', '/me'))).toBe('401 unauthenticated');
    expect(outcome(await call('GET', '/me'))).toBe('200');
    expect(outcome(await signIn(desk.salma, { totp: codeOf(secret, 5) }))).toBe('401 second-factor-wrong');
    expect(outcome(await signIn(desk.salma, { totp: codeOf(secret), password: 'another one entirely' }))).toBe(
      '401 credentials-wrong',
    );
    const code = codeOf(secret);
    expect(outcome(await signIn(desk.salma, { totp: `${code.slice(0, 3)} ${code.slice(3)}` }))).toBe('201');
  });

  it('takes no code twice, nor an older one after it', async () => {
    const { secret } = await enrolled(desk.salma);
    const [now, next] = [codeOf(secret), codeOf(secret, 1)];
    expect(outcome(await signIn(desk.salma, { totp: next }))).toBe('201');
    expect(outcome(await signIn(desk.salma, { totp: next }))).toBe('401 second-factor-wrong');
    expect(outcome(await signIn(desk.salma, { totp: now }))).toBe('401 second-factor-wrong');
  });

  it('one code tried at once opens one session', async () => {
    const { secret } = await enrolled(desk.salma);
    const { rows } = await database.query<Any>(
      'SELECT count(*)::int AS n FROM session WHERE member_id = $1 AND ended_at IS NULL',
      [desk.salma.id],
    );
    const visitor = { requestId: newId(), userAgent: 'test' };
    const totp = codeOf(secret);
    const tried = await Promise.allSettled(
      Array.from({ length: 8 }, () => api.application.sessions.open(desk.id, desk.salma.id, visitor, { totp })),
    );
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const after = await database.query<Any>(
      'SELECT count(*)::int AS n FROM session WHERE member_id = $1 AND ended_at IS NULL',
      [desk.salma.id],
    );
    expect(after.rows[0].n).toBe(rows[0].n + 1);
  });

  it('is not passed by a one-time link, which stays good for the code', async () => {
    const { secret } = await enrolled(desk.salma);
    const [link] = await api.application.founding.signInLinks(desk.id, [desk.salma.id]);
    const byLink = (more: object) => ask(`${api.url}/api/v1/sessions`, 'POST', {}, { link, ...more });
    expect(outcome(await byLink({}))).toBe('401 second-factor-required');
    expect(outcome(await byLink({ totp: '000000' }))).toBe('401 second-factor-wrong');
    expect(outcome(await byLink({ totp: codeOf(secret) }))).toBe('201');
    expect(outcome(await byLink({ totp: codeOf(secret, 1) }))).toBe('401 credentials-wrong');
  });

  it('takes each recovery code once, however it was copied', async () => {
    const { recoveryCodes, secret, call } = await enrolled(desk.salma);
    expect(new Set(recoveryCodes).size).toBe(10);
    // 26 letters of base 32: 128 bits.
    expect(recoveryCodes[0]!.replaceAll('-', '')).toMatch(/^[a-z2-7]{26}$/);
    const copied = recoveryCodes[3]!.toUpperCase().replaceAll('-', ' ');
    expect(outcome(await signIn(desk.salma, { recoveryCode: copied }))).toBe('201');
    expect(outcome(await signIn(desk.salma, { recoveryCode: recoveryCodes[3] }))).toBe('401 second-factor-wrong');
    expect((await call('GET', '/me/second-factor')).body).toMatchObject({ recoveryCodesLeft: 9 });
    const renewed = await done(call('POST', '/me/second-factor/recovery-codes', { totp: codeOf(secret) }));
    expect(renewed.recoveryCodes).toHaveLength(10);
    expect(outcome(await signIn(desk.salma, { recoveryCode: recoveryCodes[0] }))).toBe('401 second-factor-wrong');
    expect(outcome(await signIn(desk.salma, { recoveryCode: renewed.recoveryCodes[0] }))).toBe('201');
  });

  it('is removed with password and code, and what it knew is gone', async () => {
    const { secret, call } = await enrolled(desk.salma);
    const remove = (body: object) =>
      call('POST', '/me/second-factor/removal', { password: desk.salma.password, ...body });
    expect(outcome(await remove({}))).toBe('401 second-factor-required');
    expect(outcome(await remove({ totp: codeOf(secret), password: 'another one entirely' }))).toBe(
      '401 credentials-wrong',
    );
    expect(outcome(await remove({ totp: codeOf(secret) }))).toBe('204');
    expect(outcome(await signIn(desk.salma))).toBe('201');
    const { rows } = await factorsOf(desk.salma);
    expect([rows[0].secret.length, rows[0].recovery_hashes]).toEqual([0, []]);
    expect(outcome(await signIn(desk.salma, { totp: codeOf(secret, 1) }))).toBe('422 invalid');
  });

  it('is reset by an administrator, for whom it shows', async () => {
    const { call } = await enrolled(desk.salma);
    const shown = async () =>
      (await done(desk.admin.get('/members'))).items.find(({ id }: Any) => id === desk.salma.id).secondFactor;
    expect(await shown()).toBe(true);
    const reset = (by: Person) => by.post(`/members/${desk.salma.id}/second-factor/reset`, undefined);
    expect(outcome(await reset(desk.editor))).toBe('403 role-forbidden');
    expect(outcome(await reset(desk.admin))).toBe('204');
    expect([await shown(), outcome(await call('GET', '/me'))]).toEqual([false, '401 unauthenticated']);
    expect(outcome(await signIn(desk.salma))).toBe('201');
    expect(outcome(await reset(desk.admin))).toBe('409 not-in-state');
    const stranger = (await api.found()).admin;
    expect(outcome(await reset(stranger))).toBe('404 not-found');
  });

  it('stands in the ledger for the member and the administrator, without its secrets', async () => {
    const { secret, recoveryCodes } = await enrolled(desk.salma);
    await signIn(desk.salma, { recoveryCode: recoveryCodes[0] });
    await done(desk.admin.post(`/members/${desk.salma.id}/second-factor/reset`, undefined));
    const { rows } = await database.query<Any>(
      `SELECT l.action, l.bytes, p.payload FROM ledger_leaf l JOIN ledger_payload p ON p.newsroom_id = l.newsroom_id AND p.seq = l.seq
       WHERE l.newsroom_id = $1 AND l.object_type = 'second_factor' ORDER BY l.seq`,
      [desk.id],
    );
    const steps = ['started', 'confirmed', 'recovery-used', 'reset'];
    expect(rows.map(({ action }) => action)).toEqual(steps.map((step) => `second-factor.${step}`));
    expect(rows.map(({ payload }) => JSON.parse(payload))).toEqual(steps.map(() => ({ memberId: desk.salma.id })));
    const everything = JSON.stringify(rows) + api.logged.join();
    expect([secret.toString('hex'), recoveryCodes[0]!].some((text) => everything.includes(text))).toBe(false);
    const readBy = async (who: Person) => JSON.stringify(await done(who.get('/ledger/entries?limit=200')));
    expect(await readBy(desk.admin)).toContain('second-factor.confirmed');
    expect(await readBy(desk.omar)).not.toContain('second-factor.');
  });

  it('cannot be guessed: tries are counted, whoever makes them, and only failures', async () => {
    const { secret } = await enrolled(desk.salma);
    const wrong = ['000000', '000001', '000002', '000003'].find(
      (code) => acceptedStep(secret, code, new Date(), 0) === null,
    )!;
    const [link] = await api.application.founding.signInLinks(desk.id, [desk.salma.id]);
    const tries: string[] = [];
    for (let n = 0; n < 12; n += 1)
      tries.push(outcome(await ask(`${api.url}/api/v1/sessions`, 'POST', {}, { link, totp: wrong })));
    expect(tries).toEqual([...Array<string>(10).fill('401 second-factor-wrong'), '429 throttled', '429 throttled']);
  });

  it('cannot be guessed by patience either: a hundred failures are all a day has', async () => {
    const { secret } = await enrolled(desk.salma);
    const [link] = await api.application.founding.signInLinks(desk.id, [desk.salma.id]);
    const wrong = ['000000', '000001', '000002', '000003'].find(
      (code) => acceptedStep(secret, code, new Date(), 0) === null,
    )!;
    const seen = new Map<string, number>();
    for (let n = 0; n < 102; n += 1) {
      // a minute has gone by
      await database.query(
        "UPDATE throttle SET window_start = window_start - interval '61 s' WHERE key NOT LIKE 'codes:%'",
      );
      const answered = outcome(await ask(`${api.url}/api/v1/sessions`, 'POST', {}, { link, totp: wrong }));
      seen.set(answered, (seen.get(answered) ?? 0) + 1);
    }
    expect(Object.fromEntries(seen)).toEqual({ '401 second-factor-wrong': 100, '429 throttled': 2 });
  });
});

describe('a newsroom that demands it', () => {
  const demand = async (call: ReturnType<typeof session>, secondFactorOf: string[]) => {
    const { version } = (await call('GET', '/newsroom')).body as Any;
    return call('PATCH', '/newsroom', { policy: { secondFactorOf } }, { 'if-match': `"${version}"` });
  };

  it('is led by somebody who has one, and lets whoever lacks it do nothing but set it up', async () => {
    const bare = session(await signIn(desk.admin));
    expect(outcome(await demand(bare, ['editor', 'admin']))).toBe('403 second-factor-unset');
    const { call: admin } = await enrolled(desk.admin);
    expect(outcome(await demand(admin, ['writer']))).toBe('422 invalid');
    expect(outcome(await demand(admin, ['editor', 'admin']))).toBe('200');

    // no role of those, or one that has it: as before
    expect(outcome(await desk.salma.get('/claims'))).toBe('200');
    expect(outcome(await admin('GET', '/claims'))).toBe('200');

    // by password he gets in, and by a token too, and gets nowhere
    const editor = session(await signIn(desk.editor));
    expect((await editor('GET', '/me/second-factor')).body).toMatchObject({ status: 'none' });
    for (const [method, path, body] of [
      ['GET', '/claims'],
      ['GET', '/newsroom'],
      ['GET', '/members'],
      ['POST', '/articles', { kind: 'external', text: 'خبر' }],
    ] as const)
      expect(outcome(await editor(method, path, body, { 'idempotency-key': newId() }))).toBe('403 second-factor-unset');
    expect(outcome(await desk.editor.get('/claims'))).toBe('403 second-factor-unset');
    // but to who he is, to what leads out of it, and away
    for (const path of ['/me', '/me/second-factor', '/sessions'])
      expect(outcome(await editor('GET', path))).toBe('200');
    const wrong = { current: 'another one entirely', next: NEW_PASSWORD };
    expect(outcome(await editor('POST', '/me/password', wrong))).toBe('401 credentials-wrong');
    expect(outcome(await editor('DELETE', '/sessions/current'))).toBe('204');

    const { call } = await enrolled(desk.editor);
    expect(outcome(await call('GET', '/claims'))).toBe('200');
    expect(outcome(await desk.editor.get('/claims'))).toBe('200');
  });

  it('opens no event stream before, and ends those that are open', async () => {
    const { call: admin } = await enrolled(desk.admin);
    const stream = await fetch(`${api.url}/api/v1/events`, { headers: bearer(desk.editor.token) });
    expect(stream.status).toBe(200);
    expect(outcome(await demand(admin, ['editor']))).toBe('200');
    expect(outcome(await desk.editor.get('/events'))).toBe('403 second-factor-unset');
    await stream.text(); // it ends: nobody leaves it
  });

  it('asks again of whoever was reset, and is taken back by whoever has one', async () => {
    const { call: admin } = await enrolled(desk.admin);
    await enrolled(desk.editor);
    expect(outcome(await demand(admin, ['editor']))).toBe('200');
    await done(admin('POST', `/members/${desk.editor.id}/second-factor/reset`));
    expect(outcome(await desk.editor.get('/claims'))).toBe('403 second-factor-unset');
    // another preset lets nobody off
    const { version } = (await admin('GET', '/newsroom')).body as Any;
    await done(admin('PATCH', '/newsroom', { policy: { preset: 'strict' } }, { 'if-match': `"${version}"` }));
    expect(outcome(await desk.editor.get('/claims'))).toBe('403 second-factor-unset');
    expect(outcome(await demand(admin, []))).toBe('200');
    expect(outcome(await desk.editor.get('/claims'))).toBe('200');
  });

  it('asks nothing of a service account', async () => {
    const { call: admin } = await enrolled(desk.admin);
    expect(outcome(await demand(admin, ['editor', 'head', 'admin']))).toBe('200');
    await database.query('SET session_replication_role = replica');
    await database.query("UPDATE member SET kind = 'service' WHERE id = $1", [desk.editor.id]);
    await database.query('SET session_replication_role = origin');
    expect(outcome(await desk.editor.get('/claims'))).toBe('200');
  });
});

describe('a link to a new password, from an administrator', () => {
  const linkFor = async (id: string, by = desk.admin, headers = {}) =>
    session(await signIn(by))('POST', `/members/${id}/password-link`, undefined, headers);
  const accept = (token: string, more: object = {}) =>
    ask(`${api.url}/api/v1/invitations/${token}/acceptance`, 'POST', {}, { password: NEW_PASSWORD, ...more });

  it('lets in whoever forgot his, once, and ends his sessions when it is used', async () => {
    const before = session(await signIn(desk.salma));
    const key = { 'idempotency-key': newId() };
    const made = await linkFor(desk.salma.id, desk.admin, key);
    const { token, expiresAt } = made.body as Any;
    expect([outcome(made), Object.keys(made.body as Any).sort()]).toEqual(['201', ['expiresAt', 'token']]);
    const { rows } = await database.query<Any>(
      `SELECT payload::jsonb, (payload::jsonb->>'expiresAt')::timestamptz - l.at <= interval '10 minutes' AS short, l.bytes::text AS leaf
       FROM ledger_leaf l JOIN ledger_payload p USING (newsroom_id, seq)
       WHERE l.newsroom_id = $1 AND l.action = 'link.made' ORDER BY seq DESC LIMIT 1`,
      [desk.id],
    );
    expect(rows).toMatchObject([
      { payload: { memberId: desk.salma.id, purpose: 'invitation', expiresAt }, short: true },
    ]);
    expect(rows[0].leaf).toContain(desk.admin.id);
    // asked again for the same answer, it is not told again
    const call = session(await signIn(desk.admin));
    const again = await call('POST', `/members/${desk.salma.id}/password-link`, undefined, key);
    expect(again.body).toEqual({ expiresAt, secretShown: true });
    expect(outcome(await before('GET', '/me'))).toBe('200');
    expect(outcome(await accept(`${token}x`))).toBe('404 not-found');
    expect(outcome(await accept(token))).toBe('201');
    expect(outcome(await before('GET', '/me'))).toBe('401 unauthenticated');
    expect(outcome(await accept(token))).toBe('404 not-found');
    expect(outcome(await signIn(desk.salma))).toBe('401 credentials-wrong');
    expect(outcome(await signIn(desk.salma, { password: NEW_PASSWORD }))).toBe('201');
  });

  it('is good for nothing once it has run out, or a later one was made', async () => {
    const [first, second] = [await linkFor(desk.salma.id), await linkFor(desk.salma.id)];
    expect(outcome(await accept((first.body as Any).token))).toBe('404 not-found');
    await database.query(`UPDATE sign_in_link SET expires_at = now() WHERE newsroom_id = $1 AND used_at IS NULL`, [
      desk.id,
    ]);
    expect(outcome(await accept((second.body as Any).token))).toBe('404 not-found');
    const invited = await done(
      desk.admin.post('/members', { email: `${newId()}@new.example`, name: 'زميل', roles: ['viewer'], locale: 'ar' }),
    );
    const anew = await linkFor(invited.id);
    expect(outcome(await accept(invited.invitation.token))).toBe('404 not-found');
    expect(outcome(await accept((anew.body as Any).token))).toBe('201');
  });

  it('does not pass by a second factor', async () => {
    const { secret } = await enrolled(desk.salma);
    const { token } = (await linkFor(desk.salma.id)).body as Any;
    expect(outcome(await accept(token))).toBe('401 second-factor-required');
    expect(outcome(await accept(token, { totp: codeOf(secret) }))).toBe('201');
  });

  it('is made by administrators who signed in, for other people of their newsroom who may come in', async () => {
    expect(outcome(await linkFor(desk.salma.id, desk.editor))).toBe('403 role-forbidden');
    expect(outcome(await desk.admin.post(`/members/${desk.salma.id}/password-link`, undefined))).toBe(
      '401 unauthenticated',
    );
    expect(outcome(await linkFor(desk.admin.id))).toBe('403 relation-forbidden');
    expect(outcome(await linkFor((await api.found()).salma.id))).toBe('404 not-found');
    const robot = { email: `${newId()}@new.example`, name: 'آلة', roles: [], locale: 'ar', kind: 'service' };
    expect(outcome(await linkFor((await done(desk.admin.post('/members', robot))).id))).toBe('409 not-in-state');
    const { items } = await done(desk.admin.get('/members?limit=200'));
    const { version } = items.find(({ id }: Any) => id === desk.omar.id);
    await done(desk.admin.patch(`/members/${desk.omar.id}`, { active: false }, version));
    expect(outcome(await linkFor(desk.omar.id))).toBe('409 not-in-state');
  });
});
