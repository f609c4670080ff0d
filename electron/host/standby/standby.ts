import { createHash, timingSafeEqual } from 'node:crypto'
import type { ConsultationRow, Journal } from '../../../db/journal/port.ts'
import { latestVersion } from '../../../db/migrations/migrate.ts'
import type { Who } from '../../../shared/contract/events.ts'
import type { Instant } from '../../../shared/contract/ids.ts'
import type { OfficeHost } from '../../../shared/contract/network/calls.ts'
import type { Answer } from '../core/answer.ts'
import type { Log } from '../core/log.ts'
import type { Network } from '../network/part.ts'
import { followerToken, renewFollowerToken } from '../core/tokens.ts'
import { askAny } from './asking.ts'
import { copyJournal } from './copy.ts'
import { heldFiles } from './files.ts'
import { startFollower, type FollowerLoop } from './follower.ts'
import { readFollowing, writeFollowing, type Followed, type FollowingFile } from './folder.ts'
import { apartFiles } from '../backup/apart.ts'
import { startLeader } from './leader.ts'
import { watchPeers } from './peers.ts'
import { becomeHost } from './becomeHost.ts'
import { Done, type Peer, type State } from './wire.ts'
import type { Standby, HostParts } from './part.ts'

export type StartStandby = {
  readonly dir: string
  readonly journal: Journal
  readonly waits: boolean
  readonly log: Log
}

/** Milliseconds that a host may take to answer a heartbeat, or to record what it receives. */
const patience = 3000
/** Between two notes of when a machine that follows was heard, in milliseconds. */
const noteEvery = 60_000

/**
 * Starts what this machine does in an office of two machines: it acts and the other copies it, or it copies the other, ready
 * to take the relay. A machine alone acts.
 * @throws StorageError
 */
export async function startStandby({ dir, journal: own, waits, log }: StartStandby): Promise<Standby> {
  const store = own.followed
  // Read when it is needed: a machine that follows takes its host's in.
  const token = () => followerToken(dir)
  token()
  const ends = new Set<() => void>()
  const files = heldFiles(dir)
  let kept = readFollowing(dir)
  const keep = (change: Partial<FollowingFile>) => {
    kept = { ...kept, ...change }
    writeFollowing(dir, kept)
  }
  let follows = kept.follows !== null
  // A copy that was restored as a host's, or cut while it became one.
  if (!follows && store && (await store.place()).follows) await store.become()
  let demoted = false
  let parts: HostParts | undefined
  let url: string | null = null
  let loop: FollowerLoop | undefined
  let announced = ''
  let restart = () => {}
  const again = new Promise<void>((resolve) => {
    restart = resolve
  })

  const us = (): Peer => {
    const door = parts?.network()?.ourselves()
    const urls = [...(door?.addresses ?? []), ...(url === null ? [] : [url])]
    return { hostId: kept.hostId, urls, pins: [...(door?.pins ?? [])] }
  }
  const epoch = () => parts?.office().epoch ?? 0
  // One that follows answers too, for when it takes the relay.
  const isLinked = () =>
    follows || kept.heardAt !== null || kept.peers.length > 0 || kept.former.length > 0 || epoch() > 0
  const acts = () => !follows && !demoted

  const note = async (row: ConsultationRow) => {
    if (kept.follows) await askAny(kept.follows, 'consultation', row, Done, patience)
  }
  const copy = copyJournal(own, () => follows, note)

  /** This machine acts no more, at once; started again, it follows the one that took the relay. */
  const demote = (to: Peer) => {
    if (!acts()) return
    demoted = true
    log.info('superseded', { by: to.hostId })
    const known = kept.peers.find(({ hostId }) => hostId === to.hostId)
    const urls = [...new Set([...to.urls, ...(known?.urls ?? [])])]
    const pins = [...new Set([...to.pins, ...(known?.pins ?? [])])]
    keep({ follows: { urls, pins, token: token() }, copy: 'none' })
    restart()
  }

  const leader =
    store &&
    startLeader({
      store,
      files,
      epoch,
      waits,
      known: kept.peers.length,
      onHeard: (peer, door) => {
        if (Date.now() - (kept.heardAt ?? 0) > noteEvery) keep({ heardAt: Date.now() })
        const before = kept.peers.find(({ hostId }) => hostId === peer.hostId)
        if (JSON.stringify(before) !== JSON.stringify(peer))
          keep({ peers: [...kept.peers.filter((one) => one !== before), peer].slice(-8) })
        const text = JSON.stringify(door)
        const isKnown = parts?.office().hosts.some((host) => JSON.stringify(host) === text) ?? true
        if (door === null || isKnown || announced === text) return
        announced = text
        parts?.announce(door).catch((error: unknown) => log.fault('following', error))
      },
      onFault: (error) => log.fault('following', error),
    })

  const peers = watchPeers({
    acts,
    peers: () => kept.peers.filter(({ hostId }) => hostId !== kept.hostId),
    token,
    said: () => ({ us: us(), acts: acts(), epoch: epoch() }),
    onHigher: demote,
  })

  /** The machine that this one follows: where it was, and where the journal says that hosts of the office answer. */
  const followed = (): Followed => {
    const { urls, pins, token } = kept.follows ?? { urls: [], pins: [], token: '' }
    const ours = parts?.network()?.ourselves().hostId
    const hosts = parts?.office().hosts.filter(({ hostId }) => hostId !== ours) ?? []
    return {
      urls: [...new Set([...urls, ...hosts.flatMap(({ addresses }) => addresses)])],
      pins: [...new Set([...pins, ...hosts.flatMap((host) => host.pins)])],
      token,
    }
  }

  const follow = () => {
    if (!store) return
    loop = startFollower({
      dir,
      store,
      files,
      followed,
      us,
      epoch,
      door: () => doorOf(parts?.network()),
      anchor: () => parts?.standing.anchors.line() ?? null,
      onAnchor: async (line) => parts?.standing.heard(line),
      onTaken: copy.taken,
      onApart: (why, url) => {
        log.info('followingApart', { why, url })
        const { urls, pins, token } = followed()
        keep({ copy: 'due', follows: { urls: [url, ...urls.filter((one) => one !== url)], pins, token } })
        restart()
      },
      onChange: () => parts?.onChange(),
      log,
    })
  }

  const promote = async (who: Who): Promise<Answer> => {
    if (leader === null) return { code: 'standbyElsewhere' }
    if (!follows || !parts) return { code: 'notFollowing' }
    const endFollowing = async () => {
      await loop?.stop()
      loop = undefined
    }
    const relayInput = {
      dir,
      kept: { ...kept, follows: followed() },
      journal: own,
      epoch: epoch(),
      at: parts.now(),
      who,
      us: us(),
      endFollowing,
    }
    const done = await becomeHost(relayInput)
    if (typeof done === 'string') return { code: done }
    kept = done.kept
    follows = false
    log.info('promoted', { epoch: done.epoch })
    // The other parts are notified as of another host's commit: from then on they send, print and purge.
    copy.taken([])
    parts.onChange()
    return { text: JSON.stringify({ epoch: done.epoch }) }
  }

  return {
    dir,
    // A host that never followed has its journal as it is; so has one whose database has others of its own.
    journal: follows ? copy.journal : own,
    follows: () => follows,
    reads: false,
    refused: () => (acts() ? (leader?.away() ? 'followerAway' : undefined) : 'following'),
    copied: async () => (leader && acts() ? leader.copied() : true),
    committed: () => leader?.committed(),
    superseded: () => peers.look(),
    begin: (given) => {
      parts = given
      if (follows) follow()
      peers.start()
    },
    opened: (own) => {
      url = own
    },
    promote,
    state: async (request, believed = true) => {
      const state: State = {
        us: us(),
        acts: acts(),
        epoch: epoch(),
        office: parts?.office().officeId ?? null,
        schema: latestVersion,
        place: store
          ? await store.place()
          : { seq: 0, hash: '0'.repeat(64), rev: 0, lineage: null, follows: false },
      }
      if (believed && request.acts && request.us.hostId !== kept.hostId) {
        if (request.epoch > epoch()) demote(request.us)
        // One that took the relay says where it is to who could not find it.
        const followedHost = kept.follows
        if (
          follows &&
          followedHost &&
          request.epoch >= epoch() &&
          request.us.urls.some((each) => !followedHost.urls.includes(each))
        )
          keep({
            follows: {
              urls: [...new Set([...request.us.urls, ...followedHost.urls])],
              pins: [...new Set([...request.us.pins, ...followedHost.pins])],
              token: followedHost.token,
            },
          })
      }
      return state
    },
    leader,
    admits: (shown) => shown !== undefined && timingSafeEqual(digest(shown), digest(token())),
    admitted: (shown) => shown !== undefined && kept.former.includes(digest(shown).toString('hex')),
    renew: async (who) => {
      // Nothing opens by such a token where several hosts share a database: each has its own password there.
      if (leader === null) return { code: 'standbyElsewhere' }
      if (!parts || parts.office().settings === null) return { code: 'officeNotCreated' }
      const former = digest(token()).toString('hex')
      // Before the other one opens anything: cut in between, the one before would be unknown, and not taken back.
      keep({ former: [...kept.former, former].slice(-8), peers: [], heardAt: null })
      // The door opens for the second computer, where no station had it opened: its key is a part of the token.
      await parts.network()?.tick()
      const next = renewFollowerToken(dir)
      leader.forgetAll()
      for (const end of ends) end()
      log.info('followerRenewed', {})
      // It is a host of the office again once it says where it answers, with the new token.
      announced = ''
      const ours = parts.network()?.ourselves().hostId
      const others = parts.office().hosts.filter(({ hostId }) => hostId !== ours)
      const noted = await parts.withdraw(
        who,
        others.map(({ hostId }) => hostId),
      )
      if ('code' in noted) return noted
      const [pin] = us().pins
      return { text: JSON.stringify({ token: pin === undefined ? next : `${next}.${pin}` }) }
    },
    isLinked,
    onRenewed: (ended) => {
      ends.add(ended)
      return () => ends.delete(ended)
    },
    now: () => ({
      follows: follows || demoted,
      replica: null,
      reached: loop?.reached() ?? false,
      cutOff: loop?.cutOff() ?? false,
      heardAt: (loop?.heardAt() ?? null) as Instant | null,
      trying: loop?.trying() ?? false,
      lastHeardAt: kept.heardAt as Instant | null,
      linked: isLinked(),
      followers: (leader?.followers() ?? [])
        .slice(0, 16)
        .map(({ heardAt }) => ({ heardAt: heardAt as Instant })),
      waits,
      elsewhere: leader === null,
      apart: apartFiles(dir).length,
    }),
    leave: () => leader?.stop(),
    again,
    stop: async () => {
      peers.stop()
      leader?.stop()
      await loop?.stop()
    },
  }
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Where stations will find this machine, once it answers on the network. */
function doorOf(network: Network | undefined): OfficeHost | null {
  const found = network?.ourselves()
  return found && found.addresses.length > 0 && found.pins.length > 0 ? found : null
}
