import { sameNumber } from '../../../contract/letters.ts'
import type { FactsOf } from '../../../contract/documents/issued.ts'
import type { FileDecision } from '../../../contract/files/file.ts'
import type { Assessment, Delay, SourceRef } from '../../../contract/law/assessment.ts'
import type { LocalDate, ProcedureId } from '../../../contract/ids.ts'
import { yearsBefore } from '../../../procedures/engine.ts'
import { sourceOf } from '../../../procedures/sources.ts'
import { dateIn } from '../../core/calendar/index.ts'
import { assessSheet } from '../../law/checklist.ts'
import type { Refused } from '../../decision.ts'
import { isDecidedElsewhere } from '../../files/whoDecides.ts'
import { procedureFiled } from '../../files/regime.ts'
import { addDelay } from '../../law/time/days.ts'
import { zoneOf, type Office } from '../../state.ts'
import { rulesNow, type RulesNow } from '../../law/rulesNow.ts'
import { servedHere } from '../../queue/sheet.ts'
import type { AskOf, Composed, Composers, Composing, AskRefusal } from '../../documents/composing.ts'
import { headOfSeen, seenFile } from '../../files/papers/fileFacts.ts'
import { headOf, namedRequest } from '../../documents/head.ts'
import { fileAsked } from '../../files/papers/requests.ts'
import { keptRow } from '../../files/recorded.ts'
import type { Served } from './visitFacts.ts'

// Papers that other codes want: town planning, residence permit, census. Each is for its own procedure and no other.

const months = (count: number): Delay => ({ count, unit: 'months' })

/** The delay of silence by what is asked (C. urb. R*423-23), and the answer of the procedure's question that says it. */
const permits: Readonly<
  Record<FactsOf<'urbanisme'>['permit'], { readonly delay: Delay; readonly answer: string }>
> = {
  declaration: { delay: months(1), answer: 'déclaration' },
  house: { delay: months(2), answer: 'maison' },
  demolition: { delay: months(2), answer: 'démolir' },
  other: { delay: months(3), answer: 'autre permis' },
}

/** Sources of a procedure, by their ids in its package; one that it does not have is left out. */
function cited(rules: RulesNow, procedureId: ProcedureId, ids: readonly string[]) {
  const articles = procedureFiled(rules, procedureId)?.articles ?? {}
  const sources = ids.flatMap((id): SourceRef[] => {
    const source = sourceOf(articles, id)
    if (!source) return []
    const { label, legi, jorf, extract, summary, confidence } = source
    return [{ title: label, id: legi ?? jorf, extract, summary, toConfirm: confidence !== 'verifie' }]
  })
  return { sources, toConfirm: sources.some(({ toConfirm }) => toConfirm) }
}

function urbanisme(
  office: Office,
  { fileId, registration, permit }: AskOf<'urbanisme'>,
  context: Composing,
): Composed | Refused<AskRefusal> {
  const found = fileAsked(office, fileId, context)
  if ('refusal' in found) return found
  const { file, row } = found
  if (file.procedureId !== 'urbanisme') return { refusal: 'nothingToIssue' }
  // The day from which silence would be a permit is that of what is not decided.
  if (file.decision !== null) return { refusal: 'fileAlreadyDecided' }
  const seen = seenFile(office, context, file, row)
  const { delay, answer } = permits[permit]
  const onFile = row.answers['genre']
  // The date of the paper is that of its kind: one kind said on the file and another here would be two dates.
  if (onFile !== undefined && onFile !== answer) return { refusal: 'datesMixedUp' }
  // The number is that of the request, on every receipt of it that holds (C. urb. R423-3).
  const { registered } = row
  if (registered && !sameNumber(registered.number, registration))
    return { refusal: 'registeredOtherwise', details: [registered.number] }
  const { sense } = file.regime.silence
  const facts: FactsOf<'urbanisme'> = {
    ...headOfSeen(office, context, seen),
    kind: 'urbanisme',
    registration,
    permit,
    receivedOn: file.receivedOn,
    tacitOn: addDelay(file.receivedOn, delay),
    excluded: sense === 'rejet',
    electronic: file.channel === 'email',
    ...cited(seen.asked.rules, file.procedureId, [
      'curb-r423-3',
      'curb-r423-4',
      'curb-r423-5',
      'curb-r423-23',
      'curb-r424-1',
    ]),
  }
  const { number, since, papers } = registered ?? { number: registration, since: context.now, papers: 0 }
  return {
    facts,
    fileId,
    personal: [keptRow(fileId, { ...row, registered: { number, since, papers: papers + 1 } }, context.now)],
  }
}

const sejourSources = {
  recepisse: ['ceseda-r431-12', 'ce-435594'],
  depositAttestation: ['ceseda-r431-15-1'],
  extensionAttestation: ['ceseda-r431-15-1'],
} as const

/**
 * What a paper would say that a decision made untrue: that the request is still examined (CESEDA R431-15-1); of one refused,
 * that its person may be here (R431-12). That it was filed stays true.
 */
const saysUndecided = (paper: AskOf<'sejour'>['paper'], decision: FileDecision): boolean =>
  paper === 'extensionAttestation' ||
  (paper === 'recepisse' && (decision === 'refused' || decision === 'implicitRejection'))

/** Given by who examines the request: an office that only collects has nothing of it to give (CESEDA R431-20). */
function sejour(
  office: Office,
  { fileId, paper, until }: AskOf<'sejour'>,
  context: Composing,
): Composed | Refused<AskRefusal> {
  if (paper === 'depositAttestation' && until !== null) return { refusal: 'datesMixedUp' }
  const today = dateIn(zoneOf(office), context.now)
  if (until !== null && until < today) return { refusal: 'datesMixedUp', details: [today] }
  if (fileId === null) {
    const here = visited(office, context, 'sejour')
    if ('refusal' in here) return here
    const { head, assessment, sheet, rules, visit } = here
    if (assessment.collects) return { refusal: 'officeDoesNotDecide', details: [assessment.decides] }
    const complete = !sheet.pieces.some(({ state }) => state === 'missing')
    const facts = { ...head, kind: 'sejour', paper, from: today, until, complete } as const
    return { facts: { ...facts, ...cited(rules, assessment.procedureId, sejourSources[paper]) }, visit }
  }
  const found = fileAsked(office, fileId, context)
  if ('refusal' in found) return found
  const { file, row } = found
  if (file.procedureId !== 'sejour') return { refusal: 'nothingToIssue' }
  if (isDecidedElsewhere(file)) return { refusal: 'officeDoesNotDecide' }
  if (file.decision !== null && saysUndecided(paper, file.decision.decision))
    return { refusal: 'fileAlreadyDecided' }
  const seen = seenFile(office, context, file, row)
  const from = paper === 'depositAttestation' ? file.receivedOn : today
  const complete = !file.pieces.some(({ state }) => state === 'missing')
  const facts = {
    ...headOfSeen(office, context, seen),
    kind: 'sejour',
    paper,
    from,
    until,
    complete,
  } as const
  return {
    facts: { ...facts, ...cited(seen.asked.rules, file.procedureId, sejourSources[paper]) },
    fileId,
  }
}

type Visited = Pick<Served, 'ticket' | 'sheet'> & {
  readonly rules: RulesNow
  readonly assessment: Assessment
  readonly head: ReturnType<typeof headOf>
  readonly visit: NonNullable<Composed['visit']>
}

/** The person received here, for that procedure. */
function visited(
  office: Office,
  context: Composing,
  procedureId: string,
): Refused<'counterNotOpen' | 'nobodyServed' | 'nothingToIssue'> | Visited {
  const here = servedHere(office, context)
  if ('refusal' in here) return here
  const { ticket, sheet } = here
  const rules = rulesNow(office, context)
  const assessment = sheet.procedureId === procedureId ? assessSheet(rules, sheet) : null
  if (!assessment) return { refusal: 'nothingToIssue' }
  const { ticketId, number, serviceId, visit } = ticket
  const named = namedRequest(office, serviceId, sheet, assessment)
  const about = {
    serviceId,
    ...named,
    person: sheet.person,
    ticket: number,
    rule: assessment.rule,
    assessment,
  }
  return {
    ticket,
    sheet,
    rules,
    assessment,
    head: headOf(office, context, about),
    visit: { ticketId, visitId: visit.visitId, counterId: visit.counterId },
  }
}

/** From sixteen to the eve of twenty-five, whoever is late (C. service national R111-1, L113-4). */
const isOfCensusAge = (birthDate: LocalDate, on: LocalDate): boolean =>
  birthDate <= yearsBefore(on, 16) && birthDate > yearsBefore(on, 25)

/**
 * Once for each request of a visit: it has no duplicate (C. service national R111-7, fiche F870). One that was cancelled
 * was not given; one put right is the same.
 */
function recensement(
  office: Office,
  { birthPlace, domicile, residence = null }: AskOf<'recensement'>,
  context: Composing,
): Composed | Refused<AskRefusal> {
  const here = visited(office, context, 'recensement')
  if ('refusal' in here) return here
  const { ticket, sheet, rules, head, visit } = here
  const birthDate = sheet.person?.birthDate
  if (birthDate && !isOfCensusAge(birthDate, rules.date))
    return { refusal: 'notOfCensusAge', details: [birthDate] }
  const copies = office.issued
    .valueSeq()
    .flatMap((lines) => lines)
    .filter(
      ({ kind, ticket: of, cancelledBy, correctedBy }) =>
        kind === 'recensement' && of === ticket.number && cancelledBy === null && correctedBy === null,
    )
    .count()
  // Twins come together: each has a request of their own in the visit.
  if (copies > ticket.visit.done) return { refusal: 'noDuplicate' }
  const facts: FactsOf<'recensement'> = {
    ...head,
    kind: 'recensement',
    birthDate: sheet.person?.birthDate ?? null,
    birthPlace,
    domicile,
    residence,
    filedOn: dateIn(zoneOf(office), context.now),
  }
  return { facts, visit }
}

export const registrationComposers: Composers<'urbanisme' | 'sejour' | 'recensement'> = {
  urbanisme,
  sejour,
  recensement,
}
