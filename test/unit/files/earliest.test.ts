import { expect, test } from 'vitest'
import { faultOf } from '../../../electron/host/core/admission.ts'
import { FilesOffice, given } from '../../fixtures/filesOffice.ts'

// A day that comes too early is sent back with the first one that is taken, as a person reads it.

const said = (decision: object) => {
  if (!('refusal' in decision)) throw new Error('the act was taken')
  const { refusal, details } = decision as { refusal: 'datesMixedUp'; details?: string[] }
  return faultOf(refusal, details).message.replaceAll('\u00a0', ' ')
}
const first = (day: string) =>
  `Ces dates ne se suivent pas. Vérifiez l’envoi, la réception et ce qui a été fait ensuite. Choisissez le ${day} ou après.`

const office = new FilesOffice()
const received = { receivedOn: '2026-03-12' }
office.on('2026-03-12')
const fileId = office.open(received)
const titled = office.open({ ...received, procedureId: 'passeport' })
given(office.act('file.titleArrived', { fileId: titled, arrivedOn: '2026-03-12' }))
office.on('2026-03-20')
const hand = { what: 'document', label: 'Duplicata', means: 'counter', to: 'self' }
const before = '2026-03-11'

test.each([
  ['file.decide', { decision: 'granted', on: before }],
  ['file.acknowledge', { form: 'ar', on: before }],
  ['file.forward', { to: 'Préfecture', sent: 'Le dossier', on: before }],
  ['file.addPiece', { pieces: [{ label: 'Facture' }], receivedOn: before }],
  ['file.handOver', { ...hand, on: before }],
  ['file.handOver', { ...hand, fileId: titled, what: 'title', label: 'Passeport', on: before }],
  ['file.titleArrived', { arrivedOn: before }],
] as const)('of %s', (act, input) => {
  expect(said(office.act(act, { fileId, ...input }))).toBe(first('12 mars 2026'))
})

test('of the notification of a refusal that another software issued', () => {
  const elsewhere = { issuer: 'Logiciel', number: 'R-1' }
  const refused = { fileId, decision: 'refused', on: '2026-03-13', facts: 'Hors délai.', elsewhere }
  expect(said(office.act('file.decide', { ...refused, notifiedOn: '2026-03-12' }))).toBe(
    first('13 mars 2026'),
  )
})

test('what lacks is asked for the day after at least, or for the term that a text gives', () => {
  const ask = (procedureId: string, piece: object) =>
    office.act('file.requestPieces', {
      fileId: office.open({ ...received, procedureId }),
      pieces: [piece],
      on: '2026-03-20',
      dueOn: '2026-03-20',
    })
  expect(said(ask('attestation-accueil', { pieceId: 'ressources' }))).toBe(first('21 mars 2026'))
  expect(said(ask('urbanisme', { pieceId: 'formulaire' }))).toBe(first('20 juin 2026'))
})

test('a day of another refusal is written as a person reads it', () => {
  const silent = { fileId, decision: 'implicitRejection', on: '2026-03-20' }
  expect(said(office.act('file.decide', silent))).toMatch(/ \(12 avril 2026\)$/)
})
