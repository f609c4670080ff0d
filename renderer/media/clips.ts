import { useEffect, useMemo, useState } from 'react'
import type { Recording } from '../../shared/contract/media/recordings.ts'
import { useLink, useView } from '../link/hooks.ts'
import type { Link } from '../link/link.ts'

/**
 * Addresses of what the office recorded, by the hash of its bytes: read once over the page's link, whatever shows it and
 * however often. An office keeps 64 MiB of them at most, and what it no longer has is let go here too.
 */
const clips = new Map<string, Promise<string>>()

/** Gives the address of a recording in this page. @throws Error when the host does not give it whole */
export function clipOf(link: Link, recording: Recording): Promise<string> {
  const { sha256 } = recording
  const known = clips.get(sha256)
  if (known) return known
  const read = readWhole(link, recording)
  clips.set(sha256, read)
  // Asked again the next time that it is wanted.
  read.catch(() => clips.delete(sha256))
  return read
}

async function readWhole(link: Link, { recordingId, pieces, lang, format }: Recording): Promise<string> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  for (let index = 0; index < pieces; index++) {
    const result = await link.read('recording.piece', { recordingId, index })
    if ('error' in result) throw new Error(result.error.code)
    parts.push(Uint8Array.from(atob(result.output.bytes), (letter) => letter.codePointAt(0) ?? 0))
  }
  const kind = lang === 'lsf' ? 'video' : 'audio'
  return URL.createObjectURL(new Blob(parts, { type: `${kind}/${subtypes[format]}` }))
}

const subtypes: Readonly<Record<Recording['format'], string>> = {
  webm: 'webm',
  mp4: 'mp4',
  ogg: 'ogg',
  mp3: 'mpeg',
  wav: 'wav',
}

function letGo(kept: readonly Recording[]): void {
  const hashes = new Set(kept.map(({ sha256 }) => sha256))
  for (const [sha256, clip] of clips) {
    if (hashes.has(sha256)) continue
    clips.delete(sha256)
    void clip.then(
      (url) => URL.revokeObjectURL(url),
      () => {},
    )
  }
}

const none: readonly Recording[] = []

/** What the office recorded and that is still true, as the host last said it. */
export function useRecordings(): readonly Recording[] {
  const view = useView('recordings.view', {})
  useEffect(() => {
    if (view) letGo(view.recordings)
  }, [view])
  return useMemo(() => view?.recordings.filter(({ current }) => current) ?? none, [view])
}

/** A recording on its way to a page: its address once it has come, or that it can't be had. */
type Clip = { readonly url: string | null; readonly failed: boolean }
const onItsWay: Clip = { url: null, failed: false }

/** A recording for a page that shows it now. */
export function useClip(recording: Recording | null): Clip {
  const link = useLink()
  const [come, setCome] = useState<Clip & { readonly sha256: string }>()
  const sha256 = recording?.sha256
  useEffect(() => {
    if (!recording) return
    let wanted = true
    const tell = (clip: Clip) => {
      if (wanted) setCome({ ...clip, sha256: recording.sha256 })
    }
    clipOf(link, recording).then(
      (url) => tell({ url, failed: false }),
      () => {
        unplayable(recording)
        tell({ url: null, failed: true })
      },
    )
    return () => {
      wanted = false
    }
    // The same bytes are the same clip.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [link, sha256])
  return come && come.sha256 === sha256 ? come : onItsWay
}

/** The application's log takes it from here (electron/system/pageSaid.ts); a browser has its own. */
export const unplayable = ({ recordingId }: Pick<Recording, 'recordingId'>): void =>
  // oxlint-disable-next-line no-console
  console.warn(`recordingUnplayable ${recordingId}`)
