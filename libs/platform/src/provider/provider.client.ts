/** Where an OpenAI-compatible service answers; set by the operator, off unless set. */
export interface ProviderSettings {
  /** Base address, e.g. https://models.example.org/v1 */
  readonly url: string;
  readonly model: string;
  readonly key?: string | undefined;
  readonly embeddingModel?: string | undefined;
  readonly timeoutMs: number;
}

export type ProviderFault = 'unreachable' | 'slow' | 'refused' | 'too-long' | 'not-understood';

/** The provider gave no usable answer. Neither the key nor what was sent is in the message. */
export class ProviderError extends Error {
  override readonly name = 'ProviderError';

  constructor(
    readonly fault: ProviderFault,
    /** HTTP status of a refusal. */
    readonly status?: number,
  ) {
    super(`the provider's answer is ${fault}${status === undefined ? '' : ` (${status})`}`);
  }
}

export interface Message {
  readonly role: 'system' | 'user';
  readonly content: string;
}

const MOST_BYTES = 4_000_000;
/** A service that is too busy or broken for the moment may answer later; what it refuses, it will refuse again. */
export const isPassing = ({ fault, status }: ProviderError): boolean =>
  fault === 'unreachable' || fault === 'slow' || status === 429 || (status !== undefined && status >= 500);

/**
 * Speaks to one configured service and to nobody else: redirects are refused, an answer is cut off by size and by time, and
 * nothing of it is trusted to be more than a string or numbers.
 */
export class ProviderClient {
  readonly model: string;

  constructor(private readonly settings: ProviderSettings) {
    this.model = settings.model;
  }

  get embeds(): boolean {
    return this.settings.embeddingModel !== undefined;
  }

  /** The text a model answers with. @throws ProviderError */
  async complete(messages: readonly Message[], signal?: AbortSignal): Promise<string> {
    const body = { model: this.settings.model, messages, temperature: 0, response_format: { type: 'json_object' } };
    const answer = (await this.post('chat/completions', body, signal)) as {
      choices?: readonly { message?: { content?: unknown } }[];
    } | null;
    const content = Array.isArray(answer?.choices) ? answer.choices[0]?.message?.content : undefined;
    if (typeof content !== 'string') throw new ProviderError('not-understood');
    return content;
  }

  /** One vector of finite numbers for each text, all of one length. @throws ProviderError, also when no embedding model is set */
  async embed(texts: readonly string[], signal?: AbortSignal): Promise<number[][]> {
    const model = this.settings.embeddingModel;
    if (model === undefined) throw new ProviderError('refused');
    if (texts.length === 0) return [];
    const answer = (await this.post('embeddings', { model, input: texts }, signal)) as {
      data?: readonly { embedding?: unknown; index?: unknown }[];
    } | null;
    if (!Array.isArray(answer?.data)) throw new ProviderError('not-understood');
    const rows = [...answer.data].sort((a, b) => Number(a?.index ?? 0) - Number(b?.index ?? 0));
    const vectors = rows.map((row) => row?.embedding);
    const length = Array.isArray(vectors[0]) ? vectors[0].length : 0;
    const sound = (vector: unknown): vector is number[] =>
      Array.isArray(vector) && vector.length === length && vector.every((value) => Number.isFinite(value));
    if (length === 0 || vectors.length !== texts.length || !vectors.every(sound))
      throw new ProviderError('not-understood');
    return vectors;
  }

  private async post(path: string, body: unknown, signal?: AbortSignal): Promise<unknown> {
    const { url, key, timeoutMs } = this.settings;
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      const response = await fetch(`${url.replace(/\/+$/, '')}/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
        body: JSON.stringify(body),
        redirect: 'error',
        signal: signal ? AbortSignal.any([timeout, signal]) : timeout,
      });
      if (!response.ok) {
        await response.body?.cancel();
        throw new ProviderError('refused', response.status);
      }
      return parsed(await readUpTo(response, MOST_BYTES));
    } catch (error) {
      if (error instanceof ProviderError) throw error;
      signal?.throwIfAborted();
      throw new ProviderError(timeout.aborted ? 'slow' : 'unreachable');
    }
  }
}

async function readUpTo(response: Response, most: number): Promise<string> {
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > most) throw new ProviderError('too-long');
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ProviderError('not-understood');
  }
}
