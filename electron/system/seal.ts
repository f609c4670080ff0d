import { safeStorage } from 'electron'
import type { Seal } from './joined.ts'
import { keepSecret } from './protection.ts'

/** The operating system's protection of secrets, once Electron is ready; null where there is none worth the name. */
export async function systemSeal(): Promise<Seal | null> {
  const ask = async (what: 'name' | 'wrap' | 'unwrap', bytes: Uint8Array): Promise<Buffer> => {
    const answer = await keepSecret({ t: 'secret', id: 0, ask: what, bytes }, safeStorage, process.platform)
    if (answer.t !== 'done' || answer.problem !== undefined)
      throw new Error(answer.t === 'done' ? answer.problem : 'no answer')
    return Buffer.from(answer.bytes ?? [])
  }
  const name = await ask('name', new Uint8Array()).catch(() => Buffer.alloc(0))
  if (name.length === 0) return null
  return {
    seal: (text) => ask('wrap', Buffer.from(text)),
    open: async (sealed) => (await ask('unwrap', sealed)).toString(),
  }
}
