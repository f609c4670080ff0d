import { demandRefusals } from '../../../shared/contract/law/demands.ts'
import { expect } from 'vitest'
import { dayLeft } from '../office/dayActs.ts'
import { closeOnFiles, goesOnDecided } from '../files/model.ts'
import { givesNumbers } from '../queue/ticketActs.ts'
import { documentKinds } from '../../../shared/contract/documents/kinds.ts'
import type { Outcome } from '../../../shared/contract/queue/outcomes.ts'
import {
  blankModelSheet,
  heldBy,
  nextFor,
  papersOf,
  receivesAt,
  todayIn,
  type ModelSheet,
} from '../officeModel.ts'
import {
  accepted,
  callModel,
  expectSheet,
  freed,
  refusalOf,
  remember,
  said,
  sheetOf,
  step,
  type Saying,
} from '../officeSteps.ts'

// One person at a counter, from the call to the papers that they leave with.

export const callNext = (agent: string) =>
  step(`ticket.callNext ${agent}`, (model, real) => {
    const over = model.open && !givesNumbers(model, real)
    const decision = real.act('ticket.callNext', {}, agent)
    if (!model.open) return expect(refusalOf(decision)).toBe('dayNotOpen')
    const counter = heldBy(model, agent)
    if (!counter) return expect(refusalOf(decision)).toBe('counterNotOpen')
    if (over) {
      // The first act of a morning closes the day before, and calls nobody of it.
      expect(accepted(decision).output).toEqual({ ticket: null, reason: null })
      dayLeft(model)
      return
    }
    if (counter.current) return expect(refusalOf(decision)).toBe('counterBusy')
    if (counter.paused) return expect(refusalOf(decision)).toBe('counterPaused')
    const wanted = receivesAt(model, counter)
    const next = nextFor(model, wanted, real.now)
    const { output, events } = accepted(decision)
    if (!next) {
      expect(output).toEqual({ ticket: null, reason: null })
      return expect(events).toEqual([])
    }
    expect(output.ticket?.number).toBe(next.ticket.number)
    const behind = callModel(model, counter, next.ticket, next.code, wanted, real.now)
    // No overtake without a reason.
    expect(output.reason).toMatchObject({ code: next.code, overtaken: behind.length, reasonId: null })
    if (behind.length > 0) expect(next.code).not.toBe('arrivalOrder')
    if (next.code === 'arrivalOrder') expect(next.ticket.priority).toBeNull()
  })

/** An act on the person called: the page may say whom it shows, rightly or not. */
export const onCalled = (
  name: 'ticket.recall' | 'ticket.markAbsent' | 'ticket.start',
  agent: string,
  saying: Saying,
  code: 'none' | 'right' = 'right',
) =>
  step(`${name} ${agent} ${saying}`, (model, real) => {
    const counter = heldBy(model, agent)
    const called = counter?.current ?? null
    const shown = {
      ...said(saying, called, real),
      ...(name === 'ticket.start' && code === 'right' && called ? { code: called.code } : {}),
    }
    const decision = real.act(name, shown, agent)
    if (!counter) return expect(refusalOf(decision)).toBe('counterNotOpen')
    if (called?.state !== 'called') return expect(refusalOf(decision)).toBe('nobodyCalled')
    if (saying === 'wrong') return expect(refusalOf(decision)).toBe('ticketNotHere')
    const { absentCalls, absentDelay, checkCode } = model.rules
    if (name === 'ticket.recall') {
      accepted(decision)
      called.calls++
      called.lastCallAt = real.now
    } else if (name === 'ticket.start') {
      if (checkCode && code === 'none') return expect(refusalOf(decision)).toBe('codeWrong')
      if (called.unseen) return expect(refusalOf(decision)).toBe('proofNotAnswered')
      accepted(decision)
      remember(counter, 'start', called)
      called.state = 'serving'
      called.startedBy = agent
    } else {
      if (called.calls < absentCalls || real.now < called.lastCallAt + absentDelay * 1000)
        return expect(refusalOf(decision)).toBe('absentTooSoon')
      accepted(decision)
      remember(counter, 'absent', called)
      called.state = 'absent'
      called.absentAt = real.now
      called.outSince = called.calledAt
      freed(counter)
    }
  })

export type Patch = {
  readonly procedureId?: string | null
  readonly label?: string | null
  readonly capacity?: string | null
  readonly identity?: unknown
  readonly note?: string | null
  readonly answers?: Record<string, string | null>
  readonly pieces?: readonly ({ pieceId: string; state: string } | { label: string; state: string })[]
}

export const updateSheet = (agent: string, patch: Patch) =>
  step(`sheet.update ${agent} ${JSON.stringify(patch)}`, (model, real) => {
    const decision = real.act('sheet.update', patch, agent)
    const served = heldBy(model, agent)?.current
    if (!heldBy(model, agent)) return expect(refusalOf(decision)).toBe('counterNotOpen')
    if (served?.state !== 'serving') return expect(refusalOf(decision)).toBe('nobodyServed')
    const sheet = sheetOf(model, served)
    const procedureId = patch.procedureId === undefined ? sheet.procedureId : patch.procedureId
    if (procedureId === 'inconnue') return expect(refusalOf(decision)).toBe('unknownProcedure')
    const refusal = refusalOf(decision)
    // What the rules say of an answer or a piece is proved by the rules' own tests; here, only that it was there to judge.
    if (refusal === 'unknownAnswer') return expect(patch.answers).toBeDefined()
    if (refusal === 'unknownPiece')
      return expect(patch.pieces?.some((piece) => 'pieceId' in piece)).toBe(true)
    if (demandRefusals.some((code) => code === refusal))
      return expect(patch.pieces?.some(({ state }) => state === 'missing')).toBe(true)
    // What was decided waits for nothing.
    const lacks = patch.pieces?.some(({ state }) => state === 'missing') ?? false
    if (lacks && goesOnDecided({ ...sheet, procedureId })) return expect(refusal).toBe('fileAlreadyDecided')
    // Words alone never lack.
    expect(patch.pieces?.some((piece) => 'label' in piece && piece.state === 'missing') ?? false).toBe(false)
    const { output, events } = accepted(decision)
    expect(events, 'noting is no fact of the office').toEqual([])
    const kept =
      procedureId === sheet.procedureId
        ? sheet.pieces
        : new Map([...sheet.pieces].filter(([name]) => name.startsWith('label ')))
    const pieces = new Map(kept)
    for (const piece of patch.pieces ?? [])
      pieces.set('pieceId' in piece ? `id ${piece.pieceId}` : `label ${piece.label}`, piece.state)
    // What the new case does not require is set back: which pieces, the rules' own tests say.
    if ((output as { setBack: readonly string[] }).setBack.length > 0)
      for (const piece of (output as { sheet: { pieces: readonly { pieceId?: string; state: string }[] } })
        .sheet.pieces)
        if (piece.pieceId !== undefined && pieces.get(`id ${piece.pieceId}`) === 'missing')
          pieces.set(`id ${piece.pieceId}`, piece.state)
    const { label, capacity, identity, note } = patch
    model.sheets.set(served.visit!, {
      procedureId,
      label: label === undefined ? sheet.label : label,
      capacity: capacity === undefined ? sheet.capacity : capacity,
      identity: identity === undefined ? sheet.identity : identity,
      note: note === undefined ? sheet.note : note,
      pieces,
      file: sheet.file,
    })
    expectSheet(output.sheet, model, served)
  })

/** A whole request of « autre démarche », of no file before, leaves with its acknowledgement: the common law rules it. */
const mustAcknowledge = ({ procedureId, pieces, file }: ModelSheet, outcome: Outcome): boolean =>
  procedureId === 'autre' && outcome === 'filed' && file === null && ![...pieces.values()].includes('missing')

/** The file's title is taken by somebody else than its holder, who must be named. */
const takenByAnother = ({ file, procedureId, capacity }: ModelSheet, outcome: Outcome): boolean =>
  outcome === 'handedOver' &&
  file?.state === 'open' &&
  (file.procedureId ?? procedureId) === procedureId &&
  file.title?.state === 'here' &&
  (capacity === 'legalRepresentative' || capacity === 'mandate')

/** The request goes on with a file that was sent to somebody else than whom every closing here names. */
const goesOnSent = ({ file, procedureId }: ModelSheet): boolean =>
  file?.state === 'open' &&
  file.sent?.some(Boolean) === true &&
  (file.procedureId ?? procedureId) === procedureId

export const closeVisit = (agent: string, outcome: Outcome, last = false) =>
  step(`visit.close ${agent} ${outcome}${last ? ' (last)' : ''}`, (model, real) => {
    const to = outcome === 'forwarded' ? { to: { name: 'CCAS de Melun' } } : {}
    let decision = real.act('visit.close', { outcome, last, ...to }, agent)
    const counter = heldBy(model, agent)
    if (!counter) return expect(refusalOf(decision)).toBe('counterNotOpen')
    const served = counter.current
    if (served?.state !== 'serving') return expect(refusalOf(decision)).toBe('nobodyServed')
    // A refusal is a decision on a file.
    if (outcome === 'refused') return expect(refusalOf(decision)).toBe('refusalIsNoEnd')
    const sheet = sheetOf(model, served)
    // What was decided waits for no piece.
    if (outcome === 'incomplete' && goesOnDecided(sheet))
      return expect(refusalOf(decision)).toBe('fileAlreadyDecided')
    // What lacks is named, or the request is not incomplete.
    if (outcome === 'incomplete' && ![...sheet.pieces.values()].includes('missing'))
      return expect(refusalOf(decision)).toBe('nothingLacks')
    if (outcome === 'forwarded' && goesOnSent(sheet)) return expect(refusalOf(decision)).toBe('sentToAnother')
    const papers = papersOf(outcome, sheet)
    if (papers.length > 0 && sheet.procedureId === 'autre' && sheet.label === null)
      return expect(refusalOf(decision)).toBe('labelMissing')
    if (papers.length > 0 && !model.names.has(agent))
      return expect(refusalOf(decision)).toBe('mentionMissing')
    if (takenByAnother(sheet, outcome)) {
      expect(refusalOf(decision)).toBe('takerUnnamed')
      decision = real.act('visit.close', { outcome, last, receiver: 'Moreau Paul', ...to }, agent)
    }
    const { output, events } = accepted(decision)
    const acknowledged = output.documents.some(({ kind }) => kind === 'accuse')
    if (mustAcknowledge(sheet, outcome)) expect(acknowledged).toBe(true)
    if (acknowledged) expect(sheet.procedureId).toBe('autre')
    const given = acknowledged ? (['AR'] as const) : papers
    const year = todayIn(real.at).slice(0, 4)
    const numbers = given.map((paper) => {
      const count = (model.documents.get(`${paper}-${year}`) ?? 0) + 1
      model.documents.set(`${paper}-${year}`, count)
      return `${paper}-${year}-${count}`
    })
    expect(output.documents.map(({ number }) => number)).toEqual(numbers)
    expect(output.documents.map(({ kind }) => documentKinds[kind])).toEqual(given)
    for (const { documentId } of output.documents) model.issued.set(documentId, { erased: false, copies: 1 })
    const left = last ? 0 : Math.max(0, (served.requests?.length ?? 0) - 1)
    expect(output.remaining).toBe(left)
    // No request ends without its outcome, in the same act as its papers.
    const end = left > 0 ? 'requestClosed' : 'visitClosed'
    const onFiles = closeOnFiles(model, real, served, sheet, outcome, acknowledged)
    expect(events.map(({ type }) => type)).toEqual([...given.map(() => 'documentIssued'), ...onFiles, end])
    const closed = events.at(-1)
    expect(closed?.type === end && 'outcome' in closed.data && closed.data.outcome).toBe(outcome)
    remember(counter, 'close', served, { sheet, papers: numbers })
    model.sheets.delete(served.visit!)
    // Who represents the household represents it for the next request too.
    const { capacity, identity } = sheet
    if (left > 0 && capacity !== null && capacity !== 'self') {
      const requests = served.requests!.slice(1)
      model.sheets.set(served.visit!, { ...blankModelSheet({ ...served, requests }), capacity, identity })
    }
    served.requests = (served.requests ?? []).slice(1)
    served.done++
    if (left > 0) return
    served.state = 'closed'
    served.outSince = real.now
    served.fault = outcome === 'notServed' ? 'service' : null
    freed(counter)
  })

export const printDocument = (agent: string, which: number) =>
  step(`document.print ${agent} ${which}`, (model, real) => {
    const ids = [...model.issued.keys()]
    const documentId = ids[which % (ids.length + 1)] ?? real.newId()
    const known = model.issued.get(documentId)
    const decision = real.act('document.print', { documentId }, agent)
    if (!known) return expect(refusalOf(decision)).toBe('unknownDocument')
    if (known.erased) return expect(refusalOf(decision)).toBe('documentErased')
    const { jobs = [], output } = accepted(decision)
    // What stays on the screen is no copy.
    if (!jobs.some(({ state }) => state === 'preview')) known.copies += 1
    expect(output.copy, 'copies are counted from day to day').toBe(known.copies)
  })
