import { spawn } from 'node:child_process'
import { uuidv7 } from 'uuidv7'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { startOffice } from '../fixtures/office.ts'
import { root } from '../runtime/places.ts'
import { alternate, durations, type Part } from './measure.ts'
import { given, openOffice, titres } from './pages.ts'
import { bareCaller, enter, openSocket, startBareServer } from './socket.ts'

const displays = 200
const processes = 4
/** Milliseconds after which all have long been told. */
const settled = 60

/** One call told to 200 displays, over as many sockets in four processes. */
export const fanout: Part = {
  name: 'fanout',
  title: `Un appel dit à ${displays} affichages`,
  run: async ({ quick, folder }) => {
    await mkdir(join(folder, 'bare'))
    const bare = await startBareServer(join(folder, 'bare'))
    const office = await startOffice({ school: true })
    const rooms: Room[] = []
    try {
      if (!office.url) throw new Error('an office without an address')
      const [kiosk, counter, supervisor, display] = await Promise.all(
        ['kiosk', 'agent1', 'supervisor', 'display'].map((name) => enter(office.url!, office.tokens[name])),
      )
      if (!kiosk || !counter || !supervisor || !display) throw new Error('no connection')
      await openOffice({ kiosk, counter, supervisor }, 0)
      const ours = await openRoom(`${office.url.replace('http', 'ws')}/ws`, office.tokens['display'])
      rooms.push(ours)
      const theirs = await openRoom(bare.url)
      rooms.push(theirs)
      const tell = bareCaller(await openSocket(bare.url))

      const takeCallClose = async () => {
        await given(kiosk.command('ticket.take', { serviceId: titres }, uuidv7()))
        await wait(settled)
        const time = await told(ours, () => given(counter.command('ticket.callNext', {}, uuidv7())))
        await given(counter.command('ticket.start', {}, uuidv7()))
        await given(counter.command('visit.close', { outcome: 'information' }, uuidv7()))
        await wait(settled)
        return { time }
      }
      await takeCallClose()
      // As long as what the host tells: the view whole.
      const view = JSON.stringify({
        t: 'view',
        id: 1,
        seq: 1,
        output: await given(display.query('display.view', {})),
      })
      const sayBare = async () => {
        await wait(settled)
        return { time: await told(theirs, () => tell(view, true)) }
      }
      const timed = await alternate(
        { bare: sayBare, ours: takeCallClose },
        { rounds: quick ? 2 : 6, blocks: quick ? 3 : 15 },
      )
      return [
        durations(
          'de l’appel à chaque affichage',
          timed.ours.time,
          timed.bare.time,
          { at: 0.99, most: 2 },
          `${processes} processus de ${displays / processes} affichages ; du message de l’agent à sa réception par chacun, rangement durable compris.`,
        ),
      ]
    } finally {
      await Promise.all(rooms.map((room) => room.close()))
      await Promise.all([bare.stop(), office.stop()])
    }
  },
}

type Room = {
  readonly mark: () => void
  readonly tell: () => Promise<readonly number[]>
  readonly close: () => Promise<unknown>
}

/** Opens the displays; a room's clock is the machine's. */
async function openRoom(url: string, token?: string): Promise<Room> {
  const children = await Promise.all(
    Array.from({ length: processes }, async () => {
      const args = [url, String(displays / processes), ...(token === undefined ? [] : [token])]
      const child = spawn(process.execPath, [join(root, 'test/bench/bare/displays.ts'), ...args], {
        stdio: ['pipe', 'pipe', 'inherit'],
      })
      const lines = createInterface({ input: child.stdout })
      await once(lines, 'line')
      return { child, lines }
    }),
  )
  return {
    mark: () => children.forEach(({ child }) => child.stdin.write('mark\n')),
    tell: async () => {
      const all = await Promise.all(
        children.map(async ({ child, lines }) => {
          child.stdin.write('tell\n')
          const [text] = (await once(lines, 'line')) as [string]
          return JSON.parse(text) as number[]
        }),
      )
      return all.flat()
    },
    close: () =>
      Promise.all(
        children.map(({ child }) => {
          child.stdin.end()
          return once(child, 'exit')
        }),
      ),
  }
}

/** Milliseconds from the message to its reception by each display. */
async function told(room: Room, act: () => Promise<unknown>): Promise<readonly number[]> {
  room.mark()
  await wait(20)
  const began = Number(process.hrtime.bigint()) / 1e6
  await act()
  await wait(settled)
  const seen = await room.tell()
  if (seen.length !== displays) throw new Error(`${seen.length} displays were told, not ${displays}`)
  return seen.map((at) => at - began)
}
