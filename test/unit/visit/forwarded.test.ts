import { beforeEach, expect, test } from 'vitest'
import { draftContent } from '../../../shared/documents/content.ts'
import type { DocumentFacts } from '../../../shared/contract/documents/issued.ts'
import { FilesOffice, given } from '../../fixtures/filesOffice.ts'

let office: FilesOffice
const close = (more: object = {}) => office.act('visit.close', { outcome: 'forwarded', ...more })
const papers = (): readonly DocumentFacts[] =>
  [...office.pure.documents.values()].flatMap((one) => (one === 'erased' ? [] : [one.facts]))
const unnamed = { refusal: 'mentionMissing', details: ['recipient'] }

const received = () => {
  given(office.act('ticket.take', { serviceId: 'titres' }, 'kiosk'))
  given(office.act('ticket.callNext', {}))
  given(office.act('ticket.start', {}))
}
beforeEach(() => {
  office = new FilesOffice()
  office.act('day.open', {}, 'supervisor')
  office.act('counter.open', { counterId: '1' })
})

test.each([
  ['nothing shown', []],
  ['a piece shown', [{ label: 'Bail', state: 'presented' }]],
])('nobody is sent to a competent office that is not named (CRPA L114-2): %s', (_, pieces) => {
  received()
  given(office.act('sheet.update', { procedureId: 'autre', label: 'Aide au logement', pieces }))
  const before = office.pure.recorded.length
  expect(close()).toEqual(unnamed)
  expect(close({ last: true })).toEqual(unnamed)
  expect(office.pure.recorded).toHaveLength(before)
  given(close({ to: { name: 'CCAS de Melun' } }))
  expect(papers()).not.toEqual([])
  for (const facts of papers()) expect(facts).toMatchObject({ forwardedTo: { name: 'CCAS de Melun' } })
})

test('what was written by hand names it too, and its name is no place for an order', () => {
  const times = {
    arrivedAt: office.pure.clock - 3e5,
    startedAt: office.pure.clock - 2e5,
    endedAt: office.pure.clock,
  }
  const enter = (outcome: string, more: object = {}) =>
    office.act('day.enterByHand', { serviceId: 'titres', ...times, outcome, ...more })
  office.pure.clock += 6e5
  const before = office.pure.recorded.length
  expect(enter('forwarded')).toEqual(unnamed)
  expect(enter('forwarded', { to: { name: 'Revenez avec un bail' } })).toMatchObject({
    refusal: 'nameMalformed',
  })
  expect(office.pure.recorded).toHaveLength(before)
  given(enter('forwarded', { to: { name: 'CCAS de Melun' } }))
  expect([...office.pure.personal.reasons.values()], 'the journal names nobody').toEqual(['CCAS de Melun'])
  expect(JSON.stringify(office.pure.recorded)).not.toContain('CCAS de Melun')
  given(enter('information'))
})

test('a closing taken back, then asked again without a name, stays under way', () => {
  received()
  given(close({ to: { name: 'CCAS de Melun' } }))
  given(office.act('counter.undo', {}))
  expect(close()).toEqual(unnamed)
  given(office.act('visit.close', { outcome: 'information' }))
})

test('a file goes on to whom it was sent, whom every paper names; one that was sent to nobody names nobody', () => {
  const fileId = office.open({ procedureId: 'autre', label: 'Aide au logement' })
  received()
  given(office.act('visit.takeFile', { fileId }))
  expect(close()).toEqual(unnamed)
  given(
    office.act('file.forward', {
      fileId,
      to: 'Préfecture de Melun',
      on: '2026-03-03',
      sent: 'tout le dossier',
      competent: true,
      issue: false,
    }),
  )
  given(close())
  const said = papers().map((facts) => JSON.stringify(draftContent(facts)).replaceAll(/[\u00a0\u202f]/g, ' '))
  expect(said).not.toEqual([])
  for (const one of said) expect(one).toContain('transmise le 3 mars 2026 à Préfecture de Melun')
})

test.each(['forwarded', 'filed'])(
  'the receipt of a file already sent, ended as %s, says when it was filed and when it was sent',
  (outcome) => {
    const fileId = office.open({ procedureId: 'autre', label: 'Aide au logement', receivedOn: '2026-02-20' })
    const sent = { fileId, to: 'Préfecture de Melun', on: '2026-02-25', sent: 'tout', issue: false }
    given(office.act('file.forward', sent))
    received()
    given(office.act('visit.takeFile', { fileId }))
    given(office.act('sheet.update', { pieces: [{ label: 'Bail', state: 'presented' }] }))
    given(close({ outcome }))
    const receipt = papers().find(({ kind }) => kind === 'recepisse')!
    const said = JSON.stringify(draftContent(receipt)).replaceAll(/[\u00a0\u202f]/g, ' ')
    expect(said).toContain(
      'déposée le 20 février 2026, a été transmise le 25 février 2026 à Préfecture de Melun.',
    )
    expect(said).toContain('Ce récépissé dit ce qui a été présenté le 3 mars 2026 à 9 h 00.')
  },
)

test('the receipt of a file taken up again does not say that it was filed on this day', () => {
  const fileId = office.open({ receivedOn: '2026-02-20', channel: 'counter' })
  given(office.act('file.acknowledge', { fileId, form: 'ar', on: '2026-02-20', issue: false }))
  received()
  given(office.act('visit.takeFile', { fileId }))
  given(office.act('visit.close', { outcome: 'filed' }))
  const said = JSON.stringify(draftContent(papers().at(-1)!)).replaceAll(/[\u00a0\u202f]/g, ' ')
  expect(said).toContain('Votre demande a été déposée le 20 février 2026.')
})

test('a copy sent for information names nobody who is competent, and hides nobody who is', () => {
  const sent = (fileId: string, to: string, competent: boolean) =>
    given(
      office.act('file.forward', {
        fileId,
        to,
        on: '2026-03-03',
        sent: 'une copie',
        competent,
        issue: false,
      }),
    )
  const fileId = office.open({ procedureId: 'autre', label: 'Aide au logement' })
  sent(fileId, 'CCAS de Melun', false)
  received()
  given(office.act('visit.takeFile', { fileId }))
  expect(close()).toEqual(unnamed)
  sent(fileId, 'Préfecture de Melun', true)
  sent(fileId, 'CCAS de Melun', false)
  given(close())
  expect(papers()).not.toEqual([])
  for (const facts of papers()) {
    const said = JSON.stringify(draftContent(facts)).replaceAll(/[\u00a0\u202f]/g, ' ')
    expect(said).toContain('transmise le 3 mars 2026 à Préfecture de Melun')
  }
})

test('a file that was sent to an office names no other one at its end', () => {
  const fileId = office.open({ procedureId: 'autre', label: 'Aide au logement' })
  const sent = { fileId, to: 'Préfecture de Melun', on: '2026-03-03', sent: 'tout', issue: false }
  given(office.act('file.forward', sent))
  received()
  given(office.act('visit.takeFile', { fileId }))
  const before = office.pure.recorded.length
  expect(close({ to: { name: 'CCAS de Melun' } })).toEqual({
    refusal: 'sentToAnother',
    details: ['Préfecture de Melun'],
  })
  expect(office.pure.recorded).toHaveLength(before)
  given(close({ to: { name: 'préfecture de Melun', address: '12 rue des Saints-Pères' } }))
  const said = JSON.stringify(papers().map((facts) => draftContent(facts)))
  expect(said).toContain('12 rue des Saints-Pères')
  expect(said).not.toContain('CCAS')
})
