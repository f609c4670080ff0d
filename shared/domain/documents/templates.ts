import type { RefusalGrounds } from '../../contract/documents/grounds.ts'
import type { ReasonTemplate } from '../../contract/documents/paperSettings.ts'
import type { ProcedureId } from '../../contract/ids.ts'
import { searchable } from '../../contract/letters.ts'

// Reasons that the office writes once, and that are proposed only when a jurist validated them.

/** Someone else than its author validated it, on a day that is not before it was written. */
export const isValidated = ({ author, writtenOn, validator, validatedOn }: ReasonTemplate): boolean =>
  validator !== null &&
  validatedOn !== null &&
  validatedOn >= writtenOn &&
  searchable(validator) !== searchable(author)

/** The validated templates of a procedure, as a refusal proposes them. */
export const templatesFor = (
  reasons: readonly ReasonTemplate[],
  procedureId: ProcedureId | null,
): RefusalGrounds['templates'] =>
  reasons
    .filter((template) => template.procedureId === procedureId && isValidated(template))
    .map(({ templateId, groundId, title, facts }) => ({ templateId, groundId, title, facts }))

/**
 * Templates as they are kept: one whose words changed is to be validated again, unless its validation changed with them.
 * @param before those that the office has
 */
export const keptTemplates = (
  before: readonly ReasonTemplate[],
  asked: readonly ReasonTemplate[],
): ReasonTemplate[] =>
  asked.map((template) => {
    const was = before.find(({ templateId }) => templateId === template.templateId)
    const same =
      was === undefined ||
      (was.facts === template.facts &&
        was.procedureId === template.procedureId &&
        was.groundId === template.groundId)
    const again = was?.validatedOn !== template.validatedOn || was.validator !== template.validator
    return same || again ? template : { ...template, validator: null, validatedOn: null }
  })
