import type { Journal } from '../../../db/journal/port.ts'
import type { Recorded } from '../../../shared/contract/events.ts'
import type { Instant, Seq } from '../../../shared/contract/ids.ts'
import type { Personal } from '../../../shared/domain/decision.ts'
import type { Office } from '../../../shared/domain/state.ts'
import { done } from '../core/answer.ts'
import type { Handler, HandlersOf } from '../core/part.ts'
import type { Log } from '../core/log.ts'
import { startApiTokens, type ApiTokens } from './apiTokens.ts'
import type { deliver } from './deliver.ts'
import { gatewayHandlers } from './gatewaySettings.ts'
import { gatewaysOf } from './gateways.ts'
import { startNotices, type Act } from './notices.ts'
import { startWebhooks } from './webhooks.ts'

/** What a test sets otherwise: delays between tries, and how a webhook is sent. */
export type IntegrationsTuning = {
  readonly webhookDelays?: readonly number[]
  readonly noticeDelays?: readonly number[]
  readonly send?: typeof deliver
}

export type IntegrationsOptions = {
  readonly dir: string
  readonly journal: Journal
  readonly office: () => Office
  readonly personal: () => Pick<Personal, 'notices'>
  readonly act: Act
  readonly events: (since: Seq) => Promise<readonly Recorded[]>
  readonly sign: (bytes: Uint8Array) => Uint8Array
  readonly now: () => Instant
  readonly log: Log
  readonly tuning?: IntegrationsTuning | undefined
}

/** What the host does for other software, beside its doors. */
export type Integrations = ApiTokens & {
  readonly handlers: HandlersOf<'integrations'>
  /** Something was stored. */
  readonly committed: () => void
  /** Writes a row durably. @throws StorageError when the journal can't be written */
  readonly probe: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Starts tokens, webhooks and notices on the office's journal. */
export function startIntegrations(options: IntegrationsOptions): Integrations {
  const { dir, journal, office, personal, act, events, sign, now, log, tuning = {} } = options
  const store = journal.software
  const webhooks = startWebhooks({
    store,
    office,
    events,
    sign,
    log,
    delays: tuning.webhookDelays,
    send: tuning.send,
  })
  const delays = tuning.noticeDelays
  const notices = startNotices({ office, personal, act, send: gatewaysOf(dir), log, delays })

  // Of several hosts of an office, one alone notifies: no address is notified twice.
  const tells = () => journal.others?.leads() ?? true

  const replay: Handler<'webhook.replay'> = async ({ input: { webhookId, seq } }) => {
    if (!office().software.webhooks.has(webhookId)) return { code: 'unknownWebhook' }
    const letter = await store.deadOne(webhookId, seq)
    if (!letter) return { code: 'unknownDelivery' }
    await store.bury({ ...letter, again: true })
    // Wakes the host that notifies: something was stored.
    if (tells()) webhooks.wake()
    return done
  }

  if (tells()) webhooks.wake()
  return {
    ...startApiTokens(store, office, now, log),
    handlers: {
      'webhook.replay': replay,
      'notice.send': ({ who, input, commandId }) => notices.tell(who, input, commandId),
      ...gatewayHandlers(dir, office),
    },
    committed: () => {
      if (!tells()) return
      webhooks.wake()
      notices.wake()
    },
    probe: () => store.probe(now()),
    stop: async () => {
      await notices.stop()
      await webhooks.stop()
    },
  }
}
