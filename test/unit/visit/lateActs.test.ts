import { beforeEach, expect, test } from 'vitest'
import type { DocumentAsk } from '../../../shared/contract/documents/asks.ts'
import {
  callNames,
  calls,
  namesRequest,
  type CommandName,
  type Input,
  type Output,
} from '../../../shared/contract/index.ts'
import type { FileId, Instant, LocalDate } from '../../../shared/contract/ids.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'

// What a page asked before a cut, and its host hears once another person is received there, or the person's next request.

/** 3 March 2026, 10 h in Paris. */
const ten = Date.UTC(2026, 2, 3, 9) as Instant
let office: PureOffice

/** Papers about whoever is received here. */
const papers: readonly DocumentAsk[] = [
  { kind: 'recepisse', ticketId: null },
  { kind: 'attestation', ticketId: null },
  { kind: 'recensement', birthPlace: 'Lyon', domicile: '1 rue des Lilas' },
  { kind: 'trace', fileId: null, documentId: null },
  { kind: 'sejour', fileId: null, paper: 'recepisse', until: null },
  {
    kind: 'incident',
    ticketId: null,
    what: 'Une panne de courant',
    from: ten,
    until: null,
    effect: 'Attente',
  },
  {
    kind: 'regularisation',
    fileId: null,
    breach: 'Une pièce manque',
    law: [],
    formalities: ['Apporter la pièce'],
    dueOn: '2026-04-01' as LocalDate,
    consequence: 'Le dossier est clos',
  },
]

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

/** Every act that names its request, as a page asks it: all those of the contract, each in its ways. */
const asked: Readonly<Record<string, readonly object[]>> = {
  'sheet.update': [{ note: 'Revient avec la photo' } satisfies Input<'sheet.update'>],
  'visit.close': [{ outcome: 'information', last: true } satisfies Input<'visit.close'>],
  'visit.addService': [{ serviceId: 'etat-civil' }],
  'visit.takeFile': [{ reference: 'DO-2026-1' }],
  'piece.askAgain': [{ pieceId: 'domicile', reason: 'échange en panne' }],
  'obligations.print': [{}],
  'document.issue': papers.map((what) => ({ what })),
  'partners.beginAsking': [{ partnerId: 'voisine' }],
  'partners.giveUpPlace': [{}],
}

/** Never refused for coming late, since money was taken: whose their papers are then is tried in `till/lateTill.test.ts`. */
const ofMoney: readonly string[] = ['till.collect', 'till.stamp', 'till.correct']

const acts = Object.entries(asked).flatMap(([name, inputs]) =>
  inputs.map((input) => [name as CommandName, input] as const),
)

test('every act that the contract says is on a request is tried here', () => {
  const named = callNames.filter((name) => namesRequest(name) && !('by' in calls[name]))
  expect([...Object.keys(asked), ...ofMoney].toSorted()).toEqual(named.toSorted())
})

test.each(acts)('%s %j asked of a person who is gone falls on nobody else', (name, input) => {
  const { request } = current()
  done('visit.close', { outcome: 'information', last: true })
  expect(act(name, { ...input, request })).toEqual({ refusal: 'nobodyServed' })
  receiveNext()
  const seen = current()
  expect(act(name, { ...input, request })).toEqual({ refusal: 'requestOver' })
  expect(current()).toEqual(seen)
})

test.each(acts)(
  '%s %j asked of a request that is over falls not on the next of the same person',
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

test('a paper that names its file is given, whoever is received', () => {
  const { request } = current()
  done('visit.close', { outcome: 'information', last: true })
  receiveNext()
  const what = { kind: 'pieces', fileId: '00000000-0000-4000-8000-000000000000' as FileId } as const
  expect(act('document.issue', { what, request })).toMatchObject({ refusal: 'fileNotOpen' })
})

test('an incident told where nobody is received is of nobody, whoever came before it is heard', () => {
  done('visit.close', { outcome: 'information', last: true })
  const { received: request } = office.view('counter.view', 'agent1')
  expect(request).toBeNull()
  receiveNext()
  done('document.issue', { what: papers.find(({ kind }) => kind === 'incident'), request })
  const told = [...office.documents.values()].flatMap((one) =>
    one !== 'erased' && one.facts.kind === 'incident' ? [one.facts] : [],
  )
  expect(told).toMatchObject([{ ticket: null, addressee: null, label: '' }])
  expect(current().request).not.toBeNull()
  expect(act('document.issue', { what: papers[0], request }), 'another paper is of somebody').toEqual({
    refusal: 'requestOver',
  })
})

test('« Annuler » heard late takes back no other act than the one that its page said', () => {
  const { undo } = office.view('counter.view', 'agent1')
  done('visit.close', { outcome: 'information', last: true })
  receiveNext()
  const seen = current()
  expect(act('counter.undo', { of: undo?.of })).toMatchObject({ refusal: 'undoTooLate' })
  expect(current()).toEqual(seen)
  done('counter.undo', { of: office.view('counter.view', 'agent1').undo?.of })
  done('counter.undo')
  expect(office.view('counter.view', 'agent1').state, 'the start, then the call').toBe('free')
})
