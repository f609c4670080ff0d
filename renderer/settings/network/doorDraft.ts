import { NetworkSettings } from '../../../shared/contract/network/calls.ts'
import { network as words } from '../../../shared/messages/network/network.fr.ts'

/** The network's settings as they are typed; `on` is empty for this machine only. */
export type DoorDraft = {
  readonly on: string
  readonly port: string
  readonly names: string
  readonly certificate: 'made' | 'own'
  readonly chainFile: string
  readonly keyFile: string
  readonly discoverable: boolean
}

export type DoorWrong = {
  readonly port?: string
  readonly names?: string
  readonly chainFile?: string
  readonly keyFile?: string
}

export const doorDraftOf = (settings: NetworkSettings): DoorDraft => ({
  on: settings.on ?? '',
  port: String(settings.port),
  names: settings.names.join('\n'),
  certificate: settings.certificate === null ? 'made' : 'own',
  chainFile: settings.certificate?.chainFile ?? '',
  keyFile: settings.certificate?.keyFile ?? '',
  discoverable: settings.discoverable,
})

/** A path from the root of a disk or of the machine. */
const isPath = (text: string): boolean => /^(\/|[A-Za-z]:[\\/]|\\\\)./.test(text.trim())

/** The settings, or what each field lacks. */
export function doorFrom(
  draft: DoorDraft,
): { readonly settings: NetworkSettings } | { readonly wrong: DoorWrong } {
  const own = draft.certificate === 'own'
  const names = draft.names.split(/[\s,]+/).filter((name) => name !== '')
  const port = draft.port.trim()
  const wrong = {
    ...(/^[0-9]{1,5}$/.test(port) && Number(port) <= 65_535 ? {} : { port: words.portWrong }),
    ...(NetworkSettings.shape.names.safeParse(names).success ? {} : { names: words.namesWrong }),
    ...(own && !isPath(draft.chainFile) ? { chainFile: words.fileWrong } : {}),
    ...(own && !isPath(draft.keyFile) ? { keyFile: words.fileWrong } : {}),
  }
  if (Object.keys(wrong).length > 0) return { wrong }
  return {
    settings: {
      on: draft.on === '' ? null : draft.on,
      port: Number(port),
      names,
      certificate: own ? { chainFile: draft.chainFile.trim(), keyFile: draft.keyFile.trim() } : null,
      discoverable: draft.discoverable,
    },
  }
}
