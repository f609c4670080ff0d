import { z } from 'zod'
import { command, read } from '../define.ts'
import { DocumentFacts, IssuedDocument } from '../documents/issued.ts'
import { PrinterId } from '../ids.ts'
import { Issued } from '../documents/issuing.ts'
import { written } from '../typed.ts'

/** What the ticket's paper bears, typed or scanned: who holds the paper is who may ask. */
const code = written.toUpperCase().min(1).max(20)

/** « Mon passage »: on presentation of the ticket's code, the person's own trace; of today or of any day before. */
export const trailCalls = {
  /** To be read on a screen before it is printed: what it would say now, and the last one issued of this ticket. */
  'trail.get': read({
    pace: { kiosk: 'codes', agent: 'consultations', supervisor: 'consultations' },
    roles: ['kiosk', 'agent', 'supervisor'],
    input: z.strictObject({ code }),
    output: z.strictObject({ facts: DocumentFacts, issued: IssuedDocument.nullable() }),
    refusals: ['officeNotCreated', 'codeWrong', 'personLimited'],
  }),
  /** Numbered, signed and printed; where nothing happened since the last one, or within a minute, that one again. */
  'trail.print': command({
    names: ['trail'],
    onLimited: 'barred',
    pace: { kiosk: 'papers', agent: 'papers', supervisor: 'papers' },
    roles: ['kiosk', 'agent', 'supervisor'],
    input: z.strictObject({ code, printerId: PrinterId.nullable().optional() }),
    output: Issued.extend({ /** 1 for a new one. */ copy: z.int().min(1) }),
    refusals: ['officeNotCreated', 'codeWrong', 'personLimited', 'unknownPrinter', 'mentionMissing'],
  }),
} as const
