import type { Service } from '../../contract/office/settings.ts'
import type { Ground, PublishedRule, QueueRules } from '../../contract/queue/rules.ts'
import { usualRules } from '../../contract/queue/rules.ts'
import { groundOf, groundsOf } from '../../procedures/grounds.ts'
import type { Decide, Evolve } from '../decision.ts'
import type { Office } from '../state.ts'
import { strangeChange } from '../law/names.ts'
import { printJob } from '../printing/decide.ts'

/** The grounds that this office honours: the law's, and those that it publishes. */
export const groundsHere = (office: Office): readonly Ground[] =>
  groundsOf((office.settings?.rules ?? usualRules).localGrounds)

/** The queue's rule as it is published, made from the settings alone; null until there is an office. */
export function publishedRule({ settings }: Office): PublishedRule | null {
  if (settings === null) return null
  const { rules, services } = settings
  const [first] = services
  return {
    appointments: services.some(
      ({ access, slotMinutes }) => access.includes('appointment') || slotMinutes !== null,
    ),
    appointmentLateMinutes: rules.appointmentLateMinutes,
    localGrounds: rules.localGrounds.map((id) => groundOf(id).title),
    caps: services.flatMap(({ name, rule }) => (rule.cap === null ? [] : [{ service: name, cap: rule.cap }])),
    maximums: services.flatMap(({ name, rule }) =>
      rule.maximumMinutes === null ? [] : [{ service: name, minutes: rule.maximumMinutes }],
    ),
    quotas: services.flatMap(({ name, rule: { quota } }) =>
      quota ? [{ service: name, tickets: quota.tickets, text: quota.text }] : [],
    ),
    weighted: services.some(
      ({ rule }) => rule.weight !== first?.rule.weight || rule.targetMinutes !== first.rule.targetMinutes,
    ),
    targets: services.map(({ name, rule }) => ({
      service: name,
      minutes: rule.targetMinutes,
      weight: rule.weight,
    })),
    overtakesPerPerson: rules.overtakesPerPerson,
    absentCalls: rules.absentCalls,
    returnToleranceMinutes: rules.returnToleranceMinutes,
  }
}

const quotaText = ({ rule }: Pick<Service, 'rule'>) => rule.quota?.text

/** The rules that the office sets, in whole or in part: what is left out stays as it is. */
export const setRules: Decide<'rules.set'> = ({ settings }, { rules, services }) => {
  if (settings === null) return { refusal: 'officeNotCreated' }
  const serviceIds = new Set(settings.services.map(({ serviceId }) => serviceId))
  if (services?.some(({ serviceId }) => !serviceIds.has(serviceId))) return { refusal: 'unknownService' }
  const printer = rules?.sheetPrinterId
  if (printer && !settings.printers.some(({ printerId }) => printerId === printer))
    return { refusal: 'unknownPrinter' }
  // The published rule says by which text a day's tickets are counted.
  const speaking = strangeChange((services ?? []).map(quotaText), settings.services.map(quotaText))
  if (speaking) return speaking
  // What is not given stays, whether it is left out or said to be undefined.
  const filled = Object.fromEntries(Object.entries(rules ?? {}).filter(([, value]) => value !== undefined))
  return {
    events: [
      {
        type: 'rulesSet',
        data: { rules: { ...settings.rules, ...(filled as Partial<QueueRules>) }, services: services ?? [] },
      },
    ],
    output: {},
  }
}

/** The rule on paper, for whoever asks: where the tickets come out. */
export const printRules: Decide<'rules.print'> = (office, _input, context) => {
  const { settings } = office
  const rule = publishedRule(office)
  if (settings === null || rule === null) return { refusal: 'officeNotCreated' }
  // Where tickets come out, else wherever a paper can be seen.
  const printerId = settings.ticketPrinterId ?? settings.printers[0]?.printerId ?? null
  const jobs = printJob(office, context, printerId, 'Règle de la file', {
    of: 'rule',
    rule: {
      officeName: settings.address.name,
      zone: settings.calendar.zone,
      at: context.now,
      school: office.school,
      rule,
      grounds: groundsHere(office).map(({ title, source }) => ({ title: title.fr, source })),
    },
  })
  if (jobs.length === 0) return { refusal: 'noPrinter' }
  return { events: [], jobs, output: { printed: jobs[0]?.state === 'waiting' } }
}

/** The rules in force, for the office and for each service. */
export const evolveRules: Evolve = (office, { event }) => {
  if (event.type !== 'rulesSet' || office.settings === null) return undefined
  const { rules, services } = event.data
  const changed = new Map(services.map(({ serviceId, ...setting }) => [serviceId, setting]))
  return {
    ...office,
    settings: {
      ...office.settings,
      rules,
      services: office.settings.services.map((service) => ({
        ...service,
        ...changed.get(service.serviceId),
      })),
    },
  }
}
