import { parentPort } from './core/mainProcess.ts'
import { portOver } from './core/messagePort.ts'
import type { FromRelay, FromHostProcess, Joined, ToRelay } from './core/mainMessages.ts'
import { findHosts } from '../lan/discover.ts'
import { keepLearning } from '../lan/keeper.ts'
import { relay } from '../lan/relay.ts'
import { connectTo, pair } from '../lan/remote.ts'

// The program that stands, in a station without an office of its own, where the host stands elsewhere: plain Node in a
// utility process. It holds the connections to the host of another machine, and carries to it what the pages say.

const main = parentPort<ToRelay, FromRelay | FromHostProcess>()
const tell = (message: FromRelay | FromHostProcess) => main.postMessage(message)

let joined: Joined | null = null
/** The address that answered last. */
let first: string | undefined
/** As main knows it: nothing before it was told. */
let signIn: string | null | undefined
/** Whether the day is open, as the host last said: an office whose host is off serves nobody. */
let dayOpen: boolean | null = null
let stopLearning = () => {}

const open = async () => {
  const found = await connectTo({ hosts: joined?.hosts ?? [], token: joined?.token ?? '', first })
  first = found.address
  return found.port
}

const begin = (office: Joined) => {
  joined = office
  stopLearning = keepLearning({
    open,
    token: office.token,
    onHosts: (hosts) => {
      if (JSON.stringify(hosts) === JSON.stringify(joined?.hosts)) return
      joined = { ...office, hosts: [...hosts] }
      tell({ t: 'hosts', hosts })
    },
    onSignIn: (origin) => {
      if (origin === signIn) return
      signIn = origin
      tell({ t: 'signIn', origin })
    },
    onDay: (open) => {
      dayOpen = open
    },
    onRefused: (fault) => tell({ t: 'parted', fault }),
  })
  tell({ t: 'ready', created: true, school: false, url: '' })
}

const leave = () => {
  stopLearning()
  process.exit(0)
}

main.on('message', ({ data, ports }) => {
  switch (data.t) {
    case 'joined':
      return begin(data.joined)
    case 'port':
      return (
        ports[0] &&
        relay({
          page: portOver(ports[0]),
          open,
          token: joined?.token ?? '',
          onRefused: (fault) => tell({ t: 'parted', fault }),
        })
      )
    case 'pair':
      return void pair(data).then((answer) =>
        tell(
          'paired' in answer
            ? { t: 'paired', joined: answer.paired }
            : { t: 'notPaired', fault: answer.error },
        ),
      )
    case 'find':
      return void findHosts().then((hosts) => tell({ t: 'found', hosts }))
    case 'prepareUpdate':
      // The backup is the host's, on its own machine.
      return tell({ t: 'updatePrepared', problem: dayOpen === true ? 'dayOpen' : null })
    case 'close':
      return leave()
    default:
    // Printing is the host's business, on its own machine.
  }
})
process.on('SIGTERM', leave)
