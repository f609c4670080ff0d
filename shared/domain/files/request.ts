import type { LocalDate } from '../../contract/ids.ts'
import type { Input } from '../../contract/index.ts'
import { allProcedures } from '../../procedures/catalogue.ts'
import { dateIn } from '../office/calendar/index.ts'
import { assessSheet } from '../visit/checklist.ts'
import { zoneOf, type Office } from '../state.ts'
import type { View, ViewContext } from '../view.ts'
import { blankRow, forgottenRow } from './file.ts'
import { askedIn } from './recorded.ts'
import { asked, rulesOn, type Asked } from './regime.ts'

/** A file's own request, under the rules of its day. */
function ofFile(office: Office, fileId: Input<'request.view'>['fileId'], context: ViewContext): Asked | null {
  const file = fileId === undefined ? undefined : office.files.get(fileId)
  if (!file) return null
  const row = context.model.personal.files.get(file.fileId) ?? forgottenRow(file, '')
  return askedIn({ file, row, rules: rulesOn(office, context, file.receivedOn) })
}

/** What was typed of a request that is not recorded yet. */
function ofTyped(
  office: Office,
  input: Input<'request.view'>,
  today: LocalDate,
  context: ViewContext,
): Asked {
  const { procedureId = null, answers = {}, pieces = [], receivedOn = today } = input
  return asked(rulesOn(office, context, receivedOn), procedureId, { ...blankRow(''), answers }, pieces)
}

/**
 * What a request needs to be recorded or completed, outside a visit: services, procedures, and what the rules of its day
 * say of it. What was answered on a file is not given back: whose it is, is looked up, and leaves a trace.
 */
export const requestView: View<'request.view'> = (office, input, context) => {
  const today = dateIn(zoneOf(office), context.now)
  const file = ofFile(office, input.fileId, context)
  const request = file ?? ofTyped(office, input, today, context)
  const services = office.settings?.services ?? []
  const found = assessSheet(request.rules, request.sheet)
  return {
    today,
    services: services.map(({ serviceId, name }) => ({ serviceId, name })),
    procedures: allProcedures(context.catalogue, request.rules.date).map(({ procedureId, title }) => ({
      procedureId,
      title,
      serviceId:
        services.find(({ procedures }) => procedures.some((one) => one === procedureId))?.serviceId ?? null,
    })),
    assessment: found && (file ? { ...found, answered: [] } : found),
  }
}
