/** Says that there may be something new. A ring before anybody waits is not lost: waiting names the rings already heard. */
export class Doorbell {
  private count = 0;
  private wake = (): void => {};

  get rings(): number {
    return this.count;
  }

  readonly ring = (): void => {
    this.count += 1;
    this.wake();
  };

  /** Resolves at the first ring after `heard`, at the latest after `ms`, at once when the reader goes. */
  async untilRungAfter(heard: number, ms: number, signal: AbortSignal): Promise<void> {
    if (this.count > heard || signal.aborted) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal.addEventListener('abort', done, { once: true });
      this.wake = done;
    });
  }
}
