import type { fc } from '@fast-check/vitest'
import { expect } from 'vitest'
import type { CallCode } from '../../shared/contract/queue/reasons.ts'
import type { UndoableAct } from '../../shared/contract/queue/counters.ts'
import type { DomainCommand } from '../../shared/contract/index.ts'
import type { Decision } from '../../shared/domain/decision.ts'
import type { PureOffice } from '../fixtures/pureOffice.ts'
import {
  blankModelSheet,
  idOf,
  waitingFor,
  type Model,
  type ModelAct,
  type ModelCounter,
  type ModelSheet,
  type ModelTicket,
} from './officeModel.ts'

/** One step of a story: what it does to the model and to the domain, which must agree. */
export type Step = fc.Command<Model, PureOffice>

/** A letter that nobody writes: names are made of letters alone. */
export const sign = 'ꙮ'
const lettered = (id: string) => id.replaceAll(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)))
/** Marks what is personal: the sign must never be found in an event, and an agent's word never elsewhere. */
export const mark = (agent: string, text = '') => `${sign}${lettered(agent)}${sign}${text}`

export const step = (name: string, run: (model: Model, real: PureOffice) => void): Step => ({
  check: () => true,
  run,
  toString: () => name,
})

export const refusalOf = (decision: Decision<DomainCommand>) =>
  'refusal' in decision ? decision.refusal : undefined

export function accepted<N extends DomainCommand>(decision: Decision<N>) {
  if ('refusal' in decision)
    throw new Error(`refused: ${decision.refusal} ${decision.details?.join(', ') ?? ''}`)
  return decision
}

export const sheetOf = (model: Model, ticket: ModelTicket): ModelSheet =>
  (ticket.visit === null ? undefined : model.sheets.get(ticket.visit)) ?? blankModelSheet(ticket)

/** A ticket of today by a number that may be too large, or one that is not of today. */
export const pick = (model: Model, which: number): ModelTicket | undefined => {
  const all = [...model.tickets, ...model.past.slice(-2)]
  return all[which % (all.length + 1)]
}

export const isToday = (model: Model, ticket: ModelTicket | undefined): ticket is ModelTicket =>
  ticket !== undefined && model.tickets.includes(ticket)

/** The person at a counter, as the page would name them: rightly, wrongly, or not at all. */
export type Saying = 'nothing' | 'right' | 'wrong'
export const said = (saying: Saying, ticket: ModelTicket | null, real: PureOffice) =>
  saying === 'nothing'
    ? {}
    : { ticketId: saying === 'right' ? (ticket?.ticketId ?? real.newId()) : real.newId() }

/** What the counter would take back: the ticket as it was before the act that changes it. */
export function remember(
  counter: ModelCounter,
  act: UndoableAct,
  ticket: ModelTicket | null,
  more: {
    behind?: readonly ModelTicket[]
    sheet?: ModelSheet
    code?: CallCode
    papers?: readonly string[]
  } = {},
): void {
  const { last } = counter
  const received = act === 'start' && last?.act === 'call' && last.ticket === ticket
  const earlier =
    act === 'start'
      ? received
        ? trimmed(last, 1)
        : null
      : act === 'close' || act === 'resume'
        ? null
        : trimmed(last, 4)
  const before = ticket
    ? {
        service: ticket.service,
        procedure: ticket.procedure,
        state: ticket.state,
        calls: ticket.calls,
        lastCallAt: ticket.lastCallAt,
        requests: ticket.requests && [...ticket.requests],
        done: ticket.done,
        visit: ticket.visit,
        rank: ticket.rank,
        rankedAt: ticket.rankedAt,
        calledAt: ticket.calledAt,
        outSince: ticket.outSince,
        out: ticket.out,
        promisedAt: ticket.promisedAt,
        startedBy: ticket.startedBy,
      }
    : {}
  const remembered: ModelAct = {
    act,
    ticket,
    before,
    behind: more.behind ?? [],
    sheet: more.sheet,
    code: more.code ?? null,
    papers: more.papers ?? [],
    earlier,
  }
  counter.last = remembered
}

/** The latest acts alone: four can be taken back after the last one. */
const trimmed = (last: ModelAct | null, depth: number): ModelAct | null =>
  last === null || depth === 0 ? null : { ...last, earlier: trimmed(last.earlier, depth - 1) }

/** The person is put in line again: their count of overtakes is no longer one that the model can follow alone. */
export const backInLine = (ticket: ModelTicket): void => {
  ticket.state = 'waiting'
  ticket.wasAway = true
}

/** Somebody is called at a counter: counted, remembered, and those whom it leaves behind are overtaken. */
export function callModel(
  model: Model,
  counter: ModelCounter,
  ticket: ModelTicket,
  code: CallCode,
  wanted: readonly string[],
  now: number,
): readonly ModelTicket[] {
  const behind = waitingFor(model, wanted).filter(({ rank }) => rank < ticket.rank)
  remember(counter, 'call', ticket, { behind, code })
  ticket.state = 'called'
  ticket.calls = 1
  ticket.calledAt = now
  ticket.lastCallAt = now
  ticket.visit ??= ++model.visits
  ticket.requests ??= Array.from({ length: ticket.wanted }, () => ticket.procedure)
  for (const one of behind) if (code !== 'legalPriority') one.overtaken++
  if (behind.length > 0) {
    model.overtakes.calls++
    model.overtakes.people += behind.length
  }
  const streak = model.streaks.get(ticket.service) ?? 0
  model.streaks.set(ticket.service, ticket.priority === null ? 0 : streak + 1)
  counter.current = ticket
  return behind
}

/** A counter is free of its person. */
export const freed = (counter: ModelCounter): void => {
  counter.current = null
}

export const whereIs = (model: Model, ticket: ModelTicket): string | undefined => {
  const at = [...model.counters.values()].find(({ current }) => current === ticket)
  return at && idOf(model, at)
}

/** The pieces of a sheet as the model keeps them. */
export function expectSheet(
  shown: {
    readonly pieces: readonly ({ pieceId: string; state: string } | { label: string; state: string })[]
  } & Record<'procedureId' | 'label' | 'capacity' | 'identity' | 'note', unknown>,
  model: Model,
  ticket: ModelTicket,
  { procedureId, label, capacity, identity, note, pieces } = sheetOf(model, ticket),
): void {
  expect(shown).toMatchObject({ procedureId, label, capacity, identity, note })
  expect(
    shown.pieces.map((piece) => [
      'pieceId' in piece ? `id ${piece.pieceId}` : `label ${piece.label}`,
      piece.state,
    ]),
  ).toEqual([...pieces])
}
