import { fetchPage, postWebhook, type Network, type WebhookRequest } from '#platform';

/** In the child: fetches the one page, or sends the one message, that is asked for, hands the answer to the parent and ends. */
export function answerFetches(network: Network): void {
  process.once('message', (asked: string | WebhookRequest) => {
    const answer = typeof asked === 'string' ? fetchPage(asked, network) : postWebhook(asked, network);
    void answer.then((told) => {
      process.send!(told, undefined, undefined, () => process.exit(0));
    });
  });
  // Nobody is left to hand anything to.
  process.once('disconnect', () => process.exit(1));
}
