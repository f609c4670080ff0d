import { app, Menu } from 'electron'
import { accessSync, constants, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Station } from '../shared/contract/stations.ts'
import type { Application } from './application.ts'
import { hostAsked } from './gateway/hostAsked.ts'
import { superviseHost } from './gateway/hostProcess.ts'
import { openLog, type Log } from './host/core/log.ts'
import { noteRefusedCode } from './host/core/refusedCode.ts'
import { machineConfiguration } from './system/config/machine.ts'
import type { Configured } from './system/config/read.ts'
import { catchAll, endWithoutWindows, keepCrashes } from './system/faults.ts'
import { joinedFile } from './system/joined.ts'
import { withJournal } from './system/journalAsked.ts'
import { keptFile, KeptStation } from './system/kept.ts'
import { readOptions, type Options } from './system/options.ts'
import { placeOf } from './system/place.ts'
import { systemSeal } from './system/seal.ts'
import { runService } from './service.ts'
import {
  declareScheme,
  networkInMain,
  withoutGraphicsInMain,
  withoutImitatedGraphics,
} from './windows/scheme.ts'

// What must be done before `ready`; a top-level await on `ready` would hang in silence (electron#41369).

/** What the windows need, read while the host starts; what V8 compiled of it is kept with the rest (test/runtime/keep). */
export const readWindows = () => import('./application.ts')

/** What a second start of the application asks of the first. */
type SecondStart = { readonly station: Station | null }

/** The main process's own log, `DIR/logs/application.jsonl`, beside the host's: two files of 1 MiB at most. */
const openMainLog = (dir: string): Log => openLog(dir, null, 'application', 1024 * 1024)

/**
 * The folder, made if it isn't there; where it can't be written, a passing one. Electron takes a lock in this
 * folder and leaves without a word when it can't: there must be a window to say so.
 */
function writableFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK)
    return folder
  } catch {
    return mkdtempSync(join(tmpdir(), 'guichet-'))
  }
}

function begin(given: Options, configured: Configured): void {
  const configuration = 'configuration' in configured ? configured.configuration : {}
  const options = { ...given, data: given.data ?? configuration.data ?? null }
  // The lock, the machine's settings and Chromium's files follow the data folder: one application for each.
  const named = !app.commandLine.hasSwitch('user-data-dir')
  const usual = app.getPath('userData')
  const machine = writableFolder(named && options.data !== null ? join(options.data, 'application') : usual)
  app.setPath('userData', machine)
  app.setPath('sessionData', join(machine, 'chromium'))
  if (!app.requestSingleInstanceLock({ station: options.station } satisfies SecondStart)) return app.exit(0)

  // A folder that can't be written stays the one asked for: the host says what is wrong with it.
  const folder = options.data ?? usual
  const log = openMainLog(folder)
  keepCrashes(join(folder, 'logs', 'crashes'), log)
  // Root can't have Chromium's sandbox and says so by this switch; asking for both ends every process.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  const built = join(import.meta.dirname, '..', '..')
  if (options.host) {
    noteRefusedCode(log)
    catchAll(log, () => false)
    return void app.whenReady().then(() => runService({ options, configured, folder, built, log }))
  }
  declareScheme()
  networkInMain()
  withoutImitatedGraphics()
  withoutGraphicsInMain()
  // Electron makes one of its own when it is ready, unless there is none on purpose; ours comes with the windows.
  Menu.setApplicationMenu(null)

  let application: Application | null = null
  catchAll(log, () => application?.attended() ?? false)
  app.on('second-instance', (_event, _args, _folder, asked) => {
    application?.open((asked as SecondStart).station)
  })
  void app.whenReady().then(async () => {
    // Not before: Electron sets its own, under which a second signal kills while the host is still closing.
    // The windows close the host with them: before they are there, it is closed here.
    let closeHost = async (): Promise<void> => {}
    for (const signal of ['SIGTERM', 'SIGINT'] as const)
      process.on(signal, () => void (application ? Promise.resolve() : closeHost()).finally(() => app.quit()))
    const joinedKept = joinedFile(join(machine, 'joined.json'), systemSeal, log)
    const joinedFirst = await joinedKept.read()
    const startedAt = Date.now()
    const keptStation = keptFile(
      join(machine, 'station.json'),
      KeptStation,
      { station: null, school: false },
      log,
    )
    const place = placeOf(options, folder, options.data !== null, keptStation.read().school)
    const joined = joinedFirst === 'unreadable' ? null : joinedFirst
    const host = superviseHost(
      hostAsked(built, startedAt, configuration, () => ({ place, joined })),
      log,
    )
    closeHost = () => host.stop()
    // Before anything else is read: the windows wait for it. A configuration that can't be followed names a folder, perhaps: no
    // other is opened in its place.
    if (!('problem' in configured)) host.start()
    const windows = await readWindows().catch((error: unknown) => endWithoutWindows(error, log, closeHost))
    if (windows === null) return
    noteRefusedCode(log)
    application = windows.runApplication({
      options,
      machine,
      folder,
      log,
      built,
      configured,
      keptStation,
      place,
      startedAt,
      host,
      joinedKept,
      joinedFirst,
    })
  })
}

// npm runs the application at the root of the sources; a relative folder is relative to where the person typed.
function openWindows(): void {
  const read = readOptions(process.argv.slice(1), process.env['INIT_CWD'] ?? process.cwd())
  if ('options' in read)
    return begin(read.options, withJournal(machineConfiguration(read.options.config), read.options))
  process.stderr.write(`Guichet : ${read.problem}\n`)
  app.exit(2)
}

/** What follows this is the office's command line: no window, and no `ready` to wait for (docs/deploy/linux/guichet.sh). */
const command = process.argv.indexOf('--command')
if (command < 0) openWindows()
else void answer(process.argv.slice(command + 1))

async function answer(args: readonly string[]): Promise<void> {
  const { answerCommand } = await import('./host/commands/commandLine.ts')
  // « -- » keeps Chromium from taking the command's options for its own.
  app.exit(await answerCommand(args.filter((arg, at) => at > 0 || arg !== '--')))
}
