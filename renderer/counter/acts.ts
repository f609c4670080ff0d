import { useMemo } from 'react'
import type { AgentId } from '../../shared/contract/ids.ts'
import { actTold } from '../../shared/contract/queue/counters.ts'
import {
  namesRequest,
  type CommandName,
  type Input,
  type Output,
  type ReadName,
} from '../../shared/contract/index.ts'
import { onRequestOf } from '../../shared/contract/onRequest.ts'
import { demandRefusals } from '../../shared/contract/law/demands.ts'
import type { Result } from '../../shared/rpc/connect.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { hour, ticketNumber } from '../../shared/messages/format/numbers.ts'
import { useOffice } from '../link/office.ts'
import { useLink } from '../link/hooks.ts'
import type { Link } from '../link/link.ts'
import { useOtherAgent } from '../people/presence.ts'
import { copyText } from '../ui/clipboard.ts'
import { keepKeys } from '../ui/keptKeys.ts'
import { say, unsayAll, unsayText } from '../link/notices.ts'

export type CounterView = Output<'counter.view'>
export type Current = NonNullable<CounterView['current']>
export type SheetPatch = Input<'sheet.update'>

type Act<N extends CommandName> = (input: Input<N>) => Promise<Result<Output<N>>>
type Read<N extends ReadName> = (input: Input<N>) => Promise<Result<Output<N>>>

/** Notes on the sheet; resolves when the host has it, or refused it. */
export type Patch = Act<'sheet.update'>

/** All that a counter's page does, each by its call's input; drawn without a host, a page gets other ones. */
export type CounterActs = {
  readonly openCounter: Act<'counter.open'>
  readonly closeCounter: Act<'counter.close'>
  readonly pause: Act<'counter.pause'>
  readonly resumeCounter: Act<'counter.resume'>
  readonly interrupt: Act<'counter.interrupt'>
  readonly undo: Act<'counter.undo'>
  readonly callNext: Act<'ticket.callNext'>
  readonly callOutOfOrder: Act<'ticket.callOutOfOrder'>
  readonly recall: Act<'ticket.recall'>
  readonly markAbsent: Act<'ticket.markAbsent'>
  readonly start: Act<'ticket.start'>
  readonly setPriority: Act<'ticket.setPriority'>
  readonly park: Act<'ticket.park'>
  readonly resume: Act<'ticket.resume'>
  readonly return: Act<'ticket.return'>
  /** Not said here: whoever asks it knows the service's name (`sayTransferred`). */
  readonly transfer: Act<'ticket.transfer'>
  readonly addService: Act<'visit.addService'>
  readonly takeFile: Act<'visit.takeFile'>
  readonly close: Act<'visit.close'>
  readonly updateSheet: Patch
  readonly askAgain: Act<'piece.askAgain'>
  readonly printObligations: Act<'obligations.print'>
  readonly readScan: Read<'scan.read'>
  readonly checkNumber: Act<'preApplication.check'>
  readonly print: Act<'document.print'>
  readonly redirect: Act<'print.redirect'>
  readonly retry: Act<'print.retry'>
  /** Puts a number on the clipboard, for the ministry's own software. */
  readonly copy: (code: string) => void
  readonly otherAgent: (agentId: AgentId | null) => void
}

/** The acts with which a visit begins here. */
const begins: ReadonlySet<CommandName> = new Set<CommandName>([
  'ticket.callNext',
  'ticket.callOutOfOrder',
  'ticket.resume',
])

/** The acts that leave another page or panel: what is pressed while they are on their way is for that one. */
const turns: ReadonlySet<CommandName> = new Set<CommandName>([
  ...begins,
  'ticket.start',
  'ticket.markAbsent',
  'ticket.park',
  'ticket.transfer',
  'visit.addService',
  'visit.takeFile',
  'visit.close',
  'counter.pause',
  'counter.resume',
  'counter.undo',
])

/** The same input with the request that the page shows, for an act that names one and was given none. */
function namingRequest<N extends CommandName>(link: Link, name: N, input: Input<N>): Input<N> {
  if (!namesRequest(name) || 'request' in input) return input
  const current = link.latest('counter.view', {})?.current
  return current ? { ...onRequestOf(current), ...input } : input
}

/** What the view shows once an act is done, of those after which nothing but the view makes the page. */
const leadsTo: ReadonlyMap<CommandName, CounterView['state']> = new Map<CommandName, CounterView['state']>([
  ['ticket.callNext', 'calling'],
  ['ticket.callOutOfOrder', 'calling'],
  ['ticket.resume', 'serving'],
  ['ticket.start', 'serving'],
  ['ticket.markAbsent', 'free'],
  ['counter.pause', 'paused'],
  ['counter.resume', 'free'],
])

/** Milliseconds that an answered act is given to be seen: the view follows its answer. */
const seenWithin = 1_500

/**
 * Keeps what is pressed until the page that the act leaves is drawn. The view alone may tell it: where the host fell
 * after the commit, it comes before the answer, or the answer not at all. Another page, which somebody else's act left
 * meanwhile, is not the one that the keys are for; nor is the one whose panel the answer opens or shuts.
 */
function keysForTurn(
  link: Link,
  name: CommandName,
): { readonly answered: () => void; readonly refused: () => void } {
  const { answered, over, refused } = keepKeys()
  const leads = leadsTo.get(name)
  const shown = () => link.latest('counter.view', {})?.state
  const before = shown()
  let done = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = () => {
    clearTimeout(timer)
    stop()
    over()
  }
  const stop = link.watch('counter.view', {}, () => {
    if (done || (leads !== undefined && leads !== before && shown() === leads)) end()
  })
  return {
    answered: () => {
      answered()
      done = true
      timer = setTimeout(end, seenWithin)
    },
    refused: () => {
      stop()
      refused()
    },
  }
}

/** Refusals of a note that the page shows where it was made, with the text. */
const saidInPlace: ReadonlySet<string> = new Set([...demandRefusals, 'dateInFuture'])

/** The acts over the page's link: a refusal is said and given back; what is done is said where the counter's line changes. */
export function useCounterActs(): CounterActs {
  const link = useLink()
  const { zone } = useOffice()
  const otherAgent = useOtherAgent()
  return useMemo(() => ({ ...actsOver(link, zone), otherAgent }), [link, zone, otherAgent])
}

function actsOver(link: Link, zone: string): Omit<CounterActs, 'otherAgent'> {
  const words = counterWords.line
  /** What was refused of each act: it is no longer so once the act is done. */
  const refused = new Map<CommandName, string>()
  /** An act by its name; `done` is what is said once the host has done it, or null. */
  const act =
    <N extends CommandName>(name: N, done?: (output: Output<N>, input: Input<N>) => string | null): Act<N> =>
    async (input) => {
      // What was said of the visit before is not said of the one that begins.
      if (begins.has(name)) unsayAll()
      const keys = turns.has(name) ? keysForTurn(link, name) : null
      const result = await link.act(name, namingRequest(link, name, input))
      if ('error' in result) {
        keys?.refused()
        refused.set(name, result.error.message)
        say(result.error.message)
      } else {
        keys?.answered()
        unsayText(refused.get(name) ?? '')
        const text = done?.(result.output, input)
        if (text) say(text, 'done')
      }
      return result
    }
  const closed = act('visit.close')
  return {
    openCounter: act('counter.open'),
    closeCounter: act('counter.close'),
    pause: act('counter.pause'),
    resumeCounter: act('counter.resume'),
    interrupt: act('counter.interrupt', ({ interrupted }, { kind = 'telephone' }) =>
      interrupted ? words.interruptBegins(words.interruptions[kind]) : words.interruptEnds,
    ),
    undo: act('counter.undo', (told) => words.undone(actTold(told), told.number)),
    callNext: act('ticket.callNext'),
    callOutOfOrder: act('ticket.callOutOfOrder'),
    recall: act('ticket.recall'),
    markAbsent: act('ticket.markAbsent', ({ number }) => counterWords.absentNoted(ticketNumber(number))),
    start: act('ticket.start'),
    setPriority: act('ticket.setPriority', ({ number }, { priority }) =>
      priority === null ? words.groundTaken(number) : words.groundNoted(number),
    ),
    park: act('ticket.park', ({ number }, { promisedAt = null }) =>
      words.parkNoted(number, promisedAt === null ? null : hour(promisedAt, zone)),
    ),
    resume: act('ticket.resume'),
    return: act('ticket.return', ({ number, keepsRank }) =>
      keepsRank ? words.backKept(number) : words.backLast(number),
    ),
    transfer: act('ticket.transfer'),
    addService: act('visit.addService'),
    takeFile: act('visit.takeFile'),
    close: async (input) => {
      const result = await closed(input)
      if ('output' in result && result.output.remaining === 0) unsayAll()
      return result
    },
    updateSheet: async (patch) => {
      const result = await link.act('sheet.update', patch)
      if ('error' in result && !saidInPlace.has(result.error.code)) say(result.error.message)
      if ('output' in result && result.output.setBack.length > 0)
        say(counterWords.setBack(result.output.setBack), 'done')
      return result
    },
    askAgain: act('piece.askAgain'),
    printObligations: act('obligations.print', ({ printed }) => (printed ? counterWords.law.printed : null)),
    readScan: async (input) => {
      const result = await link.read('scan.read', input)
      if ('error' in result) say(result.error.message)
      return result
    },
    checkNumber: act('preApplication.check'),
    print: act('document.print'),
    redirect: act('print.redirect'),
    retry: act('print.retry'),
    copy: (code) =>
      void copyText(code).then((copied) =>
        copied ? say(words.copied(code), 'done') : say(words.copyFailed(code)),
      ),
  }
}

/** Says that the person waits elsewhere, by the service's name. */
export const sayTransferred = ({ number, ahead }: Output<'ticket.transfer'>, service: string): void =>
  say(counterWords.line.transferNoted(number, service, ahead), 'done')
