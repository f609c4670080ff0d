import { refuses } from '../../contract/files/file.ts'
import type { LocalDate } from '../../contract/ids.ts'
import type { Input } from '../../contract/index.ts'
import type { TypedLaw } from '../../contract/documents/asks.ts'
import type { Context, Decide, Decision } from '../decision.ts'
import type { Office } from '../state.ts'
import { closedRow } from './ending.ts'
import { implicitOn, silenceFacts } from './clocks.ts'
import { isDecidedElsewhere } from './whoDecides.ts'
import { endsWithTitle, holdsOriginals, later } from './file.ts'
import { refusalOf } from './papers/decisions.ts'
import { filedOf } from './papers/filed.ts'
import { groundsShown } from './papers/grounds.ts'
import { toldOf } from './papers/told.ts'
import { issueComposed } from '../documents/composing.ts'
import { askedIn, keptRow, openedFile, strangeDate } from './recorded.ts'
import { procedureFiled } from './regime.ts'
import { holds } from './sent.ts'
import type { FileRow, FileState } from './state.ts'
import { sentTitle, takerOf } from './taking.ts'
import { acceptedBySilence, mayBeReasoned, overtaken, putBack, unheardUntil } from './standing.ts'
import { strangeLabel, strangeProse, strangeReceipt } from '../law/names.ts'

/** What silence is worth, once its day has come and the other way than silence can't be pretended (CRPA L231-1, L231-4). */
function silent(file: FileState, decision: Input<'file.decide'>['decision'], on: LocalDate) {
  if (decision !== 'implicitAcceptance' && decision !== 'implicitRejection') return undefined
  const facts = silenceFacts(file)
  const day = implicitOn(file)
  const regime = decision === 'implicitAcceptance' ? 'acceptation' : 'rejet'
  if (facts === null || facts.regime !== regime) return { refusal: 'silenceUnknown' } as const
  if (day === null || on < day)
    return { refusal: 'silenceNotElapsed', ...(day === null ? {} : { details: [day] }) } as const
  return undefined
}

/**
 * An office that only collects, or that sent the request to who decides, decides nothing: it records what the authority
 * decided. A refusal of this office has its reasons, in law and in fact (CRPA L211-2, L211-5), issued in the same act by who
 * may sign; one that another software issued is recorded by its number, its facts, and its ground or its reasons.
 */
export const decideFile: Decide<'file.decide'> = (office, input, context) => {
  const found = openedFile(office, input.fileId, context)
  if ('refusal' in found) return found
  const { file, row, today } = found
  const { decision, by, on, reason, facts, law, elsewhere, notifiedOn } = input
  if (file.decision !== null) return { refusal: 'fileAlreadyDecided' }
  if (isDecidedElsewhere(file) && by === 'office' && !decision.startsWith('implicit'))
    return { refusal: 'officeDoesNotDecide' }
  // What stands undecided because silence overtook a refusal is decided since silence accepted it: before, the refusal was.
  const noted = office.files.get(input.fileId)!
  const late = overtaken(noted, row, today)
  const refusing = refuses(decision)
  // One decision is one paper: of the refusal signed here, what is noted is its being handed over in time.
  if (late && refusing && elsewhere !== undefined) return late
  if (on > today || (notifiedOn !== undefined && notifiedOn > today)) return { refusal: 'dateInFuture' }
  const ours = refusing && by === 'office'
  const decidedHere = refusing && !isDecidedElsewhere(file)
  // Signed today, it is decided today (CRPA L212-1): another day could be one before silence was worth an acceptance.
  const signing = ours && !file.regime.collectsOnly && elsewhere === undefined && facts !== undefined
  // What reached nobody broke no silence (CRPA L221-8, L231-1): of a paper that is not made here, the day that counts is that of
  // its being notified, today where none is said. No other day changes it: it is said before any is.
  const reached = signing ? today : elsewhere ? later(on, notifiedOn ?? today) : on
  const accepted = decidedHere ? acceptedBySilence(file, reached) : undefined
  if (accepted) return accepted
  if (signing && on !== today) return { refusal: 'decidedWhenSigned', details: [today] }
  const strange =
    silent(file, decision, on) ??
    strangeDate(on, { after: (late && unheardUntil(noted, row)) ?? file.receivedOn, today }) ??
    (notifiedOn && strangeDate(notifiedOn, { after: on, today })) ??
    strangeReceipt(elsewhere)
  if (strange) return strange
  // Nobody wrote what silence is worth: no paper of it has a number.
  if (elsewhere !== undefined && decision.startsWith('implicit')) return { refusal: 'silenceHasNoPaper' }
  // Only where the rules say that another authority decides is a refusal noted without its number: it answers by itself. One
  // to which this office sent what it decides itself is named, with the paper that has its reasons.
  if (refusing && !file.regime.collectsOnly && elsewhere === undefined)
    return signing
      ? refusedOnPaper(office, { ...input, facts, law: law ?? [] }, context)
      : { refusal: 'refusalUnwritten' }
  // A number says which paper it is, not why: whoever decides what this office decides, its reasons are told.
  const told = decidedHere ? toldOf(askedIn(found), input) : { said: reason }
  if ('refusal' in told) return told
  // Where this office decides, another decides only what was sent there (CRPA L114-2).
  if (by === 'authority' && !isDecidedElsewhere(file)) return { refusal: 'notForwarded' }
  const why = elsewhere
    ? [`${elsewhere.issuer}, n° ${elsewhere.number}`, told.said].filter(Boolean).join(' : ')
    : told.said
  // What grants all of it leaves no refusal to sign.
  const { draft: _, ...undrafted } = row
  const kept: FileRow = mayBeReasoned({ decision: { decision, by, on } }) ? row : undrafted
  const made = why ? { ...kept, reason: why, ...madeElsewhere(input, refusing) } : kept
  return {
    events: [{ type: 'fileDecided', data: { fileId: file.fileId, decision, by, on } }],
    personal: why || row.draft !== kept.draft ? [keptRow(file.fileId, made, context.now)] : [],
    output: { reference: file.reference, document: null },
  }
}

/** A refusal that another software issued has its reasons there: no second paper gives them. Another decision has none. */
const madeElsewhere = (
  { elsewhere, notifiedOn }: Pick<Input<'file.decide'>, 'elsewhere' | 'notifiedOn'>,
  refusing: boolean,
) =>
  elsewhere
    ? {
        ...(refusing && { reasoned: true as const }),
        elsewhere: { ...elsewhere, ...(notifiedOn && { notifiedOn }) },
      }
    : {}

type WithReasons = Pick<Input<'file.decide'>, 'fileId' | 'decision' | 'on' | 'printerId' | 'ground'> & {
  readonly facts: string
  readonly law: TypedLaw
}

function refusedOnPaper(
  office: Office,
  { fileId, decision, on, facts, law, ground, printerId }: WithReasons,
  context: Context,
): Decision<'file.decide'> {
  const filed = filedOf(office, fileId, context)
  if ('refusal' in filed) return filed
  const extent = decision === 'partlyGranted' ? 'part' : 'whole'
  const draft = refusalOf(office, context, filed, { facts, law, ground, remedies: undefined, extent, on })
  if ('refusal' in draft) return draft
  const issued = issueComposed(office, context, draft, printerId)
  return 'refusal' in issued
    ? issued
    : { ...issued, output: { reference: filed.file.reference, document: issued.output } }
}

/** The reasons of a refusal, drafted by who may not sign it: the signatory finds them in the file. */
export const keepDraft: Decide<'file.keepDraft'> = (office, { fileId, facts, law, ground }, context) => {
  const found = openedFile(office, fileId, context)
  if ('refusal' in found) return found
  const { file, row } = found
  if (isDecidedElsewhere(file)) return { refusal: 'officeDoesNotDecide' }
  if (row.reasoned === true || !mayBeReasoned(file)) return { refusal: 'fileAlreadyDecided' }
  const { draft: _, ...rest } = row
  const shown = groundsShown(askedIn(found))
  if (ground && !shown?.grounds.some(({ groundId }) => groundId === ground.groundId))
    return { refusal: 'groundNotAllowed', details: shown?.grounds.map(({ title }) => title) ?? [] }
  const kept =
    facts === '' && law.length === 0 && !ground
      ? rest
      : { ...rest, draft: { facts, law, ...(ground && { ground }) } }
  return {
    events: [],
    personal: [keptRow(fileId, kept, context.now)],
    output: { reference: file.reference },
  }
}

/** A letter that is being typed, in the row of its file. */
export const keepLetter: Decide<'file.keepLetter'> = (office, { fileId, letter, typed }, context) => {
  const found = openedFile(office, fileId, context)
  if ('refusal' in found) return found
  const { file, row } = found
  const { letters: { [letter]: _, ...others } = {}, ...rest } = row
  const letters = Object.keys(typed).length === 0 ? others : { ...others, [letter]: typed }
  return {
    events: [],
    personal: [keptRow(fileId, Object.keys(letters).length === 0 ? rest : { ...rest, letters }, context.now)],
    output: { reference: file.reference },
  }
}

/**
 * Handed over, with what makes it opposable: day, means, to whom (CRPA L221-8). A title taken ends its file, as it does at the
 * counter: from then its term runs. A decision ends none: whoever has it may still contest it.
 */
export const handOver: Decide<'file.handOver'> = (office, input, context) => {
  const found = openedFile(office, input.fileId, context)
  if ('refusal' in found) return found
  const { row, today } = found
  const { what, means, on, to, refused, label, receiver, proof } = input
  // As it was noted: a refusal that reached the person before silence accepted may be noted later, on its day.
  const file = office.files.get(input.fileId)!
  if (what === 'title' && file.title?.state !== 'here') return { refusal: 'noTitleHere' }
  if (what === 'decision' && file.decision === null) return { refusal: 'decisionMissing' }
  const late = what === 'decision' ? overtaken(file, row, on) : undefined
  if (late) return late
  const back = what === 'decision' ? putBack(file, row, on) : undefined
  if (back && 'refusal' in back) return back
  const after =
    what === 'title'
      ? file.title!.arrivedOn
      : what === 'decision'
        ? (back ?? file.decision!).on
        : file.receivedOn
  // Of a title that is not handed over, why is told; of the rest, which one is named.
  const words = what === 'title' && refused ? strangeProse([label]) : strangeLabel(label)
  const strange =
    strangeDate(on, { after, today }) ??
    words ??
    sentTitle(procedureFiled(found.rules, file.procedureId), { what, means })
  if (strange) return strange
  const ends = what === 'title' && !refused && endsWithTitle(office, file)
  const taken = takerOf({ to: what === 'title' && means === 'counter' && !refused ? to : 'self', receiver })
  if ('refusal' in taken) return taken
  const { fileId } = file
  const said = [label, taken.taker].filter(Boolean).join(', ') || null
  const handed = { ...row, handedOver: [...row.handedOver, said] }
  return {
    events: [
      ...(back ? [{ type: 'fileDecided', data: { fileId, by: 'office', ...back } } as const] : []),
      {
        type: 'fileHandedOver',
        data: { fileId, what, means, on, to, refused, ...(proof && { proof }), visit: null },
      },
      ...(ends ? [{ type: 'fileClosed', data: { fileId, reason: 'done', visit: null } } as const] : []),
    ],
    personal: ends ? closedRow(file, handed, context.now) : [keptRow(fileId, handed, context.now)],
    output: { reference: file.reference },
  }
}

/** Nothing is left behind: no original kept, no title in the drawer, and « terminé » means decided, handed over or help given. */
export const closeFile: Decide<'file.close'> = (office, { fileId, reason }, context) => {
  const found = openedFile(office, fileId, context)
  if ('refusal' in found) return found
  const { file, row, today } = found
  if (holdsOriginals(file)) return { refusal: 'originalsStillHeld' }
  if (file.title?.state === 'here') return { refusal: 'titleStillHere' }
  if (reason === 'forwarded' && !file.forwarded.some((sent) => sent.competent && holds(sent)))
    return { refusal: 'notForwarded' }
  // What silence gave is no mistake: its attestation is due to whoever asks for it (CRPA L232-3).
  const silent = file.decision === null || file.decision.decision === 'implicitAcceptance'
  const given = silent && !isDecidedElsewhere(file) ? acceptedBySilence(file, today) : undefined
  if ((reason === 'mistake' || reason === 'duplicate') && given) return given
  // As done it ends for good: a refusal is handed over first, where silence accepts.
  const noted = office.files.get(fileId)!
  const unheard = unheardUntil(noted, row)
  if (reason === 'done' && unheard !== null)
    return overtaken(noted, row, today) ?? { refusal: 'refusalNotYetNotified', details: [unheard] }
  const decided = file.decision !== null || file.handedOver.length > 0
  const awaitsNothing = file.regime.silence.sense === 'sansObjet'
  if (reason === 'done' && !decided && !awaitsNothing) return { refusal: 'decisionMissing' }
  return {
    events: [{ type: 'fileClosed', data: { fileId, reason, visit: null } }],
    personal: closedRow(file, row, context.now),
    output: { reference: file.reference },
  }
}
