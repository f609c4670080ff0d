import { createContext } from 'react'

/** What whoever receives may ask for from a page: help without a sound, the form of an incident. */
export type SafetyOffered = { readonly raise: () => void; readonly fill: () => void }

/** Null where nobody receives. */
export const SafetyContext = createContext<SafetyOffered | null>(null)
