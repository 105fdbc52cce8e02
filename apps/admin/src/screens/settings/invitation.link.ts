/** Behind #, where no server's log sees it: the secret, and the name to greet whoever comes with it. */
export function invitationLink(token: string, { name, locale }: { name: string; locale: string }): string {
  return `${location.origin}/invitation?lang=${locale}#${new URLSearchParams({ token, name }).toString()}`;
}
