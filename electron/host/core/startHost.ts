import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { openJournal as openFolder } from '../../../db/open.ts'
import type { CommandId } from '../../../shared/contract/ids.ts'
import { contract, nameOf } from '../../../shared/contract/index.ts'
import { zoneOf } from '../../../shared/domain/state.ts'
import { isView, startAnswering } from './answering.ts'
import { steadyClock } from './clock.ts'
import { startDirectory } from '../partners/directory/folder.ts'
import { startPublished } from '../history/published.ts'
import { startFollowing } from '../standby/standby.ts'
import { startReplica } from '../standby/replica.ts'
import { noUpdater } from '../updates/machine.ts'
import { startKeeper, type Keeper } from '../backup/keeper.ts'
import { workerProgram } from '../backup/program.ts'
import { startLessons } from '../training/driver.ts'
import { startLimits } from './limits.ts'
import { startNetwork, type Network } from '../network/network.ts'
import { startLogin } from '../people/login/start.ts'
import { hostWho } from '../people/options.ts'
import { startPeople, type People } from '../people/people.ts'
import { startSeals } from '../people/seal.ts'
import { startPrintActs } from '../printing/acts.ts'
import { startPrinting, type Printing } from '../printing/printing.ts'
import { startSequencer, type Sequencer } from './sequencer.ts'
import { startWaitModel, type WaitModel } from '../waits/model.ts'
import { startRules } from '../law/folder.ts'
import { startAsking } from '../partners/asking.ts'
import { startGivingBack, type GivingBack } from '../partners/givingBack.ts'
import { partnersOf } from '../partners/partners.ts'
import { startTrust } from '../identity/trust/watched.ts'
import { startSoftware, type SoftwareHost } from '../integrations/start.ts'
import { startWaits, type Waits } from '../waits/now.ts'
import type { Host, HostOptions } from './host.ts'
import { tellCommitted } from './committed.ts'
import { startPurging, type Purging } from '../privacy/purging.ts'
import { startViewing } from './viewing.ts'

/** So many events are read at once. */
const eventsPage = 500

/**
 * Opens the folder's journal and serves it: one sequencer for acts, one computation for each watched view.
 * @throws StorageError (db/errors.ts) when the folder can't be used: its sentence says what to do
 */
export async function startHost({
  dir,
  clock: wall,
  renew,
  moveClock,
  key,
  keyKeeping,
  updates = noUpdater,
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
  let purging: Purging | undefined
  let people: People
  const office = () => sequencer.office()
  const personal = () => sequencer.personal()
  const act: Sequencer['act'] = (...asked) => sequencer.act(...asked)
  // The journal is read before anything asks for the hour.
  const clock = steadyClock(wall, () => sequencer.at())
  const { now } = clock

  const trust = startTrust(join(dir, 'certificats'), log)
  const rules = startRules(dir, key, log)
  const directory = startDirectory(dir, log)
  const catalogue = () => rules.catalogue(office().published)

  /** Of this machine alone: no other one follows it, nor does it follow. */
  const renewable = () =>
    renew !== undefined && !following.follows() && following.now().followers.length === 0

  const viewing = startViewing({
    journal,
    office,
    seq: () => sequencer.seq(),
    personal,
    catalogue,
    model: (rows, seat) => ({
      personal: rows,
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
      renewable: renewable(),
    }),
    now,
    log,
  })
  const { watches } = viewing

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
      const hearers = { viewing, waitModel, waits, printing, following, keeper, network, people, software }
      tellCommitted({ ...hearers, givingBack, purging }, office(), stored, jobs)
      if (stored.length > 0) for (const listener of listeners) listener()
    },
  })
  await viewing.lookLimited()
  waitModel = startWaitModel({
    journal,
    office,
    now,
    onChange: () => waits.touch(),
    onFault: (error) => log.fault('waitModel', error),
  })
  waits = startWaits({
    office,
    model: () => waitModel.current(),
    now,
    onChange: watches.touch,
    onFault: (error) => log.fault('waits', error),
  })
  printing = await startPrinting({
    journal,
    office,
    prints: () => !following.follows(),
    chromium,
    now,
    log,
    onChange: watches.touch,
  })
  software = startSoftware({
    dir,
    journal,
    office,
    personal,
    act,
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
    born: () => office().officeId !== null && !following.follows(),
    school: () => office().school,
    log,
    onChange: watches.touch,
  })
  network = startNetwork({
    dir,
    office,
    zone: () => zoneOf(office()),
    now,
    newId: uuidv7,
    log,
    // Where a machine that follows would answer is told to its host, which says it in the journal.
    actAsHost: async (name, input) =>
      following.follows() ? { text: '{}' } : act(hostWho(office()), name, input, uuidv7() as CommandId),
    onChange: watches.touch,
  })
  people = await startPeople({
    journal,
    seals: startSeals(key),
    office,
    personal,
    now,
    act,
    log,
    onChange: watches.touch,
  })
  const login = startLogin({
    dir,
    journal,
    office,
    personal,
    now,
    act,
    people,
    network,
    log,
  })
  const givesBack = startGivingBack({
    dir,
    office,
    acts: () => !following.follows(),
    now,
    act,
    log,
  })
  givingBack = givesBack
  // What a host that left had yet to give back.
  givesBack.committed()
  sequencer.attend()
  following.attend({
    office,
    now,
    network: () => network,
    announce: (door) => act(hostWho(office()), 'door.announce', door, uuidv7() as CommandId),
    withdraw: (who, withdrawn) => act(who, 'follower.note', { withdrawn }, uuidv7() as CommandId),
    onChange: watches.touch,
  })

  purging = startPurging({ keeper, sequencer, now, log })
  await purging.now()

  const lessons = startLessons({
    journal,
    office,
    personal,
    now,
    act,
    moveClock,
    renew: (...asked) => (renewable() ? (renew?.(...asked), true) : false),
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
      office,
      personal,
      act,
      giveBack: givesBack.now,
      log,
    }),
    printActs: startPrintActs(journal, clock, printing),
    watches,
    compute: viewing.compute,
    reading: () => ({
      catalogue: catalogue(),
      trust,
      rules,
      directory,
      keyKeeping,
      updates,
      partners: () => partnersOf(dir),
    }),
    now,
    log,
  })

  return {
    office,
    seq: () => sequencer.seq(),
    now,
    limits: startLimits(),
    following,
    network,
    login,
    software,
    published: startPublished({ journal, office, now }),
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
    actAsHost: (name, input, commandId) => act(hostWho(office()), name, input, commandId),
    events: (since) => journal.read(since, eventsPage),
    onEvents: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop: async () => {
      purging?.stop()
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
