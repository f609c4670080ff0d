import type { Event, EventData } from '../../contract/events.ts'
import type { FileId, FileReference, LocalDate } from '../../contract/ids.ts'
import type { Input } from '../../contract/index.ts'
import { dateIn } from '../core/calendar/index.ts'
import { demandOf, grounds } from '../law/lacking.ts'
import { strangeLabel, strangePerson, strangePieceName } from '../law/names.ts'
import { withAnswersThatMatter } from '../law/checklist.ts'
import type { Context, Decide, PersonalChange } from '../decision.ts'
import { zoneOf, type Office } from '../state.ts'
import { fileAfter } from './evolve.ts'
import { blankRow } from './file.ts'
import { acceptedBySilence } from './standing.ts'
import {
  receiptRefused,
  bornTomorrow,
  committed,
  keptRow,
  keyed,
  noLongerRequired,
  nextReference,
  onceEach,
  openedFile,
  strangeRequest,
  sheetPieces,
} from './recorded.ts'
import { fileRequest, regimeOf, rulesOn } from './regime.ts'
import type { FileRow, FileState } from './state.ts'
import { isDecidedElsewhere } from './whoDecides.ts'

type Facts = Omit<EventData<'fileOpened'>, 'fileId' | 'reference' | 'commitment' | 'named'>

/** A file with the next reference, and the row of what was typed. */
export function fileOpened(
  office: Office,
  { now, newId }: Pick<Context, 'now' | 'newId'>,
  facts: Facts,
  row: FileRow,
): {
  readonly fileId: FileId
  readonly reference: FileReference
  readonly event: Event
  readonly personal: PersonalChange
} {
  const fileId = newId() as FileId
  const reference = nextReference(office, dateIn(zoneOf(office), now))
  const named = facts.procedureId !== null || row.label !== null
  const data = { ...facts, fileId, reference, named, commitment: committed(row) }
  return { fileId, reference, event: { type: 'fileOpened', data }, personal: keptRow(fileId, row, now) }
}

/** Sent, received elsewhere, received here: in that order, and by today. */
function strangeArrival(
  {
    sentOn,
    firstReceivedOn,
    receivedOn,
  }: Pick<Input<'file.open'>, 'sentOn' | 'firstReceivedOn' | 'receivedOn'>,
  today: LocalDate,
) {
  if (receivedOn > today) return { refusal: 'dateInFuture' } as const
  const first = firstReceivedOn ?? receivedOn
  return first > receivedOn || (sentOn !== undefined && sentOn > first)
    ? ({ refusal: 'datesMixedUp' } as const)
    : undefined
}

/** A request that came: its dates, who makes it, and the pieces that were with it. */
export const openFile: Decide<'file.open'> = (office, input, context) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const { procedureId, serviceId, receivedOn, answers = {}, ministry = null } = input
  const rules = rulesOn(office, context, receivedOn)
  const today = dateIn(zoneOf(office), context.now)
  const typed: FileRow = {
    ...blankRow(context.newSalt()),
    answers,
    label: input.label ?? null,
    person: input.person ?? null,
    ministry,
  }
  const request = fileRequest(rules, procedureId, typed, input.pieces)
  const refused =
    strangeRequest(office, serviceId, request) ??
    strangeArrival(input, today) ??
    bornTomorrow(typed.person, today) ??
    receiptRefused(office, context, ministry) ??
    strangePerson(typed.person) ??
    strangeLabel(input.label) ??
    strangePieceName(input.pieces.filter(({ state }) => state !== 'missing'))
  if (refused) return refused
  const lacking = grounds(
    request,
    input.pieces.filter(({ state }) => state === 'missing'),
  )
  if ('refusal' in lacking) return lacking
  // What lacks is named by the text that requires it, what came as it was typed.
  const pieces = [
    ...input.pieces.filter(({ state }) => state !== 'missing'),
    ...lacking.grounds.map((ground) => ({ ...demandOf(ground), state: 'missing' as const })),
  ]
  const named = keyed(rules, procedureId, typed, pieces)
  if ('refusal' in named) return named
  const { fileId, reference, event, personal } = fileOpened(
    office,
    context,
    {
      ...regimeOf(input.channel, request),
      procedureId,
      serviceId,
      channel: input.channel,
      sentOn: input.sentOn ?? null,
      receivedOn,
      firstReceivedOn: input.firstReceivedOn ?? receivedOn,
      pieces: onceEach(named.keys.map((key, at) => ({ ...key, state: pieces[at]!.state }))),
      assistance: null,
      visit: null,
    },
    named.row,
  )
  return { events: [event], personal: [personal], output: { fileId, reference } }
}

/** What silence gave is not taken back by another name of what was asked (CRPA L242-1); what was decided expressly, it did not. */
const takesBack = (before: FileState, after: FileState | null, on: LocalDate) => {
  const silent = before.decision === null || before.decision.decision === 'implicitAcceptance'
  const given = silent && !isDecidedElsewhere(before) ? acceptedBySilence(before, on) : undefined
  return given && (after === null || acceptedBySilence(after, on) === undefined) ? given : undefined
}

/** Named, or put right: what the law attaches to it is then what the rules of its day say. */
export const describeFile: Decide<'file.describe'> = (office, input, context) => {
  const found = openedFile(office, input.fileId, context)
  if ('refusal' in found) return found
  const unnamed = strangeLabel(input.label) ?? strangePerson(input.person)
  if (unnamed) return unnamed
  const { file, row, rules, today } = found
  const { fileId, reference } = file
  const procedureId = input.procedureId === undefined ? file.procedureId : input.procedureId
  const serviceId = input.serviceId ?? file.serviceId
  const moved = procedureId !== file.procedureId
  // What was decided, and why, is of the procedure that was asked.
  if (moved && file.decision !== null) return { refusal: 'fileAlreadyDecided' }
  const typed: FileRow = {
    ...row,
    // Another procedure forgets the answers that were given for the one before.
    answers: { ...(moved ? {} : row.answers), ...input.answers },
    label: input.label === undefined ? row.label : input.label,
    person: input.person === undefined ? row.person : input.person,
    ministry: input.ministry === undefined ? row.ministry : input.ministry,
  }
  const request = fileRequest(rules, procedureId, typed, moved ? [] : sheetPieces(file, row))
  const refused =
    bornTomorrow(typed.person, today) ??
    strangeRequest(office, serviceId, request) ??
    receiptRefused(office, context, input.ministry, fileId)
  if (refused) return refused
  // An answer that no longer matters is forgotten, not kept.
  const next = { ...typed, answers: withAnswersThatMatter(rules, request.sheet).answers }
  // What was frozen at the opening stays, unless another thing turns out to be asked.
  const { rule, regime } = moved || input.answers !== undefined ? regimeOf(file.channel, request) : file
  const named = procedureId !== null || next.label !== null
  const setBack = noLongerRequired(file, next, fileRequest(rules, procedureId, next, sheetPieces(file, row)))
  const event: Event = {
    type: 'fileDescribed',
    data: {
      fileId,
      procedureId,
      serviceId,
      rule,
      regime,
      named,
      commitment: committed(next),
      visit: null,
      ...(setBack.length > 0 ? { setBack, on: today } : {}),
    },
  }
  const taken = takesBack(file, fileAfter(file, { at: context.now, event }), today)
  if (taken) return taken
  return {
    events: [event],
    personal: [keptRow(fileId, next, context.now)],
    output: { reference },
  }
}
