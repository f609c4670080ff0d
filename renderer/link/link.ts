import { uuidv7 } from 'uuidv7'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { canonicalJson } from '../../shared/contract/canonical.ts'
import type { Role } from '../../shared/contract/define.ts'
import type { AgentId } from '../../shared/contract/ids.ts'
import {
  commandOf,
  type CommandName,
  type Input,
  type Output,
  type ReadName,
  type ViewName,
} from '../../shared/contract/index.ts'
import { connect, noAnswer, type Connection, type Result } from '../../shared/rpc/connect.ts'
import type { Port } from '../../shared/rpc/port.ts'
import type { Fault } from '../../shared/rpc/protocol.ts'
import { busyWait, createWatches, isBusy } from './watches.ts'

/** `away`: the host does not answer, the page tries again. `refused`: it answered no, trying again is useless. */
export type LinkState = {
  readonly state: 'connecting' | 'open' | 'away' | 'refused'
  readonly refused: Fault | null
  readonly role: Role | null
  readonly agentId: AgentId | null
  /** The journal's position that the page shows. */
  readonly seq: number
  /** How far the host's clock is ahead of this page's, in milliseconds: a training office sets its own. */
  readonly ahead: number
  /** Acts not yet answered: they are sent again until they are. */
  readonly pending: number
}

export type Link = {
  readonly store: StoreApi<LinkState>
  /**
   * An act, done once whatever is cut: sent again with the same id until the host answers. The id is given where the act
   * was kept from before this page.
   */
  act<N extends CommandName>(name: N, input: Input<N>, commandId?: string): Promise<Result<Output<N>>>
  /** A reading of the tables, asked once; again a little later when the host answers others first. */
  read<N extends ReadName>(name: N, input: Input<N>): Promise<Result<Output<N>>>
  /** The latest output of a view and each next one; one watch for all who ask the same. */
  watch<N extends ViewName>(name: N, input: Input<N>, listener: () => void): () => void
  latest<N extends ViewName>(name: N, input: Input<N>): Output<N> | undefined
  /** Who holds the station from now on: the page says hello again. */
  become(agentId: AgentId | null): void
  close(): void
}

export type LinkOptions = {
  readonly open: () => Promise<Port>
  readonly token: string | null
  readonly agentId: AgentId | null
  /** Called when this page is too old for its host: a page that comes from the host is newer once loaded again. */
  readonly onOutdated?: () => void
}

/**
 * Milliseconds: the first and the longest wait before another try, the ping, and the silence that says « away ». A cut
 * just after a pong is said at the fourth ping, 1.6 s later: within two seconds, on a busy machine too.
 */
const pace = { first: 200, longest: 2_000, ping: 400, silence: 1_100, giveUp: 6_000, hello: 5_000 }

/** What came back is no answer to the act: the host stops, or never answered. */
const unanswered = ({ code }: Fault): boolean => code === noAnswer.code || code === 'closing'

type Act = {
  readonly name: CommandName
  readonly input: never
  readonly commandId: string
  readonly answers: ((result: Result<never>) => void)[]
  sentOver: Connection | null
}

/**
 * The page's one link to the host: connects, connects again with growing waits, watches again what was watched,
 * sends again what was not answered, in order. The transport is what `open` gives.
 */
export function createLink({ open, token, agentId: first, onOutdated }: LinkOptions): Link {
  const store = createStore<LinkState>(() => ({
    state: 'connecting',
    refused: null,
    role: null,
    agentId: first,
    seq: 0,
    ahead: 0,
    pending: 0,
  }))
  const watches = createWatches((seq) => {
    if (seq > store.getState().seq) store.setState({ seq })
  })
  const acts = new Map<string, Act>()
  let wanted: AgentId | null = first
  let connection: Connection | null = null
  let closed = false
  let wait = pace.first
  let attempt = 0
  /** Since when a ping has no answer. Not « since the last pong »: a hidden page's timers sleep for minutes. */
  let pingedAt: number | null = null
  let retry: ReturnType<typeof setTimeout> | undefined

  const send = (act: Act) => {
    const over = connection
    if (!over || act.sentOver === over) return
    act.sentOver = over
    void over.command(act.name, act.input, act.commandId).then((result) => {
      if ('error' in result && unanswered(result.error) && !closed) {
        // A cut: the next connection sends it. A host too slow to answer: once more over the same one.
        if (connection === over) {
          act.sentOver = null
          setTimeout(() => send(act), pace.first)
        }
        return
      }
      acts.delete(act.commandId)
      store.setState({ pending: acts.size })
      for (const answer of act.answers) answer(result as Result<never>)
    })
  }

  const lost = (from: Connection | null) => {
    if (closed || (from !== null && connection !== from)) return
    connection = null
    watches.detach()
    if (store.getState().state !== 'refused') store.setState({ state: 'away' })
    clearTimeout(retry)
    retry = setTimeout(() => void start(), wait)
    wait = Math.min(wait * 2, pace.longest)
  }

  async function start(): Promise<void> {
    const mine = ++attempt
    let opened: Connection | null = null
    let cut = false
    try {
      const port = await open()
      if (closed || mine !== attempt) return port.close()
      const answer = await connect(port, {
        timeout: pace.hello,
        ...(token === null ? {} : { token }),
        ...(wanted === null ? {} : { agentId: wanted }),
        onPong: (at?: number) => {
          pingedAt = null
          if (connection !== opened) return
          if (store.getState().state === 'away') store.setState({ state: 'open' })
          // Half a second of drift is the messages' own delay.
          const ahead = at === undefined ? 0 : at - Date.now()
          if (Math.abs(ahead - store.getState().ahead) > 500) store.setState({ ahead })
        },
        onRefused: (refused) => {
          if (closed || mine !== attempt) return
          // Before its end is seen: nothing is tried again by itself.
          connection = null
          watches.detach()
          store.setState({ state: 'refused', refused })
        },
        onClose: () => {
          cut = true
          if (opened) lost(opened)
        },
      })
      if (closed || mine !== attempt) return 'connection' in answer ? answer.connection.close() : undefined
      if ('error' in answer) {
        if (unanswered(answer.error)) return lost(null)
        store.setState({ state: 'refused', refused: answer.error })
        return answer.error.code === 'contractTooOld' ? onOutdated?.() : undefined
      }
      // Cut between the welcome and this line.
      if (cut) return lost(null)
      opened = answer.connection
    } catch {
      if (!closed && mine === attempt) lost(null)
      return
    }
    connection = opened
    pingedAt = null
    wait = pace.first
    store.setState({ state: 'open', refused: null, role: opened.role, agentId: opened.agentId })
    watches.attach(opened)
    for (const act of acts.values()) send(act)
    beat()
  }

  const beat = () => {
    if (!connection) return
    if (pingedAt === null) pingedAt = Date.now()
    const silent = Date.now() - pingedAt
    if (silent > pace.giveUp) return connection.close()
    if (silent > pace.silence && store.getState().state === 'open') store.setState({ state: 'away' })
    connection.ping()
  }
  const pulse = setInterval(beat, pace.ping)

  const dropActs = () => {
    const dropped = [...acts.values()]
    acts.clear()
    store.setState({ pending: 0 })
    for (const { answers } of dropped) for (const answer of answers) answer({ error: noAnswer })
  }

  void start()

  return {
    store,
    act: (name, input, given) => {
      if (closed) return Promise.resolve({ error: noAnswer })
      const text = canonicalJson(input)
      return new Promise((resolve) => {
        const answer = resolve as (result: Result<never>) => void
        // The same act pressed twice before its answer is one act, but for what is counted: two people were told.
        const last = [...acts.values()].at(-1)
        if (
          commandOf(name).kept !== 'eachCounts' &&
          last?.name === name &&
          canonicalJson(last.input) === text
        )
          return void last.answers.push(answer)
        const commandId = given ?? uuidv7()
        const act: Act = { name, input: input as never, commandId, answers: [answer], sentOver: null }
        acts.set(commandId, act)
        store.setState({ pending: acts.size })
        send(act)
      })
    },
    read: async (name, input) => {
      for (let times = 0; ; times++) {
        const result = (await connection?.query(name, input)) ?? { error: noAnswer }
        if (!('error' in result) || !isBusy(result.error) || closed) return result
        await new Promise((resolve) => setTimeout(resolve, busyWait(times)))
        if (connection === null) return result
      }
    },
    watch: watches.watch,
    latest: watches.latest,
    become: (agentId) => {
      wanted = agentId
      clearTimeout(retry)
      const before = connection
      connection = null
      watches.forget()
      // What the one before began is not done in the name of the next.
      dropActs()
      before?.close()
      store.setState({ state: 'connecting', agentId, refused: null })
      void start()
    },
    close: () => {
      closed = true
      clearInterval(pulse)
      clearTimeout(retry)
      connection?.close()
      dropActs()
    },
  }
}
