import { useEffect, useRef, type RefObject } from 'react';

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** J and K go down and up through the links of a list, by the place of the key and not by its letter; not while typing. */
export function useRovingLinks<T extends HTMLElement>(): RefObject<T | null> {
  const list = useRef<T>(null);
  useEffect(() => {
    const move = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const step = event.code === 'KeyJ' ? 1 : event.code === 'KeyK' ? -1 : 0;
      const links = [...(list.current?.querySelectorAll<HTMLElement>('a[href]') ?? [])];
      if (step === 0 || links.length === 0) return;
      const at = links.indexOf(document.activeElement as HTMLElement);
      const next = links[at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + step))];
      next?.focus();
      event.preventDefault();
    };
    addEventListener('keydown', move);
    return () => removeEventListener('keydown', move);
  }, []);
  return list;
}
