import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { canonicalJson } from '../../shared/contract/canonical.ts'
import { CommandId } from '../../shared/contract/ids.ts'
import { commandOf, nameOf, type CommandName, type Input } from '../../shared/contract/index.ts'
import type { Link } from './link.ts'

const KeptAct = z.strictObject({
  commandId: CommandId,
  name: z.string(),
  input: z.unknown(),
  agentId: z.string().nullable(),
  office: z.string(),
  /** Who was at the station; null in an office that asks nobody who they are. */
  person: z.string().nullable(),
  /** By this machine's clock, in milliseconds. */
  at: z.number(),
})
type KeptAct = z.infer<typeof KeptAct>

const key = 'guichet:acts'

/** What was typed is kept for so long, in milliseconds: a host that starts again is back sooner. */
const lasts = 15 * 60_000
/** After these nobody is there, or somebody else. */
const leaving: ReadonlySet<string> = new Set<CommandName>(['session.lock', 'session.close'])

/** Which office answers, as far as a page knows it: the training site is another. */
function officeOf(link: Link): string | null {
  const office = link.latest('office.view', {})
  return office ? canonicalJson([office.name, office.school]) : null
}

/** Who is at the station; null in an office that asks nobody who they are, undefined until it is known, or while nobody is. */
function personAt(link: Link): string | null | undefined {
  const view = link.latest('session.view', {})
  return view && (view.needed ? view.present?.agentId : null)
}

/**
 * A link whose acts survive a reload of the page: each is kept in this tab until it is answered, and sent again under
 * the same id by the next page of the same office and the same person, so that it is done once. What was typed in it is kept
 * a quarter of an hour at most, and goes when its person locks the station or leaves it, when the host locks it for them, and
 * when somebody else comes. While nobody is there (a host that starts again ends every session) it waits for its person alone.
 * @param storage the tab's own
 * @param tell told what the host said of an act of the page before, when it is a refusal
 */
export function withKeptActs(link: Link, storage: Storage, tell: (message: string) => void): Link {
  const read = (): readonly KeptAct[] => {
    try {
      const kept = z.array(KeptAct).parse(JSON.parse(storage.getItem(key) ?? '[]'))
      // Of the version before, an act may be kept under its former name.
      const present = kept.map((one) => ({ ...one, name: nameOf(one.name) ?? one.name }))
      return present.filter(({ at }) => Math.abs(Date.now() - at) < lasts)
    } catch {
      // Of another version of the page: nothing that it could do.
      return []
    }
  }
  const write = (acts: readonly KeptAct[]) => {
    if (acts.length === 0) storage.removeItem(key)
    else storage.setItem(key, JSON.stringify(acts))
  }
  // Though nothing else is done in this tab: what is read of it is written back without what had its time.
  const forgetLate = () => {
    if (storage.getItem(key) !== null) write(read())
  }
  const drop = (commandId: string) => write(read().filter((one) => one.commandId !== commandId))

  /** This very act, pressed again before its answer. */
  const same = (name: CommandName, input: unknown) => {
    const last = read().at(-1)
    // Two people were told: each counts.
    return last?.name === name &&
      commandOf(name).kept !== 'eachCounts' &&
      canonicalJson(last.input) === canonicalJson(input)
      ? last.commandId
      : undefined
  }

  const act: Link['act'] = async (name, input, given) => {
    if (leaving.has(name)) write([])
    const office = officeOf(link)
    const person = personAt(link)
    if (given !== undefined || office === null || person === undefined || !commandOf(name).kept)
      return link.act(name, input, given)
    const commandId = same(name, input) ?? CommandId.parse(uuidv7())
    const { agentId } = link.store.getState()
    write([
      ...read().filter((one) => one.commandId !== commandId),
      { commandId, name, input, agentId, office, person, at: Date.now() },
    ])
    setTimeout(forgetLate, lasts)
    const result = await link.act(name, input, commandId)
    drop(commandId)
    return result
  }

  /** Nothing stays of anybody else than who is there, nor of who locked the station: the host does it too, on absence. */
  const stopSeeing = link.watch('session.view', {}, () => {
    const person = personAt(link)
    if (person === undefined || storage.getItem(key) === null) return
    const locked = (link.latest('session.view', {})?.present?.lockedAt ?? null) !== null
    write(read().filter((one) => one.person === person && !locked))
  })

  /** What the page before began: it waits until the office says which one it is, and who is there. */
  function resume(before: readonly KeptAct[]): void {
    let resumed = false
    const look = () => {
      const office = officeOf(link)
      const person = personAt(link)
      if (office === null || person === undefined) return
      queueMicrotask(() => {
        for (const stop of stops) stop()
      })
      if (resumed) return
      resumed = true
      const { agentId } = link.store.getState()
      // A lock, or somebody else, took them out.
      const left = new Set(read().map(({ commandId }) => commandId))
      for (const one of before.filter(({ commandId }) => left.has(commandId))) {
        const name = nameOf(one.name) as CommandName | undefined
        if (name === undefined || one.office !== office || one.person !== person || one.agentId !== agentId) {
          drop(one.commandId)
          continue
        }
        void link.act(name, one.input as Input<CommandName>, one.commandId).then((result) => {
          drop(one.commandId)
          if ('error' in result) tell(result.error.message)
        })
      }
    }
    const stops = [link.watch('office.view', {}, look), link.watch('session.view', {}, look)]
  }

  forgetLate()
  const before = read()
  if (before.length > 0) setTimeout(forgetLate, lasts)
  if (before.length > 0) resume(before)
  return {
    ...link,
    act,
    close: () => {
      stopSeeing()
      link.close()
    },
    become: (agentId) => {
      // What the one before began is not done in the name of the next.
      write([])
      link.become(agentId)
    },
  }
}
