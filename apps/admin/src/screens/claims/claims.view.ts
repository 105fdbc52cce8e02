import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';

/** What the screen shows, as its address says it: everything can be kept, sent and gone back to. */
export interface ClaimsView {
  readonly layout?: 'board' | undefined;
  readonly state?: string | undefined;
  readonly disposition?: string | undefined;
  readonly tier?: string | undefined;
  readonly kind?: string | undefined;
  readonly assignee?: 'me' | undefined;
  readonly due?: 'overdue' | undefined;
  readonly outdated?: 'yes' | undefined;
  readonly q?: string | undefined;
}

const MEMBERS = ['layout', 'state', 'disposition', 'tier', 'kind', 'assignee', 'due', 'outdated', 'q'] as const;

export function useClaimsView(): readonly [
  ClaimsView,
  (change: Partial<ClaimsView>) => void,
  (view: ClaimsView) => void,
] {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const view = Object.fromEntries(
    MEMBERS.flatMap((name) => (typeof search[name] === 'string' && search[name] !== '' ? [[name, search[name]]] : [])),
  ) as ClaimsView;
  const open = (next: ClaimsView) => void navigate({ to: '/claims', search: pruned(next), replace: true });
  return [view, (change) => open({ ...view, ...change }), open];
}

function pruned(view: ClaimsView): Record<string, string> {
  return Object.fromEntries(
    Object.entries(view).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  );
}

/** The part of a view that the server filters by. */
export const filterOf = ({ layout: _, outdated, ...filter }: ClaimsView) => ({
  ...filter,
  ...(outdated && { outdated: 'true' as const }),
});

export interface SavedView {
  readonly name: string;
  readonly view: ClaimsView;
}

const KEPT = 'isnad.claims.views';

function read(): SavedView[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '[]');
    return Array.isArray(kept)
      ? (kept as SavedView[]).filter(({ name, view }) => typeof name === 'string' && view)
      : [];
  } catch {
    return [];
  }
}

/** Views kept under a name in this browser. */
export function useSavedViews() {
  const [views, setViews] = useState(read);
  const keep = (next: SavedView[]) => {
    localStorage.setItem(KEPT, JSON.stringify(next));
    setViews(next);
  };
  return {
    views,
    save: (name: string, view: ClaimsView) => keep([...views.filter((one) => one.name !== name), { name, view }]),
    remove: (name: string) => keep(views.filter((one) => one.name !== name)),
  };
}
