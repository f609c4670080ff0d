import type { IncomingMessage } from 'node:http'
import type { Server } from 'node:https'
import type { Socket } from 'node:net'
import { startBuckets } from '../core/buckets.ts'

// What strangers may hold on the network's door. A connection is a stranger's until a token is seen on it; strangers
// are few, and the oldest gives way: one that has just come to say its token is never kept out by those that say nothing.

/** Connections without a token: of one address, and of all together. */
const mostOfOne = 64
const mostOfAll = 512
/** Connections of one that a token was seen on: a station has sixteen sockets and its requests, other software a few more. */
const mostOfKnown = 64
/** New connections of one address, and its requests without a token: so many a second after a first burst. */
const pace = { aSecond: 50, burst: 400 }
/** Addresses whose pace is remembered at most. */
const mostAddresses = 5000

export type Guard = {
  /**
   * A token was seen on this connection: it is a stranger's no more, and one of those of whoever holds the token. The oldest of
   * too many gives way.
   */
  readonly trust: (socket: Socket, holder?: string) => void
  /** False when this address asks too much without a token. */
  readonly mayAsk: (address: string) => boolean
}

/** The address of one machine: an IPv4 address in IPv6's clothes is itself. Null when nobody knows it. */
export const machineOf = (address: string | undefined): string | null =>
  address === undefined ? null : address.replace(/^::ffff:(?=[0-9.]+$)/i, '').replace(/%.*$/, '')

/**
 * Whether a proxy brought this request for somebody else, whose machine nobody knows then: what proxies say of it (RFC 7239,
 * RFC 9110 7.6.3, and the names that were usual before).
 */
export const isForwarded = ({ headers }: Pick<IncomingMessage, 'headers'>): boolean =>
  Object.keys(headers).some((name) => /^(forwarded|via|x-real-ip|x-forwarded(-.*)?)$/.test(name))

/** The address of the machine that asks; undefined for one behind a proxy, were it of this machine. */
export const askedFrom = (request: Pick<IncomingMessage, 'headers' | 'socket'>): string | undefined =>
  isForwarded(request) ? undefined : request.socket.remoteAddress

/** Whom a bound is for: one network of an IPv6 address is one caller, whatever its machines. */
export function callerOf(address: string | undefined): string {
  const machine = machineOf(address)
  if (machine === null) return 'unknown'
  if (!machine.includes(':')) return machine
  const [left = '', right] = machine.split('::')
  const groups = left === '' ? [] : left.split(':')
  const rest = right === undefined || right === '' ? [] : right.split(':')
  const whole = [...groups, ...Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill('0'), ...rest]
  return `${whole.slice(0, 4).join(':')}::/64`
}

/** Watches over a server's connections from the moment that they come. */
export function startGuard(
  server: Server,
  dropped: (address: string) => void,
  now: () => number = () => performance.now(),
): Guard {
  const strangers = new Map<string, Socket>()
  const byAddress = new Map<string, Set<string>>()
  const begun = startBuckets(mostAddresses, now)
  const socketsByAddress = new Map<string, Set<Socket>>()

  const keyOf = ({ remoteAddress, remotePort }: Pick<Socket, 'remoteAddress' | 'remotePort'>) =>
    `${remoteAddress} ${remotePort}`
  const forget = (key: string, address: string) => {
    strangers.delete(key)
    const theirs = byAddress.get(address)
    theirs?.delete(key)
    if (theirs?.size === 0) byAddress.delete(address)
  }
  const drop = (key: string) => {
    const socket = strangers.get(key)
    if (!socket) return
    const address = callerOf(socket.remoteAddress)
    forget(key, address)
    socket.destroy()
    dropped(address)
  }
  const mayAsk = (address: string): boolean => begun.take(address, pace.burst, pace.aSecond) === 0

  server.on('connection', (socket: Socket) => {
    const address = callerOf(socket.remoteAddress)
    if (!mayAsk(address)) {
      socket.destroy()
      return dropped(address)
    }
    const key = keyOf(socket)
    strangers.set(key, socket)
    const theirs = byAddress.get(address) ?? new Set()
    byAddress.set(address, theirs.add(key))
    socket.on('close', () => forget(key, address))
    if (theirs.size > mostOfOne) drop(theirs.values().next().value!)
    if (strangers.size > mostOfAll) drop(strangers.keys().next().value!)
  })

  return {
    trust: (socket, holder = '') => {
      forget(keyOf(socket), callerOf(socket.remoteAddress))
      const theirs = socketsByAddress.get(holder) ?? new Set()
      if (theirs.has(socket) || socket.destroyed) return
      socketsByAddress.set(holder, theirs.add(socket))
      socket.on('close', () => {
        theirs.delete(socket)
        if (theirs.size === 0 && socketsByAddress.get(holder) === theirs) socketsByAddress.delete(holder)
      })
      if (theirs.size <= mostOfKnown) return
      const [oldest] = theirs
      oldest?.destroy()
      dropped(callerOf(socket.remoteAddress))
    },
    mayAsk,
  }
}
