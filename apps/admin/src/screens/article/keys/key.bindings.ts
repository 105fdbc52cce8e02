/** What a key can do on the article screen. */
export const COMMANDS = [
  'next',
  'previous',
  'verdict',
  'decide',
  'newClaim',
  'evidence',
  'assign',
  'comment',
  'accept',
  'setAside',
  'confirmPlace',
  'coverage',
  'gate',
  'carriers',
  'record',
  'link',
  'propose',
  'search',
  'help',
] as const;
export type Command = (typeof COMMANDS)[number];

/** A physical key, named as `KeyboardEvent.code` names it, so that it is the same one on every keyboard layout. */
export type Bindings = Readonly<Record<Command, string>>;

export const USUAL: Bindings = {
  next: 'KeyJ',
  previous: 'KeyK',
  verdict: 'KeyV',
  decide: 'KeyD',
  newClaim: 'KeyN',
  evidence: 'KeyE',
  assign: 'KeyA',
  comment: 'KeyC',
  accept: 'KeyY',
  setAside: 'KeyX',
  confirmPlace: 'KeyP',
  coverage: 'KeyM',
  gate: 'KeyG',
  carriers: 'KeyO',
  record: 'KeyR',
  link: 'KeyL',
  propose: 'KeyW',
  search: 'Slash',
  help: 'Shift+Slash',
};

type Press = Pick<KeyboardEvent, 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** The name of what was pressed; null with a modifier that belongs to the browser. */
export function chordOf({ code, shiftKey, ctrlKey, metaKey, altKey }: Press): string | null {
  if (ctrlKey || metaKey || altKey || /^(Shift|Control|Alt|Meta|CapsLock|Tab|Escape|Enter|Space)/.test(code))
    return null;
  return shiftKey ? `Shift+${code}` : code;
}

export function commandOf(press: Press, bindings: Bindings): Command | null {
  const chord = chordOf(press);
  return COMMANDS.find((command) => bindings[command] === chord) ?? null;
}

/** Gives a command another key. A command that had it takes the other's: no key ever does two things. */
export function rebound(bindings: Bindings, command: Command, chord: string): Bindings {
  const holder = COMMANDS.find((other) => bindings[other] === chord);
  return { ...bindings, ...(holder && { [holder]: bindings[command] }), [command]: chord };
}

/** Bindings from what was kept in the browser; the usual ones for whatever is missing or not understood. */
export function bindingsFrom(kept: string | null): Bindings {
  try {
    const parsed = JSON.parse(kept ?? '{}') as Record<string, unknown>;
    let bindings = USUAL;
    for (const command of COMMANDS) {
      const chord = parsed[command];
      if (typeof chord === 'string' && /^(Shift\+)?[A-Z]\w{2,14}$/.test(chord))
        bindings = rebound(bindings, command, chord);
    }
    return bindings;
  } catch {
    return USUAL;
  }
}

/** What is printed on a key, on a Latin keyboard. */
export function capOf(chord: string): string {
  const bare = chord.replace(/^Shift\+/, '').replace(/^(Key|Digit)/, '');
  const cap = bare === 'Slash' ? '/' : bare;
  if (chord === 'Shift+Slash') return '?';
  return chord.startsWith('Shift+') ? `⇧ ${cap}` : cap;
}
