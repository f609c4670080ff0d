import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/**
 * A way to a server that goes silent without a word: the first connection whose host says a text that `deaf` knows hears
 * nothing from there on, and nobody sees its end. The server's side of it stays as it was.
 * @param before how many connections say it first, and are heard
 * @returns its port
 */
export async function openDeafRelay(port: number, deaf: RegExp, before = 0): Promise<number> {
  const sockets = new Set<Socket>()
  let left = before
  let silent = false
  const relay = createServer({ allowHalfOpen: true }, (host) => {
    const server = connect(port, '127.0.0.1')
    let isDeaf = false
    for (const socket of [host, server]) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => sockets.delete(socket))
    }
    host.on('data', (bytes) => {
      if (!silent && deaf.test(bytes.toString('latin1')) && left-- === 0) silent = isDeaf = true
      if (!isDeaf) server.write(bytes)
    })
    server.on('data', (bytes) => {
      if (!isDeaf) host.write(bytes)
    })
    host.on('end', () => {
      if (!isDeaf) server.end()
    })
    host.on('close', () => {
      if (!isDeaf) server.destroy()
    })
    server.on('close', () => {
      if (!isDeaf) host.destroy()
    })
  })
  await new Promise<void>((listening) => relay.listen(0, '127.0.0.1', listening))
  onTestFinished(async () => {
    const closed = new Promise((done) => relay.close(done))
    for (const socket of sockets) socket.destroy()
    await closed
  })
  return (relay.address() as AddressInfo).port
}
