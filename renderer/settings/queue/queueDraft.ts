import type { z } from 'zod'
import type { PrinterId, ServiceId } from '../../../shared/contract/ids.ts'
import type { Input, Output } from '../../../shared/contract/index.ts'
import { wordsIn } from '../../../shared/contract/letters.ts'
import { paces } from '../../../shared/contract/pace.ts'
import {
  type Access,
  KioskPace,
  QueueRules,
  ServiceRule,
  ServiceSetting,
  type LocalGroundId,
} from '../../../shared/contract/queue/rules.ts'
import { queueSettings } from '../../../shared/messages/queue/settings.fr.ts'
import { spansTyped, spansWritten } from '../../ui/spans.ts'

type View = Output<'rules.view'>
type LocalGround = ReturnType<(typeof LocalGroundId)['parse']>

/** Numbers of the rule for all lines, in the order in which a day meets them. */
export const ruleNumbers = [
  'absentCalls',
  'absentDelaySeconds',
  'returnToleranceMinutes',
  'appointmentEarlyMinutes',
  'appointmentLateMinutes',
  'overtakesPerPerson',
] as const
export type RuleNumber = (typeof ruleNumbers)[number]

/** Numbers of a kiosk's pace. */
export const paceNumbers = ['burst', 'seconds'] as const
export type PaceNumber = (typeof paceNumbers)[number]

/** Numbers of one service's line. */
export const serviceNumbers = [
  'targetMinutes',
  'maximumMinutes',
  'weight',
  'cap',
  'slotMinutes',
  'quota',
] as const
export type ServiceNumber = (typeof serviceNumbers)[number]

export type ServiceDraft = {
  readonly serviceId: ServiceId
  readonly name: string
  readonly numbers: Readonly<Record<ServiceNumber, string>>
  readonly access: readonly Access[]
  /** The text that founds the number of tickets a day; empty for the office's own rule. */
  readonly quotaText: string
}

/** The queue's rule as it is typed: an empty number is none, where the rule allows it. */
export type QueueDraft = {
  readonly numbers: Readonly<Record<RuleNumber, string>>
  readonly checkCode: boolean
  readonly localGrounds: readonly LocalGround[]
  readonly voice: boolean
  readonly voiceInTheirs: boolean
  readonly hallTickets: boolean
  readonly silent: string
  readonly sheetPrinterId: PrinterId | null
  readonly kioskPace: Readonly<Record<PaceNumber, string>>
  /** The office set it once: the usual pace is said too then. */
  readonly paceSet: boolean
  readonly services: readonly ServiceDraft[]
}

/** A sentence for each field that lacks something, by `absentCalls` or `titres weight`. */
export type QueueWrong = Readonly<Record<string, string>>

/** The name of a service's field among those that lack something. */
export const serviceField = (serviceId: ServiceId, field: ServiceNumber | 'access') => `${serviceId} ${field}`

const typed = (value: number | null) => (value === null ? '' : String(value))

const paceTyped = ({ burst, seconds }: z.infer<typeof KioskPace>): QueueDraft['kioskPace'] => ({
  burst: String(burst),
  seconds: String(seconds),
})

/** What the host says, ready to be typed in; null before the office is born. */
export function draftOf({ rules, services }: Pick<View, 'rules' | 'services'>): QueueDraft | null {
  if (rules === null) return null
  return {
    numbers: Object.fromEntries(
      ruleNumbers.map((name) => [name, typed(rules[name])]),
    ) as QueueDraft['numbers'],
    checkCode: rules.checkCode,
    localGrounds: rules.localGrounds,
    voice: rules.voice,
    voiceInTheirs: rules.voiceInTheirs ?? true,
    hallTickets: rules.hallTickets ?? false,
    silent: spansWritten(rules.silentHours),
    sheetPrinterId: rules.sheetPrinterId,
    kioskPace: paceTyped(rules.kioskPace ?? paces.numbers),
    paceSet: rules.kioskPace !== undefined,
    services: services.map(({ serviceId, name, rule, access, slotMinutes }) => ({
      serviceId,
      name: name.fr,
      access,
      numbers: {
        targetMinutes: typed(rule.targetMinutes),
        maximumMinutes: typed(rule.maximumMinutes),
        weight: typed(rule.weight),
        cap: typed(rule.cap),
        slotMinutes: typed(slotMinutes),
        quota: typed(rule.quota?.tickets ?? null),
      },
      quotaText: rule.quota?.text ?? '',
    })),
  }
}

/** What is needed of a number's schema: its limits, and whether it may be empty. The contract has them. */
const ranges: Readonly<Record<RuleNumber | PaceNumber | ServiceNumber, Range>> = {
  burst: rangeOf(KioskPace.shape.burst),
  seconds: rangeOf(KioskPace.shape.seconds),
  absentCalls: rangeOf(QueueRules.shape.absentCalls),
  absentDelaySeconds: rangeOf(QueueRules.shape.absentDelaySeconds),
  returnToleranceMinutes: rangeOf(QueueRules.shape.returnToleranceMinutes),
  appointmentEarlyMinutes: rangeOf(QueueRules.shape.appointmentEarlyMinutes),
  appointmentLateMinutes: rangeOf(QueueRules.shape.appointmentLateMinutes),
  overtakesPerPerson: rangeOf(QueueRules.shape.overtakesPerPerson.unwrap(), true),
  targetMinutes: rangeOf(ServiceRule.shape.targetMinutes),
  maximumMinutes: rangeOf(ServiceRule.shape.maximumMinutes.unwrap(), true),
  weight: rangeOf(ServiceRule.shape.weight),
  cap: rangeOf(ServiceRule.shape.cap.unwrap(), true),
  slotMinutes: rangeOf(ServiceSetting.shape.slotMinutes.unwrap(), true),
  quota: { least: 1, most: 9000, empty: true },
}

type Range = { readonly least: number; readonly most: number; readonly empty: boolean }

function rangeOf(
  { minValue, maxValue }: { readonly minValue: number | null; readonly maxValue: number | null },
  empty = false,
): Range {
  return { least: minValue ?? 0, most: maxValue ?? Number.MAX_SAFE_INTEGER, empty }
}

/** The whole number that is typed, null for an empty one that may be; undefined when it is neither. */
function numberTyped(text: string, { least, most, empty }: Range): number | null | undefined {
  if (wordsIn(text) === '') return empty ? null : undefined
  if (!/^\s*\d{1,6}\s*$/.test(text)) return undefined
  const value = Number(text)
  return value >= least && value <= most ? value : undefined
}

/** The rule to set, or what each field lacks. */
export function rulesFrom(
  draft: QueueDraft,
): { readonly input: Input<'rules.set'> } | { readonly wrong: QueueWrong } {
  const wrong: Record<string, string> = {}
  const read = (
    field: string,
    name: RuleNumber | PaceNumber | ServiceNumber,
    text: string,
  ): number | null => {
    const value = numberTyped(text, ranges[name])
    if (value === undefined) wrong[field] = queueSettings.wrong.number(ranges[name].least, ranges[name].most)
    return value ?? null
  }
  const numbers = Object.fromEntries(ruleNumbers.map((name) => [name, read(name, name, draft.numbers[name])]))
  const [burst, seconds] = paceNumbers.map((name) => read(name, name, draft.kioskPace[name]))
  const silentHours = spansTyped(draft.silent)
  if (silentHours === null || silentHours.length > 6) wrong['silent'] = queueSettings.wrong.spans
  const services = draft.services.map(({ serviceId, numbers: typedNumbers, access, quotaText }) => {
    const value = (name: ServiceNumber) => read(serviceField(serviceId, name), name, typedNumbers[name])
    const tickets = value('quota')
    if (access.length === 0) wrong[serviceField(serviceId, 'access')] = queueSettings.wrong.access
    return {
      serviceId,
      access: [...access],
      slotMinutes: value('slotMinutes'),
      rule: {
        targetMinutes: value('targetMinutes'),
        maximumMinutes: value('maximumMinutes'),
        weight: value('weight'),
        cap: value('cap'),
        ...(tickets === null ? {} : { quota: { tickets, text: wordsIn(quotaText) || null } }),
      },
    }
  })
  if (Object.keys(wrong).length > 0) return { wrong }
  return {
    input: {
      rules: QueueRules.parse({
        ...numbers,
        checkCode: draft.checkCode,
        localGrounds: draft.localGrounds,
        voice: draft.voice,
        voiceInTheirs: draft.voiceInTheirs,
        hallTickets: draft.hallTickets,
        silentHours,
        sheetPrinterId: draft.sheetPrinterId,
        ...(draft.paceSet || burst !== paces.numbers.burst || seconds !== paces.numbers.seconds
          ? { kioskPace: { burst, seconds } }
          : {}),
      }),
      services: services.map((service) => ServiceSetting.parse(service)),
    },
  }
}
