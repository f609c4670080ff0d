import { randomInt } from 'node:crypto'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { uuidv7 } from 'uuidv7'
import { holdFolder } from '../../../db/hold.ts'
import { journalFile, openJournal } from '../../../db/open.ts'
import { AgentId, type CommandId, type Instant } from '../../../shared/contract/ids.ts'
import { rights as allRights } from '../../../shared/contract/people/calls.ts'
import type { Event } from '../../../shared/contract/events.ts'
import { zoneOf, type Office } from '../../../shared/domain/state.ts'
import { invitation } from '../../../shared/domain/people/access.ts'
import { rightsOf } from '../../../shared/domain/people/people.ts'
import { peopleReset as words } from '../../../shared/messages/people/reset.fr.ts'
import { schoolClock } from '../core/clock.ts'
import { openKey, signerIn } from '../office/key.ts'
import { hostWho } from '../people/options.ts'
import { startSeals } from '../people/seal.ts'
import { restored } from '../core/fromJournal.ts'

type Arguments = { readonly folder: string; readonly agentId: AgentId; readonly manager: boolean }

/**
 * `people reset DIR --agent ID [--manager]`: a code for someone who can't sign in, when no manager can give one. It needs
 * the folder for itself, so whoever does it holds the host's machine; the journal says that the host did it.
 */
export async function resetPerson(args: readonly string[]): Promise<number> {
  const options = read(args)
  if (options === undefined) {
    process.stderr.write(`${words.usage}\n`)
    return 2
  }
  const { folder, agentId } = options
  if (!existsSync(journalFile(folder))) return refused(words.noOffice(folder))
  const hold = await holdFolder(folder)
  try {
    const journal = await openJournal(folder, { signer: signerIn(folder) })
    try {
      const { office, seq, at } = await restored(journal)
      const problem = barred(office, options)
      if (problem !== null) return refused(problem)
      const code = String(randomInt(100_000_000)).padStart(8, '0')
      const hash = await startSeals(await openKey(folder, null)).seal(code)
      const now = Math.max(schoolClock(folder, undefined).now(), at) as Instant
      const { events, personal, until } = invitation(agentId, { now, sealed: { hash, kind: 'code' } })
      const facts: readonly Event[] = [...granted(office, options), ...events]
      const commandId = uuidv7() as CommandId
      await journal.append(seq, {
        events: facts.map((event) => ({ at: now, who: hostWho(office), commandId, event })),
        personal,
        jobs: [],
        answers: [],
      })
      const shown = new Date(until).toLocaleString('fr-FR', {
        timeZone: zoneOf(office),
        dateStyle: 'long',
        timeStyle: 'short',
      })
      process.stdout.write(`${words.done(agentId, code, shown)}\n`)
      return 0
    } finally {
      await journal.close()
    }
  } finally {
    await hold.release()
  }
}

/** Why nothing is to be done; null when it is. */
function barred(office: Office, { folder, agentId, manager }: Arguments): string | null {
  if (office.officeId === null) return words.noOffice(folder)
  if (!office.people.isProtected) return words.open
  if (!office.skills.has(agentId)) return words.unknown(agentId, office.skills.keySeq().sort().toArray())
  return manager || rightsOf(office, agentId).length > 0 ? null : words.noRights(agentId)
}

function granted(office: Office, { agentId, manager }: Arguments): readonly Event[] {
  const has = rightsOf(office, agentId)
  if (!manager || has.includes('admin')) return []
  const rights = allRights.filter((right) => right === 'admin' || has.includes(right))
  return [{ type: 'agentRightsSet', data: { agentId, rights } }]
}

const refused = (text: string): number => {
  process.stderr.write(`${text}\n`)
  return 1
}

function read(args: readonly string[]): Arguments | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { agent: { type: 'string' }, manager: { type: 'boolean', default: false } },
      allowPositionals: true,
    })
    const agentId = AgentId.safeParse(values.agent)
    const [folder, ...others] = positionals
    if (folder === undefined || folder === '' || others.length > 0 || !agentId.success) return undefined
    return { folder: resolve(folder), agentId: agentId.data, manager: values.manager }
  } catch {
    return undefined
  }
}
