import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { say } from '../link/notices.ts'
import type { CounterActs, CounterView, Current } from './acts.ts'
import { Chips } from './Chips.tsx'
import { Panel } from './Panel.tsx'
import { motiveOf } from './names.ts'

/** One more request in the same visit: the same again first, then this counter's services, then the others. */
export function AddRequest({
  view,
  current,
  acts,
  onLeave,
}: {
  readonly view: CounterView
  readonly current: Current
  readonly acts: Pick<CounterActs, 'addService'>
  readonly onLeave: () => void
}) {
  const words = counterWords.line
  const { serviceId, procedureId, requestsDone } = current.ticket
  const same = {
    id: 'same',
    value: { serviceId, procedureId: current.sheet.procedureId ?? procedureId },
  }
  const title = motiveOf(same.value, view, undefined)
  const services = view.services.toSorted((a, b) => Number(b.mine) - Number(a.mine))
  const choices = [
    { ...same, title: words.sameAgain(title), named: title },
    ...services.map((service) => ({
      id: service.serviceId,
      value: { serviceId: service.serviceId, procedureId: null },
      title: service.name.fr,
      named: service.name.fr,
    })),
  ].map(({ named, value, ...choice }) => ({ ...choice, value: { ...value, named } }))
  return (
    <Panel title={words.addRequestTitle} help={words.addRequestHelp} onLeave={onLeave}>
      <Chips
        label={words.addRequest}
        keys="figures"
        choices={choices}
        isChosen={() => false}
        onChoose={({ named, serviceId: asked, procedureId: of }) => {
          void acts
            .addService({ serviceId: asked, ...(of === null ? {} : { procedureId: of }) })
            .then((result) => {
              if ('error' in result) return
              // As the head of the sheet counts them.
              const all = requestsDone + result.output.requests
              say(words.requestAdded(named, requestsDone + 1, all), 'done')
            })
          onLeave()
        }}
      />
    </Panel>
  )
}
