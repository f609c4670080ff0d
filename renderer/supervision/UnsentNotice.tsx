import type { TicketId } from '../../shared/contract/ids.ts'
import { needWords } from '../../shared/messages/history/needs.fr.ts'
import { useAct } from '../link/hooks.ts'
import { NeedLine } from './NeedLine.tsx'

const words = needWords.unsent

/** Somebody who waits for a notice that did not leave: they are told by word of mouth, which is noted. */
export function UnsentNotice({ ticketId, number }: { readonly ticketId: TicketId; readonly number: string }) {
  const act = useAct()
  return (
    <NeedLine
      tone="attention"
      name={words.name(number)}
      need={words.need(number)}
      detail={words.detail}
      acts={[
        {
          label: words.told,
          name: words.toldFor(number),
          press: () => void act('notice.told', { ticketId }),
        },
      ]}
    />
  )
}
