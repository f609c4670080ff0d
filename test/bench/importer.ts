import { parentPort, workerData } from 'node:worker_threads'
import { uuidv7 } from 'uuidv7'
import { giveWay } from '../../electron/host/core/givingWay.ts'
import { sendCalendar } from '../../renderer/settings/appointments/sending.ts'
import { enter } from './socket.ts'

// Another station, which imports a calendar each time that it is told to: writing 2 MB on a socket is not time of the
// stations whose acts are measured, and its machine is not the host's: here it has what the host and those leave.
giveWay(10)

const { url, token, text } = workerData as {
  readonly url: string
  readonly token: string
  readonly text: string
}
const supervisor = await enter(url, token)
parentPort!.on('message', () => {
  void sendCalendar({ act: (name, input) => supervisor.command(name, input, uuidv7()) }, text, {}).then(
    (answer) => parentPort!.postMessage('error' in answer ? answer.error.message : 'read'),
  )
})
parentPort!.postMessage('ready')
