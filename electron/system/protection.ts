import type { SafeStorage } from 'electron'
import type { FromHostProcess, FromMain } from '../host/core/mainMessages.ts'

// The system's keeping of secrets (Keychain, DPAPI, Secret Service, KWallet) as Electron gives it. The host asks it over its port,
// and never has Electron itself.

type SecretRequest = Extract<FromHostProcess, { t: 'secret' }>

/** The calls of safeStorage that are used. The Electron of the tests is older than the asynchronous ones. */
export type Vault = Pick<SafeStorage, 'getSelectedStorageBackend'> &
  Partial<Pick<SafeStorage, 'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync'>> &
  Partial<Pick<SafeStorage, 'isEncryptionAvailable' | 'encryptString' | 'decryptString'>>

/** What people call it; `basic_text` is a key that is written in Chromium itself, and protects nothing. */
const linuxNames: Readonly<Record<string, string>> = {
  gnome_libsecret: 'trousseau de GNOME',
  kwallet: 'portefeuille de KDE',
  kwallet5: 'portefeuille de KDE',
  kwallet6: 'portefeuille de KDE',
}
const names: Readonly<Record<string, string>> = { win32: 'Windows', darwin: 'trousseau de macOS' }

/** What protects secrets here, in words; null where nothing does. */
async function nameOf(vault: Vault, platform: NodeJS.Platform): Promise<string | null> {
  const available = (await vault.isAsyncEncryptionAvailable?.()) ?? vault.isEncryptionAvailable?.() ?? false
  if (!available) return null
  // Read after the first call, which chooses the backend.
  if (platform === 'linux') return linuxNames[vault.getSelectedStorageBackend()] ?? null
  return names[platform] ?? null
}

const wrap = async (vault: Vault, text: string): Promise<Uint8Array> =>
  vault.encryptStringAsync ? vault.encryptStringAsync(text) : vault.encryptString!(text)

const unwrap = async (vault: Vault, bytes: Buffer): Promise<string> =>
  vault.decryptStringAsync ? (await vault.decryptStringAsync(bytes)).result : vault.decryptString!(bytes)

/** Answers the host: the name of what protects, a secret wrapped, or one in clear; why not, when the system refuses. */
export async function keepSecret(
  { id, ask, bytes }: SecretRequest,
  vault: Vault,
  platform: NodeJS.Platform,
): Promise<FromMain> {
  const data = Buffer.from(bytes)
  const answer = async (): Promise<Uint8Array> => {
    const name = await nameOf(vault, platform)
    if (ask === 'name') return Buffer.from(name ?? '')
    if (name === null) throw new Error('nothing protects secrets here')
    return ask === 'wrap' ? wrap(vault, data.toString()) : Buffer.from(await unwrap(vault, data))
  }
  try {
    // A copy of its own: a small Buffer shares the memory of others, which would cross with it.
    return { t: 'done', id, bytes: new Uint8Array(await answer()) }
  } catch (error) {
    return { t: 'done', id, problem: error instanceof Error ? error.message : String(error) }
  }
}
