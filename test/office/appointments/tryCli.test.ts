import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generate } from 'selfsigned'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { startAnswering, type Given } from '../../fixtures/answering.ts'
import { startAnts, type AntsDouble } from '../../fixtures/antsDouble.ts'
import { calendarText, eventText } from '../../fixtures/davServers.ts'
import { guichet as command } from '../../fixtures/insideCommand.ts'

let dir: string
let given: Given = {}
let server: Awaited<ReturnType<typeof startAnswering>>
let ants: AntsDouble
beforeAll(async () => {
  // Whoever runs it is in a zone that is not the office's.
  vi.stubEnv('TZ', 'UTC')
  dir = await mkdtemp(join(tmpdir(), 'guichet-try-'))
  await writeFile(join(dir, 'secret'), 'opt-token\n')
  server = await startAnswering(() => given)
  ants = await startAnts()
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await server.stop()
  await ants.stop()
  await rm(dir, { recursive: true, force: true })
})

const guichet = async (...args: readonly string[]) => {
  const { out, err, code } = await command(['appointments', ...args])
  const lines = out
    .split('\n')
    .flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Record<string, unknown>]))
  return { status: code, lines, stderr: err }
}
const tried = (...args: readonly string[]) => guichet('try', '--date', '2026-12-01', ...args)

test('a feed’s day is one line of JSON an appointment, in UTC', async () => {
  given = {
    body: calendarText(
      ...eventText('b', 'DTSTART:20261201T102000', 'DURATION:PT20M', 'SUMMARY:CNI', 'STATUS:CANCELLED'),
      ...eventText(
        'a',
        'DTSTART;TZID=Romance Standard Time:20261201T092000',
        'DURATION:PT20M',
        'SUMMARY:Passeport',
      ),
      ...eventText('c', 'DTSTART;VALUE=DATE:20261201'),
    ),
  }
  const { status, lines, stderr } = await tried('--source', 'ics', '--url', server.url)
  expect(lines).toEqual([
    {
      uid: 'a',
      startsAt: '2026-12-01T08:20:00.000Z',
      endsAt: '2026-12-01T08:40:00.000Z',
      label: 'Passeport',
      cancelled: false,
    },
    {
      uid: 'b',
      startsAt: '2026-12-01T09:20:00.000Z',
      endsAt: '2026-12-01T09:40:00.000Z',
      label: 'CNI',
      cancelled: true,
    },
  ])
  expect(stderr).toBe('1 entrée laissée\u00a0: sur la journée entière.\n')
  expect(status).toBe(0)
  const overseas = await tried('--source', 'ics', '--url', server.url, '--zone', 'Indian/Reunion')
  expect(overseas.lines.find(({ uid }) => uid === 'b')).toMatchObject({
    startsAt: '2026-12-01T06:20:00.000Z',
  })
})

describe('a source that can’t be believed prints nothing and leaves with 1', () => {
  test.each([
    ['a page', { body: '<html>' }, 'La réponse n’est pas un calendrier'],
    ['half a file', { body: 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n' }, 'Le calendrier est coupé'],
    ['an empty calendar', { body: calendarText() }, 'Le calendrier est vide'],
    ['a refused secret', { status: 401 }, 'Le serveur refuse l’identifiant'],
  ] as const)('%s', async (_, answer, sentence) => {
    given = answer
    const { status, lines, stderr } = await tried('--source', 'ics', '--url', server.url)
    expect(lines).toEqual([])
    expect(stderr).toContain(sentence)
    expect(status).toBe(1)
  })

  test('a certificate of nobody’s', async () => {
    const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }])
    const own = createServer({ key, cert }, (_, response) => response.end(calendarText()))
    await new Promise<void>((done) => own.listen(0, '127.0.0.1', done))
    const { port } = own.address() as AddressInfo
    const { status, stderr } = await tried('--source', 'ics', '--url', `https://127.0.0.1:${port}/`)
    await new Promise((done) => own.close(done))
    expect(stderr).toContain('Le certificat du serveur n’est pas reconnu')
    expect(status).toBe(1)
  })

  test('a private network, unless it is allowed', async () => {
    const { status, stderr } = await tried('--source', 'caldav', '--url', 'https://10.255.255.1/')
    expect(stderr).toContain('Cette adresse est privée')
    expect(status).toBe(1)
  })
})

test('numbers are checked without a service, then by it', async () => {
  const offline = await guichet('number', 'solocal001', 'ABC')
  expect(offline.lines).toMatchObject([
    { number: 'SOLOCAL001', valid: true, status: null },
    { number: 'ABC', valid: false, status: null },
  ])
  expect(offline.status).toBe(1)
  const service = ['--url', ants.url, '--secret-file', join(dir, 'secret')]
  const asked = await guichet('number', 'SOLOCAL001', 'SOLOCAL007', ...service)
  expect(asked.lines).toMatchObject([{ status: 'validated' }, { status: 'consumed' }])
  expect(asked.status).toBe(0)
  ants.fail('GET', '500')
  const down = await guichet('number', 'SOLOCAL001', ...service)
  expect(down.lines).toMatchObject([{ valid: true, status: null, sentence: 'non vérifié' }])
  expect(down.status).toBe(1)
})

test('what is not understood says how it is written', async () => {
  for (const args of [[], ['try'], ['try', '--source', 'autre'], ['number']]) {
    const { status, stderr } = await guichet(...args)
    expect(stderr).toContain('Usage : guichet appointments')
    expect(status).toBe(2)
  }
})
