import { z } from 'zod'
import { ProcedureId, ReasonId } from '../ids.ts'

/** The rules by which the office works, and who answered for them. */
export const lawEvents = {
  /** A person answered by name (a personal row) for a version of a procedure, as its SHA-256 names it. */
  procedureValidated: {
    v: 1,
    data: z.strictObject({
      procedureId: ProcedureId,
      version: z.string(),
      hash: z.string(),
      validationId: ReasonId,
    }),
  },
  /** The office works by this package of rules, which lies beside the journal, from the dates of its versions. */
  rulesPublished: {
    v: 1,
    data: z.strictObject({
      hash: z.string(),
      name: z.string(),
      version: z.string(),
      validationId: ReasonId,
    }),
  },
  rulesWithdrawn: { v: 1, data: z.strictObject({ hash: z.string() }) },
  draftValidated: {
    v: 1,
    data: z.strictObject({ draftId: z.string(), partIds: z.array(z.string()), validationId: ReasonId }),
  },
} as const
