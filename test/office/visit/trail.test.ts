import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { IssuedDocument } from '../../../shared/contract/documents/issued.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { openForReading } from '../../../db/open.ts'
import { verifyFacts } from '../../../shared/documents/seal.ts'
import { ownHostsInside } from '../../fixtures/ownHosts.ts'
import { done, post } from '../../fixtures/startHost.ts'

// « Mon passage » through the real host: who holds the ticket's paper gets their own trace, today and later, and can
// check it without the office.

const here = ownHostsInside()

const on = (text: string) => here.at(`${text}+01:00`)
const act = <T>(holder: string, name: string, input: object = {}) =>
  done<T>(here.host, holder, `commands/${name}`, input)
const ask = <T>(name: string, input: object, holder = 'kiosk') =>
  done<T>(here.host, holder, `queries/${name}`, input)
type Taken = Output<'ticket.take'>
type Printed = Output<'trail.print'>
type Got = Output<'trail.get'>

const take = () => act<Taken>('kiosk', 'ticket.take', { serviceId: 'titres' })
const passageOf = (document: Pick<IssuedDocument, 'facts'>) => {
  if (document.facts.kind !== 'passage') throw new Error(document.facts.kind)
  return document.facts
}
const issued = async (documentId: string) => ask<IssuedDocument>('document.get', { documentId }, 'agent1')

/** The journal as it is kept: what an export of it holds, line after line. */
async function journal() {
  const db = await openForReading(here.dir)
  const rows = db.prepare('select seq, body, hash from events order by seq').all() as {
    seq: number
    body: string
    hash: string
  }[]
  const born = JSON.parse(rows[0]!.body) as { data: { publicKey: string } }
  db.close()
  return { rows, publicKey: born.data.publicKey }
}

/** What each step must be in the journal. */
const types: Readonly<Record<string, string>> = {
  taken: 'ticketTaken',
  called: 'ticketCalled',
  recalled: 'ticketRecalled',
  received: 'visitStarted',
  ended: 'visitClosed',
  left: 'ticketLeft',
  notReceived: 'ticketUnserved',
}

test('the paper’s code gives the person all that was noted of their visit, which the public key and the journal’s export check', async () => {
  await on('2026-03-03T10:00:00')
  await act('supervisor', 'day.open')
  await act('agent1', 'counter.open', { counterId: '1' })
  const mine = await take()
  const other = await take()
  await act('agent1', 'ticket.setPriority', {
    ticketId: other.ticketId,
    priority: { groundId: 'cmiPriorite', proof: 'card' },
  })
  await act('agent1', 'ticket.callNext')
  await act('agent1', 'ticket.start')
  await act('agent1', 'visit.close', { outcome: 'information' })
  await act('agent1', 'ticket.callNext')
  await act('agent1', 'ticket.recall')
  await act('agent1', 'ticket.start')
  await act('agent1', 'sheet.update', {
    procedureId: 'autre',
    label: 'Acte de naissance',
    pieces: [{ label: 'Livret de famille', state: 'presented' }],
  })
  const closed = await act<Output<'visit.close'>>('agent1', 'visit.close', { outcome: 'notServed' })

  const printed = await act<Printed>('kiosk', 'trail.print', { code: mine.code.toLowerCase() })
  expect(printed).toMatchObject({ kind: 'passage', number: 'MP-2026-1', copy: 1 })
  const document = await issued(printed.documentId)
  const facts = passageOf(document)
  expect(facts.steps.map(({ is }) => is)).toEqual(['taken', 'called', 'recalled', 'received', 'ended'])
  expect(facts.overtakes).toEqual([{ reason: 'legalPriority', count: 1 }])
  expect(facts.documents.map(({ number }) => number)).toEqual(closed.documents.map(({ number }) => number))
  expect(facts.author, 'the office tells what its journal holds').toBeNull()
  expect(JSON.stringify(document), 'no ground of priority is told, of anybody').not.toContain('cmi')

  // Without the office: the key alone, then the export of its journal.
  const { rows, publicKey } = await journal()
  expect(facts.chain.publicKey).toBe(publicKey)
  expect(verifyFacts(document, publicKey)).toMatchObject({ is: 'authentic', number: 'MP-2026-1' })
  const { steps } = facts
  const changed = { ...facts, steps: steps.map((step) => ({ ...step, at: step.at - 60_000 })) }
  expect(verifyFacts({ ...document, facts: changed }, publicKey)).toEqual({ is: 'altered' })
  expect(rows[facts.chain.seq - 1], 'the export goes through the hash that the paper bears').toMatchObject({
    seq: facts.chain.seq,
    hash: facts.chain.hash,
  })
  for (const step of facts.steps) {
    const told = JSON.parse(rows[step.seq - 1]!.body) as { at: number; type: string; data: object }
    expect(told).toMatchObject({ at: step.at, type: types[step.is], data: { ticketId: mine.ticketId } })
    expect(step.seq).toBeLessThanOrEqual(facts.chain.seq)
  }
  const about = rows.filter(({ seq, body }) => seq <= facts.chain.seq && body.includes(mine.ticketId))
  const unsaid = about.filter(({ seq }) => !facts.steps.some((step) => step.seq === seq))
  expect(
    unsaid.every(({ body }) => body.includes('"type":"documentIssued"')),
    'nothing is left out',
  ).toBe(true)
  // The hash of each event is the SHA-256 of the one before and of its own text, as anybody can do again.
  let hash = '0'.repeat(64)
  for (const { body } of rows.slice(0, facts.chain.seq))
    hash = createHash('sha256')
      .update(hash + body)
      .digest('hex')
  expect(hash).toBe(facts.chain.hash)
})

test('the same trace comes out again while nothing happened, and within a minute whatever happened; then a new one', async () => {
  await on('2026-03-03T10:00:00')
  await act('supervisor', 'day.open')
  const { code } = await take()
  const both = await Promise.all([1, 2, 3].map(() => act<Printed>('kiosk', 'trail.print', { code })))
  expect(new Set(both.map(({ number }) => number)), 'asked thrice at once, it is one document').toEqual(
    new Set(['MP-2026-1']),
  )
  await act('kiosk', 'ticket.leave', { number: 'A1', code })
  expect(await act<Printed>('kiosk', 'trail.print', { code })).toMatchObject({ number: 'MP-2026-1' })
  await on('2026-03-03T10:05:00')
  const second = await act<Printed>('kiosk', 'trail.print', { code })
  expect(second).toMatchObject({ number: 'MP-2026-2', copy: 1 })
  await on('2026-03-03T10:30:00')
  // The training office has no printer of tickets: its kiosk shows the paper, an agent's counter prints it.
  expect(await act<Printed>('kiosk', 'trail.print', { code })).toMatchObject({ jobId: null, copy: 1 })
  const again = await act<Printed>('agent1', 'trail.print', { code })
  expect(again).toMatchObject({ number: 'MP-2026-2', documentId: second.documentId, copy: 2 })
  expect(passageOf(await issued(again.documentId)).steps.map(({ is }) => is)).toEqual(['taken', 'left'])
})

test('days later the code still opens it, as does the number on its date for an agent; a stranger’s code and a lost paper’s open nothing', async () => {
  await on('2026-03-03T10:00:00')
  await act('supervisor', 'day.open')
  const lost = await take()
  const { code } = await act<Output<'ticket.replace'>>('agent1', 'ticket.replace', { number: 'A1' })
  const wrong = async (asked: string) =>
    (await post(here.host, 'kiosk', 'queries/trail.get', { code: asked })).error?.code
  expect(await wrong(lost.code)).toBe('codeWrong')
  expect(await wrong('ZZZZZZZZ')).toBe('codeWrong')
  // Nobody closes the day.
  await on('2026-03-10T09:00:00')
  await act('supervisor', 'day.open')
  await take()
  const { facts, issued: before } = await ask<Got>('trail.get', { code })
  expect(before).toBeNull()
  expect(passageOf({ facts }).steps.map(({ is }) => is)).toEqual(['taken', 'replaced', 'notReceived'])
  expect(facts.ticket).toBe('A1')
  const printed = await act<Printed>('supervisor', 'trail.print', { code, printerId: null })
  expect(printed.jobId, 'no paper is asked: it is on the screen').toBeNull()
  expect((await ask<Got>('trail.get', { code })).issued?.seal.number).toBe(printed.number)

  // Who was left overnight and asks later has the certificate of it.
  for (const what of [
    { kind: 'attestation', ticketId: null, ofDay: { number: 'A1', date: '2026-03-03' } },
    { kind: 'attestation', ticketId: null, code },
  ]) {
    const given = await act<Output<'document.issue'>>('agent1', 'document.issue', { what })
    expect(given.kind).toBe('nonReception')
    expect((await issued(given.documentId)).facts).toMatchObject({
      ticket: 'A1',
      why: 'leftOvernight',
      fault: 'service',
    })
  }
  const stranger = { kind: 'attestation', ticketId: null, ofDay: { number: 'A9', date: '2026-03-03' } }
  const refused = await post(here.host, 'agent1', 'commands/document.issue', { what: stranger })
  expect(refused.error?.code).toBe('unknownTicket')
})

test('whoever waits, was received or left has an attestation of it on request, with the hours and by whose doing', async () => {
  await on('2026-03-03T10:00:00')
  await act('supervisor', 'day.open')
  await act('agent1', 'counter.open', { counterId: '1' })
  const [first, second] = [await take(), await take()]
  const attest = async (ticketId: string | null) => {
    const what = { kind: 'attestation', ticketId }
    const { documentId } = await act<Output<'document.issue'>>('agent1', 'document.issue', { what })
    return (await issued(documentId)).facts
  }
  expect(await attest(first.ticketId)).toMatchObject({ presence: { stage: 'waiting', until: null } })
  await act('agent1', 'ticket.callNext')
  await act('agent1', 'ticket.start')
  expect(await attest(null)).toMatchObject({ ticket: 'A1', presence: { stage: 'serving', until: null } })
  await act('agent1', 'visit.close', { outcome: 'notServed', fault: 'thirdParty' })
  expect(await attest(first.ticketId)).toMatchObject({
    outcome: 'notServed',
    presence: { stage: 'closed', until: expect.any(Number) as number, fault: 'thirdParty' },
  })
  const left = await act<Output<'ticket.leave'>>('kiosk', 'ticket.leave', { number: 'A2', code: second.code })
  expect(await attest(second.ticketId)).toMatchObject({
    receivedAt: null,
    presence: { stage: 'left', until: left.leftAt, fault: 'person' },
  })
})

test('a declaration and a payment are told as such long after, by the version of the rules that was applied', async () => {
  await on('2026-03-03T10:00:00')
  await act('supervisor', 'day.open')
  await act('agent1', 'counter.open', { counterId: '1' })
  const ended = async (procedureId: string) => {
    const { code } = await take()
    await act('agent1', 'ticket.callNext')
    await act('agent1', 'ticket.start')
    await act('agent1', 'sheet.update', {
      procedureId,
      pieces: [{ label: 'Certificat', state: 'presented' }],
      person: { familyName: 'Roux' },
    })
    await act('agent1', 'visit.close', { outcome: 'filed' })
    return code
  }
  const codes = [await ended('naissance'), await ended('paiement'), await ended('urbanisme')]
  await on('2026-05-03T10:00:00')
  const natures = []
  for (const code of codes) {
    const { documentId } = await act<Printed>('supervisor', 'trail.print', { code, printerId: null })
    const last = passageOf(await issued(documentId)).steps.at(-1)
    natures.push(last?.is === 'ended' ? last.nature : last)
  }
  expect(natures, 'what depends on the answers is not told').toEqual(['declaration', 'payment', undefined])
})
