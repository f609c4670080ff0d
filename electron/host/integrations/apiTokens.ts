import type { IntegrationsStore } from '../../../db/journal/integrations.ts'
import type { Instant, StationId } from '../../../shared/contract/ids.ts'
import type { ApiTokenId } from '../../../shared/contract/integrations/calls.ts'
import type { Office } from '../../../shared/domain/state.ts'
import { tokenHash } from '../../../shared/domain/integrations/access.ts'
import { startLimits, type Limits } from '../core/limits.ts'
import type { Log } from '../core/log.ts'
import type { Holder } from '../core/tokens.ts'

/** One token's calls at most: so many under way, so many a second. Other software shares the office with its people. */
const underWay = 16
const aSecond = 50
/** The last use is written at most so often, in milliseconds. */
const writtenEvery = 60_000

export type ApiTokens = {
  readonly holderOf: (token: string) => Holder | 'expired' | undefined
  /** Bounds of their own, by token. */
  readonly limits: Limits
}

/** Who holds a token that a manager gave to other software. */
export function startApiTokens(
  store: IntegrationsStore,
  office: () => Office,
  now: () => Instant,
  log: Log,
): ApiTokens {
  const written = new Map<ApiTokenId, number>()
  const used = (tokenId: ApiTokenId, at: Instant) => {
    if (at - (written.get(tokenId) ?? 0) < writtenEvery) return
    written.set(tokenId, at)
    store.used(tokenId, at).catch((error: unknown) => log.fault('apiTokens', error))
  }
  return {
    limits: startLimits(underWay, aSecond),
    holderOf: (token) => {
      const { tokens } = office().software
      // Looked up by its hash: no secret is compared character by character.
      const hash = tokens.isEmpty() ? '' : tokenHash(token)
      const match = tokens.find((one) => one.hash === hash)
      if (!match) return undefined
      const at = now()
      if (match.until !== null && match.until <= at) return 'expired'
      used(match.tokenId, at)
      return {
        role: 'integration',
        stationId: match.tokenId as string as StationId,
        agentId: null,
        scopes: match.scopes,
      }
    },
  }
}
