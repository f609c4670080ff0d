import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ed25519 } from '@noble/curves/ed25519.js'
import { describe, expect, onTestFinished, test } from 'vitest'
import { schoolOffice } from '../../../electron/host/training/school.ts'
import { standbyWords } from '../../../shared/messages/standby/standby.fr.ts'
import { toBase64url } from '../../../shared/documents/base64url.ts'
import { ownHosts, ownHostsInside } from '../../fixtures/ownHosts.ts'
import { done, failedStart, post } from '../../fixtures/startHost.ts'
import { guichet } from '../../fixtures/insideCommand.ts'
import { issue, officeKey, someFacts } from '../../fixtures/papers.ts'
import { fromSources, hostProgram, root } from '../../runtime/places.ts'

const here = ownHosts()
const { start } = here
/** Where nothing is asked of a host that is a program's own. */
const within = ownHostsInside()

const run = promisify(execFile)
type Left = { readonly code: number; readonly stdout: string; readonly stderr: string }
/** A program of the sources, as `npm run host` and `npm run guichet` start it. */
const source = (name: string) => join(root, 'electron', 'host', name)
const node = (program: string, ...args: readonly string[]): Promise<Left> =>
  run(process.execPath, [program, ...args], {
    cwd: here.dir,
    timeout: 20_000,
    env: { ...fromSources(), GUICHET_SQLITE_BINDING: undefined, NODE_OPTIONS: undefined },
  }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: Left) => ({ code: error.code, stdout: error.stdout, stderr: error.stderr }),
  )

test('a command that waits for what can no longer come has answered nothing, and leaves with 1', async () => {
  const never = join(here.dir, 'never.cjs')
  await writeFile(
    never,
    'process.stdin[Symbol.asyncIterator] = () => ({ next: () => new Promise(() => {}) })',
  )
  expect(await node('--require', never, source('cli.ts'), 'mrz')).toMatchObject({ code: 1, stdout: '' })
})

describe('what the host can’t do with its options', () => {
  test('is said in French, and nothing starts, by the program of the sources and the one that the tests start', async () => {
    const misused = ['--data', 'x', '--nombre', '3']
    const { code, stdout, stderr } = await node(source('serve.ts'), ...misused)
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain('« --nombre » n’est pas une option.')
    await expect(stat(join(here.dir, 'x'))).rejects.toThrow('ENOENT')
    expect(await node(hostProgram, ...misused)).toEqual({ code, stdout, stderr })
  })

  test('an hour that no clock has is said, and nothing starts', async () => {
    const late = within.start({ at: '+275760-09-13T00:00:00Z' })
    await expect(late).rejects.toThrow('n’est pas une date et une heure')
    await expect(stat(join(within.dir, 'guichet.sqlite'))).rejects.toThrow('ENOENT')
  })

  test('an hour’s offset counts, whole hours alone too', async () => {
    const host = await within.start({ at: '2026-03-03T10:00:00+05' })
    await done(host, 'supervisor', 'commands/day.open')
    const { day } = await done<{ day: { openedAt: number } }>(host, 'supervisor', 'queries/queue.view')
    expect(day.openedAt - Date.parse('2026-03-03T05:00:00Z')).toBeLessThan(60_000)
    expect(day.openedAt - Date.parse('2026-03-03T05:00:00Z')).toBeGreaterThanOrEqual(0)
  })
})

test('a training clock goes on from start to start: nothing under way or answered is old at once', async () => {
  const at = '2026-03-03T10:42:00+01:00'
  const host = await start({ at })
  await done(host, 'supervisor', 'commands/day.open')
  await done(host, 'agent1', 'commands/counter.open', { counterId: '1' })
  const key = randomUUID()
  const taken = await post(host, 'kiosk', 'commands/ticket.take', { serviceId: 'titres' }, key)
  await done(host, 'agent1', 'commands/ticket.callNext')
  await done(host, 'agent1', 'commands/ticket.start')
  await done(host, 'agent1', 'commands/sheet.update', { note: 'Revient avec une photo' })
  await host.kill()

  const again = await within.start({}, here.dir)
  expect(await post(again, 'kiosk', 'commands/ticket.take', { serviceId: 'titres' }, key)).toEqual(taken)
  const { current } = await done<{ current: { sheet: { note: string } } }>(
    again,
    'agent1',
    'queries/counter.view',
  )
  expect(current.sheet.note).toBe('Revient avec une photo')
  const next = await done<{ takenAt: number }>(again, 'kiosk', 'commands/ticket.take', {
    serviceId: 'titres',
  })
  expect(next.takenAt - Date.parse(at)).toBeLessThan(10 * 60_000)
})

test('a real office whose key is lost or another one does not start: it would issue what nobody can verify', async () => {
  const host = await within.start({ school: false })
  const tokens = JSON.parse(await readFile(join(within.dir, 'tokens.json'), 'utf8')) as Record<string, string>
  await done({ ...host, tokens }, 'admin', 'commands/office.create', { ...schoolOffice, school: false })
  await host.stop()
  const file = join(within.dir, 'office.key')
  const kept = await readFile(file, 'utf8')
  rmSync(file)
  await expect(within.start({ school: false })).rejects.toThrow('Remettez celle de la dernière sauvegarde')
  await writeFile(file, JSON.stringify({ ed25519: '42'.repeat(32) }))
  const { code, stderr } = await failedStart(within.dir, { school: false })
  expect(code).toBe(1)
  expect(stderr).toContain('La clé de l’office (office.key) manque, ou n’est pas la sienne')
  await writeFile(file, kept)
  const back = await within.start({ school: false })
  expect((await post({ ...back, tokens }, 'supervisor', 'commands/day.open')).status).toBe(200)
})

test.each(['gone', 'empty'])(
  'a folder that has served and whose journal is %s begins no other office',
  async (how) => {
    const host = await within.start()
    await host.stop()
    const file = join(within.dir, 'guichet.sqlite')
    const kept = await readFile(file)
    if (how === 'gone') rmSync(file)
    else await writeFile(file, '')
    await expect(within.start()).rejects.toThrow('manque ou est vide')
    await writeFile(file, kept)
    const back = await within.start()
    expect((await post(back, 'supervisor', 'commands/day.open')).status).toBe(200)
  },
)

test('a training site copied without its key goes on: its papers have no value', async () => {
  const host = await within.start()
  await host.stop()
  rmSync(join(within.dir, 'office.key'))
  const back = await within.start()
  expect((await post(back, 'supervisor', 'commands/day.open')).status).toBe(200)
})

test('a document is verified with a key that begins with a dash', async () => {
  const keyOf = (seed: number) => toBase64url(ed25519.getPublicKey(new Uint8Array(32).fill(seed)))
  const seed = Array.from({ length: 256 }, (_, at) => at).find((at) => keyOf(at).startsWith('-'))!
  const { code } = issue(someFacts(), null, officeKey(seed))
  const verified = await guichet(['document', 'verify', code, '--key', keyOf(seed)])
  expect([verified.code, JSON.parse(verified.out)]).toMatchObject([0, { is: 'authentic' }])
})

test('the scheme of a token is read whatever its case (RFC 9110)', async () => {
  const host = await within.start()
  for (const scheme of ['Bearer', 'bearer', 'BEARER ']) {
    const response = await fetch(`${host.url}/api/v1/queries/queue.view`, {
      method: 'POST',
      headers: { authorization: `${scheme} ${host.tokens['supervisor']}` },
      body: '{}',
    })
    expect(response.status, scheme).toBe(200)
    await response.body?.cancel()
  }
})

test('the token of the host to follow is taken from the environment too, that no other account reads', async () => {
  const asking = { school: false, more: ['--follow', 'https://127.0.0.1:1'] }
  process.env['GUICHET_FOLLOW_TOKEN'] = 'x'.repeat(43)
  onTestFinished(() => {
    delete process.env['GUICHET_FOLLOW_TOKEN']
  })
  // It is taken, and then goes to no address whose key is not known.
  expect((await failedStart(here.dir, asking)).stderr).toContain(standbyWords.noPin)
})
