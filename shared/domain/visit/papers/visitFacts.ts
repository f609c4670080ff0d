import type { FileReference, LocalDate } from '../../../contract/ids.ts'
import type { Fault } from '../../../contract/queue/reasons.ts'
import type { Recipient } from '../../../contract/office/recipient.ts'
import type { Outcome, VisitEnd } from '../../../contract/queue/outcomes.ts'
import type { VisitFacts } from '../../../contract/documents/visitFacts.ts'
import type { Sheet, SheetPiece } from '../../../contract/visit/sheet.ts'
import type { Assessment, Capacity } from '../../../contract/law/assessment.ts'
import type { Context } from '../../decision.ts'
import type { FileRequest } from '../../files/regime.ts'
import { judgedSheet, lackingTitle, mayLack } from '../../law/lacking.ts'
import { rulesNow } from '../../law/rulesNow.ts'
import { keepsSecret, ofMother, unnamedPiece } from '../../law/secrecy.ts'
import { dateIn } from '../../core/calendar/index.ts'
import { serviceName, zoneOf, type Office } from '../../state.ts'
import { assessSheet, pieceTitle } from '../../law/checklist.ts'
import { hoursOf, seenFile, silenceSaid } from '../../files/papers/fileFacts.ts'
import {
  addresseeOf,
  letterheadOf,
  namedRequest,
  nameOfAgent,
  saidOf,
  natureOf,
  seenAsOf,
} from '../../documents/head.ts'
import { holds } from '../../files/sent.ts'
import type { FileRow, FileState } from '../../files/state.ts'
import { decidedFile, withoutAwaited } from '../../files/goingOn.ts'
import { asItStands } from '../../files/standing.ts'
import type { Ticket, Visit } from '../../queue/state.ts'

// The facts of the visit's own two papers: what was asked, by whom, what was shown and what lacks.

/** A visit under way, with its sheet and how it ends. */
export type Served = {
  readonly ticket: Ticket & { readonly visit: Visit }
  readonly sheet: Sheet
  readonly outcome: VisitEnd
  /** The file that this request opens, or goes on with, by its reference. */
  readonly file?: FileReference | null
  /** The same as the closing leaves it: without it nothing is acknowledged. */
  readonly left?: FileLeft
  /** Last day given to produce what lacks. */
  readonly dueOn?: LocalDate | undefined
  /** The office to which the person is sent. */
  readonly to?: Recipient
  /** By whose doing they were not received; null where they were. */
  readonly fault?: Fault | null
}
type FileLeft = { readonly file: FileState; readonly row: FileRow }

/** What a receipt says of the file that it is about: why it is no acknowledgement, what is asked, what silence will be worth. */
export type OfFile = {
  readonly how?: NonNullable<VisitFacts['acknowledgement']>['how']
  readonly incomplete?: VisitFacts['incomplete']
  readonly implicit?: VisitFacts['implicit']
}

const representatives: readonly Capacity[] = [
  'legalRepresentative',
  'tutelle',
  'habilitationFamiliale',
  'mandate',
  'relative',
]

/** Whether the person for whom the request is made sent somebody else: it is then not they who came. */
const isAbsent = (capacity: Capacity | null): capacity is Capacity =>
  capacity !== null && representatives.includes(capacity)

/** To which competent one a file was sent, and when; null where it was sent to none, or for information alone (CRPA L114-2). */
export function transmittedOf(left: Served['left'] | null): NonNullable<VisitFacts['transmitted']> | null {
  const at = left?.file.forwarded.findLastIndex((one) => one.competent && holds(one)) ?? -1
  const sent = left?.file.forwarded[at]
  const to = left?.row.forwarded[at]?.to
  return sent && to ? { on: sent.on, to } : null
}

/** The forwarding that was noted by mistake, of a file that none sent to who decides since. */
function mistakenOf(left: Served['left']): NonNullable<VisitFacts['mistaken']> | null {
  if (transmittedOf(left) !== null) return null
  const at = left?.file.forwarded.findLastIndex((one) => one.competent && !holds(one)) ?? -1
  const sent = left?.file.forwarded[at]
  const to = left?.row.forwarded[at]?.to
  return sent?.mistaken && to ? { on: sent.on, to, knownOn: sent.mistaken.on } : null
}

/** Ends that say of a file that it was sent. */
const files: ReadonlySet<Outcome> = new Set(['filed', 'incomplete', 'forwarded'])

/** The text on which a piece in words lacks; what was only shown needs none. */
function textOf(request: FileRequest, piece: Extract<SheetPiece, { readonly label: string }>) {
  const ground = piece.state === 'missing' ? mayLack(request, piece) : null
  return ground === null || 'refusal' in ground
    ? { sources: [], toConfirm: false }
    : { sources: [...ground.sources], toConfirm: ground.toConfirm }
}

/** What silence is worth: as it was frozen in the file, wherever the rules say something else of it since. */
function worthOf(assessment: Assessment | null, left: Served['left']): VisitFacts['silence'] {
  if (assessment === null) return null
  const frozen = left?.file.regime
  const ruled = assessment.silence
  const same = frozen?.silence.sense === ruled.sense && frozen.silence.title === ruled.title
  const { sense, title, sources, toConfirm } =
    frozen === undefined || same ? ruled : silenceSaid({ regime: frozen }, null)
  return { ...(sense === 'sansObjet' ? { noObject: true as const } : {}), title, sources, toConfirm }
}

/** The request as its file has it, under the rules of the day on which it was received: those of this day may say otherwise. */
function underItsRules(
  office: Office,
  context: Pick<Context, 'now' | 'who' | 'personal' | 'catalogue'>,
  left: Served['left'],
  now: Assessment | null,
): Assessment | null {
  if (left === undefined || left.file.receivedOn === dateIn(zoneOf(office), context.now)) return now
  return seenFile(office, context, left.file, left.row).assessment ?? now
}

/** Whether an acknowledgement is due, and why: as it was frozen in the file, by the texts of its day. */
function owedOf(assessment: Assessment | null, left: Served['left'], how: OfFile['how']) {
  if (assessment === null) return {}
  const { due, why, sources, toConfirm, exception } = assessment.acknowledgement
  const frozen = left?.file.regime.acknowledgement.due ?? due
  // Rules that were replaced since do not say why none was due.
  if (how === 'notDue' && frozen !== due) return {}
  return {
    acknowledgement: {
      due: frozen,
      why,
      sources,
      toConfirm,
      exception,
      ...(how === undefined ? {} : { how }),
    },
  }
}

/** A visit as a paper tells it: one that an older version ended as refused is told as it was recorded. */
type Told = Omit<Served, 'outcome'> & { readonly outcome: Outcome }

/** The decision of the file that this request goes on with, whatever its end: what was decided waits for nothing. */
function decisionSaid(
  office: Office,
  { personal }: Pick<Context, 'personal'>,
  { sheet, outcome }: Pick<Told, 'sheet' | 'outcome'>,
  left: Served['left'],
  on: LocalDate,
): VisitFacts['decided'] {
  const noted = left?.file ?? decidedFile(office, { sheet, outcome }, on)
  if (!noted) return undefined
  const row = left?.row ?? personal.files.get(noted.fileId)
  const { decision } = asItStands(noted, row, { today: on, zone: zoneOf(office) })
  if (!decision) return undefined
  const bySilence = decision.decision.startsWith('implicit')
  const made = row?.elsewhere && {
    number: row.elsewhere.number,
    ...(row.reasoned && { reasoned: row.reasoned }),
  }
  return { on: decision.on, ...(bySilence && { bySilence }), ...made }
}

/** What is true of this visit now, frozen. */
export function factsOf(
  office: Office,
  context: Pick<Context, 'now' | 'who' | 'personal' | 'catalogue'>,
  { ticket, sheet: kept, outcome, file, left, to, fault }: Told,
  kind: VisitFacts['kind'],
  { how, incomplete, implicit }: OfFile,
): VisitFacts {
  const { now, who } = context
  const settings = office.settings!
  const rules = rulesNow(office, context)
  // Judged once more as the paper is made: what nothing requires, or nothing awaits, is not said to lack.
  const { sheet } = judgedSheet(rules, withoutAwaited(office, { sheet: kept, outcome }, rules.date))
  const decided = decisionSaid(office, context, { sheet, outcome }, left, rules.date)
  const assessment = assessSheet(rules, sheet)
  const states = new Map(
    sheet.pieces.map((piece) => ['pieceId' in piece ? piece.pieceId : `label ${piece.label}`, piece.state]),
  )
  const secret = keepsSecret(sheet)
  const ruled = (assessment?.pieces ?? []).flatMap((piece) => {
    const state = states.get(piece.pieceId) ?? 'notExamined'
    // What was shown is written even when it wasn't due; what was neither due nor shown is not, nor what only
    // some cases need while the case is not known.
    const due = piece.status === 'required' || (piece.status === 'unknown' && !piece.conditional)
    const lacks = state === 'missing'
    if (!due && !lacks && state !== 'presented') return []
    if (secret && ofMother(piece.pieceId))
      return [{ title: unnamedPiece, state, sources: [], toConfirm: false }]
    const { title, detail, sources, toConfirm } = piece
    const named = lacks ? { title: lackingTitle(piece), ...(detail === null ? {} : { detail }) } : { title }
    return [{ ...named, state, sources, toConfirm }]
  })
  // Shown, though the answers given since make it another case's: what was produced is written.
  const others = sheet.pieces.flatMap((piece) => {
    if (!('pieceId' in piece) || piece.state !== 'presented' || sheet.procedureId === null) return []
    if (assessment?.pieces.some(({ pieceId }) => pieceId === piece.pieceId)) return []
    const title =
      secret && ofMother(piece.pieceId) ? unnamedPiece : pieceTitle(rules, sheet.procedureId, piece.pieceId)
    return title === undefined ? [] : [{ title, state: piece.state, sources: [], toConfirm: false }]
  })
  // A label that was typed and then set aside is a slip of the hand, not a piece.
  const typed = sheet.pieces.flatMap((piece) =>
    'label' in piece && piece.state !== 'notExamined'
      ? [
          {
            title: secret && piece.state === 'presented' ? unnamedPiece : piece.label,
            state: piece.state,
            ...textOf({ rules, sheet }, piece),
          },
        ]
      : [],
  )
  const agentId = who.agentId ?? ticket.visit.startedBy
  const shield = agentId === null ? undefined : office.shields.get(agentId)
  const addressee = addresseeOf(sheet.person)
  const { label, saidLabel } = namedRequest(office, ticket.serviceId, sheet, assessment)
  const filed = underItsRules(office, context, left, assessment)
  const transmitted = files.has(outcome) ? transmittedOf(left) : null
  const mistaken = files.has(outcome) ? mistakenOf(left) : null
  const before = left !== undefined && left.file.openedBy?.visitId !== ticket.visit.visitId
  const worth = filed?.delivers.find(({ receipt }) => receipt)?.worth
  return {
    kind,
    issuedAt: now,
    zone: settings.calendar.zone,
    office: settings.address,
    service: serviceName(office, ticket.serviceId) ?? ticket.serviceId,
    ...letterheadOf(office),
    agent: shield === undefined ? nameOfAgent(context, agentId) : null,
    ...(shield === undefined ? {} : { pseudonym: shield.pseudonym }),
    ...(addressee && { addressee }),
    ...seenAsOf(assessment),
    ...natureOf(left?.file.regime ?? assessment),
    ...(addressee && isAbsent(sheet.capacity) ? { by: sheet.capacity } : {}),
    ticket: ticket.number,
    label,
    ...saidOf(saidLabel),
    outcome,
    ...(to && { forwardedTo: to }),
    ...(to && sheet.elsewhere?.office.name === to.name ? { place: sheet.elsewhere } : {}),
    ...(before && kind === 'recepisse' ? { filedOn: left.file.firstReceivedOn } : {}),
    ...(transmitted && { transmitted }),
    ...(mistaken && { mistaken }),
    arrivedAt: ticket.takenAt,
    receivedAt: ticket.visit.startedAt,
    pieces: [...ruled, ...others, ...typed],
    ...(incomplete && { incomplete, hours: hoursOf(office) }),
    ...(implicit && { implicit }),
    ...(decided && { decided }),
    silence: decided ? null : worthOf(filed, left),
    ...(decided ? {} : owedOf(filed, left, how)),
    ...(worth === undefined || kind !== 'recepisse' ? {} : { worth }),
    decides: filed?.decides ?? null,
    rule: filed?.rule ?? null,
    ...(file && { file }),
    ...(sheet.ministry && { ministry: sheet.ministry }),
    ...(sheet.signing && { signing: sheet.signing }),
    ...(kind === 'attestation' && fault ? { presence: { stage: 'closed', until: now, fault } } : {}),
    school: office.school,
    personWord: settings.personWord,
  }
}
