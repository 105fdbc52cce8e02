import { fetchPage, postWebhook, type FetchedPage, type Network, type WebhookRequest } from '#platform';

/**
 * A child as the worker starts one, for tests: pages of any address come from a server on this machine, and messages go there. The
 * loopback is opened by the object below, which nothing of the product imports and no setting names. What the child knows of its
 * surroundings it tells at /surroundings.
 */
const [port] = process.argv.slice(2);
const network: Network = {
  refusalOf: () => null,
  resolve: () => Promise.resolve([]),
  isOpen: (address) => address === '127.0.0.1',
};

const here = (address: string) => `http://127.0.0.1:${port}${new URL(address).pathname}`;

function pageAt(address: string): Promise<FetchedPage> {
  if (new URL(address).pathname !== '/surroundings') return fetchPage(here(address), network);
  const content = Buffer.from(Object.keys(process.env).sort().join('\n'));
  return Promise.resolve({ ok: true, url: address, status: 200, mediaType: 'text/plain', content });
}

process.once('message', (asked: string | WebhookRequest) => {
  const answer = typeof asked === 'string' ? pageAt(asked) : postWebhook({ ...asked, url: here(asked.url) }, network);
  void answer.then((told) => process.send!(told, undefined, undefined, () => process.exit(0)));
});
