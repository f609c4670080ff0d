import { noLawSettings } from '../../shared/contract/office/settings.ts'
import type { AgentId, ServiceId } from '../../shared/contract/ids.ts'
import type { Input } from '../../shared/contract/index.ts'
import { usualRules } from '../../shared/contract/queue/rules.ts'
import {
  counterPlaces,
  screenPrinter,
  serviceSets,
  servicesOf,
  usualCalendar,
  usualServices,
  weekdays,
  wordFor,
  type ServiceSet,
} from '../../shared/domain/office/defaults.ts'
import { hour } from '../../shared/messages/format/numbers.ts'
import { settings } from '../../shared/messages/office/settings.fr.ts'
import {
  addressFrom,
  agentFrom,
  type AddressDraft,
  type AgentDraft,
  type Wrong,
} from '../settings/office/addressForm.ts'
import { noSecretYet, type SecretDraft, wrongOf as secretWrong } from '../people/secretDraft.ts'
import {
  printerFrom,
  screenDraft,
  type PrinterDraft,
  type PrinterWrong,
} from '../settings/printing/printer.ts'

/** The first run as it is typed: hours are « 8 h 30 ». */
export type WelcomeForm = {
  readonly address: AddressDraft
  readonly opens: string
  readonly closes: string
  readonly counters: number
  /** What the office receives: the services of these sets, those unticked apart. */
  readonly sets: readonly ServiceSet[]
  readonly services: readonly ServiceId[]
  readonly printer: PrinterDraft
  readonly you: AgentDraft
  /** What opens the office to its first manager: a passphrase, typed twice. */
  readonly secret: SecretDraft
}

export type WelcomeWrong = {
  readonly address: Wrong<AddressDraft>
  readonly hours: string | null
  readonly services: string | null
  readonly printer: PrinterWrong
  readonly you: Wrong<AgentDraft>
  readonly secret: ReturnType<typeof secretWrong>
}

export const nothingWrong: WelcomeWrong = {
  address: {},
  hours: null,
  services: null,
  printer: {},
  you: {},
  secret: {},
}

/** « 8 h 30 » for 510 minutes since midnight. */
function hourTyped(minutes: number): string {
  return hour(minutes * 60_000, 'UTC').replaceAll('\u00a0', ' ')
}

const { kinds } = settings.welcome

/** What the office is called, from what it receives: a town hall that is a France services too stays a town hall. */
export const kindOf = (sets: readonly ServiceSet[]): (typeof kinds)[ServiceSet] =>
  kinds[serviceSets.find(({ set }) => sets.includes(set))?.set ?? 'regie']

/** Filled where it can be. */
export const usualForm: WelcomeForm = {
  address: { name: kinds.mairie.prefix, street: '', postalCode: '', city: '', phone: '', email: '' },
  opens: hourTyped(510),
  closes: hourTyped(1020),
  counters: 2,
  sets: ['mairie'],
  services: usualServices.map(({ serviceId }) => serviceId),
  printer: screenDraft,
  you: { firstName: '', familyName: '', capacity: settings.welcome.capacity },
  secret: noSecretYet,
}

/**
 * What the office receives once a set is ticked or not: its services come and go whole. The first word of its name
 * follows, until someone writes more.
 */
export function withSet(
  { address, sets, services }: Pick<WelcomeForm, 'address' | 'sets' | 'services'>,
  set: ServiceSet,
  ticked: boolean,
): Pick<WelcomeForm, 'address' | 'sets' | 'services'> {
  const theirs: readonly ServiceId[] =
    serviceSets.find((each) => each.set === set)?.services.map(({ serviceId }) => serviceId) ?? []
  const [otherSets, others] = [
    sets.filter((each) => each !== set),
    services.filter((each) => !theirs.includes(each)),
  ]
  const now = ticked
    ? { sets: [...otherSets, set], services: [...others, ...theirs] }
    : { sets: otherSets, services: others }
  return { ...now, address: isNamed(address) ? address : { ...address, name: kindOf(now.sets).prefix } }
}

/** Whether a name was typed, beyond what the office is. */
const isNamed = ({ name }: Pick<AddressDraft, 'name'>): boolean =>
  !Object.values(kinds).some(({ prefix }) => name.trim() === prefix.trim())

/** The town follows the name (« Mairie de Fontaine-le-Port ») until someone writes another one. */
export function withAddress(before: AddressDraft, after: AddressDraft): AddressDraft {
  const followed = before.city === townOf(before.name) && after.city === before.city
  return followed ? { ...after, city: townOf(after.name) } : after
}

const townOf = (name: string): string =>
  /^(?:Mairie|France services) (?:de |d[’'])(.*)$/i.exec(name)?.[1]?.trim() ?? ''

/** Minutes since midnight of « 8 h 30 », « 8h », « 08:30 »; undefined when it is no hour. */
function minutesOf(time: string): number | undefined {
  const [, hours, minutes = '0'] = /^\s*(\d{1,2})\s*[h:.]\s*(\d{2})?\s*$/i.exec(time) ?? []
  if (hours === undefined || Number(hours) > 24 || Number(minutes) > 59) return undefined
  return Number(hours) * 60 + Number(minutes)
}

/** The office to create and its first manager's passphrase, or what each field lacks. */
export function officeFrom(
  form: WelcomeForm,
): { readonly input: Input<'office.create'>; readonly secret: string } | { readonly wrong: WelcomeWrong } {
  const address = addressFrom(isNamed(form.address) ? form.address : { ...form.address, name: '' })
  const you = agentFrom(form.you)
  const printer = printerFrom(form.printer, new Set([screenPrinter.printerId]))
  const [opens, closes] = [minutesOf(form.opens), minutesOf(form.closes)]
  const hours = opens !== undefined && closes !== undefined && opens < closes ? { opens, closes } : null
  const services = servicesOf(form.services)
  const secret = secretWrong(form.secret, form.you, true)
  const unsafe = Object.keys(secret).length > 0
  if ('wrong' in address || 'wrong' in you || 'wrong' in printer || !hours || services.length === 0 || unsafe)
    return {
      wrong: {
        address: 'wrong' in address ? address.wrong : {},
        hours: hours ? null : settings.wrong.hours,
        services: services.length > 0 ? null : settings.wrong.services,
        printer: 'wrong' in printer ? printer.wrong : {},
        you: 'wrong' in you ? you.wrong : {},
        secret,
      },
    }
  return { input: created(address, you, printer, form, hours, services), secret: form.secret.secret }
}

function created(
  { address }: Extract<ReturnType<typeof addressFrom>, { address: unknown }>,
  { name }: Extract<ReturnType<typeof agentFrom>, { name: unknown }>,
  { printer }: Extract<ReturnType<typeof printerFrom>, { printer: unknown }>,
  { counters }: WelcomeForm,
  { opens, closes }: { readonly opens: number; readonly closes: number },
  services: typeof usualServices,
): Input<'office.create'> {
  const onScreen = printer.printerId === screenPrinter.printerId
  const agentId = wordFor(`${name.firstName} ${name.familyName}`, new Set(), 'agent') as AgentId
  return {
    school: false,
    settings: {
      address,
      calendar: { ...usualCalendar, week: weekdays(opens, closes) },
      services,
      counters: counterPlaces(counters, printer.printerId),
      agents: [{ agentId, services: services.map(({ serviceId }) => serviceId) }],
      // The screen stays a printer: papers can be sent there when the other one has a problem.
      printers: onScreen ? [screenPrinter] : [printer, screenPrinter],
      rules: usualRules,
      ticketPrinterId:
        !onScreen && (printer.paper === 'thermal80' || printer.paper === 'thermal58')
          ? printer.printerId
          : null,
      personWord: 'usager',
      law: noLawSettings,
    },
    agents: [{ agentId, name }],
  }
}

/** How many fields are to be corrected. */
export const countWrong = ({ address, hours, services, printer, you, secret }: WelcomeWrong): number =>
  [address, printer, you, secret].reduce((sum, fields) => sum + Object.keys(fields).length, 0) +
  [hours, services].filter((sentence) => sentence !== null).length
