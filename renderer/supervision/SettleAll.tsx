import { useState } from 'react'
import type { ServiceId } from '../../shared/contract/ids.ts'
import { wordsIn } from '../../shared/contract/letters.ts'
import type { Fault } from '../../shared/contract/queue/reasons.ts'
import { closing } from '../../shared/messages/queue/closing.fr.ts'
import { Choice } from '../ui/Choice.tsx'
import { Acts } from '../ui/Acts.tsx'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { useAct } from '../link/hooks.ts'
import type { Present } from './names.ts'
import lettering from '../ui/Lettering.module.css'
import { Select } from '../ui/Select.tsx'
import page from './Supervision.module.css'
import { Twice } from '../ui/Twice.tsx'

const words = closing
const everyService = ''

/** All who wait or must come back, settled in the same way with the same reason: a strike, a failure, an early closing. */
export function SettleAll({
  view,
  fault,
  onSettled,
}: {
  readonly view: Present
  readonly fault: Fault
  readonly onSettled: (people: number) => void
}) {
  const act = useAct()
  const [how, setHow] = useState<'certificate' | 'reason'>('certificate')
  const [reason, setReason] = useState('')
  const [serviceId, setServiceId] = useState<ServiceId | typeof everyService>(everyService)
  const of = (wanted: ServiceId | typeof everyService) =>
    wanted === everyService
      ? view.unsettled.total - atCounters(view)
      : (view.services.find((each) => each.serviceId === wanted)?.waiting ?? 0) +
        view.parked.filter((ticket) => ticket.serviceId === wanted).length
  const people = of(serviceId)
  const ready = people > 0 && (how === 'certificate' || wordsIn(reason) !== '')

  const settle = async () => {
    const output = await act('day.settleAll', {
      how,
      fault,
      ...(how === 'reason' ? { reason: wordsIn(reason) } : {}),
      ...(serviceId === everyService ? {} : { serviceId }),
    })
    if (output) onSettled(output.settled)
  }

  return (
    <div className={page.form}>
      <p className={lettering.small}>{words.allHelp}</p>
      <Select
        label={words.which}
        value={serviceId}
        onChange={setServiceId}
        options={[
          { value: everyService, title: words.everyService },
          ...view.services.map((each) => ({ value: each.serviceId, title: each.name.fr })),
        ]}
      />
      <Choice
        label={words.how}
        value={how}
        onChange={setHow}
        options={(['certificate', 'reason'] as const).map((value) => ({ value, title: words.hows[value] }))}
      />
      {how === 'reason' && (
        <>
          <Field label={words.reasonLabel} value={reason} onChange={setReason} maxLength={200} />
          <Acts>
            {words.chips.map((chip) => (
              <Button key={chip} size="dense" onPress={() => setReason(chip)}>
                {chip}
              </Button>
            ))}
          </Acts>
        </>
      )}
      <div className={page.row}>
        {ready ? (
          <Twice
            kind="primary"
            label={words.allAct(people)}
            confirm={words.allConfirm(people)}
            onAct={() => void settle()}
          />
        ) : (
          <Button isDisabled>{words.allAct(people)}</Button>
        )}
      </div>
    </div>
  )
}

/** Those whose visit ends at their counter. */
const atCounters = ({ counters }: Present): number => counters.filter(({ ticket }) => ticket !== null).length
