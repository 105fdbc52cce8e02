import { bindingsFrom, capOf, chordOf, COMMANDS, commandOf, rebound, USUAL } from './key.bindings.js';

const press = (code: string, held: Partial<Record<'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {}) => ({
  code,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

describe('keys of the article screen', () => {
  it.each([
    [press('KeyJ'), 'next'],
    [press('KeyK'), 'previous'],
    [press('Slash'), 'search'],
    [press('Slash', { shiftKey: true }), 'help'],
    [press('KeyJ', { shiftKey: true }), null],
    [press('KeyV', { ctrlKey: true }), null],
    [press('KeyC', { metaKey: true }), null],
    [press('KeyQ'), null],
    [press('ShiftLeft', { shiftKey: true }), null],
  ])('%j means %s', (pressed, command) => expect(commandOf(pressed, USUAL)).toBe(command));

  it('goes by the place of the key, not by what the layout prints on it', () => {
    const arabic = { ...press('KeyJ'), key: 'ت' };
    expect(commandOf(arabic, USUAL)).toBe('next');
  });

  it('swaps when a key is taken, so that none does two things', () => {
    const changed = rebound(USUAL, 'next', 'KeyK');
    expect([changed.next, changed.previous]).toEqual(['KeyK', 'KeyJ']);
    expect(new Set(COMMANDS.map((command) => changed[command])).size).toBe(COMMANDS.length);
  });

  it.each([null, '', '[', '7', '{"next":7}', '{"next":"<script>"}', '{"unknown":"KeyB"}'])(
    'keeps the usual keys when what was kept is %s',
    (kept) => expect(bindingsFrom(kept)).toEqual(USUAL),
  );

  it('takes up what was kept', () => expect(bindingsFrom('{"next":"KeyL"}').next).toBe('KeyL'));

  it.each([
    ['KeyJ', 'J'],
    ['Slash', '/'],
    ['Shift+Slash', '?'],
    ['Shift+KeyD', '⇧ D'],
    ['Digit4', '4'],
  ])('prints %s as %s', (chord, cap) => expect(capOf(chord)).toBe(cap));

  it('leaves the browser its own keys', () => expect(chordOf(press('Tab'))).toBeNull());
});
