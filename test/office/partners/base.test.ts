import { afterAll, beforeAll, expect, test } from 'vitest'
import { officesOfBase } from '../../../electron/host/partners/base.ts'
import type { LocalDate } from '../../../shared/contract/ids.ts'
import { schoolOffice } from '../../../electron/host/training/school.ts'
import { done, newFolder, removeFolder, startHost, type RunningHost } from '../../fixtures/startHost.ts'
import { guichet } from '../../fixtures/insideCommand.ts'
import {
  freePort,
  pgFolder,
  pgProgram,
  runPostgres,
  startPostgres,
  type OwnPostgres,
} from '../../runtime/postgres.ts'

// Two offices in one PostgreSQL database, and the town that reads them from its standby.

let primary: OwnPostgres
let standby: OwnPostgres
const hosts: RunningHost[] = []
beforeAll(async () => {
  primary = await startPostgres()
})
afterAll(async () => {
  for (const host of hosts) {
    await host.stop()
    await removeFolder(host.dir)
  }
  await standby?.stop()
  await primary?.stop()
})

const day = '2026-03-03' as LocalDate

test('the town reads every office of a database from its standby, which nothing writes and which catches up by itself', async () => {
  const url = await primary.database()
  for (const name of ['un', 'deux']) {
    const host = await startHost(await newFolder(), { at: '2026-03-03T09:00:00+01:00', journal: url })
    hosts.push(host)
    await done(host, 'admin', 'commands/office.setAddress', {
      ...schoolOffice.settings.address,
      name: `Mairie ${name}`,
    })
    await done(host, 'supervisor', 'commands/day.open')
  }
  const [one] = hosts
  const folder = await pgFolder()
  const data = ['-D', `${folder}/data`, '-X', 'stream', '--checkpoint=fast']
  const from = ['-h', '127.0.0.1', '-p', String(primary.port), '-U', 'postgres', '-R']
  await pgProgram('pg_basebackup', [...from, ...data])
  standby = await runPostgres(folder, await freePort())
  const read = standby.url(new URL(url).pathname.slice(1))

  const before = await officesOfBase(read, day)
  expect(before.map(({ name, state }) => [name, state])).toEqual([
    ['Mairie deux', 'answered'],
    ['Mairie un', 'answered'],
  ])
  await done(one!, 'kiosk', 'commands/ticket.take', { serviceId: 'titres' })
  const taken = async (from: string) =>
    (await officesOfBase(from, day)).map(({ figures }) => figures?.ended.tickets)
  await expect.poll(() => taken(read), { timeout: 20_000 }).toEqual([0, 1])
  // The same from the server that is written, and from the command line.
  expect(await officesOfBase(url, day)).toEqual(await officesOfBase(read, day))
  const cli = await guichet(['town', read, '--on', day])
  expect([cli.code, cli.err]).toEqual([0, ''])
  expect(cli.out).toMatch(/^Mairie deux : Personnes 0 ;.*\nMairie un : Personnes 1 ;/)
})
