// The main job from outside: posts every article of a folder to a running demo server over HTTP alone, checks it claim by
// claim as the demo's people, and says what happened. With --again it only looks whether everything is still there.
// usage: node scripts/walkthrough.mjs --articles DIR --credentials FILE --state FILE [--again]
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const option = (name) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const [folder, credentialsFile, stateFile] = ['articles', 'credentials', 'state'].map(option);
if (!folder || !credentialsFile || !stateFile) {
  console.error('usage: walkthrough.mjs --articles DIR --credentials FILE --state FILE [--again]');
  process.exit(2);
}

const { url, members } = JSON.parse(readFileSync(credentialsFile, 'utf8'));
const person = (role, nth = 0) => {
  const { token } = members.filter(({ roles }) => roles.includes(role))[nth];
  return async (method, path, body, headers = {}) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    const json = /json/.test(response.headers.get('content-type') ?? '') && text !== '';
    return { status: response.status, body: json ? JSON.parse(text) : text };
  };
};
const editor = person('editor');
const reviewers = [person('reviewer'), person('reviewer', 1)];

let failures = 0;
function expect(what, holds, detail = '') {
  if (!holds) failures += 1;
  console.log(`  ${holds ? 'ok  ' : 'FAIL'} ${what}${holds ? '' : `  ${JSON.stringify(detail).slice(0, 400)}`}`);
}
const need = (answer, status, what) => {
  expect(what, answer.status === status, answer);
  return answer.body;
};
const match = (version) => ({ 'if-match': `"${version}"` });

async function asked(claim) {
  for (const reviewer of reviewers) {
    const { member } = (await reviewer('GET', '/me')).body;
    need(
      await editor('POST', `/claims/${claim.id}/assignments`, { reviewerId: member.id }),
      201,
      `assigned to ${member.name}`,
    );
  }
}

async function evidence(claim, stance, names) {
  const ids = [];
  for (const name of names) {
    const item = {
      source: { name, type: 'outlet' },
      stance,
      locator: 'الفقرة الثانية',
      url: 'https://example.org/a',
      quote: claim.quote.slice(0, 60),
    };
    ids.push(need(await reviewers[0]('POST', `/claims/${claim.id}/evidence`, item), 201, `evidence from ${name}`).id);
  }
  return ids;
}

async function judged(claim, rating, evidenceIds) {
  for (const reviewer of reviewers) {
    const verdict = { rating, confidence: 'high', rationale: 'قورن النص بالمصدرين.', evidenceIds };
    need(await reviewer('POST', `/claims/${claim.id}/verdicts`, verdict), 201, `verdict ${rating}`);
  }
}

const decide = async (claim, command) => {
  const { version } = (await editor('GET', `/claims/${claim.id}`)).body;
  return editor('POST', `/claims/${claim.id}/decisions`, command, match(version));
};

/** The first digit run of a quote, raised by one: another number, and nothing else. */
const otherNumber = (quote) =>
  quote.replace(/[0-9\u0660-\u0669]/, (digit) => {
    const zero = digit >= '\u0660' ? 0x0660 : 0x30;
    return String.fromCharCode(zero + ((digit.charCodeAt(0) - zero + 1) % 10));
  });
/** A vowel mark on the first bare Arabic letter that is followed by another. */
const withMark = (quote) => quote.replace(/([\u0628-\u063A\u0641-\u0648])(?=[\u0621-\u064A])/, '$1\u064E');

async function walk(file) {
  const text = readFileSync(join(folder, file), 'utf8');
  console.log(`\n${file}`);
  const article = need(await editor('POST', '/articles', { kind: 'external', text }), 201, 'posted');
  const claims = article.claims.filter(({ disposition }) => disposition === 'active');
  expect(`${article.claims.length} claims, ${claims.length} active`, claims.length >= 4, article.claims.length);

  const alone = ({ quote }) => text.split(quote).length === 2;
  const numbered = claims.find((claim) => /[0-9\u0660-\u0669]/.test(claim.quote) && alone(claim));
  const [verified, disputed, other] = claims.filter(
    (claim) => claim !== numbered && alone(claim) && !/\d|\p{Mn}/u.test(claim.quote),
  );

  await asked(verified);
  const supporting = await evidence(verified, 'supports', [`صحيفة أولى ${file}`, `قناة ثانية ${file}`]);
  const refused = await decide(verified, { to: 'verified' });
  const unmet = (refused.body.requirements ?? [])
    .filter(({ status }) => status === 'unsatisfied')
    .map(({ name }) => name);
  expect(`verified refused: ${unmet.join(', ')}`, refused.status === 409 && unmet.length > 0, refused);
  await judged(verified, 'true', supporting);
  need(await decide(verified, { to: 'verified' }), 201, 'verified accepted');

  await asked(disputed);
  const refuting = await evidence(disputed, 'refutes', [`سجل أول ${file}`, `شهادة ثانية ${file}`]);
  await judged(disputed, 'false', refuting);
  need(await decide(disputed, { to: 'disputed', rationale: 'المصدران ينفيان.' }), 201, 'disputed accepted');

  const target = numbered ?? other;
  await asked(target);
  await judged(target, 'true', await evidence(target, 'supports', [`تقرير أول ${file}`, `تقرير ثان ${file}`]));
  need(await decide(target, { to: 'verified' }), 201, 'the claim to be changed is verified');

  const changed = numbered ? otherNumber(target.quote) : target.quote.replace(/ \S{4,} /, ' غيره ');
  const revised = text.replace(target.quote, () => changed).replace(verified.quote, () => withMark(verified.quote));
  const { version } = (await editor('GET', `/articles/${article.id}`)).body;
  const revision = need(
    await editor('POST', `/articles/${article.id}/revisions`, { text: revised, note: 'walkthrough' }, match(version)),
    201,
    'revised',
  );
  const effect = (claim) => revision.effects.find(({ claimId }) => claimId === claim.id);
  expect(
    'the changed claim fell back',
    effect(target).stateAfter === 'needs-source' && effect(target).outdatedVerdicts === 2,
    effect(target),
  );
  expect(
    'the marked claim kept its verdicts',
    effect(verified).stateAfter === 'verified' && effect(verified).outdatedVerdicts === 0,
    effect(verified),
  );
  expect(
    'the disputed claim kept its verdicts',
    effect(disputed).stateAfter === 'disputed' && effect(disputed).outdatedVerdicts === 0,
    effect(disputed),
  );
  expect(
    'no other claim was touched',
    revision.effects.every(
      ({ claimId, status }) => claimId === target.id || status === 'exact' || status === 'typographic',
    ),
    revision.effects.filter(({ status }) => status !== 'exact'),
  );

  const files = await report(article.id);
  return {
    article: article.id,
    states: { [verified.id]: 'verified', [disputed.id]: 'disputed', [target.id]: 'needs-source' },
    files,
  };
}

async function report(articleId) {
  const order = { scope: { articleId }, formats: ['json', 'csv', 'html'], language: 'ar' };
  let made = need(await editor('POST', '/reports', order), 202, 'report asked for');
  for (let tries = 0; tries < 100 && !['done', 'failed'].includes(made.status); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    made = (await editor('GET', `/reports/${made.id}`)).body;
  }
  expect(
    `report done: ${made.files.map(({ name, bytes }) => `${name} ${bytes}`).join(', ')}`,
    made.status === 'done' && made.files.length === 3,
    made,
  );
  return made.files.map(({ name, sha256 }) => ({ report: made.id, name, sha256 }));
}

async function lookAgain(walked) {
  for (const { article, states, files } of walked) {
    const { body } = await editor('GET', `/articles/${article}`);
    const kept = Object.entries(states).every(
      ([id, state]) => body.claims?.find((claim) => claim.id === id)?.state === state,
    );
    expect(`${body.title}: claims as left`, kept && body.revisionNumber === 2, body.revisionNumber);
    for (const { report: id, name } of files) {
      const file = await editor('GET', `/reports/${id}/files/${name}`);
      expect(`${name} still there`, file.status === 200, file.status);
    }
  }
}

if (process.argv.includes('--again')) {
  await lookAgain(JSON.parse(readFileSync(stateFile, 'utf8')));
} else {
  const walked = [];
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort())
    walked.push(await walk(file));
  writeFileSync(stateFile, JSON.stringify(walked));
}
console.log(failures === 0 ? '\nall as expected' : `\n${failures} not as expected`);
process.exit(failures === 0 ? 0 : 1);
