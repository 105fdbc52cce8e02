import { fetchPage, type Network } from '#platform';

/** In the child: fetches the one address that is asked for, hands the page to the parent and ends. */
export function answerFetches(network: Network): void {
  process.once('message', (address) => {
    void fetchPage(String(address), network).then((page) => {
      process.send!(page, undefined, undefined, () => process.exit(0));
    });
  });
  // Nobody is left to hand anything to.
  process.once('disconnect', () => process.exit(1));
}
