import { z } from 'zod'
import { contract, contractVersion, type CallName } from '../../../shared/contract/index.ts'
import { doorErrors } from '../../../shared/contract/refusals.ts'
import { refusals } from '../../../shared/messages/refusals.fr.ts'
import { mayFollow } from './events.ts'

type Json = Readonly<Record<string, unknown>>

const schema = (type: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(type, {
    target: 'draft-2020-12',
    io,
    unrepresentable: 'any',
  })
  return rest
}

const json = (schemaOf: Json): Json => ({ 'application/json': { schema: schemaOf } })
const failure = (description: string): Json => ({
  description,
  content: json({ $ref: '#/components/schemas/Error' }),
})

/** The errors that any call can meet, by status. */
const commonErrors: Json = {
  '400': failure(refusals.badInput),
  '401': failure(refusals.unauthorized),
  '403': failure(refusals.forbiddenRole),
  '413': failure(refusals.tooLarge),
  '429': failure(refusals.tooManyCalls),
  '503': failure(refusals.fault),
  '507': failure(refusals.storageFull),
}

function operation(name: CallName): Json {
  const call = contract[name]
  const isCommand = call.kind === 'command'
  return {
    operationId: name.replace(/\.(.)/g, (_, letter: string) => letter.toUpperCase()),
    summary: name,
    tags: [name.slice(0, name.indexOf('.'))],
    'x-roles': call.roles,
    'x-refusals': call.refusals,
    'x-kind': call.kind,
    ...(isCommand ? { parameters: [{ $ref: '#/components/parameters/IdempotencyKey' }] } : {}),
    requestBody: { required: true, content: json(schema(call.input, 'input')) },
    responses: {
      '200': {
        description: 'Fait',
        content: json({
          type: 'object',
          properties: { output: schema(call.output, 'output') },
          required: ['output'],
          additionalProperties: false,
        }),
      },
      ...commonErrors,
      ...(call.refusals.length > 0 || isCommand
        ? {
            '409': failure(
              [
                ...call.refusals.map((code) => `${code} : ${refusals[code]}`),
                ...(isCommand ? [`commandIdReused : ${refusals.commandIdReused}`] : []),
              ].join('\n'),
            ),
          }
        : {}),
    },
  }
}

/** The OpenAPI 3.1 description of the HTTP door, made from the contract alone. */
export function openApi(): Json {
  const names = Object.keys(contract) as CallName[]
  const paths = Object.fromEntries(
    names.map((name) => [
      `/api/v1/${contract[name].kind === 'command' ? 'commands' : 'queries'}/${name}`,
      { post: operation(name) },
    ]),
  )
  return {
    openapi: '3.1.0',
    info: {
      title: 'Guichet',
      version: contractVersion,
      description:
        'Les actes et les lectures d’un office. Chaque acte accepte un Idempotency-Key : répété, il redonne la première réponse.',
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }],
    paths: {
      ...paths,
      '/api/v1/events': {
        get: {
          operationId: 'events',
          summary: 'Événements de l’office, dans l’ordre, à reprendre par leur numéro',
          tags: ['events'],
          'x-roles': mayFollow,
          'x-refusals': [],
          parameters: [
            {
              name: 'since',
              in: 'query',
              required: false,
              description: 'Dernier numéro reçu',
              schema: { type: 'integer', minimum: 0 },
            },
          ],
          responses: {
            '200': {
              description: 'Événements',
              content: { 'text/event-stream': { schema: { type: 'string' } } },
            },
            '400': commonErrors['400'],
            '401': commonErrors['401'],
            '403': commonErrors['403'],
          },
        },
      },
    },
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      parameters: {
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          required: false,
          description: 'Un UUID : le même redonne la première réponse pendant sept jours',
          schema: { type: 'string', format: 'uuid' },
        },
      },
      schemas: {
        Error: {
          type: 'object',
          required: ['error'],
          additionalProperties: false,
          properties: {
            error: {
              type: 'object',
              required: ['code', 'message'],
              properties: {
                code: { type: 'string', examples: Object.keys(doorErrors) },
                message: { type: 'string' },
              },
            },
          },
        },
      },
    },
  }
}
