// What in docs/openapi.json could break a client of the last git tag's. Ends with 1 when something could.
// usage: node scripts/api-changes.mjs [--against COMMIT]
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const DOCUMENT = 'docs/openapi.json';

/**
 * Everything in `after` that a client written for `before` may stumble over, one line each. Requests may grow more tolerant and
 * answers more exact, not the other way round; whatever the server refuses as unknown must stay known.
 */
export function breakingChanges(before, after) {
  const found = [];
  const then = operationsOf(before);
  const now = operationsOf(after);
  for (const [id, old] of then) {
    const next = now.get(id);
    if (!next) found.push(`${id}: the operation is gone`);
    else found.push(...operationChanges(old, next, new Comparison(before, after)).map((change) => `${id}: ${change}`));
  }
  return found;
}

function operationsOf({ paths }) {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, route: `${method.toUpperCase()} ${path}` })),
  );
  return new Map(operations.map((operation) => [operation.operationId, operation]));
}

function operationChanges(old, next, comparison) {
  return [
    ...(old.route === next.route ? [] : [`${old.route} became ${next.route}`]),
    ...permissionChanges(old['x-permission'], next['x-permission']),
    ...parameterChanges(old.parameters ?? [], next.parameters ?? [], comparison),
    ...bodyChanges(old.requestBody, next.requestBody, comparison),
    ...answerChanges(old.responses, next.responses, comparison),
  ];
}

/** Who may call it, and with which token: a list of which one suffices, or a word such as `all-members`. */
function permissionChanges(old, next) {
  if (!old || !next) return [];
  const lost = (name, wide) => {
    const [then, now] = [old[name], next[name]].map((value) =>
      Array.isArray(value) ? value : value === wide ? [] : [value],
    );
    const isOpen = Array.isArray(next[name]) ? next[name].length === 0 && name === 'scopes' : next[name] === wide;
    if (isOpen) return [];
    if (then.length === 0) return [`${name}: now only ${now.join(', ')}`];
    return then.filter((each) => !now.includes(each)).map((each) => `${name}: ${each} no longer suffices`);
  };
  return [...lost('who', 'all-members'), ...lost('scopes', undefined)];
}

function parameterChanges(old, next, comparison) {
  const same = (one) => (other) => one.name === other.name && one.in === other.in;
  const gone = old
    .filter((each) => !next.some(same(each)))
    .map((each) => `${each.in} ${each.name}: no longer accepted`);
  const others = next.flatMap((each) => {
    const was = old.find(same(each));
    const place = `${each.in} ${each.name}`;
    if (each.required && !was?.required) return [`${place}: now required`];
    return was ? comparison.request(was.schema ?? {}, each.schema ?? {}, place) : [];
  });
  return [...gone, ...others];
}

function bodyChanges(old, next, comparison) {
  if (!old && !next) return [];
  if (!next) return ['body: no longer accepted'];
  if (!old) return next.required ? ['body: now required'] : [];
  const required = next.required && !old.required ? ['body: now required'] : [];
  const contents = Object.entries(old.content).flatMap(([type, { schema = {} }]) => {
    const now = next.content[type];
    return now ? comparison.request(schema, now.schema ?? {}, 'body') : [`body: ${type} is no longer accepted`];
  });
  return [...required, ...contents];
}

/** Of successes only: a refusal that no longer happens breaks nobody. */
function answerChanges(old, next, comparison) {
  return Object.entries(old)
    .filter(([status]) => status.startsWith('2'))
    .flatMap(([status, { content = {} }]) => {
      const now = next[status];
      if (!now) return [`${status}: no longer answered`];
      return Object.entries(content).flatMap(([type, { schema = {} }]) => {
        const media = now.content?.[type];
        return media ? comparison.answer(schema, media.schema ?? {}, status) : [`${status}: no longer ${type}`];
      });
    });
}

/** Two schemas side by side; each may refer to components of its own document. */
class Comparison {
  constructor(before, after) {
    this.before = before;
    this.after = after;
  }

  /** Must accept all that it accepted. */
  request(old, next, place) {
    return this.cover(this.alternatives(old, this.before), this.alternatives(next, this.after), place, true);
  }

  /** Must answer nothing that it did not answer. */
  answer(old, next, place) {
    return this.cover(this.alternatives(old, this.before), this.alternatives(next, this.after), place, false);
  }

  /** Each form on the one side needs one on the other that holds it; the closest tells what is wrong. */
  cover(old, next, place, isRequest) {
    const [covered, covering] = isRequest ? [old, next] : [next, old];
    return covered.flatMap((form) => {
      const tries = covering
        .filter((other) => fits(form, other))
        .map((other) => (isRequest ? this.pair(form, other, place, true) : this.pair(other, form, place, false)));
      if (tries.length > 0) return tries.sort((left, right) => left.length - right.length)[0];
      const name = form.const ?? form.type ?? 'anything';
      return [isRequest ? `${place}: ${name} is no longer accepted` : `${place}: may now be ${name}`];
    });
  }

  pair(old, next, place, isRequest) {
    const values = valueChanges(old, next, place, isRequest);
    if (old.type === 'array' && next.type === 'array') {
      const compare = isRequest ? this.request : this.answer;
      return [...values, ...compare.call(this, old.items ?? {}, next.items ?? {}, `${place}[]`)];
    }
    return old.type === 'object' && next.type === 'object'
      ? [...values, ...this.members(old, next, place, isRequest)]
      : values;
  }

  members(old, next, place, isRequest) {
    const [was, is] = [old.properties ?? {}, next.properties ?? {}];
    const [needed, needs] = [old.required ?? [], next.required ?? []];
    const shared = Object.keys(was).filter((name) => name in is);
    const gone = Object.keys(was).filter((name) => !(name in is));
    const compare = isRequest ? this.request : this.answer;
    const within = shared.flatMap((name) => compare.call(this, was[name], is[name], `${place}/${name}`));
    const own = isRequest
      ? [
          ...gone.filter(() => next.additionalProperties === false).map((name) => `${name}: no longer accepted`),
          ...needs.filter((name) => !needed.includes(name)).map((name) => `${name}: now required`),
        ]
      : [
          ...gone.map((name) => `${name}: gone`),
          ...shared
            .filter((name) => needed.includes(name) && !needs.includes(name))
            .map((name) => `${name}: may be missing`),
        ];
    return [...own.map((change) => `${place}/${change}`), ...within];
  }

  /** The schema as a flat list of forms without references, one type each. */
  alternatives(schema, document) {
    if (schema.$ref) {
      const name = schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1);
      return this.alternatives(document.components.schemas[name], document);
    }
    const forms = schema.anyOf ?? schema.oneOf;
    if (forms) return forms.flatMap((form) => this.alternatives(form, document));
    return Array.isArray(schema.type) ? schema.type.map((type) => ({ ...schema, type })) : [schema];
  }
}

/** Whether a form of one type can be looked for in another; an integer is a number too. */
function fits(form, other) {
  const wide = other.type === undefined && other.enum === undefined && other.const === undefined;
  return wide || form.type === other.type || (form.type === 'integer' && other.type === 'number');
}

const valuesOf = (schema) => schema.enum ?? ('const' in schema ? [schema.const] : undefined);

function valueChanges(old, next, place, isRequest) {
  const [was, is] = [valuesOf(old), valuesOf(next)];
  if (!isRequest) {
    if (was && !is) return [`${place}: no longer one of ${was.join(', ')}`];
    return (is ?? []).filter((value) => was && !was.includes(value)).map((value) => `${place}: may now be ${value}`);
  }
  if (!was && is) return [`${place}: now only ${is.join(', ')}`];
  const values = (was ?? [])
    .filter((value) => is && !is.includes(value))
    .map((value) => `${place}: ${value} is no longer accepted`);
  return [...values, ...limitChanges(old, next, place)];
}

const LEAST = ['minLength', 'minimum', 'minItems'];
const MOST = ['maxLength', 'maximum', 'maxItems'];

function limitChanges(old, next, place) {
  const tighter = [
    ...LEAST.filter((name) => (next[name] ?? -Infinity) > (old[name] ?? (name === 'minimum' ? -Infinity : 0))),
    ...MOST.filter((name) => (next[name] ?? Infinity) < (old[name] ?? Infinity)),
  ];
  const forms = ['pattern', 'format'].filter((name) => next[name] !== undefined && next[name] !== old[name]);
  return [...tighter, ...forms].map((name) => `${place}: ${name} is now ${next[name]}`);
}

function git(...args) {
  return execFileSync('git', args, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

function lastTag() {
  try {
    return git('describe', '--tags', '--abbrev=0').trim();
  } catch {
    return undefined;
  }
}

function main() {
  const at = process.argv.indexOf('--against');
  const against = at < 0 ? lastTag() : process.argv[at + 1];
  if (against === undefined) return console.log('no tag yet: nothing to compare with');
  const before = JSON.parse(git('show', `${against}:${DOCUMENT}`));
  const after = JSON.parse(readFileSync(new URL(`../${DOCUMENT}`, import.meta.url), 'utf8'));
  const changes = breakingChanges(before, after);
  for (const change of changes) console.log(change);
  console.log(
    changes.length === 0
      ? `nothing breaks a client of ${against}`
      : `${changes.length} ${changes.length === 1 ? 'change' : 'changes'} could break a client of ${against}`,
  );
  process.exitCode = changes.length === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
