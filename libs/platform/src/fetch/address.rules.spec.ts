import { isPublicAddress, refusalOfUrl } from './address.rules.js';

const refused = (address: string) => {
  if (!URL.canParse(address)) return 'not an address';
  return refusalOfUrl(new URL(address));
};

/** Every way we know of writing an address that is not of the public Internet. */
const CLOSED: readonly string[] = [
  ...['127.0.0.1', '127.1', '127.0.1', '127.255.255.254', '2130706433', '0x7f000001', '0x7f.0.0.1', '0x7f.1'],
  ...[
    '017700000001',
    '0177.0.0.1',
    '0177.1',
    '00000177.0.0.1',
    '127.0.0.1.',
    '１２７.0.0.1',
    '127。0。0。1',
    '①②⑦.0.0.1',
  ],
  ...['0', '0.0.0.0', '0.1.2.3', '0x0', '00', '10.0.0.1', '10.255.255.255', '0xa.1', '167772161', '012.0.0.1'],
  ...['172.16.0.1', '172.31.255.255', '0xac.0x10.1', '192.168.0.1', '192.168.255.255', '3232235521', '0xc0a80001'],
  ...['169.254.169.254', '169.254.0.1', '2852039166', '0xa9fea9fe', '0251.0376.0251.0376', '169.254.43518'],
  ...['100.64.0.1', '100.100.100.200', '100.127.255.255', '192.0.0.192', '192.0.2.1', '192.88.99.1', '198.18.0.1'],
  ...['198.19.255.255', '198.51.100.1', '203.0.113.1', '224.0.0.1', '239.255.255.250', '240.0.0.1', '255.255.255.255'],
  ...[
    '[::]',
    '[::1]',
    '[0:0:0:0:0:0:0:1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::ffff:a9fe:a9fe]',
    '[::127.0.0.1]',
  ],
  ...['[::ffff:0:127.0.0.1]', '[64:ff9b::7f00:1]', '[64:ff9b::169.254.169.254]', '[64:ff9b:1::1]', '[100::1]'],
  ...['[fe80::1]', '[febf::1]', '[fec0::1]', '[fc00::1]', '[fd00:ec2::254]', '[ff02::1]', '[2001::1]', '[2001:10::1]'],
  ...['[2001:20::1]', '[2001:db8::1]', '[2002:7f00:1::1]', '[2002:a9fe:a9fe::]', '[3fff::1]', '[4000::1]', '[8000::1]'],
  ...[
    'localhost',
    'LOCALHOST',
    'localhost.',
    'a.localhost',
    'metadata',
    'router',
    'metadata.google.internal',
    'db.internal',
  ],
  ...[
    'printer.local',
    'nas.lan',
    'wiki.corp',
    'x.home.arpa',
    '1.0.0.127.in-addr.arpa',
    'a.test',
    'a.invalid',
    'x.onion',
  ],
].map((host) => `http://${host}/`);

const WRONG: readonly (readonly [string, string])[] = [
  ['ftp://example.org/', 'scheme'],
  ['file:///etc/passwd', 'scheme'],
  ['gopher://example.org/', 'scheme'],
  ['data:text/html,x', 'scheme'],
  ['javascript:alert(1)', 'scheme'],
  ['ws://example.org/', 'scheme'],
  ['http://user@example.org/', 'credentials'],
  ['http://:secret@example.org/', 'credentials'],
  ['http://example.org@127.0.0.1/', 'credentials'],
  ['http://example.org:22/', 'port'],
  ['http://example.org:8080/', 'port'],
  ['https://example.org:80/', 'port'],
  ['http://example.org:6379/', 'port'],
];

describe('the address of a page', () => {
  it('is looked at in more than eighty forms', () => expect(CLOSED.length + WRONG.length).toBeGreaterThanOrEqual(80));

  it.each(CLOSED)('%s is not of the public Internet', (address) => {
    expect(['address', 'name', 'not an address']).toContain(refused(address));
  });

  it.each(WRONG)('%s is refused for its %s', (address, why) => {
    expect(refused(address)).toBe(why);
  });

  it.each(['http://example.org/', 'https://example.org/', 'http://example.org:80/', 'https://example.org:443/a?b#c'])(
    '%s is fine',
    (address) => expect(refused(address)).toBeNull(),
  );

  it.each(['http://8.8.8.8/', 'http://[2606:4700:4700::1111]/', 'http://172.15.0.1/', 'http://172.32.0.1/'])(
    '%s is public',
    (address) => expect(refused(address)).toBeNull(),
  );

  it('an address with a zone, or that is none, is not public', () => {
    expect(['2606:4700::1%eth0', 'fe80::1%1', '', 'example.org', '1.2.3'].filter(isPublicAddress)).toEqual([]);
  });
});
