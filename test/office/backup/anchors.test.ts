import { appendFile, copyFile, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anchorFile } from '../../../db/journal/anchorFile.ts'
import { guichet } from '../../fixtures/insideCommand.ts'
import { journalFile, LeftOffice, ready } from '../../fixtures/leftOffice.ts'
import { done, post } from '../../fixtures/startHost.ts'
import { today } from '../../fixtures/today.ts'

// An older journal in the place of the one that was signed: nothing is done until somebody goes on, after the highest number.

let left: LeftOffice
beforeAll(async () => {
  left = await LeftOffice.make()
}, 120_000)
afterAll(() => left.stop())

test('an older file put back takes no ticket until a supervisor goes on, after the highest number known', async () => {
  const dir = await left.folderOf('putBack', left.putBack)
  const before = await readFile(anchorFile(dir), 'utf8')
  await left.served(dir, async (host) => {
    const refused = await left.take(host)
    expect([refused.status, refused.error?.code]).toEqual([503, 'journalBehind'])
    expect(refused.error?.message).toContain('Sauvegardes')
    expect(await ready(host)).toEqual({ status: 503, journal: false })
    const unmade = await post(left.reached(host), 'admin', 'commands/backup.make')
    expect([unmade.status, unmade.error?.code]).toEqual([503, 'journalBehind'])
    expect(await left.standing(host)).toMatchObject({
      is: 'behind',
      missing: [{ series: 'A', here: 1, known: 5 }],
    })
    expect(await readFile(anchorFile(dir), 'utf8'), 'nothing is signed of it').toBe(before)
    expect((await left.resume(host, 'agent1')).error?.code).toBe('forbiddenRole')
    expect((await left.resume(host)).status).toBe(200)
    expect((await left.take(host)).output?.number).toBe('A6')
    expect(await ready(host)).toEqual({ status: 200, journal: true })
    expect((await left.resume(host)).error?.code).toBe('journalSound')
  })
  // What was signed of the lost events is excused from then on, by what is signed since.
  const verified = await guichet(['journal', 'verify', dir])
  expect(verified).toMatchObject({ code: 0, out: expect.stringContaining('signatures comparées') })
  await left.served(dir, async (host) => expect((await left.take(host)).output?.number).toBe('A7'))
})

test('a backup restored is gone on with, whatever was written in it before, and what was signed since is excused', async () => {
  const from = await left.folderOf('beside', async (dir) => {
    await copyFile(anchorFile(dir), anchorFile(join(dir, 'sauvegardes')))
  })
  const [name] = (await readdir(join(from, 'sauvegardes'))).filter((one) => one.endsWith('.tar.gz'))
  const dir = join(left.folder, 'restored')
  expect((await guichet(['restore', join(from, 'sauvegardes', name!), dir])).code).toBe(0)
  expect((await guichet(['follower', dir, '--renew'])).code).toBe(0)
  await left.served(dir, async (host) => {
    expect(await left.standing(host)).toMatchObject({ missing: [{ series: 'A', here: 1, known: 5 }] })
    expect((await left.take(host)).error?.code).toBe('journalBehind')
    expect((await left.resume(host)).status).toBe(200)
    expect((await left.take(host)).output?.number).toBe('A6')
  })
  expect((await guichet(['journal', 'verify', dir])).code).toBe(0)
})

test('numbers that papers show go on after them, where they say more than what was signed', async () => {
  const dir = await left.folderOf('papers', left.putBack)
  await left.served(dir, async (host) => {
    expect((await left.resume(host, 'supervisor', { tickets: { A: 9 }, documents: {} })).status).toBe(200)
    expect((await left.take(host)).output?.number).toBe('A10')
  })
})

test('the reference of a request that a paper shows is not given to another person', async () => {
  const dir = await left.folderOf('references', left.putBack)
  await left.served(dir, async (host) => {
    const { error } = await left.resume(host, 'supervisor', { tickets: {}, documents: { 'ZZ-2026': 3 } })
    expect(error?.code, 'letters of no paper').toBe('badInput')
    const year = today().slice(0, 4)
    const input = { tickets: {}, documents: { [`DO-${year}`]: 12 } }
    expect((await left.resume(host, 'supervisor', input)).status).toBe(200)
    const opened = await done<{ reference: string }>(left.reached(host), 'agent1', 'commands/file.open', {
      procedureId: 'autre',
      serviceId: 'titres',
      channel: 'depositBox',
      receivedOn: today(),
      pieces: [],
    })
    expect(opened.reference).toBe(`DO-${year}-13`)
  })
})

test('a number that nobody can have given yet is taken for a slip: nothing is gone on with', async () => {
  const dir = await left.folderOf('slip', left.putBack)
  await left.served(dir, async (host) => {
    for (const input of [
      { tickets: { A: 9999 }, documents: {} },
      { tickets: {}, documents: { 'NR-2026': 9_999_999 } },
    ])
      expect((await left.resume(host, 'supervisor', input)).error?.code).toBe('numberTooFar')
    expect((await left.take(host)).error?.code).toBe('journalBehind')
  })
})

test('a resumption that somebody writes in the file excuses nothing', async () => {
  const dir = await left.folderOf('written', left.putBack)
  await left.served(dir, async (host) => void (await left.resume(host)))
  const made = join(left.folder, 'resumed.sqlite')
  await copyFile(join(dir, journalFile), made)
  // The same file, in a folder whose anchors say nothing of it.
  const other = await left.folderOf('writtenAlone', async (to) => {
    await left.putBack(to)
    await copyFile(made, join(to, journalFile))
  })
  await left.served(other, async (host) => {
    expect((await left.standing(host)).is).toBe('behind')
    expect((await left.take(host)).error?.code).toBe('journalBehind')
  })
})

test('what is written after the last anchor hides it from no start', async () => {
  const dir = await left.folderOf('blankLines', async (to) => {
    await left.putBack(to)
    for (const folder of [to, join(to, 'sauvegardes')])
      await appendFile(anchorFile(folder), '\n'.repeat(300_000))
  })
  await left.served(dir, async (host) => expect((await left.take(host)).error?.code).toBe('journalBehind'))
})
