import { Refusal } from '#domain';
import { TransportRefusal } from './transport.refusal.js';

const RETRY_SECONDS = 2;
const CONNECTION_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);
/** Drivers report a lost connection in words only, without any code. */
const CONNECTION_WORDS =
  /connection terminated|connection ended|already released|not queryable|timeout exceeded when trying to connect|query read timeout|pool after calling end|not connected|connection is not (?:set|established)|driver not connected/i;

/** What a database error means to the caller; undefined for errors that are not the database's or are our own fault. */
export function refusalOfDatabaseError(error: unknown): Refusal | TransportRefusal | undefined {
  const state = sqlStateOf(error);
  if (state) return refusalOfSqlState(state);
  if (isConnectionLoss(error)) return new Refusal('unavailable', { retryAfter: RETRY_SECONDS });
  return undefined;
}

function refusalOfSqlState(state: string): Refusal | TransportRefusal | undefined {
  switch (state.slice(0, 2)) {
    case '22': // data exception: a value PostgreSQL cannot hold
      return new Refusal('invalid', { errors: [{ pointer: '', code: 'other' }] });
    case '23': // integrity: someone else's row came first
    case '40': // serialization failure or deadlock, after the retries
      return new TransportRefusal('conflict', {});
    case '08': // connection
    case '53': // out of resources
    case '57': // operator intervention, statement timeout
    case '58': // system error outside PostgreSQL
      return new Refusal('unavailable', { retryAfter: RETRY_SECONDS });
    default:
      // lock timeout, idle-in-transaction timeout
      return state === '55P03' || state === '25P03'
        ? new Refusal('unavailable', { retryAfter: RETRY_SECONDS })
        : undefined;
  }
}

function sqlStateOf(error: unknown): string | undefined {
  const code = codeOf(error) ?? codeOf((error as { driverError?: unknown } | null)?.driverError);
  return code !== undefined && /^[0-9A-Z]{5}$/.test(code) && !code.startsWith('E') ? code : undefined;
}

function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' ? code : undefined;
}

function isConnectionLoss(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const {
    driverError: inner,
    errors,
    message,
  } = error as { driverError?: unknown; errors?: unknown; message?: unknown };
  const code = codeOf(error) ?? codeOf(inner);
  if (code !== undefined && CONNECTION_CODES.has(code)) return true;
  // one error for each address that was tried
  if (Array.isArray(errors)) return errors.some(isConnectionLoss);
  return CONNECTION_WORDS.test(String(message)) || (inner !== undefined && isConnectionLoss(inner));
}
