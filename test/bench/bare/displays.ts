import { createInterface } from 'node:readline'
import { openSocket } from '../socket.ts'
import { contractVersion } from '../../../shared/contract/index.ts'

// So many displays in one process: `node displays.ts URL COUNT TOKEN` (a host's, which watch the waiting room's
// view) or without a token (the bare server's). After « mark » on standard input, each display's next message is
// dated; « tell » gives the dates, in milliseconds of the machine's one steady clock.

const [url = '', count = '0', token] = process.argv.slice(2)
const now = () => Number(process.hrtime.bigint()) / 1e6
let seen: number[] = []

const open = async () => {
  const socket = await openSocket(url)
  const ready = new Promise<void>((done) => {
    let marked = 0
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString('utf8')) as { readonly t?: string }
      if (message.t === 'welcome') return socket.send('{"t":"watch","id":1,"name":"display.view","input":{}}')
      // The first view is the present one: what comes after it is told.
      if (token !== undefined && marked++ === 0) return done()
      seen.push(now())
    })
  })
  if (token === undefined) return
  socket.send(JSON.stringify({ t: 'hello', version: contractVersion, token }))
  await ready
}

await Promise.all(Array.from({ length: Number(count) }, open))
process.stdout.write('ready\n')
createInterface({ input: process.stdin }).on('line', (line) => {
  if (line === 'mark') seen = []
  if (line === 'tell') process.stdout.write(`${JSON.stringify(seen)}\n`)
})
process.stdin.on('end', () => process.exit(0))
