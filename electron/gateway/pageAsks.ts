import {
  BrowserWindow,
  clipboard,
  ipcMain,
  shell,
  type IpcMainEvent,
  type IpcMainInvokeEvent,
} from 'electron'
import type { Log } from '../host/core/log.ts'
import type { Joining } from '../system/joining.ts'
import { isStation, pages, stationOf, type Page, type Station } from '../../shared/contract/stations.ts'
import type { Bar } from '../windows/bar.ts'
import type { Stations } from '../windows/stations.ts'
import { isSignInAddress } from './browse.ts'
import { copyable } from './copy.ts'
import type { KioskDesk } from './kioskDesk.ts'
import type { Ports } from './ports.ts'

export type PageAsksOptions = {
  readonly origin: string
  readonly stations: Stations
  readonly ports: Ports
  readonly bar: Bar
  readonly log: Log
  /** Whether the office that is open here lets this machine open that page. */
  readonly mayOpen: (page: Page) => boolean
  readonly joining: Joining
  readonly kiosk: KioskDesk
  /** Where this office's host begins a sign-in by its provider; null where there is none. */
  readonly signIn: () => string | null
  /** This machine opens that station from now on. */
  readonly settle: (station: Station) => void
  readonly openSchool: () => void
}

/** What pages may ask of main: each message's sender is checked, and what its window was opened for decides. */
export function hearPages(options: PageAsksOptions): void {
  const { origin, stations, ports, bar, log, mayOpen, joining, kiosk, signIn, settle, openSchool } = options
  const asker = (channel: string, event: IpcMainEvent | IpcMainInvokeEvent) => {
    const page = stations.pageOf(event.sender)
    const window = BrowserWindow.fromWebContents(event.sender)
    if (page && window && fromOurPage(event, origin)) return { page, window }
    log.info('messageRefused', { channel })
    return null
  }
  const hear = (channel: string, act: (window: BrowserWindow, page: Page, given: unknown) => void) =>
    ipcMain.on(channel, (event, given: unknown) => {
      const from = asker(channel, event)
      if (from) act(from.window, from.page, given)
    })

  // Asked by preload before the page runs, and answered at once.
  ipcMain.on('guichet:page', (event) => {
    event.returnValue = stations.pageOf(event.sender)
  })
  hear('guichet:ask-port', (window, page) => {
    // The screen turned to the person asks the host for nothing.
    if (page !== 'exchange') ports.ask(window.webContents, stationOf(page))
  })
  hear('guichet:open-station', (window, page, wanted) => {
    // The counter and its bar open each other.
    if (page === 'bar' && wanted === 'counter') stations.open(wanted)
    if (page === 'counter' && (wanted === 'bar' || wanted === 'exchange')) stations.open(wanted)
    if (!isStation(wanted) || !mayOpen(wanted)) return
    if ((wanted === 'documents' || wanted === 'till') && pages[page].opens?.includes(wanted))
      stations.open(wanted)
    // The administration opens others beside it; at the welcome this machine becomes one. Others have no say.
    if (page === 'administration') stations.open(wanted)
    if (page !== 'welcome') return
    // Tried on the other screen before this machine becomes what it will be.
    if (wanted === 'display') return stations.open(wanted)
    settle(wanted)
    stations.become(window, wanted)
  })
  hear('guichet:open-school', (_window, page) => {
    if (page === 'welcome') openSchool()
  })
  hear('guichet:leave-kiosk', (window) => stations.askToLeave(window))
  hear('guichet:take-keyboard', (_window, page) => {
    if (page === 'bar') bar.takeKeyboard()
  })
  hear('guichet:give-keyboard', (_window, page) => {
    if (page === 'bar') bar.giveKeyboard()
  })
  // A public page has this door alone to the machine: what it keeps and prints is of one shape.
  ipcMain.handle('guichet:kiosk', async (event, what: unknown, given: unknown): Promise<unknown> => {
    const from = asker('guichet:kiosk', event)
    if (from?.page !== 'kiosk') return null
    if (what === 'read') return kiosk.read()
    if (what === 'write') return kiosk.write(given)
    return what === 'print' ? kiosk.print(given) : null
  })
  hear('guichet:browse', (_window, page, url) => {
    if (pages[page].nobody) return
    const failed = (error: unknown) => log.fault('browse', error)
    try {
      if (isSignInAddress(url, signIn())) shell.openExternal(url).catch(failed)
      else log.info('messageRefused', { channel: 'guichet:browse' })
    } catch (error) {
      failed(error)
    }
  })
  // Joining an office is the welcome's alone: a page of an office already has one.
  ipcMain.handle('guichet:join', async (event, what: unknown, given: unknown): Promise<unknown> => {
    const from = asker('guichet:join', event)
    if (from?.page !== 'welcome') return null
    if (what === 'parted') return joining.parted()
    if (what === 'find') return joining.find()
    return what === 'pair' ? { problem: await joining.pair(given) } : null
  })
  ipcMain.handle('guichet:copy', async (event, text: unknown): Promise<boolean> => {
    const from = asker('guichet:copy', event)
    if (!from || !pages[from.page].copies || !copyable(text)) return false
    await clipboard.writeText(text)
    return true
  })
}

/**
 * Whether a message comes from a page of ours: the top frame of a living window, at the pages' origin. Anything
 * else (a frame inside, another origin, a frame already gone) is not answered.
 */
function fromOurPage(event: IpcMainEvent | IpcMainInvokeEvent, origin: string): boolean {
  const frame = event.senderFrame
  if (!frame || event.sender.isDestroyed()) return false
  return frame.parent === null && frame === event.sender.mainFrame && frame.origin === origin
}
