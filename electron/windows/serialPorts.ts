import { BrowserWindow, dialog, type MessageBoxOptions, type SerialPort, type WebContents } from 'electron'
import { scannerWords } from '../../shared/messages/identity/scanner.fr.ts'

const words = scannerWords.serial

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
    message: words.which,
    buttons: [
      ...offered.map(({ displayName, portName }, at) => displayName || portName || words.unnamed(at + 1)),
      words.cancel,
    ],
    cancelId: offered.length,
  }
  const window = BrowserWindow.fromWebContents(contents)
  const { response } = await (window
    ? dialog.showMessageBox(window, options)
    : dialog.showMessageBox(options))
  return offered[response]?.portId ?? null
}
