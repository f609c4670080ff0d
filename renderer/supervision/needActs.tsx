import { supervision } from '../../shared/messages/history/supervision.fr.ts'
import type { Act } from '../link/hooks.ts'
import type { OneAct } from './Acts.tsx'
import { CloseService } from './CloseService.tsx'
import { closingCounter } from './closingCounter.tsx'
import { entrusted } from './entrusted.ts'
import { givesTickets, type ServiceLine } from './lines.ts'
import { namesOf, type Present } from './names.ts'
import { OpenCounter } from './OpenCounter.tsx'
import type { GoTo } from './places.ts'

const words = supervision.decide

/** What answers a service's need: a counter that could receive it, no more tickets, its appointments; opened again once closed. */
export function actsOf(
  { service, tone, able, openable, lateAppointments, doubtful, closable, uncovered, unanswered }: ServiceLine,
  {
    view,
    act,
    goTo,
    accent,
  }: { readonly view: Present; readonly act: Act; readonly goTo: GoTo; readonly accent: boolean },
): readonly OneAct[] {
  const { serviceId, name, closed } = service
  const [first] = able
  const entrust: OneAct[] =
    first === undefined
      ? []
      : [
          {
            label: words.give(namesOf(view).counter(first)),
            name: words.giveFor(namesOf(view).counter(first), name.fr),
            primary: accent,
            press: () => entrusted(act, view, first, serviceId),
          },
        ]
  const close: OneAct = {
    label: words.closeService,
    name: words.closeServiceFor(name.fr),
    form: (done) => (
      <CloseService
        onCancel={done}
        onClose={(text) => {
          done()
          void act('service.close', { serviceId, ...(text === '' ? {} : { words: text }) })
        }}
      />
    ),
  }
  const free = unanswered.map((counter) => ({
    ...closingCounter(counter, act),
    label: words.closeCounter(counter.name.fr),
    name: words.closeCounterFor(counter.name.fr, name.fr),
  }))
  const open: OneAct[] = !openable
    ? []
    : [
        {
          label: words.openCounter,
          name: words.openCounterFor(name.fr),
          form: (done) => (
            <OpenCounter
              serviceId={serviceId}
              view={view}
              onCancel={done}
              onOpen={(counterId, agentId) => {
                done()
                void act('counter.open', { counterId, agentId })
              }}
            />
          ),
        },
      ]
  const late: OneAct[] =
    lateAppointments === 0 ? [] : [{ label: words.seeAppointments, press: () => goTo('appointments') }]
  if (closed !== null)
    return [
      ...(tone === 'calm' ? [] : [...late, ...free, ...open, ...entrust]),
      {
        label: words.openService,
        name: words.openServiceFor(name.fr),
        press: () => void act('service.open', { serviceId }),
      },
    ]
  if (tone === 'stop') {
    const acts = [...(givesTickets(service) ? [close] : []), ...free, ...open, ...entrust]
    return acts.length > 0 ? acts : [{ label: words.seeQueue, press: () => goTo('queue') }]
  }
  if (tone === 'calm') return [...(closable ? [close] : []), ...(uncovered ? [...open, ...entrust] : [])]
  return [...(doubtful || closable ? [close] : []), ...late, ...free, ...open, ...entrust]
}
