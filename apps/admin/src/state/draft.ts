import { useCallback, useState } from 'react';

const PREFIX = 'isnad.draft.';

/**
 * A text being written, kept in this browser at every stroke: it survives a lost connection, a closed tab and a restarted server.
 * The third member puts it away, once what was written has arrived.
 */
export function useDraft(name: string, first = ''): [string, (text: string) => void, () => void] {
  const key = PREFIX + name;
  const [state, setState] = useState({ key, text: read(key) ?? first });
  const text = state.key === key ? state.text : (read(key) ?? first);
  const write = useCallback(
    (next: string) => {
      setState({ key, text: next });
      if (next === '') localStorage.removeItem(key);
      else localStorage.setItem(key, next);
    },
    [key],
  );
  const clear = useCallback(() => {
    setState({ key, text: '' });
    localStorage.removeItem(key);
  }, [key]);
  return [text, write, clear];
}

function read(key: string): string | null {
  return localStorage.getItem(key);
}
