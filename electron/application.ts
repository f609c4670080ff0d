import { app, Menu, safeStorage, shell as system } from 'electron'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { shell } from '../shared/messages/shell.fr.ts'
import { askRelay } from './gateway/askRelay.ts'
import { hostAsked, joinedNow, relayEntry } from './gateway/hostAsked.ts'
import type { HostProcess, Ready } from './gateway/hostProcess.ts'
import { createKioskDesk } from './gateway/kioskDesk.ts'
import { hearPages } from './gateway/pageAsks.ts'
import { createPaperDesk } from './gateway/paper.ts'
import { handPorts } from './gateway/ports.ts'
import { doWork, tellPrinters } from './gateway/work.ts'
import { giveBackAfterStart } from './host/core/givingBack.ts'
import type { Log } from './host/core/log.ts'
import type { Joined } from './host/core/mainMessages.ts'
import { signInOrigin } from './host/people/login/settings.ts'
import { createBar } from './windows/bar.ts'
import { offeredKeySets } from './windows/barKeys.ts'
import { leavingConfirmed, sayTaken, showAbout } from './windows/dialogs.ts'
import { guardContents } from './windows/guards.ts'
import { kioskCode } from './windows/kioskCode.ts'
import { applicationMenu } from './windows/menu.ts'
import { pagesOrigin } from './windows/policy.ts'
import { closeBeforeQuitting } from './windows/quitting.ts'
import { pageSessions, prepareSession } from './windows/sessions.ts'
import { createStations, isPublic } from './windows/stations.ts'
import { followTrouble } from './windows/trouble.ts'
import { stationOf, type Page, type Station } from '../shared/contract/stations.ts'
import type { Configured } from './system/config/read.ts'
import type { JoinedKept } from './system/joined.ts'
import { createJoining, offeredHere } from './system/joining.ts'
import { KeptBar, keptFile, KeptWindows, type KeptStation, type SettingsFile } from './system/kept.ts'
import type { Options } from './system/options.ts'
import { placeOf, type Place } from './system/place.ts'
import { openTraining, startedAs } from './system/training.ts'
import { keepSecret } from './system/protection.ts'
import { answerUpdates } from './system/updates/answers.ts'
import { applyUpdates } from './system/updates/applied.ts'

export type ApplicationOptions = {
  readonly options: Options
  /** Where this machine's own settings are. */
  readonly machine: string
  /** The data folder of the real office. */
  readonly folder: string
  /** The built files. */
  readonly built: string
  readonly log: Log
  /** What an administrator said of this machine, or the sentence that says why it can't be followed. */
  readonly configured: Configured
  /** What this machine is, and which office it opens first. */
  readonly keptStation: SettingsFile<KeptStation>
  readonly place: Place
  /** When the application started, in milliseconds. */
  readonly startedAt: number
  /** The host of that office, started already unless the configuration can't be followed. */
  readonly host: HostProcess
  /** Where the office that this machine joined is kept, and what was read there. */
  readonly joinedKept: JoinedKept
  readonly joinedFirst: Awaited<ReturnType<JoinedKept['read']>>
}

export type Application = {
  /** Opens a station's window, or brings this machine's own forward. */
  open(station: Station | null): void
  /** Whether someone of the office, not the public alone, is before one of the windows. */
  attended(): boolean
}

/** Puts the office together once Electron is ready, beside its host: its windows, its menu, its paper. */
export function runApplication(given: ApplicationOptions): Application {
  const { options, machine, folder, built, log, configured, keptStation, startedAt, host } = given
  const configuration = 'configuration' in configured ? configured.configuration : {}
  const builtPages = join(built, 'renderer')
  const devTools = !app.isPackaged
  // The sources' live build serves the pages itself.
  const live = devTools ? process.env['ELECTRON_RENDERER_URL'] : undefined
  const origin = live ? new URL(live).origin : pagesOrigin
  const keptWindows = keptFile<KeptWindows>(join(machine, 'windows.json'), KeptWindows, {}, log)
  const bar = createBar({
    places: keptWindows,
    kept: keptFile(join(machine, 'bar.json'), KeptBar, { width: 'wide', keys: null }, log),
    onChange: () => drawMenu(),
    onTaken: (set, keys) => {
      log.info('shortcutsTaken', { keys: keys.join(' ') })
      sayTaken(set, keys)
    },
  })

  let place = given.place
  const joining = createJoining({
    kept: given.joinedKept,
    first: given.joinedFirst,
    ask: (question, patience) => askRelay(relayEntry(built), question, patience),
    log,
    onChange: () => void changeOffice(),
  })
  const open = () => ({ place, joined: joining.now() })
  const joined = (): Joined | null => joinedNow(open())
  const { mayOpen, firstPage, ...offered } = offeredHere(joined)

  let ownPage: Page = firstPage(
    options.station ?? keptStation.read().station ?? configuration.station ?? 'welcome',
  )
  let reloadWhenReady = false

  const trouble = followTrouble({
    configured,
    pagesThere: live !== undefined || existsSync(join(builtPages, 'index.html')),
    host,
    stations: () => stations,
    log,
  })
  const updates = applyUpdates({
    configuration,
    setBy: ('configuration' in configured && configured.updateSetBy) || '',
    machine,
    log,
    host,
  })
  const ports = handPorts(host)
  const desk = createPaperDesk(log, () => stations.all()[0]?.webContents ?? null)
  const printers = tellPrinters(desk, host.tell, log)

  const stations = createStations({
    preload: join(built, 'preload', 'preload.cjs'),
    origin,
    devTools,
    kept: keptWindows,
    bar,
    sessionOf: pageSessions((session) =>
      prepareSession(session, { origin, builtPages, stations: () => stations, problem: trouble.problem }),
    ),
    log,
    failed: () => trouble.problem() !== null,
    onCrash: trouble.crashed,
    onGone: () => app.quit(),
    code: kioskCode(configuration.kiosk?.code ?? null),
    onLeave: () => app.quit(),
  })

  /** What this machine's own window becomes now that its folder is known; null: it stays what it is. */
  const nextPage = ({ created }: Ready, shown: Page | null): Page | null => {
    if (joined()) return shown !== null && mayOpen(shown) ? null : firstPage('welcome')
    // The office that this machine had joined is left: the welcome says why.
    if (!created && joining.parted() !== null && shown !== 'welcome') return 'welcome'
    // The folder holds no office yet: whatever this machine opened last time, the welcome comes first.
    if (!created && options.station === null && shown !== 'welcome') return 'welcome'
    return null
  }

  const welcomeBack = (ready: Ready) => {
    // Windows of stations that this office doesn't let here.
    for (const window of stations.all())
      if (window !== stations.own() && !mayOpen(stations.pageOf(window.webContents) ?? 'welcome'))
        stations.end(window)
    const own = stations.own()
    const next = own && nextPage(ready, stations.pageOf(own.webContents))
    if (next && next !== 'welcome') settle(stationOf(next))
    if (own && next) stations.become(own, next)
    trouble.showState(reloadWhenReady && !(next && stations.all().length === 1))
    reloadWhenReady = false
    ports.handAll()
    printers.again()
  }

  /** This machine opens that station from now on. */
  const settle = (station: Station) => {
    ownPage = station
    keptStation.write({ ...keptStation.read(), station })
    drawMenu()
  }

  const openHere = (path: string) =>
    void system.openPath(path).then((why) => why && log.info('folderNotOpened', { why }))
  const openFolder = () => openHere(place.folder)

  /** Another office, or none: its windows, its agent and its host are left for those of the next. */
  const changeOffice = async () => {
    if (!joining.now()) {
      keptStation.write({ ...keptStation.read(), station: null })
      ownPage = 'welcome'
    }
    const own = stations.own() ?? stations.open(ownPage, true)
    for (const window of stations.all()) if (window !== own) stations.end(window)
    reloadWhenReady = true
    drawMenu()
    await host.restart()
  }

  /** Back from the training site, where an earlier version had opened it in the office's place. */
  const leaveTraining = async () => {
    keptStation.write({ ...keptStation.read(), school: false })
    place = placeOf(options, folder, options.data !== null, false)
    reloadWhenReady = true
    // Its agent is of the office that is left.
    stations.windowOf('bar')?.close()
    drawMenu()
    await host.restart()
  }

  const trainingBeside = () => openTraining(startedAs(app), folder, log)

  const askToLeave = async (office: Joined) => {
    if (await leavingConfirmed(office.officeName)) joining.part(shell.joining.left)
  }

  const drawMenu = () => {
    const office = joined()
    Menu.setApplicationMenu(
      applicationMenu({
        open: (station) => stations.open(station),
        offered: offered.stations(),
        leave: office && (() => void askToLeave(office)),
        atStart: () => keptStation.read().station,
        setAtStart: settle,
        bar,
        offeredKeys: offeredKeySets(process.platform),
        toggleBar: () => {
          const open = stations.windowOf('bar')
          if (open) open.close()
          else if (mayOpen('bar')) stations.open('bar')
        },
        school: place.school,
        switchSchool: options.school ? null : place.school ? () => void leaveTraining() : trainingBeside,
        about: () => void showAbout(updates),
        folder: openFolder,
        notices: app.isPackaged ? () => openHere(join(process.resourcesPath, 'notices', 'tiers.html')) : null,
        quit: () => app.quit(),
        devTools,
      }),
    )
  }

  guardContents(app, origin, (what) => {
    if (what === 'retry') trouble.retry()
    if (what === 'folder') openFolder()
  })
  hearPages({
    origin,
    stations,
    ports,
    bar,
    log,
    mayOpen,
    joining,
    kiosk: createKioskDesk(join(machine, 'kiosk.json'), desk, log),
    signIn: () => (joined() ? joining.signIn() : signInOrigin(place.folder)),
    settle,
    openSchool: trainingBeside,
  })

  const release = () => {
    stations.release()
    bar.release()
  }
  closeBeforeQuitting(release, async () => {
    printers.stop()
    updates.stop()
    for (const window of stations.all()) window.hide()
    await host.stop()
  })

  drawMenu()
  stations.open(ownPage, true)
  host.ownedBy({
    ...hostAsked(built, startedAt, configuration, open),
    onReady: welcomeBack,
    onProblem: () => trouble.showState(),
    onSecret: (asked) => keepSecret(asked, safeStorage, process.platform),
    onWork: (work) => void doWork(work, desk, host.tell, log),
    onUpdates: (asked) => answerUpdates(asked, updates),
    onPrepared: updates.prepared,
    onNews: joining.hear,
  })
  giveBackAfterStart()
  return {
    open: (station) => stations.open(firstPage(station ?? ownPage)),
    attended: () => stations.pages().some((page) => !isPublic(page)),
  }
}
