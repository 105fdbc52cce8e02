import type { FastifyInstance, RouteOptions } from 'fastify';

interface Path {
  readonly pattern: RegExp;
  readonly methods: Set<string>;
}

/** Every route the server has, watched while they are registered: nothing gets in without a contract. */
export class RouteTable {
  private readonly paths = new Map<string, Path>();
  private readonly strays: string[] = [];

  /** Call before the first route is registered. */
  watch(server: FastifyInstance): void {
    server.addHook('onRoute', (route: RouteOptions) => this.note(route));
  }

  private note(route: RouteOptions): void {
    const methods = [route.method].flat();
    const config = route.config as { plan?: { route: string }; page?: string } | undefined;
    if (!config?.page && config?.plan?.route !== route.url) {
      this.strays.push(`${methods.join(',')} ${route.url}`);
    }
    const path = this.paths.get(route.url) ?? { pattern: patternOf(route.url), methods: new Set<string>() };
    for (const method of methods) path.methods.add(method);
    this.paths.set(route.url, path);
  }

  /** @throws when a route was registered that no operation and no page declares: default deny, at start. */
  assertDeclared(): void {
    if (this.strays.length > 0) {
      throw new Error(`routes without an operation in the contract: ${this.strays.join('; ')}`);
    }
  }

  /** `METHOD /path` of every route, HEAD left out, sorted. */
  list(): string[] {
    return [...this.paths]
      .flatMap(([url, { methods }]) => [...methods].filter((method) => method !== 'HEAD').map((m) => `${m} ${url}`))
      .sort();
  }

  /** The methods that the path of a URL understands; empty when there is no such path. */
  methodsAt(url: string): string[] {
    const path = url.split(/[?#]/, 1)[0] ?? '/';
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
