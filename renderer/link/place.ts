import { isPage, type Page } from '../../shared/contract/stations.ts'

/** What preload puts on the page's window in Electron: its presence says that no socket is opened. */
export type Shell = { readonly shell: 'electron'; readonly station: string; readonly platform: string }

declare global {
  interface Window {
    readonly guichet?: Shell
  }
}

/** Where the page runs and as what: `token` is null in Electron, where the port itself says who asks. */
export type Place = {
  readonly shell: 'electron' | 'browser'
  readonly station: Page | null
  readonly token: string | null
}

/**
 * Reads the page's place. In a browser the station and the token come once in the fragment
 * (`#station=counter&token=…`); the token is kept for this tab and taken out of the address, which people copy. What part
 * of the page it names (`section`) stays there.
 */
export function readPlace(): Place {
  if (window.guichet) {
    const { station } = window.guichet
    return { shell: 'electron', station: isPage(station) ? station : null, token: null }
  }
  const given = new URLSearchParams(location.hash.slice(1))
  const station = given.get('station') ?? sessionStorage.getItem('guichet:station')
  const token = given.get('token') ?? sessionStorage.getItem('guichet:token')
  if (given.has('token')) {
    sessionStorage.setItem('guichet:token', token ?? '')
    if (station !== null) sessionStorage.setItem('guichet:station', station)
    // Another token may be another agent.
    sessionStorage.removeItem('guichet:agent')
    const section = given.get('section')
    const kept = section === null ? '' : `#${new URLSearchParams({ section })}`
    history.replaceState(null, '', `${location.pathname}${location.search}${kept}`)
  }
  return { shell: 'browser', station: isPage(station) ? station : null, token }
}

/** The agent chosen on this page, kept for this tab only. */
export const agentKept = {
  read: (): string | null => sessionStorage.getItem('guichet:agent'),
  write: (agentId: string | null): void => {
    if (agentId === null) sessionStorage.removeItem('guichet:agent')
    else sessionStorage.setItem('guichet:agent', agentId)
  },
}
