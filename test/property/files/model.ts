import { expect } from 'vitest'
import type { Outcome } from '../../../shared/contract/queue/outcomes.ts'
import type { LocalDate } from '../../../shared/contract/ids.ts'
import { isWithAnother } from '../../../shared/domain/files/whoDecides.ts'
import type { PureOffice } from '../../fixtures/pureOffice.ts'
import { todayIn, type Model, type ModelFile, type ModelSheet, type ModelTicket } from '../officeModel.ts'

// What the model of the office knows of files: their numbers, what a visit's closing does on them, what it must show.

export const today = (real: PureOffice): LocalDate => todayIn(real.now)

/** No gap and no repeat in a year, whatever is refused in between. */
export function nextReference(model: Model, real: PureOffice): string {
  const year = today(real).slice(0, 4)
  const count = (model.references.get(year) ?? 0) + 1
  model.references.set(year, count)
  return `DO-${year}-${count}`
}

/** What comes or is asked last is listed last. */
export function placedLast({ pieces }: Pick<ModelFile, 'pieces'>, name: string, state: string): void {
  pieces.delete(name)
  pieces.set(name, state)
}

/** The request goes on with a file that is decided; one named after the decision is another request. */
export const goesOnDecided = ({ file, procedureId }: ModelSheet): boolean =>
  file?.state === 'open' && file.decided && file.procedureId === procedureId

/** A sheet as its file lets it stand: what was decided waits for nothing. */
export const withoutAwaited = (sheet: ModelSheet): ModelSheet =>
  goesOnDecided(sheet)
    ? {
        ...sheet,
        pieces: new Map(
          [...sheet.pieces].map(([name, state]) => [name, state === 'missing' ? 'notExamined' : state]),
        ),
      }
    : sheet

/** What a closing does on files, in the order in which the journal must tell it. */
export function closeOnFiles(
  model: Model,
  real: PureOffice,
  served: ModelTicket,
  sheet: ModelSheet,
  outcome: Outcome,
  acknowledged: boolean,
): readonly string[] {
  if (outcome === 'notServed') return []
  const files = outcome === 'filed' || outcome === 'incomplete'
  const closing = { visit: served.visit!, request: served.done }
  const { file } = sheet
  const produced = [...sheet.pieces].filter(([, state]) => state === 'presented').map(([name]) => name)
  if (file?.state === 'open' && (file.procedureId ?? sheet.procedureId) === sheet.procedureId) {
    const { state, procedureId, label, handedOver, title } = file
    const life = { state, procedureId, label, handedOver, title }
    const before = { ...life, pieces: new Map(file.pieces), awaited: new Set(file.awaited) }
    const events: string[] = []
    if (outcome === 'handedOver' && title?.state === 'here') {
      events.push('fileHandedOver')
      file.handedOver = true
      file.title = { ...title, state: 'handedOver' }
      if (file.originals === 0) {
        events.push('fileClosed')
        file.state = 'closed'
      }
    } else {
      const tells = procedureId === null && sheet.procedureId !== null
      if (tells || (procedureId === null && label === null && sheet.label !== null)) {
        events.push('fileDescribed')
        file.procedureId = sheet.procedureId
        file.label = sheet.label ?? label
      }
      const brought = produced.filter((name) => file.pieces.get(name) !== 'presented')
      if (brought.length > 0) events.push('filePieceAdded')
      for (const name of brought) {
        placedLast(file, name, 'presented')
        file.awaited.delete(name.replace(/^label /, ''))
      }
    }
    // What was decided waits for nothing.
    if (files && !file.decided)
      events.push(
        // Its paper says again what was asked before it.
        ...(file.awaited.size > 0 ? ['fileLetterTold'] : []),
        ...asksWhatLacks(file),
        ...(acknowledged ? ['fileAcknowledged'] : []),
      )
    if (events.length > 0) {
      file.touchedBy = new Set(file.touchedBy).add(closingName(closing))
      file.undo = { closing, before }
    }
    return events
  }
  const opens =
    ['filed', 'incomplete', 'assisted'].includes(outcome) || (outcome === 'forwarded' && produced.length > 0)
  if (!opens) return []
  const reference = nextReference(model, real)
  const opened = real.recorded.findLast(({ event }) => event.type === 'fileOpened')?.event
  if (opened?.type !== 'fileOpened') throw new Error('a closing that opened no file')
  expect(opened.data.reference).toBe(reference)
  const assisted = outcome === 'assisted'
  const made: ModelFile = {
    fileId: opened.data.fileId,
    reference,
    state: assisted ? 'closed' : 'open',
    procedureId: sheet.procedureId,
    label: sheet.label,
    receivedOn: today(real),
    pieces: new Map(sheet.pieces),
    awaited: new Set(),
    decided: false,
    handedOver: false,
    title: null,
    originals: 0,
    openedBy: closing,
    undo: { closing, before: null },
    touchedBy: new Set([closingName(closing)]),
    resting: assisted,
  }
  model.files.push(made)
  if (assisted) return ['fileOpened', 'fileClosed']
  const asked = files ? asksWhatLacks(made) : []
  return ['fileOpened', ...asked, ...(acknowledged ? ['fileAcknowledged'] : [])]
}

/** What lacks and that the rules require is asked by the closing, whoever decides (CRPA L114-5); words are no demand. */
function asksWhatLacks(file: ModelFile): readonly string[] {
  const asked = [...file.pieces].flatMap(([name, state]) =>
    state === 'missing' && name.startsWith('id ') && !file.awaited.has(name) ? [name] : [],
  )
  for (const name of asked) {
    placedLast(file, name, 'missing')
    file.awaited.add(name)
  }
  return asked.length > 0 ? ['filePiecesRequested'] : []
}

const closingName = ({ visit, request }: NonNullable<ModelFile['openedBy']>): string => `${visit} ${request}`

const isOf = (closing: ModelFile['openedBy'], ticket: ModelTicket, request: number): boolean =>
  closing?.visit === ticket.visit && closing.request === request

/** Something was done since on a file that this closing touched. */
export const filesWentOn = ({ files }: Model, ticket: ModelTicket, request: number): boolean =>
  files.some(
    ({ touchedBy, undo }) =>
      touchedBy?.has(closingName({ visit: ticket.visit!, request })) === true &&
      (undo === null || !isOf(undo.closing, ticket, request)),
  )

/** A closing taken back: what it opened is annulled, and its number stays used. */
export function undoOnFiles({ files }: Model, ticket: ModelTicket, request: number): void {
  for (const file of files) {
    if (file.undo === null || !isOf(file.undo.closing, ticket, request)) continue
    if (file.undo.before === null) file.state = 'annulled'
    else Object.assign(file, file.undo.before)
    file.undo = null
    file.touchedBy?.delete(closingName({ visit: ticket.visit!, request }))
  }
}

/** At the end of a day no closing can be taken back any more. */
export const forgetClosings = ({ files }: Model): void => {
  for (const file of files) {
    file.undo = null
    delete file.touchedBy
  }
}

/** What an open file counts and is tied to papers is told by one that holds; what undoing would give back, too. */
function expectTold(real: PureOffice): void {
  const files = real.office.files.valueSeq().toArray()
  const lives = [...files, ...files.flatMap(({ undo }) => undo?.before ?? [])]
  const tied = lives
    .filter(({ closed, decision }) => closed === null && decision === null)
    .flatMap((file) => {
      const requests = file.requests.filter(({ receivedOn }) => receivedOn === null && !isWithAnother(file))
      return [...requests, ...file.acknowledged].flatMap(({ told }) => told ?? [])
    })
  if (tied.length === 0) return
  const gone = new Set<string>(
    real.recorded.flatMap(({ event }) =>
      event.type === 'documentRelated' && event.data.how !== 'duplicate' ? [event.data.documentId] : [],
    ),
  )
  const numbers = new Set<string>(
    real.recorded.flatMap(({ event }) =>
      event.type === 'documentIssued' && gone.has(event.data.documentId) ? [event.data.number] : [],
    ),
  )
  for (const { standing } of tied) {
    expect(standing.length).toBeGreaterThan(0)
    for (const paper of standing) expect(numbers.has(paper), `${paper} holds no more`).toBe(false)
  }
}

/** What the office holds of files, and what its pages show, is what the model says. */
export function expectFiles(model: Model, real: PureOffice): void {
  const open = model.files.filter(({ state }) => state === 'open')
  const held = real.office.files.valueSeq().filter(({ closed }) => closed === null)
  expect(
    held
      .map(({ reference }) => reference)
      .toArray()
      .toSorted(),
  ).toEqual(open.map(({ reference }) => reference).toSorted())
  expectTold(real)
  const due = real.view('files.due', 'agent1')
  expect(due.toRecordTotal).toBe(
    open.filter(({ procedureId, label }) => procedureId === null && label === null).length,
  )
  expect(due.rows.map(({ dueOn }) => dueOn)).toEqual(due.rows.map(({ dueOn }) => dueOn).toSorted())
  expect(due.rows.every(({ dueOn, overdue }) => overdue === dueOn < due.today)).toBe(true)
  expect(due.counts.originals).toBe(open.filter(({ originals }) => originals > 0).length)
  expect(due.total).toBe(Object.values(due.counts).reduce((sum, count) => sum + count, 0))
  const drawer = real.view('files.toCollect', 'agent1')
  expect(drawer.rows.map(({ reference }) => reference).toSorted()).toEqual(
    open
      .filter(({ title }) => title?.state === 'here')
      .map(({ reference }) => reference)
      .toSorted(),
  )
}
