import type { FastifyContextConfig, FastifyInstance, RouteOptions } from 'fastify';
import type { OperationSpec } from '../contract/operation.js';
import { openObjectsIn } from '../openapi/schema.js';

interface Path {
  readonly pattern: RegExp;
  readonly methods: Set<string>;
}

/** Every route the server has, watched while they are registered: nothing gets in without a contract. */
export class RouteTable {
  private readonly paths = new Map<string, Path>();
  private readonly strays: string[] = [];
  private readonly routed = new Set<OperationSpec['id']>();

  /** Call before the first route is registered. */
  watch(server: FastifyInstance): void {
    server.addHook('onRoute', (route: RouteOptions) => this.note(route));
  }

  private note(route: RouteOptions): void {
    const methods = [route.method].flat();
    const { plan, page }: FastifyContextConfig = route.config ?? {};
    if (plan?.route === route.url) this.routed.add(plan.spec.id);
    else if (!page) this.strays.push(`${methods.join(',')} ${route.url}`);
    const path = this.paths.get(route.url) ?? { pattern: patternOf(route.url), methods: new Set<string>() };
    for (const method of methods) path.methods.add(method);
    this.paths.set(route.url, path);
  }

  /**
   * Default deny, at start. @throws when a route has no operation and is no page, when an operation has no route,
   * or when a body's schema would let unknown members pass.
   */
  assertDeclared(operations: readonly OperationSpec[]): void {
    const contract = new Set(operations.map(({ id }) => id));
    const unrouted = [...contract].filter((id) => !this.routed.has(id));
    const undeclared = [...this.routed].filter((id) => !contract.has(id));
    const open = operations.filter(({ body }) => body && openObjectsIn(body).length > 0).map(({ id }) => id);
    const faults = [
      ...this.strays.map((route) => `route without an operation: ${route}`),
      ...undeclared.map((id) => `route of an operation that is not in the contract: ${id}`),
      ...unrouted.map((id) => `operation without a route: ${id}`),
      ...open.map((id) => `body that lets unknown members pass: ${id}`),
    ];
    if (faults.length > 0) throw new Error(`the contract does not hold:\n${faults.join('\n')}`);
  }

  /** `METHOD /path` of every route, HEAD left out, sorted. */
  list(): string[] {
    return [...this.paths]
      .flatMap(([url, { methods }]) => [...methods].filter((method) => method !== 'HEAD').map((m) => `${m} ${url}`))
      .sort();
  }

  /** Whether the URL spells out a path that does not know the method, though a path with parameters fits it too. */
  isMisspoken(url: string, method: string): boolean {
    const literal = this.paths.get(url.split(/[?#]/, 1)[0] ?? '/');
    return literal !== undefined && !literal.methods.has(method);
  }

  /** The methods that the path of a URL understands; empty when there is no such path. One spelt out stands before one with parameters. */
  methodsAt(url: string): string[] {
    const path = url.split(/[?#]/, 1)[0] ?? '/';
    const literal = this.paths.get(path);
    if (literal) return [...literal.methods, 'OPTIONS'].sort();
    const methods = new Set<string>();
    for (const candidate of this.paths.values()) {
      if (candidate.pattern.test(path)) for (const method of candidate.methods) methods.add(method);
    }
    if (methods.size > 0) methods.add('OPTIONS');
    return [...methods].sort();
  }
}

function patternOf(route: string): RegExp {
  const escaped = route.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/:\w+/g, '[^/]+').replace(/\*$/, '.*')}$`);
}
