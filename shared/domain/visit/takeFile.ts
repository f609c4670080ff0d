import type { FilePerson } from '../../contract/files/file.ts'
import type { Sheet } from '../../contract/visit/sheet.ts'
import { dateIn } from '../core/calendar/index.ts'
import type { Decide } from '../decision.ts'
import { rowOf, sheetPieces } from '../files/recorded.ts'
import { withoutAwaited } from '../files/goingOn.ts'
import { requestHere } from '../queue/sheet.ts'
import { zoneOf } from '../state.ts'

/** What a sheet says of a person: how to reach them stays on the file. */
const personOf = ({ contact: _contact, ...person }: FilePerson): Sheet['person'] => person

/** A person who comes back: their file on the sheet, with its pieces, those that still lack first. */
export const takeFile: Decide<'visit.takeFile'> = (office, { fileId, reference, ...on }, context) => {
  const here = requestHere(office, on, context)
  if ('refusal' in here) return here
  const file =
    fileId === undefined ? office.files.find((one) => one.reference === reference) : office.files.get(fileId)
  if (!file || file.closed !== null) return { refusal: 'fileNotOpen' }
  const row = rowOf(file, context)
  const pieces = sheetPieces(file, row)
  const { sheet, ticket } = here
  const taken: Sheet = {
    ...sheet,
    fileId: file.fileId,
    procedureId: file.procedureId,
    label: row.label,
    answers: { ...row.answers },
    pieces: pieces.toSorted((a, b) => Number(a.state === 'presented') - Number(b.state === 'presented')),
    person: row.person && personOf(row.person),
    ministry: row.ministry,
  }
  const today = dateIn(zoneOf(office), context.now)
  const value = withoutAwaited(office, { sheet: taken, outcome: 'filed' }, today)
  return {
    events: [],
    personal: [{ op: 'put', kind: 'sheet', id: ticket.visit.visitId, value, at: context.now }],
    output: { fileId: file.fileId, reference: file.reference },
  }
}
