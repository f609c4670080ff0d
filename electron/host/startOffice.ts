import { basename } from 'node:path'
import { closeLeft } from '../../db/backup/leftOpen.ts'
import { holdFolder } from '../../db/hold.ts'
import { journalFile } from '../../db/open.ts'
import type { Place } from '../../db/postgres/open.ts'
import type { CommandId, Instant, StationId } from '../../shared/contract/ids.ts'
import { roles, type Role } from '../../shared/contract/define.ts'
import type { AnsweringTime } from '../../shared/contract/pace.ts'
import { metropolitanZone } from '../../shared/contract/office/zone.ts'
import { dateIn } from '../../shared/domain/core/calendar/index.ts'
import { zoneOf, type Office } from '../../shared/domain/state.ts'
import { Temporal } from 'temporal-polyfill'
import { uuidv7 } from 'uuidv7'
import type { Chromium } from '../printing/chromium.ts'
import { followHost, prepareCopy, type FollowAsked } from './standby/prepare.ts'
import { keepClock, schoolClock } from './core/clock.ts'
import { clearCopies } from './standby/copyStage.ts'
import { clearRestoreStages } from './backup/restoreStage.ts'
import type { Host } from './host.ts'
import { startHost } from './startHost.ts'
import type { IntegrationsTuning } from './integrations/start.ts'
import { placeOf, requireJournal } from './core/journalPlace.ts'
import { openKey } from './office/key.ts'
import type { Protection } from './core/officeKey.ts'
import { keepKey } from './office/keyKeeping.ts'
import { noUpdater, type MachineUpdates } from './updates/machine.ts'
import { renewAsAsked, askRenewal } from './training/renewal.ts'
import { openLog, type Log } from './core/log.ts'
import { noteRefusedCode } from './core/refusedCode.ts'
import { narrowFolder, requireOwnFolder } from './core/ownFolder.ts'
import { StartError } from './core/startError.ts'
import { openSyslog } from './core/syslog.ts'
import { keyring, knownTokens, tokensOf, type Holder } from './core/tokens.ts'

/** `readOnly`: nothing is written there, as where the server is a standby. */
export type JournalAsked = { readonly url: string; readonly office?: string; readonly readOnly?: boolean }

export type StartOptions = {
  readonly dir: string
  /** Makes the training office when the folder is empty; refuses a real office's folder. */
  readonly school: boolean
  /** The training clock's hour: ISO 8601, with its offset or in the office's zone. */
  readonly at: string | undefined
  readonly chromium: Chromium
  /** `name:port` of the administration's syslog server, which the log is sent to as well. */
  readonly syslog?: string | undefined
  /** What a test sets otherwise. */
  readonly software?: IntegrationsTuning
  readonly answeringTime?: AnsweringTime
  /** What the operating system keeps secrets with; null under Node alone. */
  readonly protection: Protection | null
  /** What replaces the program by another version; absent under Node alone. */
  readonly updates?: MachineUpdates | undefined
  /** The PostgreSQL database that keeps the journal, and which of its offices; the folder's own file when absent. */
  readonly journal?: JournalAsked | undefined
  /** The host that this machine follows from now on; what the folder says, when absent. */
  readonly follow?: FollowAsked | undefined
  /** An answer waits until a machine that follows has what it says, durably. */
  readonly waitsForFollower?: boolean
}

export type Started = {
  readonly host: Host
  readonly log: Log
  /** Tokens by name: roles that have one station, and each agent's. */
  readonly tokens: () => Readonly<Record<string, string>>
  readonly holderOf: (token: string) => Holder | undefined
  readonly announce: (url: string) => void
  /**
   * Resolves when the office is to be started again in this folder: another machine took the relay, it is to be copied, its
   * database is not what was read of it, or a training site is to be as new.
   */
  readonly again: Promise<void>
  readonly stop: () => Promise<void>
}

/** Removes the copies of the office that killed processes left: nobody works on them where this process holds the folder. */
async function clearLeft(dir: string, log: Log): Promise<void> {
  try {
    const cleared = [...(await clearCopies(dir)), ...(await clearRestoreStages(dir))]
    if (cleared.length > 0) log.info('cleared', { folders: cleared.map((path) => basename(path)) })
  } catch (error) {
    // The office starts all the same; the doctor says what is left.
    log.fault('cleared', error)
  }
}

/** Milliseconds between an answer and the end of the host that gave it. */
const answered = 100

/**
 * Holds the folder, opens its journal and starts the host: the same for the desktop application and for Node.
 * @throws StorageError or StartError, whose message says what to do
 */
export async function startOffice(options: StartOptions): Promise<Started> {
  const { dir, school, at, chromium, protection, journal, software } = options
  requireOwnFolder(dir)
  const hold = await holdFolder(dir)
  try {
    const log = openLog(dir, options.syslog === undefined ? null : openSyslog(options.syslog))
    noteRefusedCode(log)
    narrowFolder(dir, log)
    await clearLeft(dir, log)
    if (journal === undefined) {
      if (options.follow) followHost(dir, options.follow)
      await prepareCopy(dir, log)
    }
    const renewal = journal === undefined ? await renewAsAsked(dir, log) : undefined
    if (!renewal) requireJournal(dir, journal?.url)
    const renewed = Promise.withResolvers<void>()
    const reopened = Promise.withResolvers<void>()
    const key = await openKey(dir, protection)
    const hour = at === undefined ? undefined : instantFrom(at)
    const clock = schoolClock(dir, hour)
    const host = await startHost({
      dir,
      clock,
      moveClock: (to) => {
        clock.moveTo(to)
        keepClock(dir, clock)
      },
      ...(journal === undefined && {
        renew: (office, who, commandId) => {
          askRenewal(dir, office, who, commandId)
          // Pending requests are answered before the door closes.
          setTimeout(renewed.resolve, answered)
        },
      }),
      key,
      log,
      chromium,
      keyKeeping: keepKey(dir, protection),
      updates: options.updates ?? noUpdater,
      waitsForFollower: options.waitsForFollower ?? false,
      reopen: reopened.resolve,
      ...(software && { software }),
      ...(options.answeringTime && { answeringTime: options.answeringTime }),
      ...(journal && (await databaseOf(journal, placeOf(dir, key.publicKey, journal.office)))),
    })
    try {
      requireOwnKey(host.office(), key.publicKey)
      if (await host.standby.superseded()) {
        await host.stop()
        await hold.release()
        return await startOffice({ ...options, school: false, at: undefined, follow: undefined })
      }
      if ((school || renewal) && !host.standby.follows()) await createSchool(host)
      await renewal?.finish(host)
      const office = host.office()
      if (school && !office.school)
        throw new StartError(
          `Le dossier « ${dir} » est celui d’un office réel. Choisissez un autre dossier pour la formation.`,
        )
      if (at !== undefined && !office.school)
        throw new StartError(
          'L’heure ne peut être réglée que sur un site de formation : ajoutez --school, sur un dossier vide.',
        )
      if (hour !== undefined) keepClock(dir, clock, hour)
    } catch (error) {
      await host.stop()
      throw error
    }
    const { tokens, holderOf } = ringOf(dir, host, log)
    log.info('start', {
      seq: host.seq(),
      school: host.office().school,
      today: dateIn(zoneOf(host.office()), clock.now()),
    })
    return {
      host,
      log,
      tokens,
      holderOf,
      announce: (url) => {
        host.standby.opened(url)
        hold.announce(url)
      },
      again: Promise.race([host.standby.again, renewed.promise, reopened.promise]),
      stop: async () => {
        await host.stop()
        closeLeft(journalFile(dir))
        log.info('stop')
        await hold.release()
      },
    }
  } catch (error) {
    await hold.release()
    throw error
  }
}

/** How the office's journal is opened in its database: to act, or to read alone. */
async function databaseOf({ url, readOnly = false }: JournalAsked, place: Place) {
  const { isStandby, openPostgresReplica } = await import('../../db/postgres/replica.ts')
  const openReplica = () => openPostgresReplica(url, place)
  // A host started read-only stays so, even when its server is promoted.
  const never = new Promise<void>(() => {})
  if (readOnly) return { openReplica: async () => ({ ...(await openReplica()), promoted: never }) }
  if (await isStandby(url)) return { openReplica }
  const { openPostgresJournal } = await import('../../db/postgres/open.ts')
  return { openJournal: () => openPostgresJournal(url, place) }
}

/**
 * What another key signs would not be this office's: no document leaves that nobody can verify. A training
 * site's papers have no value: copied without its key, it goes on.
 * @throws StartError when the folder's key isn't the one that the office was created with
 */
function requireOwnKey({ officeId, publicKey, school }: Office, ours: string): void {
  if (officeId !== null && !school && publicKey !== ours)
    throw new StartError(
      'La clé de l’office (office.key) manque, ou n’est pas la sienne : ses documents ne seraient plus vérifiables. Remettez celle de la dernière sauvegarde, puis relancez.',
    )
}

/** The training office, in an empty folder only. */
async function createSchool(host: Host): Promise<void> {
  if (host.office().officeId !== null) return
  // Read here alone: an office that exists has nothing of it.
  const { schoolOffice } = await import('./training/school.ts')
  const holder: Holder = { role: 'admin', stationId: 'hote' as StationId, agentId: null }
  const answer = await host.call(holder, 'office.create', schoolOffice, uuidv7() as CommandId)
  if ('code' in answer) throw new StartError(`Le site de formation n’a pas pu être créé (${answer.code}).`)
}

/** Roles with one token each; agents have one each, by their id. */
const single: readonly Role[] = roles.filter((role) => role !== 'agent')

/** The folder's tokens, made again when agents come. */
function ringOf(dir: string, host: Host, log: Log) {
  let seen: unknown
  let lastAgents = ''
  let tokens: Readonly<Record<string, string>> = {}
  let ring: (token: string) => Holder | undefined = () => undefined
  const renew = () => {
    // Called after each commit: nearly none touches the agents.
    const { skills } = host.office()
    if (skills === seen) return
    const agents = skills.keySeq().sort().toArray()
    if (lastAgents === JSON.stringify(agents)) {
      seen = skills
      return
    }
    const names = [...single, ...agents, 'follower']
    // A machine that follows makes none: its host's come with the other files. One that reads a database has its own.
    const { follows, reads } = host.standby
    tokens = follows() && !reads ? knownTokens(dir) : tokensOf(dir, names)
    if (names.every((name) => tokens[name] !== undefined)) {
      seen = skills
      lastAgents = JSON.stringify(agents)
    }
    const held = [
      ...single.map((role) => ({ role, stationId: role as string as StationId, agentId: null, name: role })),
      ...agents.map((agentId) => ({
        role: 'agent' as const,
        stationId: agentId as string as StationId,
        agentId,
        name: agentId,
      })),
    ]
    ring = keyring(
      held.flatMap(({ name, ...holder }) => {
        const token = tokens[name]
        return token === undefined ? [] : [{ ...holder, token }]
      }),
    )
  }
  renew()
  host.onEvents(() => {
    try {
      renew()
    } catch (error) {
      // The act itself is durable; the new agent's token is made at the next start, or with the next agent.
      log.fault('tokens', error)
    }
  })
  return { tokens: () => tokens, holderOf: (token: string) => ring(token) }
}

/** Years have four figures: 10000-01-01T00:00:00Z. */
const lastInstant = 253_402_300_800_000

/**
 * An instant of `--at`; without an offset, it is the wall clock of metropolitan France.
 * @throws StartError where no clock has this hour
 */
export function instantFrom(text: string): Instant {
  try {
    // After the hour: the day of a date alone looks like an offset too.
    const zoned = /[T ].*(Z|[+-][0-9]{2}(:?[0-9]{2})?)(\[.*\])?$/i.test(text)
    const at = zoned
      ? Temporal.Instant.from(text).epochMilliseconds
      : Temporal.PlainDateTime.from(text).toZonedDateTime(metropolitanZone).epochMilliseconds
    if (at >= 0 && at < lastInstant) return at as Instant
  } catch {
    // Said below, as for an instant before 1970 or past what a calendar counts.
  }
  throw new StartError(
    `« ${text} » n’est pas une date et une heure. Exemple : --at 2026-03-03T10:42:00+01:00`,
  )
}
