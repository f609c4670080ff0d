import { beforeEach, describe, expect, test } from 'vitest'
import { given, type FilesOffice } from '../../fixtures/filesOffice.ts'
import { openWorks, refuseWorks, worksAccepted as reached, worksOffice } from '../../fixtures/refusedWorks.ts'

// The day on which silence accepts is due, though a refusal was signed, until the person hears of it (CRPA L221-8, L231-1).

let office: FilesOffice
let fileId: string
beforeEach(() => {
  office = worksOffice()
  fileId = openWorks(office)
  given(refuseWorks(office, fileId, '2026-03-03'))
})
const handed = (on: string) =>
  office.act('file.handOver', { fileId, what: 'decision', on, means: 'registeredPost', to: 'self' })
const noteSilence = () => office.act('file.decide', { fileId, decision: 'implicitAcceptance', on: reached })

describe('the day on which silence accepts is due', () => {
  const silences = () => office.due({ kinds: ['silence'] })
  const line = { fileId: expect.anything(), kind: 'silence', effect: 'acceptation', dueOn: reached }

  test('a refusal signed here and handed over to nobody is listed, until it is', () => {
    expect(silences()).toMatchObject({ total: 1, counts: { silence: 1 } })
    expect(silences().rows).toMatchObject([{ ...line, fileId, waitsFor: null, overdue: false }])
    expect(office.shown(fileId).dues).toMatchObject([line])
    given(handed('2026-03-03'))
    expect(silences()).toMatchObject({ total: 0, rows: [], counts: { silence: 0 } })
    expect(office.shown(fileId).dues).toEqual([])
  })

  test('once silence has accepted, its acceptance is, until it is noted', () => {
    office.on('2026-04-06')
    expect(silences().rows).toMatchObject([{ ...line, fileId, overdue: true }])
    given(noteSilence())
    expect(silences().total).toBe(0)
  })

  test('it takes its place among what is due, the earliest first', () => {
    const later = openWorks(office, undefined, '2026-03-02')
    expect(silences().rows.map((row) => [row.fileId, row.dueOn])).toEqual([
      [later, '2026-04-02'],
      [fileId, reached],
    ])
  })
})
