import type { ObligationsPaper } from '../../contract/documents/papers.ts'
import type { AssessedPiece, Assessment, PieceState, SourceRef } from '../../contract/law/assessment.ts'
import { isOnlyReceived } from '../../documents/received.ts'
import { spokenIn } from '../../contract/media/spoken.ts'
import type { Sheet } from '../../contract/visit/sheet.ts'
import { assessSheet, requestName } from '../law/checklist.ts'
import type { Context, Decide } from '../decision.ts'
import { placeOf, type Office } from '../state.ts'
import { printJob } from '../printing/decide.ts'
import { procedureNow, rulesNow } from '../law/rulesNow.ts'
import { keepsSecret, tellsSecret } from '../law/secrecy.ts'
import { requestHere } from '../queue/sheet.ts'

const brought = { presented: 'given', missing: 'missing', notExamined: 'toBring' } as const

const notBrought: Readonly<
  Partial<Record<AssessedPiece['status'], ObligationsPaper['notToBring'][number]['why']>>
> = { heldByAdministration: 'held', notRequired: 'notRequired', mayNotBeAsked: 'forbidden' }

const plain = ({ title, detail }: { readonly title: string; readonly detail: string | null }) => ({
  title,
  detail,
})

type Founded = {
  readonly title: string
  readonly sources: readonly SourceRef[]
  readonly toConfirm: boolean
}

/** What rests on which texts, in the order of the paper; what has no text is not there. */
const textsOf = (founded: readonly Founded[]): ObligationsPaper['texts'] =>
  founded
    .filter(({ sources }) => sources.length > 0)
    .map(({ title, sources, toConfirm }) => ({
      about: title,
      sources: [...new Set(sources.map((source) => source.title))],
      toConfirm: toConfirm || sources.some((source) => source.toConfirm),
    }))

/** Whether this line of the checklist is to be brought: what only some cases need is not, while the case is not known. */
const isAsked = ({ status, conditional }: AssessedPiece, state: PieceState): boolean =>
  status === 'required' ||
  status === 'alternative' ||
  (status === 'unknown' && (!conditional || state === 'missing'))

type Obligations = Omit<ObligationsPaper, 'officeName' | 'zone' | 'at' | 'school' | 'address' | 'personWord'>

/** What both sides owe in this situation, as the person takes it away. */
function obligationsOf(assessment: Assessment, sheet: Sheet): Obligations {
  const states = new Map(sheet.pieces.map((piece) => ['pieceId' in piece ? piece.pieceId : '', piece.state]))
  const stateOf = ({ pieceId }: AssessedPiece) => states.get(pieceId) ?? 'notExamined'
  // The paper is given out, and is read by others: the agent reads on the screen what rests on the secret.
  const secret = keepsSecret(sheet)
  const mayBeTold = (founded: Founded) => !(secret && tellsSecret(founded))
  const dueByAdministration = assessment.dueByAdministration.filter(mayBeTold)
  const askedPieces = assessment.pieces.filter((piece) => isAsked(piece, stateOf(piece)))
  const refused = assessment.pieces.filter(mayBeTold).flatMap((piece) => {
    const why = stateOf(piece) === 'presented' ? undefined : notBrought[piece.status]
    return why === undefined ? [] : [{ piece, why }]
  })
  const { remedy, fee, deadlines, rightToError, ifLate, ifIncomplete, silence } = assessment
  const late = deadlines.some((deadline) => deadline.late === true)
  return {
    // The case of a secret birth says that there is one.
    subject: (secret ? undefined : requestName(assessment)) ?? assessment.title.fr,
    // Elsewhere the rules name the request.
    ...(sheet.label === null || sheet.procedureId !== 'autre' ? {} : { saidSubject: sheet.label }),
    bring: askedPieces.map((piece) => ({
      ...plain(piece),
      state: brought[stateOf(piece)],
      either: piece.status === 'alternative',
    })),
    notToBring: refused.map(({ piece, why }) => ({ title: piece.title, why })),
    byPerson: assessment.dueByPerson.map(plain),
    fee: fee && { cents: fee.cents, why: fee.why },
    dates: deadlines.map(({ from, to, late: isLate, ...deadline }) => ({
      ...plain(deadline),
      from,
      to,
      late: isLate === true,
    })),
    rightToError: rightToError && plain(rightToError),
    // What a late declaration costs is said to whom it happened.
    ifLate: late ? ifLate.map(plain) : [],
    byAdministration: dueByAdministration.map(plain),
    decides: assessment.decides,
    collects: assessment.collects,
    ...(isOnlyReceived(assessment) ? { declared: true as const } : {}),
    silence: silence.title,
    ifIncomplete: plain(ifIncomplete),
    remedy: remedy && { ...plain(remedy), noDelay: remedy.noDelay === 'always' },
    delivers: assessment.delivers.map(({ title, worth }) => ({ title, worth })),
    texts: textsOf([
      ...askedPieces,
      ...refused.map(({ piece }) => piece),
      ...assessment.dueByPerson,
      ...deadlines,
      ...dueByAdministration,
      silence,
      ifIncomplete,
      ...(remedy ? [remedy] : []),
    ]),
    rule: assessment.rule,
  }
}

/** Both sides' sheet for whom is received here, printed at the counter. It is no act: nothing is journaled. */
export const printObligations: Decide<'obligations.print'> = (office, on, context) => {
  const here = requestHere(office, on, context)
  if ('refusal' in here) return here
  const { sheet, counter, ticket } = here
  const assessment = assessSheet(rulesNow(office, context), sheet)
  // The list in another language is that of most: once something of the case is known, it would ask what this case does not.
  const known = Object.keys(sheet.answers).length > 0 || assessment?.answered.length !== 0
  const procedure = known || !sheet.procedureId ? null : procedureNow(office, context, sheet.procedureId)
  const paper =
    assessment &&
    paperOf(office, context, {
      ...obligationsOf(assessment, sheet),
      ...spokenIn(ticket.lang, assessment.title, procedure?.bring ?? []),
    })
  if (!paper) return { refusal: 'unknownProcedure' }
  const printerId = placeOf(office, counter.counterId)?.printerId ?? null
  const jobs = printJob(office, context, printerId, paper.subject, { of: 'obligations', obligations: paper })
  return { events: [], jobs, output: { printed: jobs[0]?.state === 'waiting', paper } }
}

const paperOf = ({ settings, school }: Office, { now }: Context, of: Obligations): ObligationsPaper | null =>
  settings && {
    officeName: settings.address.name,
    zone: settings.calendar.zone,
    at: now,
    school,
    address: settings.address,
    personWord: settings.personWord,
    ...of,
  }
