import type { PieceKey } from '../../../shared/contract/files/file.ts'
import type { FileId } from '../../../shared/contract/ids.ts'
import { expect } from 'vitest'
import { awaitedPieces } from '../../../shared/domain/files/file.ts'
import type { FileState } from '../../../shared/domain/files/state.ts'
import { addCalendarDays } from '../../../shared/domain/law/time/days.ts'
import type { PureOffice } from '../../fixtures/pureOffice.ts'
import { heldBy, type Model, type ModelAct, type ModelFile } from '../officeModel.ts'
import { nextReference, placedLast, today } from './model.ts'
import { accepted, refusalOf, sheetOf, step } from '../officeSteps.ts'

// What becomes of requests after the visit, or without one: opened, completed, decided, collected, ended.

/** What the regulations of these offices require of « Autre démarche ». */
export const ruledPieces: readonly string[] = ['Plan rayé', 'Plan plié']

const pick = (model: Model, which: number): ModelFile | undefined =>
  model.files[which % (model.files.length + 1)]

const named = (pieces: readonly string[]) => pieces.map((label) => ({ label }))

/** An act on a file: what is closed, annulled or unknown changes no more. */
const onFile = (
  name: string,
  which: number,
  run: (model: Model, real: PureOffice, fileId: string, file: ModelFile | undefined) => void,
) =>
  step(`${name} ${which}`, (model, real) => {
    const file = pick(model, which)
    run(model, real, file?.fileId ?? real.newId(), file?.state === 'open' ? file : undefined)
  })

/** Something that is no visit's was done: no closing can be taken back with it. */
const touched = (file: ModelFile): void => {
  file.undo = null
}

const shown = (real: PureOffice, fileId: string) => real.view('file.view', 'agent1', { fileId }).file

export const openByPost = (
  procedureId: string | null,
  label: string | null,
  pieces: readonly { readonly label: string; readonly state: string }[],
  days: { readonly received: number; readonly sent: number },
) =>
  step(`file.open ${procedureId} ${label} ${JSON.stringify(pieces)}`, (model, real) => {
    const receivedOn = addCalendarDays(today(real), -days.received)
    const sentOn = addCalendarDays(receivedOn, -days.sent)
    const input = { procedureId, serviceId: 'titres', channel: 'post', sentOn, receivedOn, pieces }
    const decision = real.act('file.open', { ...input, ...(label === null ? {} : { label }) }, 'agent1')
    if (procedureId === 'inconnue') return expect(refusalOf(decision)).toBe('unknownProcedure')
    if (days.received < 0) return expect(refusalOf(decision)).toBe('dateInFuture')
    if (days.sent < 0) return expect(refusalOf(decision)).toBe('datesMixedUp')
    if (pieces.some(({ state }) => state === 'missing'))
      return expect(refusalOf(decision), 'words alone never lack').toBe('pieceWithoutText')
    const { output } = accepted(decision)
    expect(output.reference).toBe(nextReference(model, real))
    model.files.push({
      fileId: output.fileId,
      reference: output.reference,
      state: 'open',
      procedureId,
      label,
      receivedOn,
      pieces: new Map(pieces.map((piece) => [`label ${piece.label}`, piece.state])),
      awaited: new Set(),
      decided: false,
      handedOver: false,
      title: null,
      originals: 0,
      openedBy: null,
      undo: null,
      resting: false,
    })
  })

export const addPieces = (which: number, pieces: readonly string[]) =>
  onFile(`file.addPiece ${pieces.join(',')}`, which, (model, real, fileId, file) => {
    const before = file && shown(real, fileId)?.clock
    const input = { fileId, pieces: named(pieces), receivedOn: today(real) }
    const decision = real.act('file.addPiece', input, 'agent2')
    if (!file) return expect(refusalOf(decision)).toBe('fileNotOpen')
    for (const piece of new Set(pieces)) {
      placedLast(file, `label ${piece}`, 'presented')
      file.awaited.delete(piece)
    }
    expect(accepted(decision).output.awaited).toBe(file.awaited.size)
    touched(file)
    // Production ends a suspension early: a rejection comes no later for it (CRPA L114-5).
    const after = shown(real, fileId)?.clock
    if (before?.on && after?.on && before.sense === 'rejet') expect(after.on <= before.on).toBe(true)
    expect(model.files).toContain(file)
  })

/**
 * The paper that an act on a file issues: refused whole when who acts has no name any more, else with the next number of
 * its series. Says whether the act was done.
 */
function withPaper(
  model: Model,
  real: PureOffice,
  agent: string,
  letters: string,
  decision: Parameters<typeof accepted>[0],
): boolean {
  if (!model.names.has(agent)) {
    expect(decision).toMatchObject({ refusal: 'mentionMissing', details: ['agent'] })
    return false
  }
  type Paper = { readonly documentId: string; readonly number: string }
  const output = accepted(decision).output as { document: Paper } | { documents: readonly [Paper] } | Paper
  const many = 'documents' in output ? output.documents[0] : output
  const document = 'document' in many ? many.document : many
  const series = `${letters}-${today(real).slice(0, 4)}`
  const count = (model.documents.get(series) ?? 0) + 1
  model.documents.set(series, count)
  expect(document.number).toBe(`${series}-${count}`)
  model.issued.set(document.documentId, { erased: false, copies: 1 })
  return true
}

export const requestPieces = (which: number, pieces: readonly string[], days: number) =>
  onFile(`file.requestPieces ${pieces.join(',')} ${days}`, which, (model, real, fileId, file) => {
    const on = today(real)
    const before = file && shown(real, fileId)?.clock
    const decision = real.act(
      'file.requestPieces',
      {
        fileId,
        pieces: pieces.map((label) => ({ label, source: 'CRPA, art. L114-5' })),
        on,
        dueOn: addCalendarDays(on, days),
      },
      'agent2',
    )
    if (!file) return expect(refusalOf(decision)).toBe('fileNotOpen')
    if (file.decided) return expect(refusalOf(decision)).toBe('fileAlreadyDecided')
    if (days < 1) return expect(refusalOf(decision)).toBe('datesMixedUp')
    if (pieces.some((piece) => file.pieces.get(`label ${piece}`) === 'presented'))
      return expect(refusalOf(decision)).toBe('pieceAlreadyReceived')
    // Only what the office's own regulation requires of « Autre démarche » has a text.
    if (file.procedureId !== 'autre' || pieces.some((piece) => !ruledPieces.includes(piece)))
      return expect(['pieceWithoutText', 'pieceNotInText']).toContain(refusalOf(decision))
    if (!withPaper(model, real, 'agent2', 'DP', decision)) return
    for (const piece of new Set(pieces)) {
      placedLast(file, `label ${piece}`, 'missing')
      file.awaited.add(piece)
    }
    touched(file)
    // A rejection comes never earlier after pieces were asked (CRPA L114-5).
    const after = shown(real, fileId)?.clock
    if (before?.on && after?.on && before.sense === 'rejet') expect(after.on >= before.on).toBe(true)
  })

export const acknowledge = (which: number) =>
  onFile('file.acknowledge', which, (model, real, fileId, file) => {
    const input = { fileId, form: 'ar', on: today(real) }
    const decision = real.act('file.acknowledge', input, 'agent1')
    if (!file) return expect(refusalOf(decision)).toBe('fileNotOpen')
    if (file.decided) return expect(refusalOf(decision)).toBe('fileAlreadyDecided')
    if (file.sent?.some(Boolean)) return expect(refusalOf(decision)).toBe('acknowledgedElsewhere')
    // « Autre démarche » alone can have a whole one: the common law rules it.
    if (!('refusal' in decision)) {
      expect(file.procedureId).toBe('autre')
      expect(withPaper(model, real, 'agent1', 'AR', decision)).toBe(true)
      return touched(file)
    }
    // It would not be whole, or the office only collects: what another software gave is noted.
    expect(refusalOf(decision)).toBe('mentionMissing')
    expect(
      accepted(real.act('file.acknowledge', { ...input, issue: false }, 'agent1')).output.document,
    ).toBeNull()
    touched(file)
    expect(shown(real, fileId)?.dues.map(({ kind }) => kind)).not.toContain('acknowledgement')
  })

export const decideFile = (which: number, decisionIs: string, reason: string) =>
  onFile(`file.decide ${decisionIs}`, which, (_model, real, fileId, file) => {
    const on = today(real)
    const implicit = file && shown(real, fileId)?.clock?.on
    const elsewhere = { issuer: 'Parapheur', number: reason }
    const told = `${reason} le trottoir est étroit, article 4 du règlement`
    const input = { fileId, decision: decisionIs, on, ...(reason === '' ? {} : { elsewhere, reason: told }) }
    const decision = real.act('file.decide', input, 'supervisor')
    if (!file) return expect(refusalOf(decision)).toBe('fileNotOpen')
    if (file.decided) return expect(refusalOf(decision)).toBe('fileAlreadyDecided')
    const collects = file.procedureId === 'cni'
    if ((collects || file.sent?.some(Boolean)) && !decisionIs.startsWith('implicit'))
      return expect(refusalOf(decision)).toBe('officeDoesNotDecide')
    if (
      decisionIs === 'implicitAcceptance' ||
      (decisionIs === 'implicitRejection' && (!collects || file.resting))
    )
      return expect(refusalOf(decision)).toBe('silenceUnknown')
    if (decisionIs === 'implicitRejection' && (!implicit || on < implicit))
      return expect(refusalOf(decision)).toBe('silenceNotElapsed')
    if (decisionIs === 'implicitRejection' && reason !== '')
      return expect(refusalOf(decision)).toBe('silenceHasNoPaper')
    if (decisionIs === 'refused' && reason === '') return expect(refusalOf(decision)).toBe('refusalUnwritten')
    accepted(decision)
    file.decided = true
    touched(file)
    expect(shown(real, fileId)?.clock, 'decided, nothing runs any more').toBeNull()
  })

export const forward = (which: number) =>
  onFile('file.forward', which, (model, real, fileId, file) => {
    const before = file && shown(real, fileId)?.clock
    const input = { fileId, to: '§agent1§ailleurs', sent: '§agent1§tout', on: today(real) }
    const decision = real.act('file.forward', input, 'agent1')
    if (!file) return expect(refusalOf(decision)).toBe('fileNotOpen')
    if (file.decided) return expect(refusalOf(decision)).toBe('fileAlreadyDecided')
    if (!withPaper(model, real, 'agent1', 'TR', decision)) return
    file.sent = [...(file.sent ?? []), today(real)]
    touched(file)
    // The first receipt keeps its clock of a rejection, wherever the request goes (CRPA L114-3).
    expect(shown(real, fileId)?.clock?.on).toBe(before?.on)
  })

/** A forwarding was noted by mistake: the last that holds, while nothing came of its recipient. */
export const cancelForwarding = (which: number) =>
  onFile('file.cancelForwarding', which, (model, real, fileId, file) => {
    const before = file && shown(real, fileId)
    const rank = Math.max(0, file?.sent?.findLastIndex(Boolean) ?? 0)
    const documentId = real.personal.files.get(fileId as FileId)?.forwarded[rank]?.paper
    const decision = real.act('file.cancelForwarding', { fileId, rank, reason: '§agent1§erreur' }, 'agent1')
    if (!file) return expect(refusalOf(decision)).toBe('fileNotOpen')
    if (file.decided) return expect(refusalOf(decision)).toBe('fileAlreadyDecided')
    const on = file.sent?.[rank]
    if (!on || (file.title !== null && file.title.arrivedOn >= on))
      return expect(refusalOf(decision)).toBe('forwardingSettled')
    const standing = documentId && !model.issued.get(documentId)?.erased
    if (standing && !withPaper(model, real, 'agent1', 'AN', decision)) return
    expect(accepted(decision).output.documents).toHaveLength(standing ? 1 : 0)
    file.sent = file.sent!.with(rank, null)
    touched(file)
    const after = shown(real, fileId)
    expect(after?.forwarded).toHaveLength(before?.forwarded.length ?? 0)
    expect(after?.clock?.on, 'the clock of a rejection did not move').toBe(before?.clock?.on)
  })

/** What is awaited of a file, and the state of its pieces, as the office has them. */
function awaitedAs(life: Pick<ModelFile, 'pieces' | 'awaited'>, real: PureOffice, file: FileState): void {
  const labels = real.personal.files.get(file.fileId)?.labels ?? []
  const nameOf = (piece: PieceKey) =>
    'pieceId' in piece ? `id ${piece.pieceId}` : `label ${labels[piece.labelled]}`
  for (const piece of file.pieces) {
    const name = nameOf(piece)
    expect(life.pieces.has(name)).toBe(true)
    life.pieces.set(name, piece.state)
  }
  const awaited = awaitedPieces(file).map((piece) => nameOf(piece).replace(/^label /, ''))
  expect(
    awaited.every((name) => life.awaited.has(name)),
    'a cancellation asks nothing',
  ).toBe(true)
  life.awaited.clear()
  for (const name of awaited) life.awaited.add(name)
}

/** A counter's acts, once a paper that one of them gave is cancelled: it is not cancelled again. */
const without = (act: ModelAct | null, number: string): ModelAct | null =>
  act && {
    ...act,
    papers: act.papers.filter((other) => other !== number),
    earlier: without(act.earlier, number),
  }

/** A letter of a file is cancelled: what only it told is withdrawn, which the story of letters tells exactly. */
export const cancelLetter = (which: number) =>
  step(`document.cancel ${which}`, (model, real) => {
    const letters = real.recorded.flatMap(({ event }) =>
      event.type === 'documentIssued' &&
      event.data.fileId !== null &&
      ['accuse', 'pieces', 'recepisse'].includes(event.data.kind)
        ? [event.data]
        : [],
    )
    const letter = letters[which % Math.max(1, letters.length)]
    if (letter === undefined) return
    const { documentId, number } = letter
    const file = model.files.find(({ fileId }) => fileId === letter.fileId)!
    const before = file.state === 'open' ? shown(real, file.fileId) : null
    const decision = real.act('document.cancel', { documentId, reason: '§agent1§erreur' }, 'agent1')
    if (model.issued.get(documentId)?.erased) return expect(refusalOf(decision)).toBe('documentErased')
    const replaced = real.recorded.some(
      ({ event }) => event.type === 'documentRelated' && event.data.documentId === documentId,
    )
    if ('refusal' in decision && decision.refusal === 'documentCancelled') return expect(replaced).toBe(true)
    if (!withPaper(model, real, 'agent1', 'AN', decision)) return
    for (const counter of model.counters.values()) counter.last = without(counter.last, number)
    const state = real.office.files.get(file.fileId as FileId)
    if (state) awaitedAs(file, real, state)
    if (state?.undo?.before && file.undo?.before) awaitedAs(file.undo.before, real, state.undo.before)
    if (before === null) return
    const after = shown(real, file.fileId)
    if (file.decided) return expect(after?.clock).toEqual(before.clock)
    if (after?.clock?.on !== before.clock?.on) expect(after!.clock!.on! > today(real)).toBe(true)
  })

/** A request that came by post, asked for what lacks, acknowledged, and a letter that is cancelled: seldom drawn one by one. */
export const letterLife = (label: string, which: number) =>
  step(`letters ${which}`, (model, real) => {
    openByPost('autre', label, [], { received: 0, sent: 0 }).run(model, real)
    const last = model.files.length - 1
    requestPieces(last, ruledPieces.slice(0, 1), 30).run(model, real)
    acknowledge(last).run(model, real)
    cancelLetter(which).run(model, real)
  })

export const titleArrives = (which: number) =>
  onFile('file.titleArrived', which, (_model, real, fileId, file) => {
    const decision = real.act('file.titleArrived', { fileId, arrivedOn: today(real), slot: '14' }, 'agent1')
    if (!file) return expect(refusalOf(decision)).toBe('fileNotOpen')
    if (file.title?.state === 'here') return expect(refusalOf(decision)).toBe('titleAlreadyHere')
    accepted(decision)
    file.title = { arrivedOn: today(real), state: 'here' }
    touched(file)
  })

/** A title for a request that nobody recorded here. */
export const titleAlone = step('file.titleArrived for nobody known', (model, real) => {
  const request = { procedureId: 'cni', serviceId: 'titres' }
  const arrivedOn = today(real)
  const { output } = accepted(real.act('file.titleArrived', { request, arrivedOn }, 'agent1'))
  expect(output.reference).toBe(nextReference(model, real))
  model.files.push({
    fileId: output.fileId,
    reference: output.reference,
    state: 'open',
    procedureId: 'cni',
    label: null,
    receivedOn: arrivedOn,
    pieces: new Map(),
    awaited: new Set(),
    decided: false,
    handedOver: false,
    title: { arrivedOn, state: 'here' },
    originals: 0,
    openedBy: null,
    undo: null,
    resting: true,
  })
})

export const destroyTitle = (which: number) =>
  onFile('file.destroyTitles', which, (_model, real, fileId, file) => {
    const on = today(real)
    const by = file && shown(real, fileId)?.title?.collectBy
    const decision = real.act('file.destroyTitles', { fileIds: [fileId], on }, 'supervisor')
    if (!file) return expect(refusalOf(decision)).toBe('fileNotOpen')
    if (file.title?.state !== 'here') return expect(refusalOf(decision)).toBe('noTitleHere')
    // Never before its day, never where no text gives one.
    if (!by || on <= by) return expect(refusalOf(decision)).toBe('titleStillDue')
    accepted(decision)
    file.title = { ...file.title, state: 'destroyed' }
    touched(file)
    if (file.originals === 0) file.state = 'closed'
  })

export const handOver = (which: number, what: 'title' | 'decision' | 'document', refused: boolean) =>
  onFile(`file.handOver ${what}`, which, (_model, real, fileId, file) => {
    const input = { fileId, what, means: 'counter', on: today(real), to: 'self', refused }
    const decision = real.act('file.handOver', input, 'agent1')
    if (!file) return expect(refusalOf(decision)).toBe('fileNotOpen')
    if (what === 'title' && file.title?.state !== 'here')
      return expect(refusalOf(decision)).toBe('noTitleHere')
    if (what === 'decision' && !file.decided) return expect(refusalOf(decision)).toBe('decisionMissing')
    accepted(decision)
    file.handedOver = true
    touched(file)
    if (what !== 'title' || refused || !file.title) return
    file.title = { ...file.title, state: 'handedOver' }
    if (file.originals === 0) file.state = 'closed'
  })

export const keepOriginals = (which: number, piece: string) =>
  onFile('file.holdOriginals', which, (_model, real, fileId, file) => {
    const input = { fileId, pieces: named([piece]), on: today(real) }
    const decision = real.act('file.holdOriginals', input, 'agent1')
    if (!file) return expect(refusalOf(decision)).toBe('fileNotOpen')
    accepted(decision)
    file.originals++
    touched(file)
  })

export const giveOriginalsBack = (which: number) =>
  onFile('file.returnOriginals', which, (model, real, fileId, file) => {
    const input = { fileId, means: 'counter', on: today(real), to: 'self' }
    const decision = real.act('file.returnOriginals', input, 'agent1')
    if (!file) return expect(refusalOf(decision)).toBe('fileNotOpen')
    if (file.originals === 0) return expect(refusalOf(decision)).toBe('noOriginalsHeld')
    if (!withPaper(model, real, 'agent1', 'RO', decision)) return
    expect(accepted(decision).output.returned).toBe(file.originals)
    file.originals = 0
    touched(file)
  })

export const closeFile = (which: number, reason: 'done' | 'withdrawn') =>
  onFile(`file.close ${reason}`, which, (_model, real, fileId, file) => {
    const decision = real.act('file.close', { fileId, reason }, 'supervisor')
    if (!file) return expect(refusalOf(decision)).toBe('fileNotOpen')
    if (file.originals > 0) return expect(refusalOf(decision)).toBe('originalsStillHeld')
    if (file.title?.state === 'here') return expect(refusalOf(decision)).toBe('titleStillHere')
    if (reason === 'done' && !file.decided && !file.handedOver && !file.resting)
      return expect(refusalOf(decision)).toBe('decisionMissing')
    accepted(decision)
    file.state = 'closed'
    touched(file)
  })

/** The person received came back for their file. */
export const takeFile = (agent: string, which: number) =>
  step(`visit.takeFile ${agent} ${which}`, (model, real) => {
    const file = pick(model, which)
    const decision = real.act('visit.takeFile', { reference: file?.reference ?? 'DO-1999-1' }, agent)
    const counter = heldBy(model, agent)
    if (!counter) return expect(refusalOf(decision)).toBe('counterNotOpen')
    const served = counter.current
    if (served?.state !== 'serving') return expect(refusalOf(decision)).toBe('nobodyServed')
    if (file?.state !== 'open') return expect(refusalOf(decision)).toBe('fileNotOpen')
    const { output, events } = accepted(decision)
    expect(output).toEqual({ fileId: file.fileId, reference: file.reference })
    expect(events, 'putting a file on the sheet is no fact of the office').toEqual([])
    const lacks = ([, state]: [string, string]) => state !== 'presented'
    // What was decided waits for nothing.
    const stays = ([name, state]: [string, string]): [string, string] =>
      file.decided && state === 'missing' ? [name, 'notExamined'] : [name, state]
    const pieces = [...file.pieces].map(stays)
    model.sheets.set(served.visit!, {
      ...sheetOf(model, served),
      procedureId: file.procedureId,
      label: file.label,
      pieces: new Map([...pieces.filter(lacks), ...pieces.filter((piece) => !lacks(piece))]),
      file,
    })
  })
