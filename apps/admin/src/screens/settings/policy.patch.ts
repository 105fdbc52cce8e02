import type { Policy } from '#client';
import type { NewsroomPatch } from './newsroom.change.js';

export type PolicyDraft = Omit<Policy, 'version' | 'preset'>;
type PolicyPatch = NonNullable<NewsroomPatch['policy']>;

/** Rules that are several: the server changes only the members that are named. */
const SEVERAL = [
  'verdictsNeeded',
  'originsNeeded',
  'dueHours',
  'reviewersPerClaim',
  'checklists',
  'dueHoursOfKind',
] as const;

/**
 * Only what was changed, member by member, so that a colleague's other rules stay. What was taken away is named with null: what is
 * not named stays.
 */
export function policyPatch(seen: PolicyDraft, typed: PolicyDraft): PolicyPatch {
  const patch: Record<string, unknown> = {};
  for (const name of Object.keys(typed) as (keyof PolicyDraft)[]) {
    if (same(seen[name], typed[name])) continue;
    patch[name] = (SEVERAL as readonly string[]).includes(name)
      ? changedMembers(seen[name] as Members, typed[name] as Members)
      : typed[name];
  }
  return patch;
}

/** What was typed since `sent` was sent, on the rules as they are now. */
export function retyped(sent: PolicyDraft, typed: PolicyDraft, now: PolicyDraft): PolicyDraft {
  const since = Object.entries(policyPatch(sent, typed)).map(([name, value]) => {
    if (!(SEVERAL as readonly string[]).includes(name)) return [name, value] as const;
    const members = Object.entries({ ...(now[name as keyof PolicyDraft] as Members), ...(value as Members) });
    return [name, Object.fromEntries(members.filter(([, member]) => member !== null))] as const;
  });
  return { ...now, ...Object.fromEntries(since) };
}

type Members = Readonly<Record<string, unknown>>;

function changedMembers(seen: Members, typed: Members): Members {
  const names = [...new Set([...Object.keys(seen), ...Object.keys(typed)])];
  return Object.fromEntries(
    names.filter((name) => !same(seen[name], typed[name])).map((name) => [name, typed[name] ?? null]),
  );
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
