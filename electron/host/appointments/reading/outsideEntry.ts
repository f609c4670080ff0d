import type ICAL from 'ical.js'
import type { OutsideAppointment } from '../../../../shared/contract/appointments/outside.ts'
import type { DayAppointment } from '../outside/source.ts'
import type { ContentLine } from './contentLines.ts'
import type { Entry } from './entry.ts'
import type { Field } from './fields.ts'
import { shown } from './plain.ts'
import { valuesOf } from './readIcs.ts'
import { bounded } from './written.ts'

/** What tells an appointment of a source from every other: its UID, and of a repeated one its first hour too. */
export const identityOf = ({ uid, occurrence }: Pick<OutsideAppointment, 'uid' | 'occurrence'>): string =>
  occurrence === null ? uid : `${uid}/${new Date(occurrence).toISOString().replaceAll(/[-:]|\.\d{3}/g, '')}`

/**
 * An appointment of a source as an entry of a file, which one reader then holds against the office's services.
 * @param service the service that the office gave to its calendar, where it gave one
 */
export function outsideEntry(appointment: DayAppointment, line: number, service: string | undefined): Entry {
  const { event, startsAt, endsAt, label, person, cancelled } = appointment
  const values = new Map<Field, string>(event ? valuesOf(linesOf(event)) : [])
  values.set('uid', identityOf(appointment))
  if (service !== undefined) values.set('service', service)
  if (person !== undefined) values.set('name', person)
  return {
    line,
    skip: cancelled ? { code: 'cancelled', text: '' } : null,
    values,
    startsAt,
    minutes: bounded((endsAt - startsAt) / 60_000),
    categories: event
      ? event
          .getAllProperties('categories')
          .flatMap((property) => property.getValues().map((value) => String(value).trim()))
      : [],
    summary: shown(label, 500),
    sequence: 0,
    remarks: [],
  }
}

const linesOf = (event: ICAL.Component): readonly ContentLine[] =>
  event.getAllProperties().map((property) => ({
    name: property.name.toUpperCase(),
    parameters: new Map(),
    values: property.getValues().map(String),
  }))
