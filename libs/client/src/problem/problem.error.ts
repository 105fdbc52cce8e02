import type { Claim, Problem } from '../schema/schema.gen.js';

type Requirement = Claim['requirements']['verified'][number];

/** The server refused: an RFC 9457 problem. `code` is stable and for programs, `title` and `detail` are for people. */
export class ProblemError extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly requestId: string;
  /** One entry for each mistake in the request; empty when the refusal is not about its form. */
  readonly errors: NonNullable<Problem['errors']>;
  /** What a refused decision or release still asks for; empty otherwise. */
  readonly requirements: readonly Requirement[];

  /**
   * @param attempts how often the request was sent. After more than one, a 412 or a 404 may be the echo of one's own first
   *   attempt, whose answer was lost: read the object again before believing that somebody else changed it.
   */
  constructor(
    readonly problem: Problem,
    readonly attempts: number,
  ) {
    super(`${problem.status} ${problem.code}: ${problem.title}. ${problem.detail}`);
    this.name = 'ProblemError';
    this.status = problem.status;
    this.code = problem.code;
    this.title = problem.title;
    this.detail = problem.detail;
    this.requestId = problem.requestId;
    this.errors = problem.errors ?? [];
    this.requirements = (problem.requirements as readonly Requirement[] | undefined) ?? [];
  }
}

/** No answer of this API came: nobody listens, the connection broke, or something else answers at that address. */
export class ConnectionError extends Error {
  constructor(
    readonly url: string,
    readonly attempts: number,
    cause: unknown,
  ) {
    super(`no answer from ${url} after ${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}`, { cause });
    this.name = 'ConnectionError';
  }
}

/** The problem in an answer; a made-up one where something between us and the server answered in its stead. */
export async function problemIn(response: Response): Promise<Problem> {
  const text = await response.text();
  try {
    const problem = JSON.parse(text) as Problem;
    if (typeof problem.code === 'string' && typeof problem.status === 'number') return problem;
  } catch {
    // told below
  }
  return {
    type: 'about:blank',
    title: response.statusText || `HTTP ${response.status}`,
    status: response.status,
    detail: `${new URL(response.url).origin} answered ${response.status} without a problem document.`,
    instance: '',
    code: 'foreign-answer',
    requestId: response.headers.get('x-request-id') ?? '',
  };
}
