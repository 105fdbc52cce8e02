import { applyDecorators, createParamDecorator, HttpCode, RequestMapping, RequestMethod } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { AnswerValue, Input } from '../contract/input.js';
import type { OperationSpec } from '../contract/operation.js';
import type { Answer } from './answer.js';
import { planOf } from './operation.plan.js';

type Handler<O extends OperationSpec> = (input: Input<O>) => Promise<Answered<O>>;

/** What a controller method may return: a read's value, a write's outcome, or either with its status and headers named. */
export type Answered<O extends OperationSpec> =
  | AnswerValue<O>
  | { readonly value: AnswerValue<O>; readonly ledgerSeq: number | null; readonly replayed: boolean }
  | Answer<AnswerValue<O>>;

/**
 * Puts a controller method on the wire as its operation declares: route, status, guard, checks, documentation.
 * The method's one parameter is the checked call: `{ call, params, query, body }`.
 * The compiler holds the method to the operation's input and answers.
 */
export function Operation<O extends OperationSpec>(spec: O) {
  const plan = planOf(spec);
  const decorate = applyDecorators(
    RequestMapping({ method: RequestMethod[spec.method], path: plan.route }),
    HttpCode(plan.status),
    RouteConfig({ plan }),
  );
  return <H extends Handler<O>>(target: object, key: string, descriptor: TypedPropertyDescriptor<H>): void => {
    CheckedInput()(target, key, 0);
    decorate(target, key, descriptor);
  };
}

const CheckedInput = createParamDecorator((_: unknown, context: ExecutionContext): unknown => {
  return context.switchToHttp().getRequest<FastifyRequest>().isnad.input;
});
