import type { AcknowledgementForm, FileSource } from '../../contract/files/file.ts'
import type { DueLine, FileClock } from '../../contract/files/shown.ts'
import type { LocalDate } from '../../contract/ids.ts'
import type { Territory } from '../../contract/office/calendar.ts'
import { isOnlyReceived } from '../../documents/received.ts'
import { addCalendarDays, addDelay, addMonths } from '../law/time/days.ts'
import { implicitDecision, silenceClock, type SilenceClock, type SilenceFacts } from '../law/time/silence.ts'
import { joursOuvres } from '../law/time/workingDays.ts'
import { acknowledgementBarred, acknowledgementOwed } from './acknowledgement.ts'
import { keyOf } from './file.ts'
import { holds } from './sent.ts'
import { isWithAnother } from './whoDecides.ts'
import type { FileState } from './state.ts'

/** A date of a file, whatever day it is. */
export type Due = Pick<DueLine, 'kind' | 'effect' | 'waitsFor' | 'form' | 'sources' | 'toConfirm'> & {
  readonly file: FileState
  readonly dueOn: LocalDate
}

const text = (title: string): FileSource => ({ title, id: null })

/** « Services Publics+ »: two weeks for what came on paper; a commitment, not a text of law. */
const paperPromise = 14

/**
 * When who decides received it; null while it is on its way there, or nobody here knows. An office that only collects is
 * not the competent one: no acceptance runs from what it received (CRPA L114-3).
 */
function competentReceived({ forwarded, regime, receivedOn }: FileState): LocalDate | null {
  const sent = forwarded.filter((one) => one.competent && holds(one))
  if (sent.length > 0) return sent.findLast((one) => one.receivedOn !== null)?.receivedOn ?? null
  return regime.collectsOnly && regime.silence.sense === 'acceptation' ? null : receivedOn
}

/**
 * What the clock of silence runs on; null where silence has no sense or no delay that we know. Only what moves the clock
 * is counted among the requests (CRPA L114-5-1).
 */
export function silenceFacts(file: FileState): SilenceFacts | null {
  const { sense, delay } = file.regime.silence
  if ((sense !== 'rejet' && sense !== 'acceptation') || delay === null) return null
  return {
    regime: sense,
    delay,
    received: file.firstReceivedOn,
    competentReceived: competentReceived(file),
    requests: [
      ...file.requests,
      // Withdrawn, nothing more of it is awaited: it suspends until then, as if all of it had come.
      ...(file.withdrawn ?? []).map((request) => ({ ...request, receivedOn: request.withdrawnOn })),
    ]
      .filter(({ moves }) => moves)
      .map(({ kind, on, dueOn, receivedOn }) => ({ kind, asked: on, due: dueOn, received: receivedOn })),
  }
}

/** How suspended days are given back is our reading of the text: to confirm wherever they move a date. */
const uncertain = (file: FileState, clock: SilenceClock): boolean =>
  file.regime.silence.toConfirm || clock.suspensions.length > 0

/** The clock of silence as it stands on a day. Decided expressly, nothing runs any more. */
export function clockOf(file: FileState, today: LocalDate): FileClock | null {
  const facts = silenceFacts(file)
  if (facts === null || file.decision !== null || file.closed !== null) return null
  const clock = silenceClock(facts, today)
  return {
    sense: clock.regime,
    on: clock.decision,
    state: clock.state,
    from: clock.runsFrom,
    since: clock.runsSince,
    waitsFor: clock.waitsFor,
    suspensions: clock.suspensions.map(({ kind, from, until }) => ({ kind, from, until })),
    suspendedDays: clock.suspendedDays,
    sources: [...file.regime.silence.sources, text(clock.source)],
    toConfirm: uncertain(file, clock),
  }
}

/** The day on which a silence was worth a decision, or will be; null while nothing can tell it. */
export function implicitOn(file: FileState): LocalDate | null {
  const facts = silenceFacts(file)
  return facts && implicitDecision(facts)
}

/** Months after which silence is a decision where no text of the procedure says it (CRPA L231-1, L231-4). */
const commonMonths = 2

/**
 * The first day on which silence can be a decision, whichever, under the law common to all requests; null where another
 * text rules, or where the office is not the competent one.
 */
export function commonOn(file: FileState): LocalDate | null {
  const { regime, decision } = file
  const received = competentReceived(file)
  return regime.silence.general && !regime.collectsOnly && decision === null && received !== null
    ? addMonths(received, commonMonths)
    : null
}

const dues = new WeakMap<FileState, { readonly territory: Territory; readonly dues: readonly Due[] }>()

/** All that falls on some date for an open file; worked out once for a file as it is. */
export function duesOf(file: FileState, territory: Territory): readonly Due[] {
  const before = dues.get(file)
  if (before?.territory === territory) return before.dues
  const found =
    file.closed === null
      ? [
          ...silenceDue(file),
          ...piecesDue(file),
          ...acknowledgementDue(file, territory),
          ...originalsDue(file),
          ...collectionDue(file),
        ]
      : []
  dues.set(file, { territory, dues: found })
  return found
}

function silenceDue(file: FileState): Due[] {
  const on = file.decision === null ? implicitOn(file) : null
  const facts = silenceFacts(file)
  if (on === null || facts === null) return []
  const awaits = file.requests.some(({ moves, receivedOn }) => moves && receivedOn === null)
  return [
    {
      file,
      kind: 'silence',
      effect: facts.regime,
      dueOn: on,
      waitsFor: awaits ? 'pieces' : 'decision',
      form: null,
      sources: file.regime.silence.sources,
      toConfirm: file.regime.silence.toConfirm || facts.requests.length > 0,
    },
  ]
}

type Awaited = { readonly pieces: readonly string[]; readonly dueOn: LocalDate; readonly moves: boolean }

/** What is awaited by a day: pieces asked again by a later request are awaited once, until the last day that was given. */
function awaitedBy({ requests, pieces }: FileState): readonly Awaited[] {
  const here = new Set(pieces.filter(({ state }) => state === 'presented').map(keyOf))
  const found: Awaited[] = []
  for (const { kind, dueOn, receivedOn, moves, pieces: asked } of requests) {
    if (dueOn === null || receivedOn !== null) continue
    const keys = asked.map(keyOf).filter((key) => kind === 'original' || !here.has(key))
    const before = found.filter((one) => one.pieces.every((key) => keys.includes(key)))
    for (const one of before) found.splice(found.indexOf(one), 1)
    found.push({
      pieces: keys,
      dueOn: before.reduce((last, one) => (one.dueOn > last ? one.dueOn : last), dueOn),
      moves: moves || before.some((one) => one.moves),
    })
  }
  return found
}

const piecesDue = (file: FileState): Due[] =>
  file.decision !== null
    ? []
    : awaitedBy(file).map(({ dueOn, moves }) => ({
        file,
        kind: 'pieces',
        effect: moves && file.regime.silence.sense === 'rejet' ? 'clockResumes' : 'piecesAwaited',
        dueOn,
        waitsFor: 'pieces',
        form: null,
        sources: [text('CRPA, art. L114-5')],
        toConfirm: false,
      }))

/**
 * An e-mail is answered by its acknowledgement of sending within a jour ouvré and its acknowledgement of reception within
 * ten (CRPA R112-11-2); paper by no delay of law, but without an acknowledgement the delays to contest don't run (L112-6).
 * At the counter the receipt of filing leaves with the person. Nothing is contested of a declaration: a late one costs no delay.
 */
function acknowledgementDue(file: FileState, territory: Territory): Due[] {
  const owed = acknowledgementOwed(file)
  if (owed === null || file.channel === 'counter' || acknowledgementBarred(file)) return []
  const due = (
    form: AcknowledgementForm,
    dueOn: LocalDate,
    rest: Pick<Due, 'effect' | 'sources' | 'toConfirm'>,
  ): Due[] =>
    file.acknowledged.some((given) => given.form === form || given.form === 'are')
      ? []
      : [{ file, kind: 'acknowledgement', dueOn, waitsFor: null, form, ...rest }]
  // Which days are « ouvrés » no text says: Monday to Friday, holidays apart.
  const electronic = {
    effect: isOnlyReceived(file.regime) ? 'promiseMissed' : 'delaysNotOpposable',
    sources: [text('CRPA, art. R112-11-2'), ...owed.sources],
    toConfirm: true,
  } satisfies Partial<Due>
  if (file.channel === 'email')
    return [
      ...due('aee', joursOuvres(file.receivedOn, 1, territory), electronic),
      ...due('are', joursOuvres(file.receivedOn, 10, territory), electronic),
    ]
  return due('ar', addCalendarDays(file.receivedOn, paperPromise), {
    effect: 'promiseMissed',
    sources: [text('Services Publics+, engagement 4'), ...owed.sources],
    toConfirm: owed.toConfirm,
  })
}

/**
 * Whether the delays to contest don't run for want of a complete acknowledgement (CRPA L112-6, L112-12 for what came by
 * electronic means). It is the competent authority's to give (L114-4). An express decision that was duly handed over
 * before silence could be one has its own delays.
 */
export function notOpposable(file: FileState): boolean {
  const { regime, acknowledged, decision, handedOver } = file
  if (!regime.acknowledgement.due || regime.collectsOnly || isWithAnother(file)) return false
  if (acknowledged.some(({ form }) => form !== 'aee')) return false
  if (decision === null || decision.decision.startsWith('implicit')) return true
  const notified = handedOver.find(({ what }) => what === 'decision')?.on
  const silence = implicitOn(file)
  return notified === undefined || (silence !== null && notified >= silence)
}

function originalsDue(file: FileState): Due[] {
  const held = file.originals.filter(({ returnedOn }) => returnedOn === null).map(({ heldOn }) => heldOn)
  const [first] = held.toSorted()
  return first === undefined
    ? []
    : [
        {
          file,
          kind: 'originals',
          effect: 'returnLate',
          dueOn: first,
          waitsFor: null,
          form: null,
          sources: [text('CRPA, art. R113-5')],
          toConfirm: false,
        },
      ]
}

/** The last day to collect a title; null when no text that we know gives one. */
export const collectBy = ({ title, regime }: Pick<FileState, 'title' | 'regime'>): LocalDate | null =>
  title === null || regime.destruction.delay === null
    ? null
    : addDelay(title.arrivedOn, regime.destruction.delay)

function collectionDue(file: FileState): Due[] {
  const by = file.title?.state === 'here' ? collectBy(file) : null
  if (by === null) return []
  const { sources, toConfirm } = file.regime.destruction
  const waits = { waitsFor: 'collection', form: null } as const
  return [{ file, kind: 'collection', effect: 'destruction', dueOn: by, ...waits, sources, toConfirm }]
}
