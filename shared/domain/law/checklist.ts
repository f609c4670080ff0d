import type { LocalDate, PieceId, ProcedureId } from '../../contract/ids.ts'
import type { Assessment, SourceRef } from '../../contract/law/assessment.ts'
import { inLanguage } from '../../contract/text.ts'
import type { Sheet } from '../../contract/visit/sheet.ts'
import { isAhead, isAnswer, type Situation } from '../../procedures/answers.ts'
import { assess, type Deadline } from '../../procedures/assess.ts'
import { procedureOn, type Catalogue } from '../../procedures/catalogue.ts'
import type { Consigne } from '../../procedures/consignes.ts'
import { unlawfulIn, type Unlawful } from '../../procedures/freeText.ts'
import type { Silence } from '../../procedures/header.ts'
import { sourceOf, type Articles, type Sourced } from '../../procedures/sources.ts'
import { trace } from '../../procedures/trace.ts'
import { ruleVersion } from '../../procedures/version.ts'
import { deadlineRules, isDeadlineName } from './time/deadlines.ts'
import { regulationRef } from './regulations.ts'
import type { RulesNow } from './rulesNow.ts'
import { listReading } from './listReading.ts'

const procedureOf = ({ catalogue, date }: RulesNow, { procedureId }: Pick<Sheet, 'procedureId'>) =>
  procedureId === null ? undefined : procedureOn(catalogue, procedureId, date)

/** The questions of the sheet that no rule knows, or whose answer is none of theirs. */
export function strangeAnswers(rules: RulesNow, sheet: Sheet): readonly string[] {
  const procedure = procedureOf(rules, sheet)
  return Object.entries(sheet.answers).flatMap(([id, value]) =>
    procedure && isAnswer(procedure, id, value) ? [] : [id],
  )
}

/** The questions of the sheet whose answer is a date still to come, where it can only be behind us. */
export function answersAhead(rules: RulesNow, sheet: Sheet): readonly string[] {
  const procedure = procedureOf(rules, sheet)
  return Object.entries(sheet.answers).flatMap(([id, value]) =>
    procedure && isAhead(procedure, id, value, rules.date) ? [id] : [],
  )
}

const seenTitle = ({ identity }: Sheet) =>
  identity && { kind: identity.kind, validUntil: identity.validUntil ?? null }

/** Who is beside the person (a companion, an interpreter) changes nothing of who the request is for. */
const forThemselves = ({ capacity }: Sheet) =>
  capacity === null || capacity === 'self' || capacity === 'accompanied' || capacity === 'interpreter'

/** What the rules need of a sheet. A piece asked again is one that its exchange does not give. */
export function situationOf(rules: RulesNow, sheet: Sheet): Situation {
  const { date, dates, exchanges, territory } = rules
  const again = new Set(
    sheet.pieces.flatMap((piece) => ('pieceId' in piece && piece.askedAgain ? [piece.pieceId] : [])),
  )
  return {
    date,
    answers: sheet.answers,
    pieces: sheet.pieces.filter((piece) => 'pieceId' in piece),
    // A parent's passport says nothing of the child: the title seen counts when the person is here for themselves.
    identity: forThemselves(sheet) ? seenTitle(sheet) : null,
    birthDate: sheet.person?.birthDate ?? null,
    ward: sheet.capacity === 'tutelle',
    minor: sheet.capacity === 'legalRepresentative',
    exchanges,
    askedAgain: again,
    place: territory,
    dates,
  }
}

/** The sheet with only the answers that still matter: the others are forgotten, not kept. */
export function withAnswersThatMatter(rules: RulesNow, sheet: Sheet): Sheet {
  const procedure = procedureOf(rules, sheet)
  return procedure
    ? { ...sheet, answers: { ...assess(procedure, situationOf(rules, sheet)).answers } }
    : sheet
}

/** A piece in somebody's own words, which a text forbids to ask here; null when none does. Without a procedure, « Autre démarche » judges. */
export function unlawfulPiece(rules: RulesNow, sheet: Sheet, label: string): Unlawful | null {
  const procedure = procedureOf(rules, sheet) ?? procedureOf(rules, { procedureId: 'autre' as ProcedureId })
  return procedure ? unlawfulIn(procedure, assess(procedure, situationOf(rules, sheet)).pieces, label) : null
}

/** What the rules say of a sheet; null while no procedure is chosen. */
export function assessSheet(rules: RulesNow, sheet: Sheet): Assessment | null {
  const procedure = procedureOf(rules, sheet)
  if (!procedure) return null
  const found = assess(procedure, situationOf(rules, sheet))
  const { articles } = procedure
  const cited = (of: Sourced) => ({ sources: refs(articles, of), toConfirm: of.toConfirm })
  const noted = <N extends Sourced & { title: string; detail: string | null }>({
    title,
    detail,
    ...of
  }: N) => ({
    title,
    detail,
    ...cited(of),
  })
  const { acknowledgement, remedy, handingOver, domicile, titles, retention, silence } = found
  return {
    procedureId: procedure.procedureId,
    title: procedure.title,
    caseTitle: found.case,
    pieces: found.pieces.map((piece) => ({
      ...piece,
      consignes: written(piece.consignes),
      ...cited(piece),
    })),
    reading: listReading(articles, found.pieces),
    question: found.question && {
      questionId: found.question.questionId,
      title: found.question.detail,
      detail: found.question.note,
      kind: found.question.kind,
      options: found.question.options.map((option) => ({ ...option })),
      why: found.question.why,
      ...cited(found.question),
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
      sources: refs(articles, found.populationType),
    },
    dueByPerson: found.dueByPerson.map(noted),
    dueByAdministration: found.dueByAdministration.map(noted),
    fee: found.fee && { cents: found.fee.cents, why: found.fee.why, ...cited(found.fee) },
    ...(found.nature === null ? {} : { nature: found.nature }),
    silence: {
      sense: silence.sense,
      delay: silence.delay && { ...silence.delay },
      ...(silence.general ? { general: true as const } : {}),
      title: silenceTitle(silence),
      ...cited(silence),
    },
    decides: inLanguage(found.decides.title, 'fr'),
    collects: found.decides.collects,
    acknowledgement: {
      due: acknowledgement.due,
      exception: acknowledgement.exception,
      why: acknowledgement.why,
      ...cited(acknowledgement),
    },
    whoMayAct: found.whoMayAct.map((one) => ({ ...one, may: [...one.may], ...cited(one) })),
    deadlines: found.deadlines.map((one) => ({
      deadlineId: one.deadlineId,
      ...noted(one),
      ...daysOf(one, rules),
      toConfirm: one.toConfirm || toConfirmIn(one),
    })),
    ifLate: found.ifLate.map(noted),
    rightToError: found.rightToError && noted(found.rightToError),
    ifIncomplete: {
      ...noted(found.ifIncomplete),
      effect: found.ifIncomplete.effect,
      ...(found.ifIncomplete.term ? { term: { ...found.ifIncomplete.term } } : {}),
    },
    remedy: remedy && {
      ...noted(remedy),
      prior: remedy.prior,
      authority: remedy.authority,
      court: remedy.court,
      delay: remedy.delay && { ...remedy.delay },
      noDelay: remedy.noDelay,
    },
    handingOver: handingOver && {
      ...noted(handingOver),
      destroyedAfter: handingOver.destroyedAfter && { ...handingOver.destroyedAfter },
    },
    delivers: found.delivers.map((paper) => ({ ...paper, ...cited(paper) })),
    domicile: { proof: domicile.proof, detail: domicile.detail, ...cited(domicile) },
    titles: { list: titles.list, detail: titles.detail, ...cited(titles) },
    forms: found.forms.map((form) => ({ ...form, ...cited(form) })),
    retention: { title: retention.title, months: retention.months, ...cited(retention) },
    consignes: written(found.consignes),
    ...localIn(rules, procedure.procedureId),
    reviewOverdue: found.reviewOverdue,
    rule: ruleVersion(procedure),
  }
}

/** The reasoning behind one piece's status (CRPA L311-3-1), line by line; empty without a procedure. */
export function traceOf(rules: RulesNow, sheet: Sheet, pieceId: PieceId) {
  const procedure = procedureOf(rules, sheet)
  return procedure
    ? trace(procedure, situationOf(rules, sheet), pieceId).map(({ depth, text, ...of }) => ({
        depth,
        text,
        sources: refs(procedure.articles, of),
        toConfirm: of.toConfirm,
      }))
    : []
}

const written = (consignes: readonly Consigne[]) =>
  consignes.map((one) => ({ ...one, against: [...one.against] }))

const deadlineRule = ({ rule }: Deadline) =>
  rule !== null && isDeadlineName(rule.name) ? deadlineRules[rule.name] : undefined

const toConfirmIn = (deadline: Deadline): boolean => deadlineRule(deadline)?.toConfirm ?? false

/** The dates of a delay, by legal time; null while the day from which it runs is not known. */
function daysOf(deadline: Deadline, { date, territory }: RulesNow) {
  const unknown = { from: null, to: null, late: null }
  const law = deadlineRule(deadline)
  const { rule } = deadline
  if (law === undefined || rule?.from == null) return unknown
  const input = law.input.safeParse({ [rule.field]: rule.from })
  if (!input.success) return unknown
  const result = law.compute(input.data, { territory })
  if (result === null) return unknown
  const days = typeof result === 'string' ? { to: result } : result
  const to = ('to' in days ? days.to : undefined) ?? (law.last === null ? undefined : days[law.last]) ?? null
  const from = ('from' in days ? days.from : undefined) ?? null
  return { from, to, late: to === null ? null : date > to }
}

/** Pieces that the office's own regulations require for a procedure, from the day on which each was adopted. */
function localIn(
  { regulations, date }: RulesNow,
  procedureId: ProcedureId,
): Pick<Assessment, 'local'> | Record<string, never> {
  const local = regulations
    .filter((one) => one.procedureId === procedureId && one.date <= date)
    .map((one) => ({ title: one.piece, source: regulationRef(one) }))
  return local.length === 0 ? {} : { local }
}

/** An article of the base by its id, as a page cites it; undefined where nobody knows it, or where it is no longer in force. */
export function refOfSource(catalogue: Catalogue, sourceId: string, on: LocalDate): SourceRef | undefined {
  for (const { articles } of catalogue.procedures) {
    const source = sourceOf(articles, sourceId)
    if (source && (source.validTo === null || source.validTo >= on))
      return refs(articles, { sources: [source] })[0]
  }
  return undefined
}

/** The sources that a rule names, as a page shows them; one whose reading is not « vérifié » is to confirm. */
export const refs = (articles: Articles, { sources }: Pick<Sourced, 'sources'>): SourceRef[] =>
  sources.map(({ sourceId, label, about, confidence }) => {
    const source = sourceOf(articles, sourceId)
    return {
      title: about === null ? label : `${label} (${about})`,
      id: source?.legi ?? source?.jorf ?? null,
      extract: source?.extract ?? null,
      ...(source ? { summary: source.summary } : {}),
      toConfirm: confidence !== 'verifie',
    }
  })

/** What a paper says of silence where no rule of the case tells what it is worth. */
export const silenceUnsaid = 'Ce que vaut le silence dépend du cas : demandez-le au service'

/** In one line, as the person reads it on paper. What is not known is said to be so. */
function silenceTitle({ sense, delay, who, general }: Silence): string {
  if (general)
    return `Le silence gardé par ${who} pendant 2 mois vaut acceptation, ou rejet dans les cas que la loi ou un décret excepte`
  const time = delay === null ? '' : ` pendant ${delay.count} ${delay.unit === 'months' ? 'mois' : 'jours'}`
  switch (sense) {
    case 'rejet':
      return `Le silence gardé par ${who}${time} vaut décision de rejet`
    case 'acceptation':
      return `Le silence gardé par ${who}${time} vaut décision d’acceptation`
    case 'sansObjet':
      return 'Aucune décision n’est attendue : le silence est sans objet'
    default:
      return silenceUnsaid
  }
}

/** The name of a piece that the procedure knows in some case, whether or not this one needs it. */
export function pieceTitle(rules: RulesNow, procedureId: ProcedureId, pieceId: PieceId): string | undefined {
  const ownRules = Object.values(procedureOf(rules, { procedureId })?.rules ?? {})
  return ownRules.find(({ _g }) => _g.genre === 'pièce' && _g.id === pieceId)?.titre
}

/** What is asked, as documents name it: the procedure and its case; undefined where no procedure is known. Nothing typed is in it. */
export function requestName(assessment: Assessment | null): string | undefined {
  if (!assessment) return undefined
  return assessment.caseTitle === '' ? assessment.title.fr : `${assessment.title.fr}, ${assessment.caseTitle}`
}
