import {
  app,
  BrowserWindow,
  dialog,
  type MessageBoxOptions,
  type SerialPort,
  type WebContents,
} from 'electron'
import { installed } from '../../shared/messages/updates/installed.fr.ts'
import { shell } from '../../shared/messages/shell.fr.ts'
import type { Updates } from '../system/updates/updates.ts'
import type { KeySet } from '../system/kept.ts'
import { alertKey, type BarKey } from './barKeys.ts'
import { scannerWords } from '../../shared/messages/identity/scanner.fr.ts'

// What the application says or asks in a box of the system’s own, over its windows.

/** « À propos »: the versions, what there is to say of updates, and whether the one that was left may come back. */
export async function showAbout(updates: Pick<Updates, 'said' | 'leftAgain' | 'takeLeft'>): Promise<void> {
  const { electron, chrome } = process.versions
  const versions = shell.about({ app: app.getVersion(), electron, chromium: chrome })
  const message = [versions, updates.said()].filter((line) => line !== null).join('\n\n')
  const left = updates.leftAgain()
  const buttons = left === null ? [shell.ok] : [shell.ok, installed.updates.takeLeft(left)]
  const { response } = await dialog.showMessageBox({
    type: 'info',
    title: shell.name,
    message,
    buttons,
    defaultId: 0,
    cancelId: 0,
  })
  if (response === 1) await updates.takeLeft()
}

/** Whether this machine really leaves the office that it joined: coming back takes a code, so staying is the usual answer. */
export async function leavingConfirmed(officeName: string): Promise<boolean> {
  const { leaveAsked, leaveYes, leaveNo } = shell.joining
  const { response } = await dialog.showMessageBox({
    type: 'question',
    title: shell.name,
    message: leaveAsked(officeName),
    buttons: [leaveNo, leaveYes],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1
}

/** Says that another program holds these shortcuts of the bar. */
export function sayTaken(set: KeySet, keys: readonly BarKey[]): void {
  const message = shell.bar.taken(
    keys.flatMap((key) => (key === alertKey ? [] : [`${shell.bar.keySets[set]}+${key}`])),
    keys.includes(alertKey),
  )
  // No parent: a window that is being worked in is not held up.
  void dialog.showMessageBox({ type: 'info', title: shell.name, message, buttons: [shell.ok] })
}

const serial = scannerWords.serial

/** A scanner is on USB: the machine's own ports are asked about only where nothing is. */
const likely = (ports: readonly SerialPort[]): readonly SerialPort[] => {
  const usb = ports.filter(({ vendorId }) => vendorId !== undefined && vendorId !== '')
  return usb.length > 0 ? usb : ports
}

/** Which port is the scanner's: the one that is plugged in, or the one that the person says. */
export async function choosePort(
  ports: readonly SerialPort[],
  contents: WebContents,
): Promise<string | null> {
  const offered = likely(ports)
  if (offered.length === 1) return offered[0]?.portId ?? null
  const options: MessageBoxOptions = {
    message: serial.which,
    buttons: [
      ...offered.map(({ displayName, portName }, at) => displayName || portName || serial.unnamed(at + 1)),
      serial.cancel,
    ],
    cancelId: offered.length,
  }
  const window = BrowserWindow.fromWebContents(contents)
  const { response } = await (window
    ? dialog.showMessageBox(window, options)
    : dialog.showMessageBox(options))
  return offered[response]?.portId ?? null
}
