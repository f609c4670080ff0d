import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import type { Journal } from '../../db/journal/port.ts'
import { openJournal as openFolder } from '../../db/open.ts'
import type { Replica } from '../../db/postgres/replica.ts'
import type { Recorded, Who } from '../../shared/contract/events.ts'
import type { CommandId, Instant, Seq } from '../../shared/contract/ids.ts'
import { contract, nameOf, type CallName, type Input, type ViewName } from '../../shared/contract/index.ts'
import type { ErrorCode } from '../../shared/contract/refusals.ts'
import type { WaitsNow } from '../../shared/domain/announce.ts'
import type { PrinterNow } from '../../shared/contract/printing.ts'
import { zoneOf, type Office } from '../../shared/domain/office.ts'
import { usable } from '../../shared/domain/keeping/limited.ts'
import { views, type View } from '../../shared/domain/views.ts'
import { isView, startAnswering } from './answering.ts'
import { steadyClock, type Clock } from './clock.ts'
import type { OfficeKey } from './key.ts'
import type { KeyKeeping } from './keyKeeping.ts'
import { startDirectory } from './directory/folder.ts'
import { startPublished, type PublishedYears } from './history/published.ts'
import { startFollowing, type Following } from './following/following.ts'
import { startReplica } from './following/replica.ts'
import { startKeeper, type Keeper } from './keeping/keeper.ts'
import { limitedRows } from './keeping/limited.ts'
import { workerProgram } from './keeping/program.ts'
import { startLessons } from './lesson/driver.ts'
import { startLimits, type Limits } from './limits.ts'
import type { Log } from './log.ts'
import type { Chromium } from '../printing/chromium.ts'
import { startNetwork, type Network } from './network/network.ts'
import { startLogin, type Login } from './oidc/start.ts'
import { hostWho } from './people/options.ts'
import { startPeople, type People } from './people/people.ts'
import { startSeals } from './people/seal.ts'
import { startPrintActs } from './printActs.ts'
import { startPrinting, type Printing } from './printing.ts'
import type { Answer } from './deciding.ts'
import { startSequencer, type Sequencer } from './sequencer.ts'
import type { Holder } from './tokens.ts'
import { startWaitModel, type WaitModel } from './waitModel.ts'
import { startRules } from './rules/folder.ts'
import { startAsking } from './town/asking.ts'
import { startGivingBack, type GivingBack } from './town/givingBack.ts'
import { partnersOf } from './town/partners.ts'
import { startTrust } from './trust/watched.ts'
import { startSoftware, type SoftwareHost, type SoftwareTuning } from './software/start.ts'
import { startWaits, type Waits } from './waits.ts'
import { startWatches, type Seen } from './watches.ts'

/** The office's service, as its doors use it: everything is already admitted and parsed by the contract. */
export type Host = {
  readonly office: () => Office
  readonly seq: () => Seq
  /** This host's door on the network, and its stations. */
  readonly network: Network
  /** The office's hour. */
  readonly now: () => Instant
  readonly limits: Limits
  /** The other machines of the office: the one that this one follows, or those that follow it. */
  readonly following: Following
  /** Tokens, webhooks and notices. */
  readonly software: SoftwareHost
  /** Browsers on their way to the office's provider and back. */
  readonly login: Login
  /** The years whose commitments anyone may read, where the office publishes them. */
  readonly published: PublishedYears
  readonly printers: () => readonly PrinterNow[]
  /** What the office says of its waits now. */
  readonly waits: () => WaitsNow
  readonly isCommand: (name: string) => boolean
  readonly isView: (name: CallName) => name is ViewName
  /** Why nobody at this station may ask this now, before what is asked is read; `call` answers the same. */
  readonly barred: (holder: Holder, name: CallName) => ErrorCode | undefined
  readonly call: (holder: Holder, name: CallName, input: unknown, commandId?: CommandId) => Promise<Answer>
  /** The view for whoever is at that station, for as long as they may have it; `refused` says why nothing comes. */
  readonly watch: (
    holder: Holder,
    name: ViewName,
    input: unknown,
    seen: Seen,
    refused: (code: ErrorCode) => void,
  ) => () => void
  /** Whether this holder may follow events now, or why not; `ended` is called when they no longer may. */
  readonly follow: (holder: Holder, ended: () => void) => (() => void) | { readonly code: ErrorCode }
  /** A holder said something; or is back, on a link that has just begun. */
  readonly heard: (holder: Holder, back?: boolean) => void
  /** Events after `since`, a page at a time. */
  readonly events: (since: Seq) => Promise<readonly Recorded[]>
  /** Called after each commit that stored an event, until the function returned is called. */
  readonly onEvents: (listener: () => void) => () => void
  readonly stop: () => Promise<void>
}

export type HostOptions = {
  readonly dir: string
  readonly clock: Clock
  /** Sets a training office's clock forward, and keeps it so; the domain refuses it of any other office. */
  readonly moveClock?: (to: Instant) => void
  readonly key: OfficeKey
  readonly keyKeeping: KeyKeeping
  readonly log: Log
  /** What draws pages on paper: Electron's own, or a browser of this machine. */
  readonly chromium: Chromium
  /** Opens the office's journal where it isn't the folder's own file. */
  readonly openJournal?: () => Promise<Journal>
  /** Opens it from a server that is only read, instead. */
  readonly openReplica?: (() => Promise<Replica>) | undefined
  /** An answer waits until a machine that follows has what it says, durably. */
  readonly waitsForFollower?: boolean
  /** What a test sets otherwise. */
  readonly software?: SoftwareTuning
}

const eventsPage = 500
/** What has had its time is forgotten at the start and then every hour, in milliseconds. */
const purgeEvery = 3_600_000
/** Facts after which a wait can be said that could not be before. */
const opens: ReadonlySet<string> = new Set([
  'dayOpened',
  'counterOpened',
  'counterResumed',
  'counterSkillsSet',
  'agentSet',
])

/**
 * Opens the folder's journal and serves it: one sequencer for acts, one computation for each watched view.
 * @throws StorageError (db/errors.ts) when the folder can't be used: its sentence says what to do
 */
export async function startHost({
  dir,
  clock: wall,
  moveClock,
  key,
  keyKeeping,
  log,
  chromium,
  openJournal = () => openFolder(dir),
  openReplica,
  waitsForFollower = false,
  software: tuning,
}: HostOptions): Promise<Host> {
  const following = openReplica
    ? startReplica(dir, await openReplica())
    : await startFollowing({ dir, journal: await openJournal(), waits: waitsForFollower, log })
  const { journal } = following
  const listeners = new Set<() => void>()
  let sequencer: Sequencer
  let printing: Printing
  let waitModel: WaitModel
  let waits: Waits
  let keeper: Keeper
  let software: SoftwareHost
  let network: Network
  let givingBack: GivingBack | undefined
  let people: People
  const limits = startLimits()
  // The journal is read before anything asks for the hour.
  const clock = steadyClock(wall, () => sequencer.at())
  const { now } = clock

  const trust = startTrust(join(dir, 'certificats'), log)
  const rules = startRules(dir, key, log)
  const directory = startDirectory(dir, log)
  const catalogue = () => rules.catalogue(sequencer.office().published)

  /** Rows to which a limited file leads: views, which ask nothing of the tables, have them from here. */
  let reached: ReadonlySet<string> = new Set()
  const lookLimited = () =>
    limitedRows(journal, sequencer.office()).then(
      (rows) => {
        reached = rows
        watches.touch()
      },
      (error: unknown) => log.fault('limited', error),
    )

  const compute = (who: Who, name: ViewName, input: unknown, seat: string | null): string => {
    const view = views[name] as unknown as View<ViewName>
    const model = {
      personal: usable(sequencer.office(), who, sequencer.personal(), reached),
      jobs: printing.jobs(),
      printers: printing.printers(),
      waits: waits.current(),
      seat: people.seat(seat),
      // Only the administration's own view asks: the system is not read for the others.
      get network() {
        return network.now()
      },
      backups: keeper.now(),
      following: following.now(),
      signIn: login.origin(),
    }
    const output = view(sequencer.office(), input as Input<ViewName>, {
      now: now(),
      who,
      model,
      catalogue: catalogue(),
    })
    return JSON.stringify(contract[name].output.parse(output))
  }
  const watches = startWatches(
    compute,
    () => sequencer.seq(),
    (name, error) => log.fault('view', error, { name }),
  )

  sequencer = await startSequencer({
    journal,
    clock,
    key,
    log,
    catalogue,
    folder: rules.folder,
    waits: () => waits.current(),
    silences: (stationId) => network.heard.silences(stationId),
    refused: following.refused,
    copied: waitsForFollower ? following.copied : undefined,
    onCommit: (stored, jobs) => {
      watches.touch()
      const { officeId } = sequencer.office()
      if (stored.length > 0 && officeId !== null) void keeper?.note(officeId, stored)
      // What a person had erased leaves the database's log too.
      if (stored.some(({ event }) => event.type === 'personalErased')) void purge()
      if (stored.some(({ event }) => event.type === 'fileLimited')) void lookLimited()
      if (stored.length > 0) {
        waitModel.committed(stored, waits.current())
        if (stored.some(({ event }) => opens.has(event.type))) waits.again()
        else waits.touch()
      }
      if (jobs > 0 || stored.some(({ event }) => event.type === 'printersSet')) printing.wake()
      printing.withdraw(
        stored.flatMap(({ event }) =>
          event.type === 'documentRelated' && event.data.how !== 'duplicate' ? [event.data.documentId] : [],
        ),
      )
      following.committed()
      network?.officeChanged()
      people?.committed()
      software?.committed()
      givingBack?.committed()
      if (stored.length > 0) for (const listener of listeners) listener()
    },
  })
  await lookLimited()
  waitModel = startWaitModel({
    journal,
    office: () => sequencer.office(),
    now,
    onChange: () => waits.touch(),
    onFault: (error) => log.fault('waitModel', error),
  })
  waits = startWaits({
    office: () => sequencer.office(),
    model: () => waitModel.current(),
    now,
    onChange: watches.touch,
    onFault: (error) => log.fault('waits', error),
  })
  printing = await startPrinting({
    journal,
    office: () => sequencer.office(),
    prints: () => !following.follows(),
    chromium,
    now,
    log,
    onChange: watches.touch,
  })
  software = startSoftware({
    dir,
    journal,
    office: () => sequencer.office(),
    personal: () => sequencer.personal(),
    act: (...asked) => sequencer.act(...asked),
    events: (since) => journal.read(since, eventsPage),
    sign: key.sign,
    now,
    log,
    tuning,
  })
  keeper = await startKeeper({
    dir,
    program: workerProgram(),
    // Its host backs the office up.
    born: () => sequencer.office().officeId !== null && !following.follows(),
    school: () => sequencer.office().school,
    log,
    onChange: watches.touch,
  })
  network = startNetwork({
    dir,
    office: () => sequencer.office(),
    zone: () => zoneOf(sequencer.office()),
    now,
    newId: uuidv7,
    log,
    // Where a machine that follows would answer is told to its host, which says it in the journal.
    actAsHost: async (name, input) =>
      following.follows()
        ? { text: '{}' }
        : sequencer.act(hostWho(sequencer.office()), name, input, uuidv7() as CommandId),
    onChange: watches.touch,
  })
  people = await startPeople({
    journal,
    seals: startSeals(key),
    office: () => sequencer.office(),
    personal: () => sequencer.personal(),
    now,
    act: (...asked) => sequencer.act(...asked),
    log,
    onChange: watches.touch,
  })
  const login = startLogin({
    dir,
    journal,
    office: () => sequencer.office(),
    personal: () => sequencer.personal(),
    now,
    act: (...asked) => sequencer.act(...asked),
    people,
    network,
    log,
  })
  const givesBack = startGivingBack({
    dir,
    office: () => sequencer.office(),
    acts: () => !following.follows(),
    now,
    act: (...asked) => sequencer.act(...asked),
    log,
  })
  givingBack = givesBack
  // What a host that left had yet to give back.
  givesBack.committed()
  sequencer.attend()
  following.attend({
    office: () => sequencer.office(),
    now,
    network: () => network,
    announce: (door) =>
      sequencer.act(hostWho(sequencer.office()), 'door.announce', door, uuidv7() as CommandId),
    withdraw: (who, withdrawn) => sequencer.act(who, 'follower.note', { withdrawn }, uuidv7() as CommandId),
    onChange: watches.touch,
  })

  // A copy under way holds back the database's log, which what is erased must leave: it ends first.
  const purge = async () => {
    await keeper.idle()
    await sequencer.purge(now()).then(
      (purged) => log.info('purge', purged),
      (error: unknown) => log.fault('purge', error),
    )
  }
  await purge()
  const purging = setInterval(() => void purge(), purgeEvery)
  purging.unref()

  const lessons = startLessons({
    journal,
    office: () => sequencer.office(),
    personal: () => sequencer.personal(),
    now,
    act: (...asked) => sequencer.act(...asked),
    moveClock,
    log,
  })

  const answering = startAnswering({
    journal,
    sequencer,
    people,
    software,
    keeper,
    following,
    network,
    login,
    lessons,
    askPlace: startAsking({
      dir,
      journal,
      office: () => sequencer.office(),
      personal: () => sequencer.personal(),
      act: (...asked) => sequencer.act(...asked),
      giveBack: givesBack.now,
      log,
    }),
    printActs: startPrintActs(journal, clock, printing),
    watches,
    compute,
    reading: () => ({
      catalogue: catalogue(),
      trust: trust(),
      rules,
      directory,
      keyKeeping,
      partners: () => partnersOf(dir),
    }),
    now,
    log,
  })

  return {
    office: () => sequencer.office(),
    seq: () => sequencer.seq(),
    now,
    limits,
    following,
    network,
    login,
    software,
    published: startPublished({ journal, office: () => sequencer.office(), now }),
    printers: () => printing.printers(),
    waits: () => waits.current(),
    isCommand: (name) => {
      const known = nameOf(name)
      return known !== undefined && contract[known].kind === 'command'
    },
    isView,
    ...answering,
    heard: (holder, back) => {
      if (holder.role !== 'kiosk') return
      if (back) network.heard.came(holder.stationId)
      else network.heard.said(holder.stationId)
    },
    events: (since) => journal.read(since, eventsPage),
    onEvents: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop: async () => {
      clearInterval(purging)
      lessons.stop()
      await following.stop()
      await givesBack.stop()
      await keeper.stop()
      watches.stop()
      waits.stop()
      await network.stop()
      people.stop()
      await software.stop()
      await sequencer.stop()
      await waitModel.stop()
      await printing.stop()
      await journal.close()
    },
  }
}
