import { z } from 'zod'
import { FileId, FileReference, ProcedureId, ServiceId } from '../ids.ts'
import { Issued } from '../documents/issuing.ts'
import { Ministry } from '../visit/sheet.ts'
import { FilePerson, typed } from './file.ts'

// What the acts on a file share: who does them, what they name, what they answer.

export const acting = ['agent', 'supervisor'] as const
export const ofFile = { fileId: FileId }
export const onOpen = ['officeNotCreated', 'fileNotOpen'] as const
/** Of what is noted of a file's pieces, by their names, at a day. */
export const onPieces = [
  ...onOpen,
  'unknownPiece',
  'tooManyPieces',
  'pieceWithoutText',
  'nameMalformed',
  'dateInFuture',
  'datesMixedUp',
] as const
/** Of an act that uses what is kept of the person (GDPR 18). */
export const onUsable = [...onOpen, 'personLimited'] as const
export const done = z.strictObject({ reference: FileReference })

/** The paper of the act is issued in the same decision, unless another software gave it: it is then only noted. */
export const papered = { issue: z.boolean().default(true) }
/** The paper issued; null where none was, or where the day noted is past: its paper was given that day. */
export const papers = done.extend({ document: Issued.nullable() })

/** What names a request, and who makes it. */
export const described = {
  procedureId: ProcedureId.nullable(),
  label: typed.optional(),
  serviceId: ServiceId,
  /** What the rules ask, by question: it can decide what silence is worth. */
  answers: z.record(z.string().max(120), z.string().max(120)).optional(),
  person: FilePerson.optional(),
  ministry: Ministry.optional(),
}
