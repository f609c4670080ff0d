import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Output } from '../../../shared/contract/index.ts'
import { connect } from '../../../db/connect.ts'
import { startInside, type HostInside } from '../../fixtures/hostInside.ts'
import { done, newFolder, post, removeFolder } from '../../fixtures/startHost.ts'

let dir: string
let host: HostInside
beforeAll(async () => {
  dir = await newFolder()
  host = await startInside(dir, { at: '2026-03-03T10:42:00+01:00' })
  await done(host, 'supervisor', 'commands/day.open')
  await done(host, 'agent1', 'commands/counter.open', { counterId: '1' })
})
afterAll(async () => {
  await host.stop()
  await removeFolder(dir)
})

async function receipt(): Promise<string> {
  await done(host, 'kiosk', 'commands/ticket.take', { serviceId: 'titres' })
  await done(host, 'agent1', 'commands/ticket.callNext')
  await done(host, 'agent1', 'commands/ticket.start')
  const pieces = [{ pieceId: 'photo', state: 'presented' }]
  await done(host, 'agent1', 'commands/sheet.update', { procedureId: 'cni', pieces })
  const { documents } = await done<Output<'visit.close'>>(host, 'agent1', 'commands/visit.close', {
    outcome: 'filed',
  })
  return documents[0]!.documentId
}

/** Someone who may write the file, beside the office. */
function byHand(statement: string, ...values: readonly string[]): void {
  const db = connect(join(dir, 'guichet.sqlite'), { readonly: false, timeout: 1_000 })
  try {
    db.prepare(statement).run(...values)
  } finally {
    db.close()
  }
}

test('facts changed by hand in the file never come out under the code that vouched for others', async () => {
  const [first, second] = [await receipt(), await receipt()]
  const facts = "update personal set value = replace(value, 'Photo de moins', 'Photo de plus') where id = ?"
  byHand(facts, first)
  // A whole document, authentic, put in the place of another.
  const kept = `update personal set value = (select value from personal where id = ?) where id = ?`
  const third = await receipt()
  byHand(kept, second, third)

  for (const documentId of [first, third]) {
    const acts = [
      ['queries/document.get', { documentId }],
      ['commands/document.print', { documentId }],
      ['commands/document.duplicate', { documentId }],
      ['commands/document.cancel', { documentId, reason: 'Erreur' }],
      ['commands/document.issue', { what: { kind: 'trace', fileId: null, documentId } }],
    ] as const
    for (const [name, input] of acts)
      expect((await post(host, 'agent1', name, input)).error?.code, name).toBe('documentAltered')
  }
  const { facts: untouched } = await done<Output<'document.get'>>(host, 'agent1', 'queries/document.get', {
    documentId: second,
  })
  expect(untouched.kind).toBe('recepisse')
})
