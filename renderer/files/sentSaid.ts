import type { FileShown } from '../../shared/contract/files/shown.ts'
import type { LocalDate } from '../../shared/contract/ids.ts'
import { fileActs as words } from '../../shared/messages/files/acts.fr.ts'

/** A forwarding in a sentence: when, to whom, and that it was noted by mistake. */
export const sentSaid = (
  { to, on, competent, receivedOn, mistaken }: FileShown['forwarded'][number],
  day: (on: LocalDate) => string,
): string => {
  const said = words.forwarded(to, day(on), competent, receivedOn === null ? null : day(receivedOn))
  return mistaken === undefined ? said : words.mistaken(said, day(mistaken.on), mistaken.reason)
}
