import { MessageChannel } from 'node:worker_threads'
import WebSocket from 'ws'
import { randomUUID } from 'node:crypto'
import { connect, type Connection } from '../../../shared/rpc/connect.ts'
import { calls, formerNameOf, nameOf, type CallName } from '../../../shared/contract/index.ts'
import type { Port } from '../../../shared/rpc/port.ts'
import type { AgentId, StationId } from '../../../shared/contract/ids.ts'
import type { Role } from '../../../shared/contract/define.ts'
import { serveConnection } from '../../../electron/host/core/connection.ts'
import { portOver } from '../../../electron/host/core/messagePort.ts'
import { startOffice } from '../../../electron/host/startOffice.ts'
import { headlessChromium } from '../../../electron/printing/headless.ts'
import { ownPages } from '../../../electron/host/core/builtPages.ts'
import { openDoor } from '../../../electron/host/http/server.ts'
import { newFolder, post, removeFolder } from '../../fixtures/startHost.ts'
import '../../fixtures/quickSecrets.ts'
import { socketPort } from '../../fixtures/socketPort.ts'
import type { DoorAnswer, DoorUnderTest } from './door.ts'
import { doorSuite, watchSuite } from './doors.suite.ts'

const isCommand = (name: string) => {
  const known = nameOf(name)
  return known !== undefined && calls[known].kind === 'command'
}

const formerly = (name: string): string => formerNameOf(name as CallName) ?? name

/** A port whose page says the former names. */
const asBefore = (port: Port): Port => ({
  ...port,
  send: (text) => {
    const message = JSON.parse(text) as { readonly name?: string }
    port.send(JSON.stringify({ ...message, ...(message.name && { name: formerly(message.name) }) }))
  },
})

/** An office of the test's own process: the suites, one after the other, run the same code, which is compiled once. */
async function startHere() {
  const dir = await newFolder()
  const started = await startOffice({
    dir,
    school: true,
    at: undefined,
    protection: null,
    chromium: headlessChromium(),
    // The thread is the test's too: what the test does there would be charged to its stations.
    answeringTime: { burst: Number.POSITIVE_INFINITY, share: 1 },
  })
  return {
    started,
    stop: async () => {
      await started.stop()
      await removeFolder(dir)
    },
  }
}

/** The same, and its door on 127.0.0.1. */
async function startListening() {
  const { started, stop } = await startHere()
  const { host, holderOf, log } = started
  const door = await openDoor({ host, holderOf, log, pages: ownPages(), port: 0, say: () => {} })
  started.announce(door.url)
  return {
    url: door.url,
    tokens: started.tokens(),
    stop: async () => {
      await door.close()
      await stop()
    },
  }
}

async function overHttp(): Promise<DoorUnderTest> {
  const host = await startListening()
  return {
    call: async (holder, name, input, { commandId, former } = {}) => {
      const path = `${isCommand(name) ? 'commands' : 'queries'}/${former ? formerly(name) : name}` as const
      const { output, error } = await post<unknown>(host, holder, path, input, commandId)
      return error ? { error } : { output }
    },
    stop: host.stop,
  }
}

/** Calls and watches over one connection for each holder. */
function overConnections(
  open: (holder: string) => Promise<Port>,
  hello: (holder: string) => { token?: string },
): Omit<DoorUnderTest, 'stop'> & { close: () => Promise<void> } {
  const connections = new Map<string, Promise<Connection>>()
  const of = (holder: string, former?: true) => {
    const key = former ? `${holder}, the version before` : holder
    const known =
      connections.get(key) ??
      open(holder)
        .then((port) => connect(former ? asBefore(port) : port, hello(holder)))
        .then((answer) => {
          if ('error' in answer) throw new Error(answer.error.message)
          return answer.connection
        })
    connections.set(key, known)
    return known
  }
  return {
    call: async (holder, name, input, { commandId = randomUUID(), former } = {}) => {
      const connection = await of(holder, former)
      const result = isCommand(name)
        ? connection.command(name as never, input as never, commandId)
        : connection.query(name as never, input as never)
      return (await result) as DoorAnswer
    },
    watch: async (holder, name, seen) =>
      (await of(holder)).watch(name as never, {} as never, seen as (answer: unknown, seq: number) => void),
    close: async () => {
      for (const connection of connections.values()) (await connection).close()
    },
  }
}

async function overSocket(): Promise<DoorUnderTest> {
  const host = await startListening()
  const door = overConnections(
    () => socketPort(new WebSocket(`${host.url.replace('http', 'ws')}/ws`)),
    (holder) => ({ token: host.tokens[holder]! }),
  )
  return {
    ...door,
    stop: async () => {
      await door.close()
      await host.stop()
    },
  }
}

/** The desktop application's way in, with Node's own MessagePort in the place of Electron's. */
async function overMessagePort(): Promise<DoorUnderTest> {
  const { started, stop } = await startHere()
  const door = overConnections(
    async (holder) => {
      const { port1, port2 } = new MessageChannel()
      const agent = holder.startsWith('agent')
      serveConnection(started.host, portOver(port1), () => ({
        role: (agent ? 'agent' : holder) as Role,
        stationId: holder as StationId,
        agentId: agent ? (holder as AgentId) : null,
      }))
      return portOver(port2)
    },
    () => ({}),
  )
  return {
    ...door,
    stop: async () => {
      await door.close()
      await stop()
    },
  }
}

doorSuite('over HTTP', overHttp)
doorSuite('over WebSocket', overSocket, { byNight: true })
doorSuite('over MessagePort', overMessagePort, { alike: true })
watchSuite('watching over WebSocket', overSocket)
watchSuite('watching over MessagePort', overMessagePort)
