import { BlockList, isIP } from 'node:net';

export type AddressRefusal = 'scheme' | 'credentials' | 'port' | 'name' | 'address';

/** IANA special-purpose registries (RFC 6890 and its successors): nothing of the public Internet answers there. */
const CLOSED_V4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];
/** Within 2000::/3, the only space in which public hosts live. Tunnels carry an IPv4 address that would escape its rules. */
const CLOSED_V6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
];

const closed = new BlockList();
for (const [net, prefix] of CLOSED_V4) closed.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of CLOSED_V6) closed.addSubnet(net, prefix, 'ipv6');
const global = new BlockList();
global.addSubnet('2000::', 3, 'ipv6');

/** Names that mean something only inside a network; they are not even looked up. */
const INNER_NAME =
  /(^|\.)(localhost|local|localdomain|internal|intranet|lan|home|corp|private|test|invalid|onion|arpa)$/;

/** Whether an address belongs to the public Internet. Mapped, translated and link-local forms of others do not. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !closed.check(address, 'ipv4');
  // A zone («fe80::1%eth0») is no part of a public address.
  return family === 6 && !address.includes('%') && global.check(address, 'ipv6') && !closed.check(address, 'ipv6');
}

/** What is wrong with an address before anything is looked up; null when nothing is. */
export function refusalOfUrl(url: URL): AddressRefusal | null {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'scheme';
  if (url.username !== '' || url.password !== '') return 'credentials';
  if (url.port !== '') return 'port';
  const host = bareHost(url);
  if (isIP(host) !== 0) return isPublicAddress(host) ? null : 'address';
  const name = host.replace(/\.$/, '').toLowerCase();
  return name === '' || !name.includes('.') || INNER_NAME.test(name) ? 'name' : null;
}

/** The host without the brackets of an IPv6 literal. */
export function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}
