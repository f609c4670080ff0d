import { beforeEach, expect, test } from 'vitest'
import type { Recorded } from '../../../shared/contract/events.ts'
import { evolve } from '../../../shared/domain/evolve.ts'
import { FilesOffice, given } from '../../fixtures/filesOffice.ts'

// What was asked and that nothing requires any more ends that day: what it suspended stays counted (CRPA L114-5).

let office: FilesOffice
beforeEach(() => {
  office = new FilesOffice()
})

const asked = '2026-03-03'
const later = '2026-03-13'
const rented = { answers: { occupation: 'locataire' } }
const ask = (fileId: string, ...pieces: string[]) =>
  given(
    office.act('file.requestPieces', {
      fileId,
      pieces: pieces.map((pieceId) => ({ pieceId })),
      on: asked,
      dueOn: '2026-06-30',
    }),
  )
const add = (fileId: string, pieceId: string, receivedOn: string) =>
  given(office.act('file.addPiece', { fileId, pieces: [{ pieceId }], receivedOn }))
const own = (fileId: string) =>
  given(office.act('file.describe', { fileId, answers: { occupation: 'propriétaire' } }))
const clock = (fileId: string) => office.shown(fileId).clock

test('a request whose only piece is required no more ends that day, as if the piece had come', () => {
  const [described, brought] = [office.open(rented), office.open(rented)]
  for (const fileId of [described, brought]) ask(fileId, 'bail')
  office.on(later)
  own(described)
  add(brought, 'bail', later)
  expect(clock(brought)).toMatchObject({ state: 'running', on: '2026-04-13', suspendedDays: 10 })
  expect(clock(described)).toEqual(clock(brought))
  expect(office.shown(described).requests).toEqual([])
  expect(office.shown(described)).not.toHaveProperty('withdrawn')
})

test('so does one of which the other of two alternatives came, on the day that it came', () => {
  const card = { procedureId: 'cni' }
  const [dispensed, brought] = [office.open(card), office.open(card)]
  for (const fileId of [dispensed, brought]) ask(fileId, 'formulaire')
  office.on('2026-06-20')
  add(dispensed, 'pre-demande', later)
  add(brought, 'formulaire', later)
  expect(clock(brought)).toMatchObject({ state: 'decided', suspendedDays: 10 })
  expect(clock(dispensed)).toEqual(clock(brought))
  expect(office.shown(dispensed).requests).toEqual([])
})

test('no rejection is born in the past of what is required no more', () => {
  const fileId = office.open(rented)
  ask(fileId, 'bail')
  office.on('2026-06-20')
  own(fileId)
  expect(clock(fileId)).toMatchObject({ state: 'running' })
  expect(clock(fileId)!.on! > '2026-06-20').toBe(true)
})

test('a request whose other pieces came before is whole on the day that the last is required no more', () => {
  const [described, brought] = [office.open(rented), office.open(rented)]
  for (const fileId of [described, brought]) {
    ask(fileId, 'bail', 'ressources')
    office.on('2026-03-06')
    add(fileId, 'ressources', '2026-03-06')
    office.on(asked)
  }
  office.on(later)
  own(described)
  add(brought, 'bail', later)
  expect(clock(described)).toEqual(clock(brought))
  expect(office.shown(described).requests).toMatchObject([
    { receivedOn: later, pieces: [{ name: { pieceId: 'ressources' } }] },
  ])
})

test('a request that awaits something else goes on', () => {
  const fileId = office.open(rented)
  ask(fileId, 'bail', 'ressources')
  office.on(later)
  own(fileId)
  expect(clock(fileId)).toMatchObject({ state: 'suspended', waitsFor: 'missing' })
  expect(office.shown(fileId).requests).toMatchObject([{ pieces: [{ name: { pieceId: 'ressources' } }] }])
})

test('what was noted before the day was is of the day of its instant', () => {
  const fileId = office.open(rented)
  ask(fileId, 'bail')
  office.on(later)
  const before = office.pure.office
  own(fileId)
  const recorded = office.pure.recorded.at(-1)!
  if (recorded.event.type !== 'fileDescribed') throw new Error('no description')
  expect(recorded.event.data).toMatchObject({ on: later })
  const { on: _, ...data } = recorded.event.data
  const old = { ...recorded, event: { ...recorded.event, data } } as Recorded
  expect(evolve(before, old).files.get(fileId)).toEqual(office.pure.office.files.get(fileId))
})
