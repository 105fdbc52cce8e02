/** RFC 9457 as ours: the facts of the code stand beside these members. */
export const PROBLEM_SCHEMA = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'instance', 'code', 'requestId'],
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: { type: 'string', description: 'In the language of Accept-Language: ar or en.' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string' },
    code: { type: 'string', description: 'Stable, for programs.' },
    requestId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'code', 'detail'],
        properties: {
          in: { enum: ['query', 'path', 'header'], description: 'Absent for the body.' },
          pointer: { type: 'string', description: 'JSON pointer to the mistake.' },
          code: { type: 'string' },
          detail: { type: 'string' },
        },
      },
    },
  },
  additionalProperties: true,
  example: {
    type: '/docs#problem-version-stale',
    title: 'It has changed since you read it',
    status: 412,
    detail: 'The current version is 4. Read it again, then repeat.',
    instance: '/api/v1/claims/01890a5d-ac96-774b-bcce-b302099a8057',
    code: 'version-stale',
    requestId: '01890a5d-ac96-774b-bcce-b302099a8058',
    currentVersion: 4,
  },
} as const;
