import type { Step } from './flow.ts'
import { KioskButton } from './KioskButton.tsx'
import style from './Screen.module.css'
import { Screen } from './Screen.tsx'
import { useVisit } from './visit.ts'
import { useWords } from './words.ts'

/** A number is used at once for the certificate: it is asked before. */
export function Certify({ motive, why }: Extract<Step, { at: 'certify' }>) {
  const { back, perform } = useVisit()
  const words = useWords()
  const { serviceId, procedureId } = motive
  const certify = () =>
    perform(
      'ticket.certify',
      { serviceId, ...(procedureId === null ? {} : { procedureId }), why },
      { done: ({ document }) => ({ at: 'certified', number: document.number }) },
    )
  return (
    <Screen
      title={words.certifyAsk}
      help={words.certifyHelp}
      foot={
        <div className={style.acts}>
          <KioskButton kind="primary" wide onPress={certify}>
            {words.certifyYes}
          </KioskButton>
          {back && (
            <KioskButton wide onPress={back}>
              {words.no}
            </KioskButton>
          )}
        </div>
      }
    />
  )
}
