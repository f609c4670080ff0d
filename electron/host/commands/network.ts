import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { holdFolder } from '../../../db/hold.ts'
import { journalFile } from '../../../db/open.ts'
import type { NetworkSettings } from '../../../shared/contract/network/calls.ts'
import { network } from '../../../shared/messages/network/network.fr.ts'
import { failed } from '../documents/folder.ts'
import { servesDatabase } from '../core/journalPlace.ts'
import { officeCertificate } from '../network/certificate.ts'
import { networkFolder } from '../network/folder.ts'

const words = network.cli

/**
 * `network certificate DIR --chain FILE --key FILE`, or `--own`: which certificate the host answers with, where it has no screen.
 * The host is stopped; where stations are paired, its next start announces a key that they don't know before answering with it.
 * @throws StorageError when a host holds the folder
 */
export async function setCertificate(args: readonly string[]): Promise<number> {
  const options = read(args)
  if (options === undefined) {
    process.stderr.write(`${words.usage}\n`)
    return 2
  }
  const { folder, certificate } = options
  if (!existsSync(journalFile(folder)) && !servesDatabase(folder)) return failed(words.noOffice(folder))
  const hold = await holdFolder(folder, { wait: 0 })
  try {
    const kept = networkFolder(folder)
    const state = kept.read()
    const found = certificate && officeCertificate(certificate, Date.now())
    if (found !== null && 'problem' in found) return failed(words.unsound(found.problem))
    kept.write({ ...state, settings: { ...state.settings, certificate } })
    process.stdout.write(
      `${found === null ? words.own : words.set(found.credentials.until, found.credentials.names)}\n`,
    )
    return 0
  } finally {
    await hold.release()
  }
}

type Arguments = { readonly folder: string; readonly certificate: NetworkSettings['certificate'] }

function read(args: readonly string[]): Arguments | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        chain: { type: 'string' },
        key: { type: 'string' },
        own: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    })
    const [folder = '', more] = positionals
    if (folder === '' || more !== undefined) return undefined
    const { chain, key, own } = values
    if (own)
      return chain === undefined && key === undefined
        ? { folder: resolve(folder), certificate: null }
        : undefined
    if (!chain || !key) return undefined
    return { folder: resolve(folder), certificate: { chainFile: resolve(chain), keyFile: resolve(key) } }
  } catch {
    return undefined
  }
}
