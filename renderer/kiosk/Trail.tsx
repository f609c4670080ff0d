import { useState } from 'react'
import { asCode, several } from './Asked.tsx'
import { Entry } from './Entry.tsx'
import type { Step } from './flow.ts'
import { KioskButton } from './KioskButton.tsx'
import { Screen } from './Screen.tsx'
import ticket from './Ticket.module.css'
import { useVisit } from './visit.ts'
import { useWords } from './words.ts'

/** The code of the ticket's paper, typed or read by a scanner: who holds the paper is who may ask. */
export function TrailCode({ said }: Extract<Step, { at: 'trailCode' }>) {
  const { readTrail, go } = useVisit()
  const words = useWords()
  const [wrong, setWrong] = useState(said)
  // What was typed is forgotten with the answer, so that the field is there for another try.
  const [tries, setTries] = useState(0)
  return (
    <Entry
      key={tries}
      title={words.passageAsk}
      help={words.passageAskHelp}
      said={wrong}
      kind="code"
      most={20}
      clean={asCode}
      complete={several}
      onDone={(code) =>
        void readTrail(code).then((read) => {
          if ('facts' in read) return go({ at: 'trail', code, facts: read.facts })
          setWrong(read.why)
          setTries((count) => count + 1)
        })
      }
    />
  )
}

export function TrailPrinted({ number }: Extract<Step, { at: 'trailPrinted' }>) {
  const { reset } = useVisit()
  const words = useWords()
  return (
    <Screen
      title={words.passageTitle}
      help={words.passagePrinting}
      foot={
        <KioskButton wide onPress={reset}>
          {words.restart}
        </KioskButton>
      }
    >
      <p className={ticket.large} dir="ltr">
        {number}
      </p>
    </Screen>
  )
}
