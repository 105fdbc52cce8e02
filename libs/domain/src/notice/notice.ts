import { type Actor, hasRole } from '../permission/role.js';
import { invalid, refuse, type Outcome } from '../refusal/refusal.js';
import type { FieldError } from '../refusal/refusal.facts.js';

export const NOTICE_TYPES = ['correction', 'kill', 'withdrawn', 'advisory'] as const;
export type NoticeType = (typeof NOTICE_TYPES)[number];

/** What a publisher says about what it published: of one item, or of a source as a whole. */
export interface NoticeCommand {
  readonly type: NoticeType;
  readonly originItem?: string | undefined;
  readonly sourceId?: string | undefined;
  readonly text: string;
}

/** An advisory tells, and takes nothing back. */
export const takesBack = (type: NoticeType): boolean => type !== 'advisory';

/** Editors pass a notice on. It is about one item or one source, never both. */
export function giveNotice(command: NoticeCommand, actor: Actor): Outcome<{ originId: string }> {
  if (!hasRole(actor, 'editor', 'head'))
    return refuse('role-forbidden', { operation: 'createNotice', roles: ['editor', 'head'] });
  const errors: FieldError[] = [];
  if (!NOTICE_TYPES.includes(command.type)) errors.push({ pointer: '/type', code: 'unknown' });
  if (command.text.trim() === '') errors.push({ pointer: '/text', code: 'required' });
  const originId = command.originItem ?? command.sourceId;
  if (originId === undefined || (command.originItem !== undefined && command.sourceId !== undefined))
    return invalid(...errors, { pointer: '/originItem', code: 'one-of-origin-item-source-id' });
  return errors.length > 0 ? invalid(...errors) : { ok: true, originId };
}
