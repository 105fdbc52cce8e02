import { Client, type ClientConfig } from 'pg';

/**
 * A connection whose loss is never an uncaught error. Between the moment a new connection is ready and the moment its first user
 * listens, nobody does: the server's farewell may arrive in the same packet as its welcome, and would end the process. The pool
 * and the query runner still hear of it, and whoever uses the connection next is refused.
 */
export class SteadyClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    this.on('error', () => {});
  }
}
