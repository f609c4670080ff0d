import type { Event } from '../../contract/events.ts'
import type { FileId, LocalDate } from '../../contract/ids.ts'
import { dateIn } from '../core/calendar/index.ts'
import type { Context, Decide, PersonalChange, Refused } from '../decision.ts'
import { zoneOf, type Office } from '../state.ts'
import { collectBy } from './clocks.ts'
import { closedRow } from './ending.ts'
import { fileAfter } from './evolve.ts'
import { blankRow, holdsOriginals } from './file.ts'
import { fileOpened } from './opening.ts'
import {
  receiptRefused,
  bornTomorrow,
  keptRow,
  openedFile,
  strangeDate,
  strangeRequest,
  type Opened,
} from './recorded.ts'
import { strangeLabel, strangePerson } from '../law/names.ts'
import { fileRequest, regimeOf, rulesOn } from './regime.ts'
import type { FileRow, FileState } from './state.ts'

/** A title to collect: of a file, else of a request that was never recorded here, and which is then a file. */
export const titleArrived: Decide<'file.titleArrived'> = (office, input, context) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const { fileId, request, arrivedOn, slot = null, number } = input
  if (fileId !== undefined) {
    const found = openedFile(office, fileId, context)
    if ('refusal' in found) return found
    const { file, row: typed, today } = found
    if (file.title?.state === 'here') return { refusal: 'titleAlreadyHere' }
    const strange = strangeDate(arrivedOn, { after: file.receivedOn, today })
    if (strange) return strange
    const numbered =
      number === undefined ? [] : [keptRow(fileId, { ...typed, titleNumber: number }, context.now)]
    return arrived(file, [], numbered, arrivedOn, slot, context)
  }
  if (!request) return { refusal: 'fileNotOpen' }
  const { procedureId, serviceId, answers = {}, label, person, ministry } = request
  const today = dateIn(zoneOf(office), context.now)
  const row: FileRow = {
    ...blankRow(context.newSalt()),
    answers,
    label: label ?? null,
    person: person ?? null,
    ministry: ministry ?? null,
    ...(number === undefined ? {} : { titleNumber: number }),
  }
  const described = fileRequest(rulesOn(office, context, arrivedOn), procedureId, row, [])
  const refused =
    strangeRequest(office, serviceId, described) ??
    receiptRefused(office, context, ministry) ??
    bornTomorrow(person, today) ??
    strangePerson(person) ??
    strangeLabel(label) ??
    strangeDate(arrivedOn, { after: arrivedOn, today })
  if (refused) return refused
  const { event, personal } = fileOpened(
    office,
    context,
    {
      procedureId,
      serviceId,
      ...regimeOf('title', described),
      channel: 'title',
      sentOn: null,
      receivedOn: arrivedOn,
      firstReceivedOn: arrivedOn,
      pieces: [],
      assistance: null,
      visit: null,
    },
    row,
  )
  const file = fileAfter(null, { at: context.now, event })
  if (file === null) return { refusal: 'fileNotOpen' }
  return arrived(file, [event], [personal], arrivedOn, slot, context)
}

function arrived(
  file: FileState,
  before: readonly Event[],
  personal: readonly PersonalChange[],
  arrivedOn: LocalDate,
  slot: string | null,
  { now }: Context,
) {
  const { fileId, reference } = file
  const event = { type: 'fileTitleArrived', data: { fileId, arrivedOn, slot } } as const
  const after = fileAfter(file, { at: now, event })
  return {
    events: [...before, event],
    personal,
    output: { fileId, reference, collectBy: after && collectBy(after) },
  }
}

/** The files named, each once, all with a title in the drawer. */
function inDrawer(
  office: Office,
  fileIds: readonly FileId[],
  context: Context,
): Refused<'officeNotCreated' | 'fileNotOpen' | 'noTitleHere'> | readonly Opened[] {
  const found: Opened[] = []
  for (const fileId of new Set(fileIds)) {
    const one = openedFile(office, fileId, context)
    if ('refusal' in one) return { ...one, details: [fileId] }
    if (one.file.title?.state !== 'here') return { refusal: 'noTitleHere', details: [one.file.reference] }
    found.push(one)
  }
  return found
}

/** One notice for several titles that arrived: all are noted or none, each on a day after its title's arrival. */
export const notifyTitles: Decide<'file.notify'> = (office, { fileIds, means, on }, context) => {
  const found = inDrawer(office, fileIds, context)
  if ('refusal' in found) return found
  const last = found
    .map(({ file }) => file.title!.arrivedOn)
    .toSorted()
    .at(-1)!
  const strange = strangeDate(on, { after: last, today: found[0]!.today })
  if (strange) return strange
  return {
    events: found.map(({ file: { fileId } }) => ({
      type: 'fileNoticeSent' as const,
      data: { fileId, means, on },
    })),
    output: { noticed: found.length },
  }
}

/** Destroyed after the last day to collect, never before, and never where no text gives one; the file ends with it, unless originals are still kept. */
export const destroyTitles: Decide<'file.destroyTitles'> = (office, { fileIds, on }, context) => {
  const found = inDrawer(office, fileIds, context)
  if ('refusal' in found) return found
  for (const { file, today } of found) {
    if (on > today) return { refusal: 'dateInFuture' }
    const last = collectBy(file)
    if (last === null || on <= last) return { refusal: 'titleStillDue', details: [file.reference] }
  }
  return {
    events: found.flatMap(({ file }): Event[] => {
      const { fileId } = file
      const destroyed = { type: 'fileTitleDestroyed', data: { fileId, on } } as const
      return holdsOriginals(file)
        ? [destroyed]
        : [destroyed, { type: 'fileClosed', data: { fileId, reason: 'titleDestroyed', visit: null } }]
    }),
    personal: found.flatMap(({ file, row }) =>
      holdsOriginals(file) ? [] : closedRow(file, row, context.now),
    ),
    output: { destroyed: found.length },
  }
}
