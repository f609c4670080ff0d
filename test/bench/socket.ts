import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { WebSocket } from 'ws'
import { connect, type Connection } from '../../shared/rpc/connect.ts'
import type { Port } from '../../shared/rpc/port.ts'
import { root } from '../runtime/places.ts'

/** An open WebSocket. */
export async function openSocket(url: string): Promise<WebSocket> {
  const socket = new WebSocket(url, { perMessageDeflate: false, rejectUnauthorized: false })
  await once(socket, 'open')
  return socket
}

/** A WebSocket as the contract's connection wants it. */
const portOf = (socket: WebSocket): Port => ({
  send: (text) => socket.send(text),
  onMessage: (listener) => socket.on('message', (data: Buffer) => listener(data.toString('utf8'))),
  onClose: (listener) => socket.on('close', listener),
  close: () => socket.close(),
  buffered: () => socket.bufferedAmount,
})

/** Connects to a host under Node as the holder of a token. */
export async function enter(url: string, token: string | undefined): Promise<Connection> {
  const socket = await openSocket(`${url.replace('http', 'ws')}/ws`)
  const answer = await connect(portOf(socket), token === undefined ? {} : { token })
  if ('error' in answer) throw new Error(answer.error.message)
  return answer.connection
}

/** The bare server as a child process. */
export async function startBareServer(folder: string, over: 'tcp' | 'tls' = 'tcp') {
  const child = spawn(process.execPath, [join(root, 'test/bench/bare/socketServer.ts'), folder, over], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, GUICHET_SQLITE_BINDING: undefined },
  })
  const [port] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  return {
    url: `${over === 'tls' ? 'wss' : 'ws'}://127.0.0.1:${port}`,
    stop: async () => {
      child.kill()
      await once(child, 'exit')
    },
  }
}

/** Sends to the bare server and waits for the answer. */
export function bareCaller(socket: WebSocket): (body: string, tell?: boolean) => Promise<unknown> {
  const waiting = new Map<number, (answer: unknown) => void>()
  let last = 0
  socket.on('message', (data: Buffer) => {
    const answer = JSON.parse(data.toString('utf8')) as { id: number }
    waiting.get(answer.id)?.(answer)
    waiting.delete(answer.id)
  })
  return (body, tell = false) =>
    new Promise((done) => {
      const id = ++last
      waiting.set(id, done)
      socket.send(JSON.stringify({ id, body, ...(tell ? { tell } : {}) }))
    })
}
