import { z } from 'zod'
import { connect, type Connection } from '../../../shared/rpc/connect.ts'
import type { Port } from '../../../shared/rpc/port.ts'
import { alternate } from '../measure.ts'
import { agent1, openOffice, takeAndCall, timeBare, type Pages } from '../pages.ts'

// The page of the bench's own application: it measures the hosts that main gives it ports to.

z.config({ jitless: true })

/** What main was asked to measure. */
export type Plan = {
  readonly waiting: number
  readonly stretch: number
  readonly warm: number
  readonly rounds: number
  readonly blocks: number
}

const names = [
  'bare',
  ...['empty', 'full', 'watching'].flatMap((office) =>
    ['kiosk', 'counter', 'supervision'].map((station) => `${office} ${station}`),
  ),
]
const ports = new Map<string, MessagePort>()

window.addEventListener(
  'message',
  ({ source, data, ports: [port] }: MessageEvent<{ readonly port?: string }>) => {
    if (source !== window || data.port === undefined || !port) return
    ports.set(data.port, port)
    if (names.every((name) => ports.has(name))) {
      measure().then(tell, (error: unknown) => tell({ error: String(error) }))
    }
  },
)

const tell = (result: unknown) => window.postMessage({ result: JSON.stringify(result) }, location.origin)

const portOf = (port: MessagePort): Port => ({
  send: (text) => port.postMessage(text),
  onMessage: (listener) => {
    port.onmessage = ({ data }: MessageEvent<string>) => listener(data)
  },
  onClose: (listener) => port.addEventListener('close', listener),
  close: () => port.close(),
  buffered: () => 0,
})

async function enter(name: string): Promise<Connection> {
  const asks = name.endsWith('counter') ? { agentId: agent1 } : {}
  const answer = await connect(portOf(ports.get(name)!), asks)
  if ('error' in answer) throw new Error(`${name}: ${answer.error.message}`)
  return answer.connection
}

async function pagesOf(office: string): Promise<Pages> {
  return {
    kiosk: await enter(`${office} kiosk`),
    counter: await enter(`${office} counter`),
    supervisor: await enter(`${office} supervision`),
  }
}

/** Sends to the bare host and waits for the answer. */
function bareCaller(port: MessagePort): (body: string) => Promise<unknown> {
  const waiting = new Map<number, (answer: unknown) => void>()
  let last = 0
  port.onmessage = ({ data }: MessageEvent<string>) => {
    const answer = JSON.parse(data) as { readonly id: number }
    waiting.get(answer.id)?.(answer)
    waiting.delete(answer.id)
  }
  return (body) =>
    new Promise((done) => {
      const id = ++last
      waiting.set(id, done)
      port.postMessage(JSON.stringify({ id, body }))
    })
}

async function measure() {
  const plan = JSON.parse(decodeURIComponent(location.hash.slice(1))) as Plan
  const call = bareCaller(ports.get('bare')!)
  const empty = await pagesOf('empty')
  const full = await pagesOf('full')
  const watching = await pagesOf('watching')
  await openOffice(empty, 0)
  await openOffice(full, plan.waiting)
  await openOffice(watching, 0)
  watching.kiosk.watch('kiosk.view', {}, () => {})
  watching.counter.watch('counter.view', {}, () => {})
  watching.supervisor.watch('queue.view', {}, () => {})
  for (const pages of [empty, full, watching]) await takeAndCall(pages, plan.warm)
  return alternate(
    {
      bare: () => timeBare(call, plan.stretch),
      empty: () => takeAndCall(empty, plan.stretch),
      full: () => takeAndCall(full, plan.stretch),
      watching: () => takeAndCall(watching, plan.stretch),
    },
    plan,
  )
}
