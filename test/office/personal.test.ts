import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import WebSocket from 'ws'
import { openForReading } from '../../db/open.ts'
import { connect } from '../../shared/rpc/connect.ts'
import { socketPort } from '../fixtures/socketPort.ts'
import { done, newFolder, removeFolder, startHost } from '../fixtures/startHost.ts'

let dir: string
beforeEach(async () => {
  dir = await newFolder()
})
afterEach(() => removeFolder(dir))

/** The files of the folder in which these words are found, whatever keeps them. */
const filesWith = (word: string): string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const file = join(dir, name)
    return statSync(file).isFile() && readFileSync(file).includes(word)
  })

test('what an agent notes is gone from the disk when the visit ends, the answers of the same instant too', async () => {
  const secret = 'Mme Zyxwvut-Quenneville'
  const host = await startHost(dir)
  await done(host, 'supervisor', 'commands/day.open')
  await done(host, 'agent1', 'commands/counter.open', { counterId: '1' })
  const port = await socketPort(new WebSocket(`${host.url.replace('http', 'ws')}/ws`))
  const answer = await connect(port, { token: host.tokens['agent1']! })
  if ('error' in answer) throw new Error(answer.error.message)
  const { connection } = answer
  for (let visit = 0; visit < 5; visit++) {
    await done(host, 'kiosk', 'commands/ticket.take', { serviceId: 'titres' })
    await done(host, 'agent1', 'commands/ticket.callNext')
    await done(host, 'agent1', 'commands/ticket.start')
    // Said in one breath: the notes and the end may be stored together.
    const acts = [
      connection.command('sheet.update', { note: `${secret} ${visit}` }, randomUUID()),
      connection.command(
        'sheet.update',
        { identity: { kind: 'passport', issuer: `${secret} préfecture` } },
        randomUUID(),
      ),
      connection.command('visit.close', { outcome: 'information' }, randomUUID()),
    ]
    for (const result of await Promise.all(acts)) expect(result).toHaveProperty('output')
  }
  connection.close()
  expect(await host.stop()).toBe(0)

  const db = openForReading(dir)
  const rows = (await db)
    .prepare(
      'select (select count(*) from answers where about_kind is not null) as answers, (select count(*) from personal where kind = ?) as sheets',
    )
    .get('sheet')
  ;(await db).close()
  expect(rows).toEqual({ answers: 0, sheets: 0 })
  expect(filesWith(secret)).toEqual([])
})

test('the journal, its events and the log hold no word that a person typed, when documents are handed over too', async () => {
  const secret = 'Dossier de Mme Zyxwvut'
  const host = await startHost(dir)
  await done(host, 'supervisor', 'commands/day.open')
  await done(host, 'agent1', 'commands/counter.open', { counterId: '1' })
  await done(host, 'kiosk', 'commands/ticket.take', { serviceId: 'titres', procedureId: 'autre' })
  await done(host, 'agent1', 'commands/ticket.callNext')
  await done(host, 'agent1', 'commands/ticket.start')
  await done(host, 'agent1', 'commands/sheet.update', {
    label: secret,
    pieces: [{ label: `${secret}, pièce`, state: 'presented' }],
    note: secret,
  })
  await done(host, 'agent1', 'commands/visit.close', { outcome: 'filed' })
  await host.stop()
  const db = await openForReading(dir)
  const told = [
    ...(db.prepare('select body from events').pluck().all() as string[]),
    ...(db.prepare('select state from snapshots').pluck().all() as string[]),
    ...(db.prepare('select output from answers where about_kind is null').pluck().all() as string[]),
    ...(db.prepare('select seal from documents').pluck().all() as string[]),
  ]
  db.close()
  expect(told.length).toBeGreaterThan(8)
  for (const text of told)
    for (const word of [secret, 'Zyxwvut', 'Belkacem', 'Samira']) expect(text).not.toContain(word)
  for (const name of readdirSync(join(dir, 'logs')))
    expect(readFileSync(join(dir, 'logs', name), 'utf8')).not.toContain('Zyxwvut')
})
