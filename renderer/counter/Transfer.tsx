import { useState } from 'react'
import type { ServiceId } from '../../shared/contract/ids.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { sayTransferred, type CounterActs, type CounterView, type Current } from './acts.ts'
import { Chips } from './Chips.tsx'
import { ReasonPanel } from './Panel.tsx'

/** To another service, with the same number and rank: where people wait, and whether anyone receives there. */
export function Transfer({
  view,
  current,
  acts,
  onLeave,
}: {
  readonly view: CounterView
  readonly current: Current
  readonly acts: Pick<CounterActs, 'transfer'>
  readonly onLeave: () => void
}) {
  const words = counterWords.line
  const { ticket } = current
  const [chosen, setChosen] = useState<ServiceId | null>(null)
  const services = view.services.filter(({ serviceId }) => serviceId !== ticket.serviceId)
  const service = services.find(({ serviceId }) => serviceId === chosen)
  return (
    <ReasonPanel
      title={words.transferTitle(ticket.number)}
      help={words.transferHelp}
      reasons={words.transferReasons}
      reasonKeys="letters"
      confirm={words.confirm.transfer}
      problem={service ? null : words.transferNone}
      before={
        <Chips
          label={words.transferTo}
          keys="figures"
          choices={services.map(({ serviceId, name, waiting, openCounters }) => ({
            id: serviceId,
            value: serviceId,
            title: name.fr,
            detail: words.serviceState(waiting, openCounters),
          }))}
          isChosen={(serviceId) => serviceId === chosen}
          onChoose={setChosen}
        />
      }
      onConfirm={(reason) => {
        if (!service) return
        const { serviceId, name } = service
        void acts.transfer({ ticketId: ticket.ticketId, serviceId, reason }).then((result) => {
          if ('error' in result) return
          sayTransferred(result.output, name.fr)
          onLeave()
        })
      }}
      onLeave={onLeave}
    />
  )
}
