/**
 * One connection, whatever carries it: a MessagePort, a WebSocket. One message is one JSON text. `buffered` is
 * how many characters wait to leave (0 where the transport doesn't tell); listeners are set once, before anything comes.
 */
export type Port = {
  send(text: string): void
  onMessage(listener: (text: string) => void): void
  onClose(listener: () => void): void
  close(): void
  buffered(): number
}
