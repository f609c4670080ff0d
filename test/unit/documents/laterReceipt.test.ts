import { expect, test } from 'vitest'
import { FilesOffice, given } from '../../fixtures/filesOffice.ts'
import { lastIssued } from '../../fixtures/issuedPapers.ts'

const today = '2026-03-03'

/** A file that the visit takes up, acknowledged before: its closing changes nothing of it. */
function unchangedBy(outcome: string) {
  const office = new FilesOffice()
  const fileId = office.open()
  given(office.act('file.acknowledge', { fileId, form: 'ar', on: today, issue: false }))
  office.receiveOne()
  given(office.act('visit.takeFile', { fileId }))
  given(office.act('visit.close', { outcome }))
  const [ticketId] = office.pure.office.tickets.keys()
  given(office.act('document.issue', { what: { kind: 'recepisse', ticketId } }))
  return lastIssued(office).facts
}

test('a later receipt names the file that its request went on with, though nothing of it changed', () => {
  expect(unchangedBy('filed')).toMatchObject({ kind: 'recepisse', file: 'DO-2026-1' })
})

test('whoever was not received went on with no file', () => {
  expect(unchangedBy('notServed')).not.toHaveProperty('file', 'DO-2026-1')
})
