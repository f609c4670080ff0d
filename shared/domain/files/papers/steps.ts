import type { DemandRefusal } from '../../../contract/law/demands.ts'
import type { Assessment } from '../../../contract/law/assessment.ts'
import { demandWords } from '../../../procedures/demandWords.ts'
import { isPartOf, sameDemand } from '../../../procedures/requirable.ts'
import type { Context, Refused } from '../../decision.ts'
import type { LoadedDocument } from '../../documents/subjects.ts'
import { keepsSecret } from '../../law/secrecy.ts'
import { askedIn, rowOf } from '../recorded.ts'
import { fileRequest, rulesOn, type FileRequest } from '../regime.ts'
import { mayLack, oneOfThem } from '../../law/lacking.ts'
import { rulesNow } from '../../law/rulesNow.ts'
import type { Office } from '../../state.ts'

// What a letter tells a person to do, and what a corrected paper says is missing: only what a text requires.

let given: ReadonlySet<string> | undefined

/** Words that say how a piece is given, and nothing of which: made with the first letter, not as the host is read. */
const givingWords = (): ReadonlySet<string> =>
  (given ??= new Set(
    demandWords(
      'adresser apporter communiquer déposer donner envoyer fournir joindre montrer payer présenter produire rapporter remettre transmettre venir',
    ),
  ))

/**
 * The steps of an invitation to put right, each named as its text names it: a piece that may lack, or an obligation of the
 * procedure (CRPA L123-1). The first that no text requires refuses them all.
 * @param law the articles that the letter cites: where no list is known, a piece is one that they require
 */
export function stepsRequired(
  request: FileRequest,
  assessment: Assessment | null,
  { formalities, law }: { readonly formalities: readonly string[]; readonly law: readonly string[] },
): Refused<DemandRefusal | 'stepWithoutText'> | { readonly steps: readonly string[] } {
  const duties = assessment
    ? [...assessment.dueByPerson, ...assessment.deadlines, ...assessment.forms].map(({ title }) => title)
    : []
  const steps: string[] = []
  for (const step of formalities) {
    const duty = duties.find((title) => sameDemand(step, title) || isPartOf(step, title))
    const said = duty ?? pieceOf(request, step, law)
    if (typeof said === 'object') return said
    steps.push(said)
  }
  return { steps: [...new Set(steps)] }
}

function pieceOf(
  request: FileRequest,
  step: string,
  law: readonly string[],
): string | Refused<DemandRefusal | 'stepWithoutText'> {
  const label = step
    .split(/\s+/)
    .filter((word) => !demandWords(word).some((one) => givingWords().has(one)))
    .join(' ')
  if (label === '') return { refusal: 'stepWithoutText', details: [step] }
  for (const source of [undefined, ...law]) {
    const ground = mayLack(request, { label, source })
    if (!('refusal' in ground)) return ground.title
    if (ground.refusal !== 'pieceWithoutText' && ground.refusal !== 'pieceNotInText') return ground
  }
  return { refusal: 'stepWithoutText', details: [step] }
}

/** The request that a document is about, as far as it is still here: its file, the sheet of its visit, else its procedure alone. */
function requestOf(office: Office, context: Context, { issued, place }: LoadedDocument): FileRequest {
  const procedureId = issued.facts.rule?.procedureId ?? null
  const visitId = place.visit?.visitId ?? null
  // A receipt that asks nothing names no file: the one that its visit opened for the same procedure has its answers.
  const file =
    place.fileId === null
      ? office.files.find((one) => one.openedBy?.visitId === visitId && one.procedureId === procedureId)
      : office.files.get(place.fileId)
  if (file)
    return askedIn({ file, row: rowOf(file, context), rules: rulesOn(office, context, file.receivedOn) })
  const rules = rulesNow(office, context)
  const { closedSheets, sheets } = context.personal
  // One visit may have several requests: each paper is judged by its own.
  const kept = visitId === null ? [] : [closedSheets.get(visitId), sheets.get(visitId)]
  const sheet = kept.find((one) => one?.procedureId === procedureId)
  return sheet
    ? { rules, sheet }
    : fileRequest(rules, procedureId, { answers: {}, person: null, label: null }, [])
}

/**
 * Whether no paper of the request that this one is about repeats what is typed. Of a birth whose answers are no longer here,
 * nothing is repeated either.
 */
export function isSecret(office: Office, context: Context, named: LoadedDocument): boolean {
  const { sheet } = requestOf(office, context, named)
  if (keepsSecret(sheet)) return true
  return named.issued.facts.rule?.procedureId === 'naissance' && Object.keys(sheet.answers).length === 0
}

/** Why a correction can't say that these pieces, by their titles, are missing; null where a text requires each. */
export function lackingRefused(
  office: Office,
  context: Context,
  named: LoadedDocument,
  titles: readonly string[],
): Refused<DemandRefusal> | null {
  const request = requestOf(office, context, named)
  for (const label of titles) {
    const ground = mayLack(request, { label: label.replace(oneOfThem, '') })
    if ('refusal' in ground) return ground
  }
  return null
}
