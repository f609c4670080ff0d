import { setImmediate as turn } from 'node:timers/promises'
import { z } from 'zod'
import { callNames, calls, contractVersion, type CallName } from '../../../shared/contract/index.ts'
import { doorErrors } from '../../../shared/contract/doorErrors.ts'
import { refusals } from '../../../shared/messages/refusals.fr.ts'
import { published } from '../../../shared/contract/integrations/published.ts'
import { scopes } from '../../../shared/contract/integrations/scopes.ts'
import type { Scope } from '../../../shared/contract/integrations/calls.ts'
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
  const call = calls[name]
  const isCommand = call.kind === 'command'
  return {
    operationId: name.replace(/\.(.)/g, (_, letter: string) => letter.toUpperCase()),
    summary: name,
    tags: [name.slice(0, name.indexOf('.'))],
    'x-roles': call.roles,
    'x-scopes': (Object.keys(scopes) as Scope[]).filter((scope) => scopes[scope].includes(name)),
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

/** An event as the stream and the webhooks give it. */
const publishedEvent: Json = {
  type: 'object',
  required: ['seq', 'at', 'type', 'data'],
  properties: {
    seq: { type: 'integer', minimum: 1, description: 'Position dans le journal de l’office' },
    at: { type: 'integer', description: 'Millisecondes depuis 1970, UTC' },
    type: { type: 'string' },
    data: { type: 'object' },
  },
  oneOf: [
    ...Object.entries(published).map(([type, facts]) => ({
      title: type,
      properties: { type: { const: type }, data: schema(facts, 'output') },
    })),
    {
      title: 'other',
      description: 'Un fait dont rien ne sort : sa position seule',
      properties: { type: { not: { enum: Object.keys(published) } }, data: { maxProperties: 0 } },
    },
  ],
}

const header = (name: string, description: string): Json => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string' },
})

/** What a webhook receives, as Standard Webhooks 1 signs it. */
const webhook: Json = {
  post: {
    operationId: 'webhookEvent',
    summary: 'Un événement, envoyé à une adresse que l’administration a donnée',
    tags: ['events'],
    parameters: [
      header('webhook-id', 'Le même à chaque essai du même événement'),
      header('webhook-timestamp', 'Secondes depuis 1970, UTC'),
      header('webhook-signature', '« v1, » et le HMAC-SHA256 de « id.timestamp.corps », en base64'),
    ],
    requestBody: {
      required: true,
      content: json({
        allOf: [
          { $ref: '#/components/schemas/PublishedEvent' },
          { type: 'object', required: ['timestamp'], properties: { timestamp: { type: 'string' } } },
        ],
      }),
    },
    responses: {
      '2XX': { description: 'Reçu. Toute autre réponse est un échec : l’envoi est répété, plus tard.' },
    },
  },
}

const reading = (operationId: string, summary: string, type: string, more: Json = {}): Json => ({
  get: {
    operationId,
    summary,
    tags: ['host'],
    responses: { '200': { description: 'Fait', content: { [type]: { schema: { type: 'string' } } } } },
    ...more,
  },
})

/** What is neither a call nor the stream. */
const otherPaths: Json = {
  '/healthz': reading('healthz', 'L’hôte répond', 'application/json', { security: [] }),
  '/readyz': reading('readyz', 'L’hôte peut écrire son journal', 'application/json', { security: [] }),
  '/metrics': reading('metrics', 'Mesures pour Prometheus', 'text/plain', { 'x-scopes': ['metrics'] }),
  '/api/v1/calendar/{token}.ics': reading('calendar', 'Les rendez-vous, sans aucun nom', 'text/calendar', {
    security: [],
    'x-scopes': ['calendar'],
    parameters: [
      {
        name: 'token',
        in: 'path',
        required: true,
        description: 'Un jeton qui n’ouvre que le calendrier',
        schema: { type: 'string' },
      },
    ],
  }),
}

/**
 * The OpenAPI 3.1 description of the HTTP door, made from the contract alone, a call in each turn of the loop: anyone may
 * ask for it, and all of it at once would hold the thread that answers everyone for half a second.
 */
export async function openApi(): Promise<Json> {
  const paths: Record<string, Json> = {}
  for (const name of callNames) {
    const path = `/api/v1/${calls[name].kind === 'command' ? 'commands' : 'queries'}/${name}`
    paths[path] = { post: operation(name) }
    await turn()
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Guichet',
      version: contractVersion,
      description:
        'Les actes et les lectures d’un office. Chaque acte accepte un Idempotency-Key : répété, il redonne la première réponse. Les lectures longues viennent par pages : « before » est ce que la dernière ligne de la page précédente porte, « more » dit s’il en reste ; une vue a deux cents lignes au plus et son « total ».',
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
            {
              name: 'Last-Event-ID',
              in: 'header',
              required: false,
              description: 'Le même, comme un lecteur de flux le redonne après une coupure ; il l’emporte',
              schema: { type: 'integer', minimum: 0 },
            },
          ],
          responses: {
            '200': {
              description:
                'Server-sent events : « id » est la position, « data » le JSON d’un PublishedEvent. Les positions n’ont pas de trou.',
              content: {
                'text/event-stream': {
                  schema: { type: 'string', contentMediaType: 'application/json' },
                  'x-event': { $ref: '#/components/schemas/PublishedEvent' },
                },
              },
            },
            '400': commonErrors['400'],
            '401': commonErrors['401'],
            '403': commonErrors['403'],
            '409': failure(`aheadOfJournal : ${refusals.aheadOfJournal}`),
          },
        },
      },
      ...otherPaths,
    },
    webhooks: { event: webhook },
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
        PublishedEvent: publishedEvent,
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
