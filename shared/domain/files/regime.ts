import type { FileChannel, FileRegime, FileSource } from '../../contract/files/file.ts'
import type { LocalDate, ProcedureId } from '../../contract/ids.ts'
import type { Assessment, RuleVersion, SourceRef } from '../../contract/law/assessment.ts'
import type { Sheet, SheetPiece } from '../../contract/visit/sheet.ts'
import { procedureOn, type Procedure } from '../../procedures/catalogue.ts'
import { instantOf } from '../core/calendar/index.ts'
import { assessSheet, silenceUnsaid } from '../law/checklist.ts'
import { zoneOf, type Office } from '../state.ts'
import { rulesNow, type RulesNow, type Ruled } from '../law/rulesNow.ts'
import type { FileRow } from './state.ts'

/** A request as the counter's checklist sees it, under the rules of the day on which it was received. */
export type FileRequest = { readonly rules: RulesNow; readonly sheet: Sheet }

const noon = 720

/** The rules of a day in this office. */
export const rulesOn = (
  office: Pick<Office, 'settings'>,
  { catalogue }: Pick<Ruled, 'catalogue'>,
  on: LocalDate,
): RulesNow => rulesNow(office, { now: instantOf(zoneOf(office), on, noon), catalogue })

/** What is asked, as a sheet: the rules read both alike. */
export const fileRequest = (
  rules: RulesNow,
  procedureId: ProcedureId | null,
  { answers, person, label }: Pick<FileRow, 'answers' | 'person' | 'label'>,
  pieces: readonly SheetPiece[],
): FileRequest => ({
  rules,
  sheet: {
    procedureId,
    label,
    answers: { ...answers },
    pieces: [...pieces],
    person,
    capacity: null,
    capacitySeen: null,
    identity: null,
    note: null,
    fileId: null,
    ministry: null,
    assisted: null,
    signing: null,
    forms: [],
    originals: [],
  },
})

/** The version of a procedure that a filing of that day falls under. */
export const procedureFiled = (
  { catalogue, date }: RulesNow,
  procedureId: ProcedureId | null,
): Procedure | undefined => (procedureId === null ? undefined : procedureOn(catalogue, procedureId, date))

/** The texts as they are named now: what a file rests on doesn't change when the rules do. */
const founded = (of: { readonly sources: readonly SourceRef[]; readonly toConfirm: boolean }) => ({
  sources: of.sources.map(({ title, id }): FileSource => ({ title, id })),
  toConfirm: of.toConfirm,
})

const crpa = (article: string): FileSource => ({ title: `CRPA, art. ${article}`, id: null })

/** What holds for a request of which no rule says anything: an acknowledgement is due, silence is unknown (CRPA L112-3, L231-4). */
const unknownRegime: FileRegime = {
  silence: {
    sense: 'inconnu',
    delay: null,
    title: silenceUnsaid,
    sources: [crpa('L231-1'), crpa('L231-4')],
    toConfirm: true,
  },
  right: false,
  acknowledgement: { due: true, sources: [crpa('L112-3')], toConfirm: true },
  collectsOnly: false,
  destruction: { delay: null, sources: [], toConfirm: true },
  keepMonths: null,
}

type Regime = { readonly rule: RuleVersion | null; readonly regime: FileRegime }

/** What the law attaches to a request, as the rules in force on its day have it. */
function filedRegime({ rules, sheet }: FileRequest): Regime {
  const found = assessSheet(rules, sheet)
  return found
    ? { rule: found.rule, regime: knownRegime(found, procedureFiled(rules, sheet.procedureId)) }
    : { rule: null, regime: unknownRegime }
}

function knownRegime(found: Assessment, procedure: Procedure | undefined): FileRegime {
  const { nature, silence, acknowledgement, collects, handingOver, retention } = found
  return {
    ...(nature === undefined || nature === 'request' ? {} : { nature }),
    silence: {
      sense: silence.sense,
      delay: silence.delay && { ...silence.delay },
      ...(silence.general ? { general: true as const } : {}),
      title: silence.title,
      ...founded(silence),
    },
    right: procedure?.header.droit === 'oui',
    acknowledgement: { due: acknowledgement.due, ...founded(acknowledgement) },
    collectsOnly: collects,
    destruction: handingOver
      ? { delay: handingOver.destroyedAfter && { ...handingOver.destroyedAfter }, ...founded(handingOver) }
      : unknownRegime.destruction,
    keepMonths: retention.months,
  }
}

/** A title to hand over, or help online: no clock runs; how long it waits, and is kept, are the procedure's. */
function restingRegime(request: FileRequest): Regime {
  const { rule, regime } = filedRegime(request)
  const { destruction, keepMonths, collectsOnly } = regime
  const nothing = { sources: [], toConfirm: false }
  return {
    rule,
    regime: {
      silence: {
        sense: 'sansObjet',
        delay: null,
        title: 'Aucune décision n’est attendue : le silence est sans objet',
        ...nothing,
      },
      right: false,
      acknowledgement: { due: false, ...nothing },
      destruction,
      keepMonths,
      collectsOnly,
    },
  }
}

/** What a file is under, by how it came. */
export const regimeOf = (channel: FileChannel, request: FileRequest): Regime =>
  channel === 'title' || channel === 'assisted' ? restingRegime(request) : filedRegime(request)
