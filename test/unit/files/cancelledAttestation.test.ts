import { beforeEach, describe, expect, test } from 'vitest'
import { given, refusalOf, type FilesOffice } from '../../fixtures/filesOffice.ts'
import { openWorks, refuseWorks, worksAccepted as reached, worksOffice } from '../../fixtures/refusedWorks.ts'

// A refusal that reached the person in time is put back over an acceptance, unless an attestation that holds tells it.

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

const attest = () => office.act('document.issue', { what: { kind: 'acceptation', fileId } })
const decision = () => office.shown(fileId).decision

describe('an attestation that is cancelled says nothing any more', () => {
  const attested = () => given(attest()).output.documentId
  const cancel = (paper: string) =>
    given(office.act('document.cancel', { documentId: paper, reason: 'Attestation faite par erreur' }))
  beforeEach(() => office.on(reached))

  test.each<readonly [string, () => unknown]>([
    ['attested', () => undefined],
    ['noted, then attested', () => given(noteSilence())],
  ])('a refusal received in time is put back over what was %s', (_, prepare) => {
    prepare()
    cancel(attested())
    given(handed('2026-03-20'))
    expect(decision()).toMatchObject({ decision: 'refused' })
  })

  test('of two, the one that holds counts', () => {
    const first = attested()
    const second = attested()
    cancel(first)
    expect(refusalOf(handed('2026-03-20'))).toBe('acceptanceAttested')
    cancel(second)
    given(handed('2026-03-20'))
  })

  test('a duplicate that is cancelled leaves what it repeats', () => {
    const paper = attested()
    cancel(given(office.act('document.duplicate', { documentId: paper })).output.documentId)
    expect(refusalOf(handed('2026-03-20'))).toBe('acceptanceAttested')
  })
})
