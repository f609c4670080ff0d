import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { hearPort, type SerialPort } from '../../../renderer/identity/serialPort.ts'
import { scanOf } from '../../../shared/identity/scans.ts'
import { td1, td3 } from '../../fixtures/zones.ts'

// A scanner on a serial port. The port is made up: it shows how bytes become readings, and neither that a system lists a real
// scanner, nor at what speed an RS-232 one sends.

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

/** Milliseconds: twice less than the silence that ends a reading, and a little more than it. */
const [amidst, silence] = [60, 130]

/** A port, with what its other end does. */
function madeUp() {
  let end: ReadableStreamDefaultController<Uint8Array> | undefined
  const readable = new ReadableStream<Uint8Array>({
    start: (controller) => {
      end = controller
    },
  })
  const closed: string[] = []
  const port: SerialPort = {
    readable,
    open: async () => {},
    close: async () => {
      closed.push('closed')
    },
    getInfo: () => ({ usbVendorId: 0x05e0 }),
  }
  return {
    port,
    closed,
    send: (text: string) => end?.enqueue(Uint8Array.from(text, (character) => character.charCodeAt(0))),
    unplug: () => end?.error(new Error('The device has been lost.')),
  }
}

const never = () => {
  throw new Error('the port answers')
}

test('a zone that comes in pieces, its lines apart, is heard once and whole', async () => {
  const { port, send } = madeUp()
  const heard: string[] = []
  const close = await hearPort(port, (text) => heard.push(text), never)
  const zone = `${td1().join('\r\n')}\r\n`
  for (let at = 0; at < zone.length; at += 7) {
    send(zone.slice(at, at + 7))
    await vi.advanceTimersByTimeAsync(amidst)
    expect(heard).toEqual([])
  }
  await vi.advanceTimersByTimeAsync(silence)
  expect(heard).toEqual([zone])
  expect(scanOf(heard[0] ?? '')).toEqual({ kind: 'mrz', text: td1().join('\n') })
  await close()
})

test('two readings with a silence between are two, each byte a character as a 2D-Doc has them', async () => {
  const { port, send } = madeUp()
  const heard: string[] = []
  const close = await hearPort(port, (text) => heard.push(text), never)
  const code = 'DC04FR000001125E125F0701FR10FRA\u001D26é\r'
  send(code)
  await vi.advanceTimersByTimeAsync(silence)
  expect(heard).toEqual([code])
  send(`${td3().join('\r')}\r`)
  await vi.advanceTimersByTimeAsync(silence)
  expect(heard).toHaveLength(2)
  await close()
})

test('what is longer than any document is heard as one, and kept short', async () => {
  const { port, send } = madeUp()
  const heard: string[] = []
  const close = await hearPort(port, (text) => heard.push(text), never)
  for (let sent = 0; sent < 40; sent++) send('7'.repeat(1000))
  await vi.advanceTimersByTimeAsync(silence)
  expect(heard).toHaveLength(1)
  expect(heard[0]?.length).toBeLessThanOrEqual(4000)
  expect(scanOf(heard[0] ?? '')).toBeNull()
  await close()
})

test('a scanner that is unplugged is told once, and one that is let go is not', async () => {
  const lost = vi.fn<() => void>()
  const unplugged = madeUp()
  await hearPort(unplugged.port, never, lost)
  unplugged.unplug()
  await vi.advanceTimersByTimeAsync(0)
  expect(lost).toHaveBeenCalledOnce()
  const left = madeUp()
  const close = await hearPort(left.port, never, lost)
  await close()
  expect(left.closed).toEqual(['closed'])
  expect(lost).toHaveBeenCalledOnce()
})

test('a port that another program holds is not opened, and its owner is told so', async () => {
  const { port } = madeUp()
  const held = { ...port, open: async () => Promise.reject(new Error('Failed to open serial port.')) }
  await expect(hearPort(held, never, never)).rejects.toThrow('Failed to open')
})
