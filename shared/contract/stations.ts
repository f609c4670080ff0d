import type { Role } from './define.ts'

/** What a page of the application is, for every side that shows, opens or guards it. */
type PageFacts = {
  /** Whose rights it has with the host. */
  readonly role: Role
  /** The station that it belongs to, where it is none itself. */
  readonly of?: 'counter' | 'administration'
  /** Seen by the public: said otherwise, without notices for agents, without menu, dialog or way out. */
  readonly public?: true
  /** Someone with a name holds it: its papers bear it. */
  readonly heldByAgent?: true
  /** Nobody says there who they are. */
  readonly nobody?: true
  /** Held by those who receive, or who answer for them: help can be asked there, and is seen. */
  readonly safety?: true
  /** An agent reads codes there by the camera; no other page films. */
  readonly camera?: true
  /** Its agent has numbers to take to the ministry's own software. */
  readonly copies?: true
  /** The pages that are opened beside it: the office's documents, and the till where the person is. */
  readonly opens?: readonly ('documents' | 'till')[]
  /** It gives the notices room of its own, so that nothing under way is covered. */
  readonly noticesInPlace?: true
  /** Too thin for the bands of the others: it says itself that the host is away, or that the office is a training one. */
  readonly thin?: true
  /** It shows what another page of the same machine gives it: no host is asked for anything. */
  readonly withoutHost?: true
}

/** Every page, told once: a page that says nothing of itself does not compile. */
const declared = {
  counter: {
    role: 'agent',
    heldByAgent: true,
    safety: true,
    camera: true,
    copies: true,
    opens: ['documents', 'till'],
    noticesInPlace: true,
  },
  bar: { role: 'agent', of: 'counter', copies: true, noticesInPlace: true, thin: true },
  reception: {
    role: 'agent',
    heldByAgent: true,
    safety: true,
    camera: true,
    copies: true,
    opens: ['documents'],
    noticesInPlace: true,
  },
  files: { role: 'agent', heldByAgent: true, safety: true, opens: ['documents'], noticesInPlace: true },
  till: { role: 'agent', heldByAgent: true, safety: true, noticesInPlace: true },
  documents: { role: 'agent', heldByAgent: true, safety: true, camera: true, noticesInPlace: true },
  kiosk: { role: 'kiosk', public: true, nobody: true },
  display: { role: 'display', public: true, nobody: true },
  exchange: { role: 'agent', of: 'counter', nobody: true, withoutHost: true },
  supervision: { role: 'supervisor', safety: true, opens: ['documents'] },
  administration: { role: 'admin' },
  welcome: { role: 'admin', of: 'administration', nobody: true },
} as const satisfies Readonly<Record<string, PageFacts>>

/** What a window or a browser's tab shows: a station, or a page that belongs to one. */
export type Page = keyof typeof declared
/** The pages that are stations: each has its role with the host. */
export type Station = {
  [P in Page]: (typeof declared)[P] extends { readonly of: string } ? never : P
}[Page]

export const pages: Readonly<Record<Page, PageFacts>> = declared
export const pageNames: readonly Page[] = Object.keys(declared) as Page[]

/** Whether a name, of an address or a command line, is that of a page. */
export const isPage = (name: unknown): name is Page => pageNames.some((page) => page === name)

/** Whether a name is that of a page that stands by itself, and not of a part of another. */
export const isStation = (name: unknown): name is Station => isPage(name) && pages[name].of === undefined
export const stations: readonly Station[] = pageNames.filter(isStation)
/** The station that a page is, or belongs to. */
export const stationOf = (page: Page): Station => pages[page].of ?? (page as Station)
