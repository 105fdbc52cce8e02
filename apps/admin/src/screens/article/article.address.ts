import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { View } from './article.room.js';

const VIEWS: readonly View[] = ['text', 'gate', 'revisions', 'revise', 'carriers', 'file'];

/** The selected claim: at once on the screen, and in the address a moment later, so that walking through costs no navigation. */
export function useClaimInAddress(): [string | null, (id: string | null) => void] {
  const { claim: inAddress } = useSearch({ from: '/members/articles/$articleId' });
  const navigate = useNavigate();
  const [selected, setSelected] = useState<string | null>(inAddress ?? null);
  const written = useRef(inAddress ?? null);
  useEffect(() => {
    if ((inAddress ?? null) !== written.current) {
      written.current = inAddress ?? null;
      setSelected(inAddress ?? null);
    }
  }, [inAddress]);
  useEffect(() => {
    if (selected === written.current) return;
    const timer = setTimeout(() => {
      written.current = selected;
      void navigate({
        to: '.',
        search: (old: object) => ({ ...old, claim: selected ?? undefined }),
        replace: true,
        resetScroll: false,
      });
    }, 300);
    return () => clearTimeout(timer);
  }, [selected, navigate]);
  return [selected, setSelected];
}

/** What stands beside or in place of the text, as the address says. */
export function useView(): [View, (view: View) => void] {
  const { view } = useSearch({ from: '/members/articles/$articleId' });
  const navigate = useNavigate();
  const current = VIEWS.find((known) => known === view) ?? 'text';
  const set = useCallback(
    (next: View) =>
      void navigate({
        to: '.',
        search: (old: object) => ({ ...old, view: next === 'text' ? undefined : next }),
        resetScroll: false,
      }),
    [navigate],
  );
  return [current, set];
}
