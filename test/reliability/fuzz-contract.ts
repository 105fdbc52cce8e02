import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Json, Schema } from './fuzz-data.js';

interface Media {
  readonly schema?: Schema;
}
interface Response {
  readonly headers?: Json;
  readonly content?: Readonly<Record<string, Media>>;
  readonly 'x-codes'?: readonly string[];
}
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly description?: string;
  readonly schema: Schema;
}
export interface Described {
  readonly operationId: string;
  readonly security: readonly object[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly required: boolean; readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, Response>>;
}

export interface Endpoint extends Described {
  readonly method: string;
  readonly path: string;
}

/** The OpenAPI document as something to test against: its operations, and a validator for each schema in it. */
export class Contract {
  readonly endpoints: readonly Endpoint[];
  readonly components: Readonly<Record<string, Schema>>;
  private readonly ajv = addFormats.default(new Ajv2020.default({ strict: false }));
  private readonly compiled = new Map<object, ValidateFunction>();

  constructor(text: string) {
    const document = JSON.parse(text) as {
      paths: Record<string, Record<string, Described>>;
      components: { schemas: Record<string, Schema> };
    };
    this.components = document.components.schemas;
    this.ajv.addSchema({ $id: 'contract', components: document.components });
    this.endpoints = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, described]) => ({ ...described, path, method: method.toUpperCase() })),
    );
  }

  bodySchema({ requestBody }: Described): Schema | undefined {
    return requestBody?.content['application/json']?.schema;
  }

  methodsOf(path: string): string[] {
    return this.endpoints.filter((each) => each.path === path).map(({ method }) => method);
  }

  /** What is wrong with a value; empty when nothing is. */
  mistakes(schema: Schema, value: unknown): string {
    let validate = this.compiled.get(schema);
    if (!validate) {
      const located = JSON.stringify(schema).replaceAll('"#/components', '"contract#/components');
      validate = this.ajv.compile(JSON.parse(located) as object);
      this.compiled.set(schema, validate);
    }
    return validate(value) ? '' : this.ajv.errorsText(validate.errors);
  }
}
