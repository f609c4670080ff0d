import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import { openBare } from './append.ts'

// The bare alternative of a command over a socket: the same transport, one durable append, no domain. A message
// with `tell` is, once durable, told to all the other connections as it is.

type Asked = { readonly id: number; readonly body: string; readonly tell?: boolean }

const { append } = openBare(process.argv[2] ?? '.')
const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false })
server.on('connection', (socket) => {
  socket.on('message', (data: Buffer) => {
    const { id, body, tell } = JSON.parse(data.toString('utf8')) as Asked
    const seq = append(body)
    socket.send(JSON.stringify({ id, seq }))
    if (!tell) return
    for (const client of server.clients) if (client !== socket) client.send(body)
  })
})
server.on('listening', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`))
process.on('SIGTERM', () => process.exit(0))
