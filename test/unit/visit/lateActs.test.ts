import { beforeEach, expect, test } from 'vitest'
import type { CommandName, Input, Output } from '../../../shared/contract/index.ts'
import type { Instant } from '../../../shared/contract/ids.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'

// What a page asked before a cut, and its host hears once another person is received there, or the person's next request.

/** 3 March 2026, 10 h in Paris. */
const ten = Date.UTC(2026, 2, 3, 9) as Instant
let office: PureOffice

const act = (name: string, input: unknown, actor = 'agent1') =>
  office.act(name as never, input as never, actor) as { readonly refusal?: string }

function done(name: CommandName, input: unknown = {}, actor = 'agent1'): void {
  const { refusal } = act(name, input, actor)
  if (refusal !== undefined) throw new Error(`${name}: ${refusal}`)
}

const current = (): NonNullable<Output<'counter.view'>['current']> => {
  const { current: served } = office.view('counter.view', 'agent1')
  if (served === null) throw new Error('nobody is received')
  return served
}

function receiveNext(): void {
  done('ticket.callNext')
  done('ticket.start')
  done('sheet.update', { procedureId: 'cni' })
}

beforeEach(() => {
  office = PureOffice.school(ten)
  done('day.open', {}, 'supervisor')
  done('counter.open', { counterId: '1' })
  for (let people = 0; people < 2; people++) done('reception.take', { serviceId: 'titres' }, 'agent2')
  receiveNext()
})

/** Every act on the request under way, as a page asks it. */
const acts: readonly (readonly [CommandName, object])[] = [
  ['sheet.update', { note: 'Revient avec la photo' } satisfies Input<'sheet.update'>],
  ['visit.close', { outcome: 'information', last: true } satisfies Input<'visit.close'>],
  ['visit.addService', { serviceId: 'etat-civil' }],
  ['visit.takeFile', { reference: 'DO-2026-1' }],
  ['piece.askAgain', { pieceId: 'domicile', reason: 'échange en panne' }],
  ['obligations.print', {}],
]

test.each(acts)('%s asked of a person who is gone falls on nobody else', (name, input) => {
  const { request } = current()
  done('visit.close', { outcome: 'information', last: true })
  expect(act(name, { ...input, request })).toEqual({ refusal: 'nobodyServed' })
  receiveNext()
  const seen = current()
  expect(act(name, { ...input, request })).toEqual({ refusal: 'requestOver' })
  expect(current()).toEqual(seen)
})

test.each(acts)(
  '%s asked of a request that is over falls not on the next of the same person',
  (name, input) => {
    done('visit.addService', { serviceId: 'titres', procedureId: 'passeport' })
    const { request } = current()
    done('visit.close', { outcome: 'information' })
    const seen = current()
    expect(seen.request).not.toBe(request)
    expect(act(name, { ...input, request })).toEqual({ refusal: 'requestOver' })
    expect(current()).toEqual(seen)
  },
)

test('an act that names the request under way is done, and so is one of a station that names none', () => {
  const { request } = current()
  done('sheet.update', { request, note: 'Revient' })
  expect(current().sheet).toMatchObject({ note: 'Revient' })
  expect(current().sheet).not.toHaveProperty('request')
  done('visit.close', { outcome: 'information', last: true })
  done('counter.undo')
  expect(current().request, 'taken back, it is the same request').toBe(request)
  done('visit.close', { request, outcome: 'information', last: true })
})
