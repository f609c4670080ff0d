import { createContext, useContext, useEffect, useId, useState } from 'react'

/** The fields of a form in which something is written that is no day, by the ids of their inputs. */
export type UnreadDays = Set<string>

/** The set of the form around a field; null outside of one that asks it. */
export const UnreadDaysContext = createContext<UnreadDays | null>(null)

/** A form's own set, for `UnreadDaysContext`: while something is in it, the form sends nothing. */
export const useUnreadDays = (): UnreadDays => useState<UnreadDays>(() => new Set())[0]

/** Puts the hand in the first field of the page whose day can’t be read, and there only: nothing is sent before. */
export function focusUnreadDay(unread: UnreadDays): void {
  const fields = [...unread].flatMap((id) => document.getElementById(id) ?? [])
  // A field is in the set since it is half typed: the order is the page's.
  const [first] = fields.toSorted((one, other) =>
    one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  )
  first?.focus()
}

/**
 * Tells the form around that something is written here which is no day: it would be sent without it.
 * @param unread whether it is so now
 * @returns the id of the field's input
 */
export function useUnreadDay(unread: boolean): string {
  const days = useContext(UnreadDaysContext)
  const id = useId()
  useEffect(() => {
    if (!unread || days === null) return
    days.add(id)
    return () => {
      days.delete(id)
    }
  }, [days, id, unread])
  return id
}
