import type { Instant, PieceId, ProcedureId } from '../contract/ids.ts'
import type { Assessment, SourceRef } from '../contract/procedures.ts'
import { inLanguage } from '../contract/text.ts'
import type { Sheet } from '../contract/visits.ts'
import { isAnswer } from '../procedures/answers.ts'
import { assess, type Sourced } from '../procedures/assess.ts'
import { procedureOn, type Procedure } from '../procedures/catalogue.ts'
import { sourceOf } from '../procedures/sources.ts'
import { ruleVersion } from '../procedures/version.ts'
import { dateIn } from './calendar.ts'

/** The version of a procedure that a filing at this instant falls under, in the office's zone. */
export const procedureTitled = (
  procedureId: ProcedureId,
  now: Instant,
  zone: string,
): Procedure | undefined => procedureOn(procedureId, dateIn(zone, now))

/** The questions of the sheet that no rule knows, or whose answer is none of theirs. */
export function strangeAnswers(sheet: Sheet, now: Instant, zone: string): readonly string[] {
  const procedure = sheet.procedureId === null ? undefined : procedureTitled(sheet.procedureId, now, zone)
  return Object.entries(sheet.answers).flatMap(([id, value]) =>
    procedure && isAnswer(procedure, id, value) ? [] : [id],
  )
}

const seenTitle = ({ identity }: Sheet) =>
  identity && { kind: identity.kind, validUntil: identity.validUntil ?? null }

const situationOf = (sheet: Sheet, now: Instant, zone: string) => ({
  date: dateIn(zone, now),
  answers: sheet.answers,
  pieces: sheet.pieces.filter((piece) => 'pieceId' in piece),
  // A parent's passport says nothing of the child: the title seen counts when the person is here for themselves.
  identity: sheet.capacity === null || sheet.capacity === 'self' ? seenTitle(sheet) : null,
})

/** The sheet with only the answers that still matter: the others are forgotten, not kept. */
export function withAnswersThatMatter(sheet: Sheet, now: Instant, zone: string): Sheet {
  const procedure = sheet.procedureId === null ? undefined : procedureTitled(sheet.procedureId, now, zone)
  return procedure
    ? { ...sheet, answers: { ...assess(procedure, situationOf(sheet, now, zone)).answers } }
    : sheet
}

/** What the rules say of a sheet; null while no procedure is chosen. */
export function assessSheet(sheet: Sheet, now: Instant, zone: string): Assessment | null {
  const procedure = sheet.procedureId === null ? undefined : procedureTitled(sheet.procedureId, now, zone)
  if (!procedure) return null
  const found = assess(procedure, situationOf(sheet, now, zone))
  return {
    procedureId: procedure.procedureId,
    title: procedure.title,
    caseTitle: found.case,
    pieces: found.pieces.map(({ pieceId, title, detail, status, conditional, why, ...cited }) => ({
      pieceId,
      title,
      detail,
      status,
      conditional,
      why,
      ...sourced(cited),
    })),
    question: found.question && {
      questionId: found.question.questionId,
      title: found.question.detail,
      detail: found.question.note,
      kind: found.question.kind,
      options: found.question.options.map((option) => ({ ...option })),
      why: found.question.why,
      ...sourced(found.question),
    },
    answered: found.answered.map(({ questionId, title, value, answerTitle, from }) => ({
      questionId,
      title,
      value,
      answer: answerTitle,
      from,
    })),
    populationType: {
      title: found.populationType.title,
      definition: found.populationType.definition,
      sources: refs(found.populationType),
    },
    dueByPerson: found.dueByPerson.map(({ title, detail, ...cited }) => ({
      title,
      detail,
      ...sourced(cited),
    })),
    dueByAdministration: found.dueByAdministration.map(({ title, detail, ...cited }) => ({
      title,
      detail,
      ...sourced(cited),
    })),
    fee: found.fee && { cents: found.fee.cents, why: found.fee.why, ...sourced(found.fee) },
    silence: {
      sense: found.silence.sense,
      months: found.silence.delay?.months ?? null,
      title: silenceTitle(found.silence),
      ...sourced(found.silence),
    },
    decides: inLanguage(found.decides.title, 'fr'),
    reviewOverdue: found.reviewOverdue,
    rule: ruleVersion(procedure),
  }
}

const refs = ({ sources }: Pick<Sourced, 'sources'>): SourceRef[] =>
  sources.map(({ sourceId, label, about, confidence }) => {
    const source = sourceOf(sourceId)
    return {
      title: about === null ? label : `${label} (${about})`,
      id: source?.legi ?? source?.jorf ?? null,
      extract: source?.extract ?? null,
      ...(source ? { summary: source.summary } : {}),
      toConfirm: confidence !== 'verifie',
    }
  })

const sourced = (cited: Sourced) => ({ sources: refs(cited), toConfirm: cited.toConfirm })

/** In one line, as the person reads it on paper. What is not known is said to be so. */
function silenceTitle({
  sense,
  delay,
  who,
}: {
  sense: string
  delay: { months: number } | null
  who: string
}): string {
  const months = delay === null ? '' : ` pendant ${delay.months} mois`
  switch (sense) {
    case 'rejet':
      return `Le silence gardé par ${who}${months} vaut décision de rejet`
    case 'acceptation':
      return `Le silence gardé par ${who}${months} vaut décision d’acceptation`
    case 'sansObjet':
      return 'Aucune décision n’est attendue : le silence est sans objet'
    default:
      return 'Effet du silence : à préciser'
  }
}

/** The name of a piece that the procedure knows in some case, whether or not this one needs it. */
export function pieceTitle(
  procedureId: ProcedureId,
  pieceId: PieceId,
  now: Instant,
  zone: string,
): string | undefined {
  const rules = Object.values(procedureTitled(procedureId, now, zone)?.rules ?? {})
  return rules.find(({ _g }) => _g.genre === 'pièce' && _g.id === pieceId)?.titre
}

/** What is asked, as documents name it: the label typed, or the procedure and its case; undefined when neither is known. */
export function requestLabel(sheet: Sheet, assessment: Assessment | null): string | undefined {
  if (sheet.label !== null) return sheet.label
  if (!assessment) return undefined
  return assessment.caseTitle === '' ? assessment.title.fr : `${assessment.title.fr}, ${assessment.caseTitle}`
}
