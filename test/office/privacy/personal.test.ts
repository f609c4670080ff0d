import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import WebSocket from 'ws'
import { openForReading } from '../../../db/open.ts'
import { connect } from '../../../shared/rpc/connect.ts'
import { socketPort } from '../../fixtures/socketPort.ts'
import { startInside } from '../../fixtures/hostInside.ts'
import { done, newFolder, removeFolder } from '../../fixtures/startHost.ts'

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

test('what an agent notes is set aside when the visit ends, kept for its undoing until the next call, and gone from the disk when the day is closed', async () => {
  const secret = 'Mme Zyxwvut-Quenneville'
  const host = await startInside(dir)
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
  // Of five visits, the last one alone can still be taken back; no answer repeats any of them.
  expect(await kept()).toEqual({ answers: 0, sheets: 0, closedSheets: 1 })
  connection.close()
  await done(host, 'agent1', 'commands/counter.close')
  await done(host, 'supervisor', 'commands/day.close')
  await host.stop()
  expect(await kept()).toEqual({ answers: 0, sheets: 0, closedSheets: 0 })
  expect(filesWith(secret)).toEqual([])
})

/** How many rows keep what an agent noted, and how many answers repeat it. */
async function kept(): Promise<unknown> {
  const db = await openForReading(dir)
  const rows = db
    .prepare(
      `select (select count(*) from answers where about_kind is not null) as answers,
        (select count(*) from personal where kind = 'sheet') as sheets,
        (select count(*) from personal where kind = 'closedSheet') as closedSheets`,
    )
    .get()
  db.close()
  return rows
}

test('a ground of priority is nobody’s but the agent’s who calls: in no event, no log, no answer after the day', async () => {
  const ground = 'cmiInvalidite'
  const host = await startInside(dir)
  await done(host, 'supervisor', 'commands/day.open')
  await done(host, 'agent1', 'commands/counter.open', { counterId: '1' })
  const key = randomUUID()
  const take = { serviceId: 'titres', priority: { groundId: ground, proof: 'card' } }
  const { ticketId } = await done<{ ticketId: string }>(host, 'agent1', 'commands/reception.take', take, key)
  const call = randomUUID()
  const called = await done<{ ticket: { ground: { ground: { groundId: string } } } }>(
    host,
    'agent1',
    'commands/ticket.callNext',
    {},
    call,
  )
  expect(called.ticket.ground.ground.groundId).toBe(ground)
  // The same call again is the same answer, for as long as the ground is kept.
  expect(await done(host, 'agent1', 'commands/ticket.callNext', {}, call)).toEqual(called)
  const about = async () => {
    const db = await openForReading(dir)
    const rows = db.prepare('select about_kind, about_id from answers where about_kind is not null').all()
    db.close()
    return rows
  }
  expect(await about()).toEqual([{ about_kind: 'ground', about_id: ticketId }])
  await done(host, 'agent1', 'commands/ticket.start')
  await done(host, 'agent1', 'commands/visit.close', { outcome: 'information' })
  await done(host, 'agent1', 'commands/counter.close')
  await done(host, 'supervisor', 'commands/day.close')
  expect(await about()).toEqual([])
  // A ticket says nothing of the ground: repeated, the taking is the same ticket still.
  expect(await done(host, 'agent1', 'commands/reception.take', take, key)).toMatchObject({ ticketId })
  await host.stop()
  expect(filesWith(ground)).toEqual([])
})

test('what had its time is forgotten by the running host, and not by its file alone', async () => {
  const host = await startInside(dir, { at: '2026-03-03T10:00:00+01:00' })
  await done(host, 'supervisor', 'commands/day.open')
  await done(host, 'agent1', 'commands/counter.open', { counterId: '1' })
  await done(host, 'agent1', 'commands/counter.pause', { reason: 'Inventaire Zyxwvut', kind: 'other' })
  const paused = await done<{ pause: { reason: string | null } }>(host, 'agent1', 'queries/counter.view')
  expect(paused.pause.reason).toBe('Inventaire Zyxwvut')
  await host.stop()
  const later = await startInside(dir, { at: '2026-04-03T10:00:00+01:00' })
  const after = await done<{ pause: { reason: string | null } | null }>(
    later,
    'agent1',
    'queries/counter.view',
  )
  expect(after.pause?.reason ?? null).toBeNull()
  await later.stop()
  expect(filesWith('Zyxwvut')).toEqual([])
})

test('the journal, its events and the log hold no word that a person typed, when documents are handed over too', async () => {
  const secret = 'Dossier de Mme Zyxwvut'
  const host = await startInside(dir)
  await done(host, 'supervisor', 'commands/day.open')
  await done(host, 'agent1', 'commands/counter.open', { counterId: '1' })
  await done(host, 'kiosk', 'commands/ticket.take', { serviceId: 'titres' })
  await done(host, 'agent1', 'commands/ticket.callNext')
  await done(host, 'agent1', 'commands/ticket.start')
  await done(host, 'agent1', 'commands/sheet.update', {
    procedureId: 'autre',
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
