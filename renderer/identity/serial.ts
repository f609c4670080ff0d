import { useSyncExternalStore } from 'react'
import { z } from 'zod'
import { scannerWords } from '../../shared/messages/identity/scanner.fr.ts'
import { say } from '../link/notices.ts'
import { hearPort, type SerialPort } from './serialPort.ts'

// The serial scanner of this station: chosen once, where it is tried, and opened again by each page that hears documents.

type Serial = EventTarget & {
  getPorts(): Promise<SerialPort[]>
  requestPort(): Promise<SerialPort>
}

const place = 'guichet:serial'
/** Which scanner it is, as its port says it: a port of the machine itself says nothing. */
const Chosen = z.strictObject({ usbVendorId: z.int().optional(), usbProductId: z.int().optional() })
type Chosen = z.infer<typeof Chosen>

/** `none`: nothing was chosen here. `away`: what was chosen is not plugged in. `held`: another program has it. */
export type SerialState = 'absent' | 'none' | 'away' | 'held' | 'refused' | 'open'

const serial = (): Serial | undefined =>
  typeof navigator === 'undefined'
    ? undefined
    : (navigator as Navigator & { readonly serial?: Serial }).serial

let state: SerialState = 'none'
const listeners = new Set<() => void>()
let close: (() => Promise<void>) | null = null
let hears: ((text: string) => void) | null = null
/** What opens or closes the port, one after another. */
let turn: Promise<void> = Promise.resolve()

function become(next: SerialState): void {
  state = next
  for (const listener of listeners) listener()
}

function chosenHere(): Chosen | null {
  try {
    const kept = localStorage.getItem(place)
    return kept === null ? null : (Chosen.safeParse(JSON.parse(kept)).data ?? null)
  } catch {
    // A browser may refuse its storage, or hold another text there: nothing was chosen.
    return null
  }
}

async function open(port: SerialPort): Promise<void> {
  await close?.()
  close = null
  try {
    close = await hearPort(
      port,
      (text) => hears?.(text),
      () => {
        close = null
        become('away')
        say(scannerWords.serial.lost)
      },
    )
    become('open')
  } catch {
    // Another page of this station may hold it, or another program.
    become('held')
  }
}

async function openChosen(): Promise<void> {
  const from = serial()
  const chosen = chosenHere()
  if (close !== null) return
  if (from === undefined) return become('absent')
  if (chosen === null) return become('none')
  // Where a page may not ask, nothing is listed.
  const ports = await from.getPorts().catch((): SerialPort[] => [])
  const port = ports.find((each) => {
    const { usbVendorId, usbProductId } = each.getInfo()
    return usbVendorId === chosen.usbVendorId && usbProductId === chosen.usbProductId
  })
  if (port === undefined) return become('away')
  return open(port)
}

/** Hears the serial scanner of this station from now on, where one was chosen. Asked again, it does nothing more. */
export function hearSerial(hear: (text: string) => void): void {
  const first = hears === null
  hears = hear
  if (!first) return
  const openNext = () => {
    turn = turn.then(openChosen)
  }
  // Plugged in again.
  serial()?.addEventListener('connect', openNext)
  openNext()
}

/** Asks which scanner it is: the browser, or the application, shows what is plugged in. Within a press of the person. */
export async function chooseSerial(): Promise<void> {
  const from = serial()
  if (from === undefined) return become('absent')
  let port: SerialPort
  try {
    port = await from.requestPort()
  } catch (error) {
    // Nothing was chosen, or nothing is plugged in; else this page may not ask.
    return become(error instanceof DOMException && error.name === 'NotFoundError' ? 'away' : 'refused')
  }
  const { usbVendorId, usbProductId } = port.getInfo()
  try {
    localStorage.setItem(
      place,
      JSON.stringify({ ...(usbVendorId && { usbVendorId }), ...(usbProductId && { usbProductId }) }),
    )
  } catch {
    // Chosen anew at the next start.
  }
  turn = turn.then(() => open(port))
  return turn
}

/** The scanner is no longer heard here, nor at the next start. */
export async function forgetSerial(): Promise<void> {
  try {
    localStorage.removeItem(place)
  } catch {
    // Nothing was kept either.
  }
  turn = turn.then(async () => {
    await close?.()
    close = null
    become('none')
  })
  return turn
}

/** How the serial scanner of this station stands. */
export const useSerialState = (): SerialState =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    () => (serial() === undefined ? 'absent' : state),
  )
