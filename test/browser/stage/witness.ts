import type { BrowserContext, ConsoleMessage, Page } from 'playwright-core';

/** Chromium says so itself for every answer of 400 and more; refusals are part of the work. */
const REFUSED = /^Failed to load resource: the server responded with a status of 4\d\d/;
const CUT_OFF = /^Failed to load resource: net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|INCOMPLETE_CHUNKED)/;

const REPORT_VIOLATIONS = `addEventListener('securitypolicyviolation', (event) =>
  window.isnadReports('CSP ' + event.effectiveDirective + ' ' + event.blockedURI + ' ' + event.sourceFile + ':' + event.lineNumber))`;

/** What no screen may do: errors on the console, uncaught exceptions, reports of the content policy, dialogs, calls elsewhere. */
export class Witness {
  private readonly seen: string[] = [];
  /** True while the test itself has cut the line. */
  offline = false;

  constructor(private readonly ownOrigin: () => string) {}

  async watch(context: BrowserContext): Promise<void> {
    await context.exposeBinding('isnadReports', (_, text: string) => void this.seen.push(text));
    await context.addInitScript(REPORT_VIOLATIONS);
    context.on('page', (page) => this.follow(page));
    context.on('request', (request) => {
      const url = request.url();
      if (/^(blob|data|about):/.test(url) || url.startsWith(this.ownOrigin())) return;
      this.seen.push(`called ${url}`);
    });
  }

  private follow(page: Page): void {
    page.on('console', (message) => this.hear(message));
    page.on('pageerror', (error) => this.seen.push(`uncaught ${error.stack ?? error.message}`));
    page.on('dialog', (dialog) => {
      this.seen.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
  }

  private hear(message: ConsoleMessage): void {
    if (message.type() !== 'error' && !(message.type() === 'warning' && /Warning:|violat/i.test(message.text())))
      return;
    const text = message.text();
    if (REFUSED.test(text) || (this.offline && CUT_OFF.test(text))) return;
    this.seen.push(`console ${text} (${message.location().url})`);
  }

  /** Everything seen since the last asking. */
  take(): string[] {
    return this.seen.splice(0);
  }
}
