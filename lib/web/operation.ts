import type { ZodType } from 'zod';
import type { Scope } from '#lib/auth/rules/permissions.ts';
import type { Context } from '#lib/context.ts';
import { parseInput } from '#lib/door.ts';
import type { Method } from './rules/methods.ts';

/** Where a request bears its key: as a bearer token, as the clients of others do, or, for a tracker, in the workspace's public service id. */
export type KeyPlace = 'key' | 'app_token' | 'write_key' | 'service_id';

type Described = {
  /** Its name in the document: `createCollection`. */
  id: string;
  method: Method;
  /** `/api/v1/accounts/{account}`. */
  path: `/${string}`;
  /** `key` where it is not said. */
  keyIn?: KeyPlace;
  /** One of them is enough. */
  scope: readonly Scope[];
  summary: string;
  /** Of an answer that went well; 200 where it is not said. */
  status?: number;
  /** Takes an Idempotency-Key. `run` must then do all its work in commands called with the context that it is given. */
  idempotent?: true;
  /** Where two minutes are not enough. */
  deadlineMs?: number;
  /** Content types of the body, where it is not JSON alone. */
  bodyTypes?: readonly string[];
  /** Reads the body where it is not JSON alone; `body` then only describes it. */
  readBody?(bytes: Buffer, contentType: string): unknown;
};

/** Input as it came: the parts of the path decoded, the query as text, the body parsed. */
export type RawInput = { params: Record<string, string>; query: Record<string, unknown>; body: unknown; request: Request };

export type OperationDefinition<P, Q, B, R> = Described & {
  /** Where it is missing, `run` gets the path's parts as they are. */
  params?: ZodType<P>;
  query?: ZodType<Q>;
  body?: ZodType<B>;
  /** Null where the answer has no JSON body: 204, or a Response that `run` makes itself. */
  answer: ZodType<R> | null;
  keyIn?: 'key' | 'app_token';
  run(ctx: Context, input: { params: P; query: Q; body: B; request: Request }): Promise<R | Response>;
};

/** What the OpenAPI document says of a path and method. */
export type Documented = Described & {
  params?: ZodType;
  query?: ZodType;
  body?: ZodType;
  answer: ZodType | null;
  /** The content type of an answer that is no JSON. */
  answerType?: string;
};

/** What a path and method do: all that routing, the document and the tests know of it. */
export type Operation = Documented & {
  keyIn?: 'key' | 'app_token';
  run(ctx: Context, input: RawInput): Promise<unknown>;
};

/** An operation of the HTTP interface, as data: its schemas read the input, and make its entry in the document. */
export function operation<R, P = Record<string, string>, Q = undefined, B = undefined>(
  definition: OperationDefinition<P, Q, B, R>,
): Operation {
  const read = <T>(schema: ZodType<T> | undefined, value: unknown): T => (schema ? parseInput(schema, value) : (value as T));
  return {
    ...definition,
    run: (ctx, { params, query, body, request }) =>
      definition.run(ctx, {
        params: read(definition.params, params),
        query: read(definition.query, query),
        body: read(definition.readBody ? undefined : definition.body, body),
        request,
      }),
  };
}
