import { useEffect, useRef } from 'react';
import { createSignal } from '../../../state/signal.js';
import { type Bindings, bindingsFrom, type Command, commandOf } from './key.bindings.js';

const KEPT = 'isnad.keys';
export const bindings = createSignal<Bindings>(bindingsFrom(localStorage.getItem(KEPT)));

export function keepBindings(next: Bindings): void {
  localStorage.setItem(KEPT, JSON.stringify(next));
  bindings.set(next);
}

/** Whoever types or chooses in a field means letters, not commands; so does whoever has a dialog before him. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('input, textarea, select, [role="listbox"], [role="menu"]'))
    return true;
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
}

/** Runs commands by physical keys while the screen is open. The commands may be new at every drawing; the listener is not. */
export function useKeyCommands(commands: Readonly<Partial<Record<Command, () => void>>>): void {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isTyping(event.target)) return;
      const command = commandOf(event, bindings.get());
      const run = command && latest.current[command];
      if (!run) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
