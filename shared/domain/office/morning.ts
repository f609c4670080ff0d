import type { PrinterId } from '../../contract/ids.ts'
import { dateIn, hoursOn, onDay } from '../core/calendar/index.ts'
import type { Context, NewJob } from '../decision.ts'
import type { Office } from '../state.ts'
import { printJob } from '../printing/decide.ts'
import { groundsHere, publishedRule } from '../queue/rules.ts'

/** Blank lines of the sheet: a morning by hand, and more sheets can be printed. */
const blankLines = 60

/** The morning sheet on a printer: the next numbers, hours, grounds, appointments by code, the rule, lines to fill. */
export function sheetJob(office: Office, context: Context, printerId: PrinterId): readonly NewJob[] {
  const { settings } = office
  const rule = publishedRule(office)
  if (settings === null || rule === null) return []
  const { zone } = settings.calendar
  const date = office.day?.date ?? dateIn(zone, context.now)
  const isThen = onDay(zone, date)
  const appointments = office.appointments
    .valueSeq()
    .filter(({ startsAt }) => isThen(startsAt))
    .sortBy(({ startsAt }) => startsAt)
    .take(200)
    .toArray()
  return printJob(office, context, printerId, 'Feuille du matin', {
    of: 'sheet',
    sheet: {
      officeName: settings.address.name,
      zone,
      at: context.now,
      school: office.school,
      date,
      hours: hoursOn(settings.calendar, date).map(([from, to]) => [from, to]),
      services: settings.services.map(({ letter, name }) => ({
        letter,
        name: name.fr,
        next: (office.series?.counts.get(letter) ?? 0) + 1,
      })),
      grounds: groundsHere(office).map(({ title, source }) => ({ title: title.fr, source })),
      appointments: appointments.map(({ appointmentId, serviceId, startsAt }) => ({
        at: startsAt,
        service: settings.services.find((known) => known.serviceId === serviceId)?.name.fr ?? serviceId,
        code: context.personal.appointments.get(appointmentId)?.code ?? '',
      })),
      rule,
      lines: blankLines,
    },
  })
}
