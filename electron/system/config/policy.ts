import { execFileSync } from 'node:child_process'
import { win32 } from 'node:path'
import { installed } from '../../../shared/messages/updates/installed.fr.ts'
import { firstFlaw, type Configured } from './read.ts'
import { Configuration } from './schema.ts'

// On Windows, a domain's administrator sets the same by group policy (docs/deploy/windows/guichet.admx): values of a
// key that only an administrator writes.

const key = 'HKLM\\Software\\Policies\\Guichet'

/** Each value's name in the registry, and its place in the configuration. */
export const policyPlaces: Readonly<Record<string, readonly [keyof Configuration, string?]>> = {
  Data: ['data'],
  Station: ['station'],
  HostPort: ['host', 'port'],
  HostJournal: ['host', 'journal'],
  HostOffice: ['host', 'office'],
  Syslog: ['syslog'],
  UpdateFrom: ['update', 'from'],
  UpdateKey: ['update', 'key'],
  UpdateBetween: ['update', 'between'],
  UpdateOn: ['update', 'on'],
}

/** What `reg query` writes: `    Name    REG_SZ    value`, whatever the language of the system. */
const line = /^\s+(\S+)\s+REG_(SZ|EXPAND_SZ|DWORD)\s+(.*?)\s*$/

/** The policy's values, read and checked; a value that is not one of ours is refused as a key of the file is. */
export function parsePolicy(output: string): Configured {
  const found: Record<string, unknown> = {}
  for (const one of output.split(/\r?\n/)) {
    const [, name, type, value = ''] = line.exec(one) ?? []
    if (name === undefined) continue
    const [section, setting] = (Object.hasOwn(policyPlaces, name) && policyPlaces[name]) || [name]
    // A DWORD is written 0x….
    const number = type === 'DWORD' ? Number(value) : value
    // The registry has no yes or no: 1 or 0.
    const read = name === 'UpdateOn' && (number === 0 || number === 1) ? number === 1 : number
    found[section] = setting ? { ...(found[section] as object | undefined), [setting]: read } : read
  }
  const parsed = Configuration.safeParse(found)
  const where = `${installed.configuration.policy}, ${key}`
  return parsed.success
    ? { configuration: parsed.data }
    : { problem: installed.configuration.broken(where, null, firstFlaw(parsed.error)) }
}

/** Asks the registry. @throws with `status` 1 where the key does not exist */
const query = (program: string, args: readonly string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', windowsHide: true, stdio: 'pipe' })

/**
 * The policy of this machine; nothing outside Windows, or where there is none. The system's own program is asked by its whole
 * path: by its name alone, Windows takes first whichever lies in the folder that the application was started from.
 */
export function readPolicy(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  ask: typeof query = query,
): Configured {
  if (platform !== 'win32') return { configuration: {} }
  const program = win32.join(env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'reg.exe')
  try {
    return parsePolicy(ask(program, ['query', key]))
  } catch (error) {
    const { status, code, message } = error as { status?: number | null; code?: string; message: string }
    // `reg` leaves with 1 where the key does not exist: no policy is set.
    if (status === 1) return { configuration: {} }
    const { broken, policy, unreadable } = installed.configuration
    return { problem: broken(`${policy}, ${key}`, null, unreadable(code ?? message)) }
  }
}
