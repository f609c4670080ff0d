import { createHmac } from 'node:crypto'
import type { DeadLetter, Position, IntegrationsStore } from '../../../db/journal/integrations.ts'
import type { Recorded } from '../../../shared/contract/events.ts'
import type { Instant, Seq } from '../../../shared/contract/ids.ts'
import { isPublished, publishedFacts } from '../../../shared/contract/integrations/published.ts'
import type { DeliveryProblem, WebhookId } from '../../../shared/contract/integrations/calls.ts'
import { webhookSecret } from '../../../shared/domain/integrations/access.ts'
import type { KnownWebhook } from '../../../shared/domain/integrations/state.ts'
import type { Office } from '../../../shared/domain/state.ts'
import { eventForOthers } from './forOthers.ts'
import type { Log } from '../core/log.ts'
import { deliver } from './deliver.ts'

/** Before each new try, in milliseconds: about a day in all, then it is given up and shown. */
const usualDelays: readonly number[] = [5, 30, 120, 600, 3600, 21_600, 54_000].map(
  (seconds) => seconds * 1000,
)

export type WebhooksOptions = {
  readonly store: IntegrationsStore
  readonly office: () => Office
  /** Events after a position, a page at a time. */
  readonly events: (since: Seq) => Promise<readonly Recorded[]>
  readonly sign: (bytes: Uint8Array) => Uint8Array
  readonly log: Log
  readonly delays?: readonly number[] | undefined
  readonly send?: typeof deliver | undefined
}

export type Webhooks = {
  /** An event was stored, or a retry was asked. */
  readonly wake: () => void
  readonly stop: () => Promise<void>
}

/**
 * Tells each webhook the office's events, one at a time and in order. How far each one is, is kept: the journal itself
 * is the queue, so that a stop loses nothing and an event may come twice, with the same `webhook-id`.
 */
export function startWebhooks(options: WebhooksOptions): Webhooks {
  const { store, office, events, sign, log, delays = usualDelays, send = deliver } = options
  const turns = new Map<WebhookId, Promise<void>>()
  const again = new Set<WebhookId>()
  const timers = new Map<WebhookId, NodeJS.Timeout>()
  /** Each webhook as it was at its last try: one that was changed since does not wait for what failed before. */
  const lastTried = new Map<WebhookId, KnownWebhook>()
  let positions: Map<WebhookId, Position> | undefined
  let stopped = false

  const positionMap = async () =>
    (positions ??= new Map((await store.positions()).map((position) => [position.webhookId, position])))
  const now = () => Date.now() as Instant
  /** The webhook as it is now: changed, paused or removed while something was under way. */
  const current = (id: WebhookId) => (stopped ? undefined : office().software.webhooks.get(id))

  const moved = async (position: Position) => {
    ;(await positionMap()).set(position.webhookId, position)
    await store.moved(position)
  }

  const post = ({ webhookId, url }: KnownWebhook, { seq, at, event }: Recorded) => {
    const body = JSON.stringify({
      type: event.type,
      timestamp: new Date(at).toISOString(),
      seq,
      at,
      data: publishedFacts(eventForOthers(event)),
    })
    const { software, officeId } = office()
    const headers = signedHeaders(webhookSecret(webhookId, sign), `evt_${officeId}_${seq}`, body)
    return send(url, body, headers, { privateAddresses: software.settings.privateAddresses })
  }

  const wakeLater = (id: WebhookId, at: Instant) => {
    clearTimeout(timers.get(id))
    timers.set(
      id,
      setTimeout(() => turn(id), Math.max(0, at - now())),
    )
  }

  /** Retries asked by a person: one try each, outside the order, which has gone on since. */
  async function sendAgain(id: WebhookId): Promise<void> {
    for (;;) {
      const letter = await store.toSendAgain(id)
      const webhook = current(id)
      if (!letter || !webhook) return
      const [recorded] = await events((letter.seq - 1) as Seq)
      const problem = recorded ? await post(webhook, recorded) : null
      if (problem === null) await store.unbury(id, letter.seq)
      else await store.bury({ ...letter, again: false, attempts: letter.attempts + 1, problem, at: now() })
    }
  }

  /** @returns whether the next event may be tried now */
  async function tried(position: Position, recorded: Recorded, problem: DeliveryProblem | null) {
    const { webhookId } = position
    const { seq, event } = recorded
    if (problem === null) {
      await moved({ webhookId, seq, attempts: 0, nextAt: now(), problem: null })
      return true
    }
    const attempts = position.attempts + 1
    log.info('webhook', { webhookId, seq, attempts, problem })
    const delay = delays[attempts - 1]
    if (delay === undefined) {
      const letter: DeadLetter = {
        webhookId,
        seq,
        type: event.type,
        at: now(),
        attempts,
        problem,
        again: false,
      }
      await store.bury(letter)
      await moved({ webhookId, seq, attempts: 0, nextAt: now(), problem: null })
      return true
    }
    const nextAt = (now() + delay) as Instant
    await moved({ ...position, attempts, nextAt, problem })
    wakeLater(webhookId, nextAt)
    return false
  }

  async function run(id: WebhookId): Promise<void> {
    await sendAgain(id)
    for (;;) {
      const webhook = current(id)
      if (!webhook?.active) return
      const fresh: Position = { webhookId: id, seq: webhook.since, attempts: 0, nextAt: now(), problem: null }
      const position = (await positionMap()).get(id) ?? fresh
      const same = lastTried.get(id) === webhook
      if (same && position.attempts > 0 && position.nextAt > now()) return wakeLater(id, position.nextAt)
      lastTried.set(id, webhook)
      const page = await events(position.seq)
      if (page.length === 0) return
      const next = page.find(
        ({ event: { type } }) =>
          isPublished(type) && (webhook.types.length === 0 || webhook.types.includes(type)),
      )
      // This page has no event for it: its position moves past the page.
      if (!next) await moved({ ...fresh, seq: page.at(-1)!.seq })
      else if (!(await tried(position, next, await post(webhook, next)))) return
    }
  }

  function turn(id: WebhookId): void {
    if (stopped) return
    if (turns.has(id)) return void again.add(id)
    const mine = run(id)
      .catch((error: unknown) => log.fault('webhooks', error, { webhookId: id }))
      .then(() => {
        turns.delete(id)
        if (again.delete(id)) turn(id)
      })
    turns.set(id, mine)
  }

  /** Of a webhook that was removed, nothing is kept. */
  async function forget(): Promise<void> {
    for (const id of (await positionMap()).keys()) {
      if (office().software.webhooks.has(id) || turns.has(id)) continue
      positions?.delete(id)
      lastTried.delete(id)
      clearTimeout(timers.get(id))
      await store.forget(id)
    }
  }

  return {
    wake: () => {
      const { webhooks } = office().software
      for (const id of webhooks.keys()) turn(id)
      if (positions && positions.size > webhooks.size)
        forget().catch((error: unknown) => log.fault('webhooks', error))
    },
    stop: async () => {
      stopped = true
      for (const timer of timers.values()) clearTimeout(timer)
      await Promise.all(turns.values())
    },
  }
}

/** The headers of Standard Webhooks 1: an id that does not change, the hour of this try, and the signature of both with the body. */
export function signedHeaders(
  secret: Uint8Array,
  id: string,
  body: string,
  at: number = Date.now(),
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(at / 1000))
  const signature = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` }
}
