import type { Article, Input } from '#client';
import { fromLocalInput, toLocalInput } from '../../../text/local.input.js';

type Patch = Input<'updateArticle'>['body'];

/** What can be set about an article beside its words, as fields hold it. */
export interface Particulars {
  readonly title: string;
  readonly outlet: string;
  readonly dueAt: string;
  readonly authorIds: readonly string[];
  readonly deskId: string | null;
  readonly visibility: Article['visibility'];
  readonly visibleTo: readonly string[];
  readonly mode: Article['mode'];
  readonly embargoUntil: string;
  readonly archived: boolean;
}

export function particularsOf(article: Article): Particulars {
  const { title, authorIds, deskId, visibility, visibleTo, mode, archived } = article;
  return {
    title,
    authorIds,
    deskId,
    visibility,
    visibleTo,
    mode,
    archived,
    outlet: article.outlet ?? '',
    dueAt: toLocalInput(article.dueAt),
    embargoUntil: toLocalInput(article.embargoUntil),
  };
}

/**
 * Only what was changed here, so that doing it again on top of a colleague's change takes nothing of his back. Readers are named
 * only while the article names any.
 */
export function patchOf(seen: Particulars, typed: Particulars): Patch {
  const patch: { -readonly [Name in keyof Patch]?: unknown } = {};
  const isNew = (name: keyof Particulars) => JSON.stringify(seen[name]) !== JSON.stringify(typed[name]);
  if (isNew('title')) patch.title = typed.title;
  if (isNew('outlet')) patch.outlet = typed.outlet.trim() || null;
  if (isNew('dueAt')) patch.dueAt = fromLocalInput(typed.dueAt);
  if (isNew('embargoUntil')) patch.embargoUntil = fromLocalInput(typed.embargoUntil);
  for (const name of ['authorIds', 'deskId', 'visibility', 'mode', 'archived'] as const)
    if (isNew(name)) patch[name] = typed[name];
  if (typed.visibility === 'named' && isNew('visibleTo')) patch.visibleTo = typed.visibleTo;
  return patch as Patch;
}
