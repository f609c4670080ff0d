import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Role } from '../../../shared/contract/define.ts'
import type { AgentId, StationId } from '../../../shared/contract/ids.ts'
import type { StationFacts } from '../../../shared/contract/network/calls.ts'
import type { Scope } from '../../../shared/contract/integrations/calls.ts'
import { rights } from '../../../shared/contract/people/calls.ts'
import { writePrivate } from './privateFiles.ts'

/** What a token opens: one role, one station, one agent where the role is an agent's. */
export type Holder = {
  readonly role: Role
  readonly stationId: StationId
  readonly agentId: AgentId | null
  /** Where a person says who they are, when it isn't this station alone: all the windows of a machine are one seat. */
  readonly seat?: string
  /** Where a paired station is, on the network; null when nobody saw it; absent on the host's own machine. */
  readonly from?: string | null
  /** What a token of other software opens, whatever its role may otherwise; absent for everyone else. */
  readonly scopes?: readonly Scope[]
}

/** Whether this is the host's own machine: not a paired station, nor other software. */
export const isOwnSeat = ({ from, scopes }: Pick<Holder, 'from' | 'scopes'>): boolean =>
  from === undefined && scopes === undefined

/** The windows of the host's own machine are one seat, which no station's id can be. */
export const ownSeat = '@poste'

/** Where a person says who they are; null for a station of the public, and for other software. */
export function seatOf({ role, scopes, seat, stationId }: Holder): string | null {
  return scopes === undefined && (rights as readonly string[]).includes(role) ? (seat ?? stationId) : null
}

/** Why a token opens nothing any more. */
export type TokenFault = 'tokenExpired' | 'stationRevoked' | 'stationExpired'
/** Who holds a token: the office's own, one of other software, or a paired station's. */
export type HolderOf = (token: string) => Holder | TokenFault | undefined

const TokenFile = z.record(z.string(), z.string().min(32))

/**
 * The tokens of this folder by name (`kiosk`, `agent1`…), kept from start to start in a file readable by its
 * owner only, so that a page survives a restart of its host. Names not there yet get theirs now.
 */
export function tokensOf(dir: string, names: readonly string[]): Readonly<Record<string, string>> {
  const file = join(dir, 'tokens.json')
  const existing = knownTokens(dir)
  const tokens = Object.fromEntries(names.map((name) => [name, existing[name] ?? newToken()]))
  if (names.some((name) => existing[name] === undefined))
    writePrivate(file, `${JSON.stringify({ ...existing, ...tokens }, null, 2)}\n`)
  return tokens
}

/** Typed on a command line too, where what begins with a dash is an option. */
function newToken(): string {
  const token = randomBytes(32).toString('base64url')
  return token.startsWith('-') ? newToken() : token
}

/** The tokens that a folder has. */
export function knownTokens(dir: string): Readonly<Record<string, string>> {
  const file = join(dir, 'tokens.json')
  return existsSync(file) ? readTokens(file) : {}
}

/** The token that opens what the machines of an office ask each other (`/following/…`), and nothing else. */
export const followerToken = (dir: string): string => tokensOf(dir, ['follower'])['follower']!

// A broken file only costs the pages a new address: tokens are made again.
const readTokens = (file: string): Record<string, string> => {
  try {
    return TokenFile.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return {}
  }
}

/** Another one in its place: from then on the one before opens nothing of the office. */
export function renewFollowerToken(dir: string): string {
  const token = newToken()
  writePrivate(
    join(dir, 'tokens.json'),
    `${JSON.stringify({ ...knownTokens(dir), follower: token }, null, 2)}\n`,
  )
  return token
}

/** Who holds a token, found without comparing secrets character by character (the hash is looked up). */
export function keyring(
  holders: readonly (Holder & { readonly token: string })[],
): (token: string) => Holder | undefined {
  const hashed = (token: string) => createHash('sha256').update(token).digest('base64')
  const ring = new Map(holders.map(({ token, ...holder }) => [hashed(token), holder]))
  return (token) => ring.get(hashed(token))
}

/** A paired station as the doors know it. Until people have a PIN, an agent's station says which agent holds it. */
export const pairedHolder = (
  { role, stationId }: Pick<StationFacts, 'role' | 'stationId'>,
  agentId: AgentId | null,
  from: string | null = null,
): Holder => ({ role, stationId, agentId: role === 'agent' ? agentId : null, from })
