import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import { newKey, ownCertificate } from '../../../electron/host/network/certificate.ts'
import { openBare } from './append.ts'

// The bare alternative of a command over a socket: the same transport, one durable append, no domain. A message
// with `tell` is, once durable, told to all the other connections as it is. With `tls`, over the same TLS as the host's.

type Asked = { readonly id: number; readonly body: string; readonly tell?: boolean }

const { append } = openBare(process.argv[2] ?? '.')
const { chain, key } = await ownCertificate(newKey(), ['127.0.0.1'], Date.now())
const secured = process.argv[3] === 'tls' ? createServer({ cert: chain, key }).listen(0, '127.0.0.1') : null
const server = new WebSocketServer({
  ...(secured ? { server: secured } : { host: '127.0.0.1', port: 0 }),
  perMessageDeflate: false,
})
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
