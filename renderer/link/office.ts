import { createContext, use } from 'react'

/** What every page needs of its office to draw itself. */
export type OfficeOnPage = {
  readonly name: string
  /** IANA name: hours are the office's, wherever the screen is. */
  readonly zone: string
  readonly school: boolean
}

/** Before the host has spoken: this machine's own zone. */
export const officeUnknown: OfficeOnPage = {
  name: '',
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  school: false,
}

export const OfficeContext = createContext<OfficeOnPage>(officeUnknown)

/** The office that the page belongs to. */
export const useOffice = (): OfficeOnPage => use(OfficeContext)
