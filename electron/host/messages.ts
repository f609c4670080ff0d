import type { Role } from '../../shared/contract/define.ts'

// What Electron's main process says to the host process, or to the relay of a station whose host is another machine's,
// and what these answer. Pages talk over their own MessagePort: only windows, printing and the end of the program pass
// here.

/** The stations that a window can be. */
export const stations = [
  'counter',
  'reception',
  'files',
  'till',
  'documents',
  'kiosk',
  'display',
  'supervision',
  'administration',
] as const
export type Station = (typeof stations)[number]

/** Whose role each station has. */
export const roleOfStation: Readonly<Record<Station, Role>> = {
  counter: 'agent',
  reception: 'agent',
  files: 'agent',
  till: 'agent',
  documents: 'agent',
  kiosk: 'kiosk',
  display: 'display',
  supervision: 'supervisor',
  administration: 'admin',
}

export type FromMain =
  /** The page of a window asks for the host: its MessagePort comes with this message. */
  | { readonly t: 'port'; readonly station: Station }
  /** The answer to `render`, `picture` or `print`: the bytes of the PDF or of the PNG, nothing, or why not (a French sentence). */
  | { readonly t: 'done'; readonly id: number; readonly bytes?: Uint8Array; readonly problem?: string }
  | { readonly t: 'printers'; readonly names: readonly string[] }
  | { readonly t: 'close' }

export type FromHostProcess =
  /** The office is open; `created` is false until the welcome has made it. */
  | { readonly t: 'ready'; readonly created: boolean; readonly school: boolean; readonly url: string }
  /** The host can't open its folder: the sentence is for the person at the screen, and the host leaves. */
  | { readonly t: 'failed'; readonly code: string; readonly message: string }
  /** Draw this HTML on paper of this width (and height, null: as long as the content), in millimetres; give the PDF back. */
  | {
      readonly t: 'render'
      readonly id: number
      readonly html: string
      readonly widthMm: number
      readonly heightMm: number | null
    }
  /** Draw this HTML dot for dot, one a CSS pixel, on white; give the PNG back, of this size at least. */
  | {
      readonly t: 'picture'
      readonly id: number
      readonly html: string
      readonly width: number
      readonly height: number
    }
  /** Print this HTML on the system's printer of this name, at this size in millimetres, without a dialog. */
  | {
      readonly t: 'print'
      readonly id: number
      readonly html: string
      readonly device: string
      readonly widthMm: number
      readonly heightMm: number | null
    }
