// A scanner on a serial port (RS-232, or USB as CDC): what it sends comes as bytes, and no key is pressed.

/** What this program uses of Web Serial (WICG), which the types of the browser leave out. */
export type SerialPort = {
  readonly readable: ReadableStream<Uint8Array> | null
  open(options: { readonly baudRate: number }): Promise<void>
  close(): Promise<void>
  getInfo(): { readonly usbVendorId?: number; readonly usbProductId?: number }
}

/** The pace of a scanner as it leaves its factory; over USB it says nothing. */
const baudRate = 9600
/** Milliseconds without a byte that end what was read. */
const silence = 120
/** Bytes: no document is longer (`shared/identity/scans.ts`), with what frames it. */
const longest = 3000

/**
 * Opens the port, and hears each reading whole: its bytes until a silence, one character a byte, as the camera gives them.
 * @param lost told once, when the port answers no more
 * @returns what closes it
 * @throws when another program holds the port
 */
export async function hearPort(
  port: SerialPort,
  heard: (text: string) => void,
  lost: () => void,
): Promise<() => Promise<void>> {
  await port.open({ baudRate })
  const reader = port.readable?.getReader()
  let text = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  let closed = false
  const end = () => {
    const whole = text
    text = ''
    heard(whole)
  }
  const read = async () => {
    for (;;) {
      const next = await reader?.read()
      if (next === undefined || next.done) return
      clearTimeout(timer)
      // Longer than any document, it is told once, as what it is: none.
      if (text.length <= longest) text += String.fromCharCode(...next.value)
      timer = setTimeout(end, silence)
    }
  }
  void read()
    // An unplugged port is an error of its stream.
    .catch(() => undefined)
    .then(() => {
      clearTimeout(timer)
      if (!closed) lost()
    })
  return async () => {
    closed = true
    await reader?.cancel()
    reader?.releaseLock()
    await port.close()
  }
}
