/** For forms: Ctrl+Enter, or ⌘ Enter, sends. */
export function sendsOnCtrlEnter(send: () => void) {
  return (event: React.KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  };
}
