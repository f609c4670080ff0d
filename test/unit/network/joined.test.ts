import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Joined } from '../../../electron/host/core/mainMessages.ts'
import { joinedFile, type Seal } from '../../../electron/system/joined.ts'
import { stationsOf } from '../../../electron/system/joining.ts'

let dir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'guichet-joined-'))
})
afterAll(() => rm(dir, { recursive: true, force: true }))

const faults: string[] = []
const log = { info: () => {}, fault: (what: string) => void faults.push(what) }
const joined = {
  stationId: 'p-1',
  role: 'agent',
  place: { name: 'Guichet 1', counterId: '1' },
  kind: 'program',
  until: null,
  officeName: 'Mairie de Fontaine-le-Port',
  token: 'a'.repeat(43),
  hosts: [
    {
      hostId: '0198c1f2-0000-7abc-8def-0123456789ab',
      addresses: ['https://192.168.1.20:8443'],
      pins: ['b'.repeat(43)],
    },
  ],
} as unknown as Joined

/** Stands for the system's keyring, which a machine of tests has not: it turns letters round. */
const keyring: Seal = {
  seal: (text) => Promise.resolve(Buffer.from([...text].toReversed().join(''))),
  open: (sealed) => Promise.resolve([...sealed.toString()].toReversed().join('')),
}

/** A machine whose system keeps no secrets. */
const none = () => Promise.resolve(null)

test('a machine that joined no office starts without asking the system’s keyring, which may take seconds', async () => {
  let asked = 0
  const counted = () => {
    asked++
    return Promise.resolve(keyring)
  }
  const kept = joinedFile(join(dir, 'absent.json'), counted, log)
  expect(await kept.read()).toBeNull()
  expect(asked).toBe(0)
  await kept.write(joined)
  expect(await kept.read()).toEqual(joined)
  expect(asked).toBe(1)
})

test('what a station keeps is read back whole, and its owner alone may read the file', async () => {
  const file = join(dir, 'plain.json')
  const kept = joinedFile(file, none, log)
  expect(await kept.read()).toBeNull()
  await kept.write(joined)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(await kept.read()).toEqual(joined)
  kept.remove()
  expect(await kept.read()).toBeNull()
  expect(faults).toEqual([])
})

test('where the system keeps secrets the token is not in the file, and a machine without that keyring says so', async () => {
  const file = join(dir, 'sealed.json')
  await joinedFile(file, () => Promise.resolve(keyring), log).write({
    ...joined,
    token: `${'a'.repeat(42)}b` as Joined['token'],
  })
  expect(await readFile(file, 'utf8')).not.toContain('a'.repeat(42))
  expect(await joinedFile(file, () => Promise.resolve(keyring), log).read()).toMatchObject({
    token: `${'a'.repeat(42)}b`,
  })
  expect(await joinedFile(file, none, log).read()).toBe('unreadable')
})

test('a broken file is unreadable, never another office', async () => {
  const file = join(dir, 'broken.json')
  await writeFile(file, '{"joined":{"stationId":"p-1"}}')
  expect(await joinedFile(file, none, log).read()).toBe('unreadable')
})

test('a machine opens the stations of its role alone; an agent’s place without a counter begins at the entrance', () => {
  expect(stationsOf(joined)[0]).toBe('counter')
  expect(stationsOf({ ...joined, place: { name: 'Accueil', counterId: null } })[0]).toBe('reception')
  expect(stationsOf({ ...joined, role: 'kiosk' })).toEqual(['kiosk'])
})
