import { LocalDate, type AgentId, type ProcedureId } from '../../../shared/contract/ids.ts'
import type {
  Delegation,
  PaperSettings,
  ReasonTemplate,
} from '../../../shared/contract/documents/paperSettings.ts'
import type { SigningCapacity } from '../../../shared/contract/documents/signing.ts'
import { wordsIn } from '../../../shared/contract/letters.ts'
import { delegationBar } from '../../../shared/domain/documents/capacities.ts'
import { refusals } from '../../../shared/messages/refusals.fr.ts'
import { papersSettings } from '../../../shared/messages/documents/settings.fr.ts'

const words = papersSettings.wrong

/** What the office puts on its papers, as it is typed. */
export type PaperDraft = {
  readonly lines: string
  readonly logo: string | null
  readonly dataContact: string
  readonly delegations: readonly Delegation[]
  /** Null where the office never wrote any. */
  readonly reasons: readonly ReasonTemplate[] | null
}

export const paperDraftOf = ({
  lines,
  logo,
  dataContact,
  delegations,
  reasons,
}: PaperSettings): PaperDraft => ({
  lines: lines.join('\n'),
  logo,
  dataContact: dataContact ?? '',
  delegations,
  reasons: reasons ?? null,
})

const linesOf = ({ lines }: PaperDraft): string[] =>
  lines
    .split('\n')
    .map((line) => wordsIn(line))
    .filter((line) => line !== '')

/** Why the lines can't be kept; null when they can. */
export function linesWrong(draft: PaperDraft): string | null {
  const lines = linesOf(draft)
  if (lines.length > 4) return words.tooManyLines
  return lines.some((line) => line.length > 200) ? words.lineTooLong : null
}

/** As the contract has it; what was left empty is not there. */
export const paperOf = (draft: PaperDraft): PaperSettings => ({
  lines: linesOf(draft),
  logo: draft.logo,
  dataContact: wordsIn(draft.dataContact) === '' ? null : wordsIn(draft.dataContact),
  delegations: [...draft.delegations],
  ...(draft.reasons && { reasons: [...draft.reasons] }),
})

/** A data address holds so many letters, as the contract has it: 96 KiB of picture. */
const mostLetters = 131_072
const mostBytes = 98_280
const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** A picture as the settings keep it, or what is wrong with it. @param bytes the file's */
export function logoFrom(bytes: Uint8Array): { readonly logo: string } | { readonly wrong: string } {
  if (!signature.every((byte, at) => bytes[at] === byte)) return { wrong: words.notPng }
  if (bytes.length > mostBytes) return { wrong: words.tooBig(Math.ceil(bytes.length / 1024)) }
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  const logo = `data:image/png;base64,${btoa(letters)}`
  return logo.length > mostLetters ? { wrong: words.tooBig(Math.ceil(bytes.length / 1024)) } : { logo }
}

/** One delegation, as it is typed. */
export type DelegationDraft = {
  readonly agentId: AgentId | null
  /** Null for every procedure of the office. */
  readonly procedures: readonly ProcedureId[] | null
  readonly from: string
  readonly until: string
  readonly act: string
  /** In what capacity they sign; null until it is said. */
  readonly capacity: SigningCapacity | null
}

export const delegationBlank: DelegationDraft = {
  agentId: null,
  procedures: null,
  from: '',
  until: '',
  act: '',
  capacity: null,
}

type DelegationWrong = Readonly<Partial<Record<keyof DelegationDraft, string>>>

/** The delegation that was typed, or what is wrong, field by field. */
export function delegationFrom({
  agentId,
  procedures,
  from,
  until,
  act,
  capacity,
}: DelegationDraft): { readonly delegation: Delegation } | { readonly wrong: DelegationWrong } {
  const begins = LocalDate.safeParse(from)
  const ends = until === '' ? null : LocalDate.safeParse(until)
  const mixed = begins.success && ends?.success === true && ends.data < begins.data
  const said = wordsIn(act) === '' ? null : wordsIn(act)
  const bar = delegationBar({
    act: said,
    procedures: procedures && [...procedures],
    ...(capacity && { capacity }),
  })
  const wrong = {
    ...(capacity === null ? { capacity: words.capacity } : {}),
    ...(bar === 'delegationNotAllowed' ? { capacity: refusals[bar] } : bar ? { act: refusals[bar] } : {}),
    ...(agentId === null ? { agentId: words.agent } : {}),
    ...(procedures?.length === 0 ? { procedures: words.procedures } : {}),
    ...(begins.success ? {} : { from: words.date }),
    ...(ends?.success === false ? { until: words.date } : mixed ? { until: words.dates } : {}),
  }
  if (agentId === null || capacity === null || !begins.success || Object.keys(wrong).length > 0)
    return { wrong }
  return {
    delegation: {
      agentId,
      procedures: procedures === null ? null : [...procedures],
      from: begins.data,
      until: ends?.success === true ? ends.data : null,
      act: said,
      capacity,
    },
  }
}
