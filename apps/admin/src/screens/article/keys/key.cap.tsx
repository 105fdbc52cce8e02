import { useSignal } from '../../../state/signal.js';
import { capOf, type Command } from './key.bindings.js';
import { bindings } from './key.commands.js';
import classes from './key.cap.module.css';

/** The key of a command, on the button that does the same; said by the button's name already. */
export function KeyCap({ command }: { command: Command }) {
  return (
    <kbd className={classes.cap} aria-hidden>
      {capOf(useSignal(bindings)[command])}
    </kbd>
  );
}
