import { expect, test } from 'vitest'
import { assess } from '../../../shared/procedures/assess.ts'
import { shippedCatalogue, type Procedure } from '../../../shared/procedures/catalogue.ts'
import { modelOf } from '../../../shared/procedures/model.ts'
import { startForgetting } from '../../../electron/host/law/forgetting.ts'
import type { Commit } from '../../../electron/host/core/part.ts'
import type { LocalDate } from '../../../shared/contract/ids.ts'

// A sheet is judged again by each act and each view: the same situation is evaluated once.

const shipped = (id: string): Procedure => {
  const found = shippedCatalogue().procedures.find(({ procedureId }) => procedureId === id)
  if (found === undefined) throw new Error(`no ${id}`)
  return found
}

test('the same situation of the same rules is evaluated once, and no more than the last ones are kept', () => {
  const { evaluate, injected } = modelOf(shipped('recensement'))
  const situation = (day: number) => ({ [injected[0]!]: `${String(day).padStart(2, '0')}/01/2010` })
  const first = evaluate(situation(1))
  expect(evaluate(situation(1))).toBe(first)
  for (let day = 2; day <= 25; day++) evaluate(situation(day))
  expect(evaluate(situation(25))).toBe(evaluate(situation(25)))
  expect(evaluate(situation(1))).not.toBe(first)
})

test.each(['visitClosed', 'dayClosed'])('the answers of a person are let go at %s, not before', (type) => {
  const { evaluate } = modelOf(shipped('recensement'))
  const committed = (what: string) =>
    startForgetting().committed!({ stored: [{ event: { type: what } }] } as unknown as Commit)
  const first = evaluate({})
  committed('ticketCalled')
  expect(evaluate({})).toBe(first)
  committed(type)
  expect(evaluate({})).not.toBe(first)
})

test('two procedures in the same situation have each their own list, whichever is asked first', () => {
  const listed = (id: string) =>
    assess(shipped(id), { date: '2026-03-03' as LocalDate, answers: {}, pieces: [] }).pieces.map(
      ({ pieceId }) => pieceId,
    )
  const [cni, passeport] = [listed('cni'), listed('passeport')]
  expect(cni).not.toEqual(passeport)
  expect([listed('passeport'), listed('cni')]).toEqual([passeport, cni])
})
