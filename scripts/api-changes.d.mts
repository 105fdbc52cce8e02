/** Everything in `after` that a client written for `before` may stumble over, one line each. */
export function breakingChanges(before: Record<string, unknown>, after: Record<string, unknown>): string[];
