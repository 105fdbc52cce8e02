import { fetchPage, type Network } from '#platform';

/**
 * A child as the worker starts one, for tests: pages of http://page.example.org come from a server on this machine. The
 * loopback is opened by the object below, which nothing of the product imports and no setting names. What the child knows of its
 * surroundings it tells at /surroundings.
 */
const [port] = process.argv.slice(2);
const network: Network = {
  refusalOf: () => null,
  resolve: () => Promise.resolve([]),
  isOpen: (address) => address === '127.0.0.1',
};

process.once('message', (address) => {
  const { pathname } = new URL(String(address));
  const answer =
    pathname === '/surroundings'
      ? Promise.resolve({
          ok: true,
          url: String(address),
          status: 200,
          mediaType: 'text/plain',
          content: Buffer.from(Object.keys(process.env).sort().join('\n')),
        })
      : fetchPage(`http://127.0.0.1:${port}${pathname}`, network);
  void answer.then((page) => process.send!(page, undefined, undefined, () => process.exit(0)));
});
