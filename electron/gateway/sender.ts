import type { IpcMainEvent, IpcMainInvokeEvent } from 'electron'

/**
 * Whether a message comes from a page of ours: the top frame of a living window, at the pages' origin. Anything
 * else (a frame inside, another origin, a frame already gone) is not answered.
 */
export function fromOurPage(event: IpcMainEvent | IpcMainInvokeEvent, origin: string): boolean {
  const frame = event.senderFrame
  if (!frame || event.sender.isDestroyed()) return false
  return frame.parent === null && frame === event.sender.mainFrame && frame.origin === origin
}
