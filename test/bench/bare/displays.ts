import { createInterface } from 'node:readline'
import { openSocket } from '../socket.ts'
import { contractVersion } from '../../../shared/contract/index.ts'

// So many displays in one process: `node displays.ts URL COUNT TOKEN` (a host's, which watch the waiting room's
// view) or without a token (the bare server's). After « mark » on standard input, each display's next call is dated
// (a view is sent again when a wait changes too: that is no call); « tell » gives the dates, in milliseconds of the machine's one steady clock.

const [url = '', count = '0', token] = process.argv.slice(2)
const now = () => Number(process.hrtime.bigint()) / 1e6
let seen: number[] = []

type Told = {
  readonly t?: string
  readonly output?: { readonly calls: readonly { readonly callId: string }[] }
}

const open = async () => {
  const socket = await openSocket(url)
  const ready = new Promise<void>((done) => {
    let newest: string | undefined
    let first = true
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString('utf8')) as Told
      if (message.t === 'welcome') return socket.send('{"t":"watch","id":1,"name":"display.view","input":{}}')
      // The first view is the present one: what comes after it is told.
      if (token !== undefined) {
        const call = message.output?.calls[0]?.callId
        const same = call === newest
        newest = call
        if (first) {
          first = false
          return done()
        }
        if (same) return
      }
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
