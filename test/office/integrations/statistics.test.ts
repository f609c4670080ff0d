import Ajv from 'ajv-draft-04'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../../runtime/places.ts'
import { startInside, type HostInside } from '../../fixtures/hostInside.ts'
import { guichet } from '../../fixtures/insideCommand.ts'
import { done, newFolder, post, removeFolder } from '../../fixtures/startHost.ts'

// Figures in open formats. The profile is that of the Frictionless standard (specs.frictionlessdata.io, version 1, as the
// npm package « datapackage » 1.1.10, MIT, publishes it), its descriptions left out.

type Described = {
  readonly resources: readonly {
    readonly path: string
    readonly bytes: number
    readonly hash: string
    readonly schema: {
      readonly fields: readonly { readonly name: string; readonly type: string }[]
      readonly primaryKey: readonly string[]
    }
  }[]
}

let host: HostInside
let dir: string
let out: string
const date = '2026-03-03'
const period = { from: '2026-03-01', to: '2026-03-07' }

beforeAll(async () => {
  dir = await newFolder()
  out = await newFolder()
  host = await startInside(dir, { at: `${date}T09:00:00+01:00` })
  await done(host, 'supervisor', 'commands/day.open')
  for (let count = 0; count < 6; count++)
    await done(host, 'kiosk', 'commands/ticket.take', { serviceId: 'titres' })
  for (let count = 0; count < 5; count++)
    await done(host, 'kiosk', 'commands/ticket.take', { serviceId: 'etat-civil' })
  await done(host, 'kiosk', 'commands/ticket.take', { serviceId: 'elections' })
  await done(host, 'agent1', 'commands/counter.open', { counterId: '1' })
  await done(host, 'agent1', 'commands/ticket.callNext')
  await done(host, 'supervisor', 'commands/day.settleAll', {
    how: 'reason',
    fault: 'service',
    reason: 'Guichets fermés',
  })
  // Of an open day, a file has the whole alone.
  await done(host, 'agent1', 'commands/ticket.start')
  await done(host, 'agent1', 'commands/visit.close', { outcome: 'information' })
  await done(host, 'agent1', 'commands/counter.close')
  await done(host, 'supervisor', 'commands/day.close')
})
afterAll(async () => {
  await host?.stop()
  await Promise.all([dir, out].map(removeFolder))
})

const statistics = (...args: readonly string[]) => guichet(['statistics', ...args])

const rows = (text: string): readonly (readonly string[])[] =>
  text
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','))

test('the package that the command line writes is what the Frictionless profile asks, and its files are what it says', async () => {
  const { code, err } = await statistics(dir, '--from', period.from, '--to', period.to, '--out', out)
  expect([code, err]).toEqual([0, ''])
  const described = JSON.parse(readFileSync(join(out, 'datapackage.json'), 'utf8')) as Described
  const profile = JSON.parse(
    readFileSync(join(root, 'test/fixtures/frictionless/tabular-data-package.json'), 'utf8'),
  ) as object
  const asked = new Ajv({ strict: false, validateFormats: false }).compile(profile)
  expect([asked(described), asked.errors]).toEqual([true, null])
  expect(asked({ ...described, resources: [] }), 'a profile that refuses').toBe(false)
  for (const { path, bytes, hash, schema } of described.resources) {
    const text = readFileSync(join(out, path), 'utf8')
    expect(Buffer.byteLength(text)).toBe(bytes)
    expect(`sha256:${createHash('sha256').update(text).digest('hex')}`).toBe(hash)
    const [head, ...lines] = rows(text)
    expect(head).toEqual(schema.fields.map(({ name }) => name))
    const values = {
      integer: /^(\d+)?$/,
      number: /^(\d+(\.\d+)?)?$/,
      date: /^\d{4}-\d{2}-\d{2}$/,
      string: /^.+$/,
    }
    for (const line of lines)
      schema.fields.forEach(({ name, type }, at) =>
        expect(line[at], `${path} ${name}`).toMatch(values[type as keyof typeof values]),
      )
    const keys = lines.map((line) => schema.primaryKey.map((key) => line[head!.indexOf(key)]).join(' '))
    expect(new Set(keys).size).toBe(lines.length)
  }
})

test('the same files leave over the API, with the figures of the day and nothing that tells of fewer than five people', async () => {
  const { files } = await done<{ files: { name: string; text: string }[] }>(
    host,
    'supervisor',
    'queries/statistics.export',
    period,
  )
  const textOf = (name: string) => files.find((file) => file.name === name)!.text
  type Told = Readonly<Record<string, string | number | null>>
  const days = JSON.parse(textOf('chiffres.json')) as { days: readonly Told[]; equality: readonly Told[] }
  const titres = days.days.find(({ service_id }) => service_id === 'titres')
  expect(titres).toMatchObject({ date, tickets: 6, median_wait: expect.any(Number) })
  const nothing = { tickets: null, received: null, absent: null, median_wait: null, announced: null }
  for (const service of ['elections', 'etat-civil'])
    expect(
      days.days.find(({ service_id }) => service_id === service),
      'one came for the first: with the second, the total tells neither',
    ).toMatchObject(nothing)
  // Its morning, its priorities and its help are of a week that is not whole.
  expect(days.equality.map(({ group, people }) => [group, people])).toEqual([
    ['everyone', 12],
    ['morning', null],
    ['afternoon', null],
    ['priority', null],
    ['arrangement', null],
    ['service:titres', 6],
    ['service:etat-civil', null],
    ['service:elections', null],
  ])
  expect(textOf('jours.csv')).toBe(readFileSync(join(out, 'jours.csv'), 'utf8'))
  expect(files.map(({ name }) => name)).toEqual([
    'datapackage.json',
    'jours.csv',
    'egalite.csv',
    'chiffres.json',
  ])
})

test('a period that is none, or a folder that is none, is said and writes nothing', async () => {
  expect(
    (await post(host, 'supervisor', 'queries/statistics.export', { from: period.to, to: period.from })).error
      ?.code,
  ).toBe('badPeriod')
  const backwards = await statistics(dir, '--from', period.to, '--to', period.from, '--out', out)
  expect([backwards.code, backwards.err]).toEqual([1, expect.stringMatching(/400 jours/)])
  expect((await statistics(dir, '--from', period.from)).code).toBe(2)
  const nowhere = await statistics(dir, '--from', period.from, '--to', period.to, '--out', '/dev/null/ici')
  expect([nowhere.code, nowhere.err]).toEqual([1, expect.stringMatching(/ne peut pas être écrit/)])
})
