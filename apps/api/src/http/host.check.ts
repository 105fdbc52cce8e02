const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** `host[:port]` without the port, lower case; undefined when the header is missing or no host. */
export function hostNameOf(header: string | undefined): string | undefined {
  const match = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?$/i.exec(header ?? '');
  return match?.[1]?.toLowerCase();
}

/**
 * Which Host headers are ours. On loopback without a public address only loopback names, so that a page whose
 * name was re-bound to 127.0.0.1 cannot talk to a server on the reader's own machine.
 */
export function hostCheck(listenHost: string, publicUrl: URL | undefined, extra: readonly string[] = []) {
  const listensOnLoopback = listenHost === 'localhost' || listenHost.startsWith('127.') || listenHost === '::1';
  const allowed = new Set([...LOOPBACK, ...extra.map((name) => name.toLowerCase())]);
  if (publicUrl) allowed.add(publicUrl.hostname.toLowerCase());
  const open = !listensOnLoopback && !publicUrl && extra.length === 0;
  return (header: string | undefined): boolean => {
    const name = hostNameOf(header);
    return name !== undefined && (open || allowed.has(name));
  };
}
