import { useState } from 'react'
import type { AppointmentId } from '../../shared/contract/ids.ts'
import { wordsIn } from '../../shared/contract/letters.ts'
import { coordinationWords as words } from '../../shared/messages/appointments/coordination.fr.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import type { ReceptionActs } from './acts.ts'

/** The pre-application numbers of an appointment just given for a title: the host declares it for them. */
export function BookedNumbers({
  appointmentId,
  onSet,
}: {
  readonly appointmentId: AppointmentId
  readonly onSet: ReceptionActs['setNumbers']
}) {
  const [typed, setTyped] = useState('')
  const [said, setSaid] = useState('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const numbers = typed.split(/[,;]/).filter((part) => wordsIn(part) !== '')
        void onSet({ appointmentId, numbers }).then((result) => {
          if ('error' in result) return
          setTyped('')
          setSaid(words.numbersKept)
        })
      }}
    >
      <Field
        label={words.numbers}
        detail={words.numbersHelp}
        value={typed}
        maxLength={400}
        autoComplete="off"
        onChange={(text) => {
          setSaid('')
          setTyped(text)
        }}
      />
      <Button type="submit" size="dense">
        {words.keepNumbers}
      </Button>
      <span role="status">{said}</span>
    </form>
  )
}
