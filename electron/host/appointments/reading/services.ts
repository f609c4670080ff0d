import type { Entry, KnownService, Skip } from './entry.ts'
import { plain, samePlain, shown } from './plain.ts'

/** The service of an entry, and what its summary says beside the service's name. */
export interface Recognised {
  readonly service: KnownService
  readonly rest: string
}

/**
 * The service that an entry is for: the one it states; else a category of its, what its summary begins with
 * (« Titres d’identité – DUPONT Léa »), its procedure when one service alone has it, the office's only
 * service, or what the procedure's words begin with.
 */
export function recogniseService(entry: Entry, services: readonly KnownService[]): Recognised | Skip {
  const { summary, categories } = entry
  const stated = entry.values.get('service') ?? ''
  if (stated !== '') {
    const service = serviceNamed(stated, services)
    return service
      ? { service, rest: summary.replace(announced, '') }
      : { code: 'unknownService', text: shown(stated, 120) }
  }
  const subject = summary.replace(announced, '')
  const procedure = entry.values.get('procedure') ?? ''
  const prefixed = servicePrefix(subject, services)
  const categorised = first(categories, (category) => serviceNamed(category, services))
  if (categorised)
    return { service: categorised, rest: prefixed?.service === categorised ? prefixed.rest : subject }
  if (prefixed) return prefixed
  const having = services.filter((service) => procedureNamed(procedure || subject, service) !== null)
  const only = having.length === 1 ? having[0] : services.length === 1 ? services[0] : undefined
  const service = only ?? servicePrefix(procedure, services)?.service
  if (service) return { service, rest: subject }
  const words = [summary, procedure, ...categories].find((text) => text.trim() !== '')
  return words === undefined
    ? { code: 'missingService', text: '' }
    : { code: 'unknownService', text: shown(words, 120) }
}

/** The id of the service's procedure that words name; null when they name none of its. */
export function procedureNamed(words: string, service: KnownService): string | null {
  const written = plain(words)
  return service.procedures.find((id) => written !== '' && samePlain(written, plain(id))) ?? null
}

/** What calendars put before what matters: « RDV avec DUPONT Léa ». */
const announced = /^(?:rdv|rendez-vous)(?:\s+(?:pour|avec))?[\s:–—-]+/i

/** By id, letter or French name; null when none or several fit. */
function serviceNamed(words: string, services: readonly KnownService[]): KnownService | null {
  const written = plain(words)
  if (written === '') return null
  const forms: readonly ((service: KnownService) => string)[] = [
    ({ serviceId }) => serviceId,
    ({ letter }) => letter,
    ({ name }) => name.fr,
  ]
  for (const form of forms) {
    const fit = services.filter((service) => samePlain(written, plain(form(service))))
    if (fit.length > 0) return fit.length === 1 ? (fit[0] ?? null) : null
  }
  return null
}

/** What may stand between a service's name and the rest. */
const separator = /\s[-–—]\s|\s*[:;,|/(]\s*/g

function servicePrefix(summary: string, services: readonly KnownService[]): Recognised | null {
  // The longest first: a service's own name may hold a separator.
  const cuts = [...summary.slice(0, 300).matchAll(separator)].toReversed()
  const whole = serviceNamed(summary, services)
  if (whole) return { service: whole, rest: '' }
  return first(cuts, ({ index, 0: { length } }) => {
    const service = serviceNamed(summary.slice(0, index), services)
    return service && { service, rest: summary.slice(index + length).replace(/\)\s*$/, '') }
  })
}

function first<T, R>(of: readonly T[], found: (one: T) => R | null): R | null {
  for (const one of of) {
    const result = found(one)
    if (result !== null) return result
  }
  return null
}
