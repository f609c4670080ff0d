import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Log } from '../host/core/log.ts'

/** How this application was started, as far as another one beside it needs to know. */
export type StartedAs = {
  readonly execPath: string
  readonly argv: readonly string[]
  /** Null for a package, whose executable is the application. */
  readonly appPath: string | null
  /** The AppImage's own file, which outlives what is mounted of it. */
  readonly appImage: string | undefined
}

/** How this one was. */
export const startedAs = (app: {
  readonly isPackaged: boolean
  readonly getAppPath: () => string
}): StartedAs => ({
  execPath: process.execPath,
  argv: process.argv,
  appPath: app.isPackaged ? null : app.getAppPath(),
  appImage: process.env['APPIMAGE'],
})

/** Chromium's switches that this machine needs, whatever application is started; a debugger's, a profile's are one's own. */
const ofMachine =
  /^--(?:no-sandbox|disable-gpu|log-level=|ozone-platform|password-store=|force-device-scale-factor)/

/**
 * The command that opens the training site in an application of its own, beside the office's, which goes on. Its data, its
 * windows and its lock are in `formation`, inside the office's folder.
 */
export function trainingCommand(
  { execPath, argv, appPath, appImage }: StartedAs,
  folder: string,
): { readonly file: string; readonly args: readonly string[] } {
  return {
    file: appImage ?? execPath,
    args: [
      ...argv.slice(1).filter((arg) => ofMachine.test(arg)),
      ...(appPath === null ? [] : [appPath]),
      '--school',
      '--data',
      join(folder, 'formation'),
      '--station',
      'counter',
    ],
  }
}

/** Opens it, or brings the one that is open to the front. */
export function openTraining(started: StartedAs, folder: string, log: Pick<Log, 'fault'>): void {
  const { file, args } = trainingCommand(started, folder)
  const child = spawn(file, [...args], { detached: true, stdio: 'ignore' })
  child.on('error', (error) => log.fault('training', error))
  child.unref()
}
