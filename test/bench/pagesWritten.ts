import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import type { Started } from '../../electron/host/startOffice.ts'
import type { Holder } from '../../electron/host/core/tokens.ts'
import type { AgentId, CommandId, StationId } from '../../shared/contract/ids.ts'
import type { CallName } from '../../shared/contract/index.ts'
import { alone, type Row } from './measure.ts'

const kiosk: Holder = { role: 'kiosk', stationId: 'kiosk' as StationId, agentId: null }
const agent: Holder = { role: 'agent', stationId: 'agent1' as StationId, agentId: 'agent1' as AgentId }

/** What a person's visit asks of the host, act by act, and the pages that it should write at most. */
const acts: readonly (readonly [
  what: string,
  holder: Holder,
  name: CallName,
  input: unknown,
  most: number,
])[] = [
  ['prendre un numéro', kiosk, 'ticket.take', { serviceId: 'titres' }, 5],
  ['appeler', agent, 'ticket.callNext', {}, 6],
  ['recevoir', agent, 'ticket.start', {}, 6],
  ['noter sur la fiche', agent, 'sheet.update', { procedureId: 'cni', note: 'Revient lundi' }, 3],
  ['terminer', agent, 'visit.close', { outcome: 'information' }, 6],
]

/** Pages that each act writes in the log of the database, on average: a count, which no other work of the machine changes. */
export async function pagesWritten(
  { host }: Started,
  folder: string,
  people: number,
): Promise<readonly Row[]> {
  const log = frames(join(folder, 'guichet.sqlite-wal'))
  const counts = acts.map(() => 0)
  await asked(host, agent, 'counter.open', { counterId: '1' })
  for (let person = 0; person < people; person++)
    for (const [at, [, holder, name, input]] of acts.entries()) {
      log()
      await asked(host, holder, name, input)
      counts[at] = counts[at]! + log()
    }
  return acts.map(([what, , , , most], at) =>
    alone(`pages écrites : ${what}`, 'pages', counts[at]! / people, { most }),
  )
}

async function asked(host: Started['host'], holder: Holder, name: CallName, input: unknown): Promise<void> {
  const answer = await host.call(holder, name, input, uuidv7() as CommandId)
  if ('code' in answer) throw new Error(`${name}: ${answer.code}`)
}

/** How many frames the log took since it was last asked; a log that began again counts from its beginning (sqlite.org/fileformat2.html#walformat). */
function frames(file: string): () => number {
  let salts = ''
  let known = 0
  return () => {
    if (!existsSync(file)) return 0
    const log = readFileSync(file)
    if (log.length < 32) return 0
    const frame = 24 + log.readUInt32BE(8)
    const now = log.toString('hex', 16, 24)
    let count = 0
    // What an earlier turn of the log left behind has other salts.
    while (
      32 + (count + 1) * frame <= log.length &&
      log.toString('hex', 32 + count * frame + 8, 32 + count * frame + 16) === now
    )
      count++
    const since = now === salts ? count - known : count
    salts = now
    known = count
    return since
  }
}
