import type { Article, ClaimItem } from '#client';
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { genderOf, type Standing, standingOf } from '../../claim/claim.standing.js';
import type { ClaimWrite } from '../../claim/claim.write.js';
import { useClaimInAddress } from './article.address.js';
import type { ArticleRoom, Attention } from './article.room.js';

type Form = Pick<Attention, 'sheet' | 'opening'>;
const NO_FORM: Form = { sheet: null, opening: 0 };
const withoutForm = (form: Form): Form => (form.sheet === null ? form : { ...form, sheet: null });

/** The claim one is on and the form that is open on it, and what the parts of the screen share of that. */
export function useOpenedRoom(article: Article) {
  const [{ sheet, opening }, setForm] = useState<Form>(NO_FORM);
  const [selectedId, setSelectedId] = useClaimInAddress();
  const write = useRef<ClaimWrite>(null);
  const byId = useMemo(() => new Map(article.claims.map((claim) => [claim.id, claim])), [article.claims]);
  const select = useCallback(
    (id: string | null) => {
      setSelectedId(id);
      setForm(withoutForm);
    },
    [setSelectedId],
  );
  const room: ArticleRoom = useMemo(
    () => ({
      article,
      gender: genderOf(article.kind),
      byId,
      select,
      open: (next) => setForm((form) => ({ sheet: next, opening: form.opening + 1 })),
      close: (number) => setForm((form) => (form.opening === number ? withoutForm(form) : form)),
      write,
    }),
    [article, byId, select],
  );
  const attention = useMemo(() => ({ selectedId, sheet, opening }), [selectedId, sheet, opening]);
  return { room, attention };
}

/** Dismissed claims are shown when asked for. */
const EVERYTHING: ReadonlySet<Standing> = new Set(['needs-source', 'verified', 'disputed', 'closed', 'proposed']);

/** The claims on show, and the way from one to the next: through those, unless one is on a claim that is not among them. */
export function useWay(article: Article, { byId, select }: ArticleRoom, selectedId: string | null) {
  const [filter, setFilter] = useState<ReadonlySet<Standing>>(EVERYTHING);
  const shown = useMemo(
    () => article.claims.filter((claim) => filter.has(standingOf(claim))),
    [article.claims, filter],
  );
  const order: readonly ClaimItem[] = shown.some(({ id }) => id === selectedId) ? shown : article.claims;
  const at = order.findIndex(({ id }) => id === selectedId);
  const step = (by: 1 | -1) => {
    const next = order[at < 0 ? (by > 0 ? 0 : order.length - 1) : at + by];
    if (next) select(next.id);
  };
  // The text follows at once; the panel draws when the hand rests.
  const drawnId = useDeferredValue(selectedId);
  const drawn = drawnId === null ? undefined : byId.get(drawnId);
  return { filter, setFilter, shown, step, drawn, place: { at: at + 1, of: order.length } };
}

export type Way = ReturnType<typeof useWay>;
