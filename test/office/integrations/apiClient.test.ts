import { Validator } from '@seriousme/openapi-schema-validator'
import { compile } from 'json-schema-to-typescript'
import { execFile, spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../../runtime/places.ts'
import { startInside, type HostInside } from '../../fixtures/hostInside.ts'
import { done, newFolder, removeFolder } from '../../fixtures/startHost.ts'

// A client in TypeScript made by a generator that is not ours from the very document that the host serves, then
// checked by the compiler and used. The generators of whole clients on npm need the compiler's own API, which version 7
// does not have: this one reads JSON Schema, which is what OpenAPI 3.1 holds.

type Schema = Readonly<Record<string, unknown>>
type Operation = {
  readonly requestBody: { readonly content: { readonly 'application/json': { readonly schema: Schema } } }
  readonly responses: {
    readonly '200': { readonly content: { readonly 'application/json': { readonly schema: Schema } } }
  }
}
type Document = {
  readonly paths: Readonly<Record<string, { readonly post?: Operation }>>
  readonly components: { readonly schemas: { readonly PublishedEvent: Schema } }
}

const called = [
  '/api/v1/commands/ticket.take',
  '/api/v1/queries/queue.view',
  '/api/v1/queries/office.view',
] as const

/** What the program that uses the client does: it does not compile when a type is not what the host says. */
const program = `
import type { Calls } from './client.d.ts'

async function call<P extends keyof Calls>(path: P, input: Calls[P]['input']): Promise<Calls[P]['answer']> {
  const response = await fetch(process.argv[2] + path, {
    method: 'POST',
    headers: { authorization: 'Bearer ' + process.argv[3], 'content-type': 'application/json' },
    body: JSON.stringify(input),
  })
  if (response.status !== 200) throw new Error(path + ' ' + response.status)
  return (await response.json()) as Calls[P]['answer']
}

const office = await call('/api/v1/queries/office.view', {})
const service: string = office.output.services[0]!.serviceId
const ticket = await call('/api/v1/commands/ticket.take', { serviceId: service, lang: 'uk' })
const ahead: number = ticket.output.ahead
process.stdout.write(JSON.stringify({ number: ticket.output.number, ahead }))
`

/** The same program, with what the contract does not allow: the compiler must refuse it. */
const wrong = program.replace("lang: 'uk'", "lang: 'klingon'")

let host: HostInside
let dir: string
let folder: string
beforeAll(async () => {
  dir = await newFolder()
  host = await startInside(dir)
  await done(host, 'supervisor', 'commands/day.open')
  folder = await newFolder()
})
afterAll(async () => {
  await host?.stop()
  await Promise.all([dir, folder].map(removeFolder))
})

/** What the compiler says of these, together. */
const checked = (...files: readonly string[]) =>
  spawnSync(
    process.execPath,
    [
      join(root, 'node_modules', 'typescript', 'bin', 'tsc'),
      '--noEmit',
      '--strict',
      '--skipLibCheck',
      '--ignoreConfig',
      '--allowImportingTsExtensions',
      '--module',
      'nodenext',
      '--target',
      'es2024',
      '--types',
      'node',
      '--typeRoots',
      join(root, 'node_modules', '@types'),
      ...files.map((file) => join(folder, file)),
    ],
    { encoding: 'utf8', cwd: root },
  )

test('the document is valid OpenAPI 3.1, and a client made from it compiles, is held to it, and works', async () => {
  const document = (await (await fetch(`${host.url}/api/v1/openapi.json`)).json()) as Document
  expect(await new Validator().validate(structuredClone(document))).toEqual({ valid: true })
  const entries = called.map((path) => {
    const { requestBody, responses } = document.paths[path]!.post!
    const input = requestBody.content['application/json'].schema
    const answer = responses['200'].content['application/json'].schema
    const pair = { type: 'object', required: ['input', 'answer'], properties: { input, answer } }
    return [path, { ...pair, additionalProperties: false }] as const
  })
  const calls = {
    title: 'Calls',
    type: 'object',
    required: called,
    properties: Object.fromEntries(entries),
    additionalProperties: false,
  }
  const types = await compile(calls as never, 'Calls', { bannerComment: '', format: false })
  await writeFile(join(folder, 'client.d.ts'), types)
  await writeFile(join(folder, 'wrong.mts'), wrong)
  await writeFile(join(folder, 'use.mts'), program)
  const said = checked('use.mts', 'wrong.mts').stdout
  expect(said).toContain('klingon')
  const faults = said.split('\n').filter((line) => line.includes(': error '))
  expect(faults.filter((line) => !/wrong\.mts\(/.test(line))).toEqual([])
  const { token } = await done<{ token: string }>(host, 'admin', 'commands/apiToken.create', {
    label: 'Client',
    scopes: ['tickets'],
    until: null,
  })
  const ran = await promisify(execFile)(process.execPath, [join(folder, 'use.mts'), host.url, token])
  expect(JSON.parse(ran.stdout)).toEqual({ number: 'A1', ahead: 0 })
})

test('each event that leaves is described in the document, and its description is types to the generator', async () => {
  const document = (await (await fetch(`${host.url}/api/v1/openapi.json`)).json()) as Document
  const { PublishedEvent } = document.components.schemas
  const types = await compile(PublishedEvent as never, 'PublishedEvent', { bannerComment: '', format: false })
  for (const name of ['ticketCalled', 'dayClosed']) expect(types).toContain(`type?: "${name}"`)
})
