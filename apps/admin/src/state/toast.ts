import { createSignal } from './signal.js';

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly kind: 'done' | 'refused';
  readonly detail?: string | undefined;
  /** Takes back what was just done, as long as the toast stands. */
  readonly undo?: (() => void) | undefined;
}

export const toasts = createSignal<readonly Toast[]>([]);
const STANDS_MS = 6000;
let last = 0;

/** Says in passing what was done. Refusals stand until they are put away. */
export function say(text: string, options: Partial<Omit<Toast, 'id' | 'text'>> = {}): void {
  const toast: Toast = { id: ++last, text, kind: 'done', ...options };
  toasts.set([...toasts.get().slice(-3), toast]);
  if (toast.kind === 'done') setTimeout(() => putAway(toast.id), toast.undo ? 2 * STANDS_MS : STANDS_MS);
}

export function putAway(id: number): void {
  toasts.set(toasts.get().filter((toast) => toast.id !== id));
}
