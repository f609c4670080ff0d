import { Printer } from 'lucide-react'
import { useState } from 'react'
import { draftContent, type Section } from '../../shared/documents/content.ts'
import { asCode, several } from './Asked.tsx'
import { Entry } from './Entry.tsx'
import type { Step } from './flow.ts'
import { KioskButton } from './KioskButton.tsx'
import screen from './Screen.module.css'
import style from './Passage.module.css'
import { Screen } from './Screen.tsx'
import ticket from './Ticket.module.css'
import { useVisit } from './visit.ts'
import { useWords } from './words.ts'

/** The code of the ticket's paper, typed or read by a scanner: who holds the paper is who may ask. */
export function PassageCode({ said }: Extract<Step, { at: 'passageCode' }>) {
  const { readPassage, go } = useVisit()
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
        void readPassage(code).then((read) => {
          if ('facts' in read) return go({ at: 'passage', code, facts: read.facts })
          setWrong(read.why)
          setTries((count) => count + 1)
        })
      }
    />
  )
}

/** What the office noted of a visit, as its paper says it; on paper where there is a printer. */
export function Passage({ code, facts }: Extract<Step, { at: 'passage' }>) {
  const { view, perform, reset } = useVisit()
  const words = useWords()
  const { lead, notes, sections } = draftContent(facts)
  const prints = view.printsTickets && !view.printerTrouble
  return (
    <Screen
      title={words.passageTitle}
      help={words.passageSaid}
      foot={
        <div className={screen.acts}>
          {prints && (
            <KioskButton
              kind="primary"
              wide
              icon={<Printer aria-hidden size={36} />}
              onPress={() =>
                perform('trail.print', { code }, { done: ({ number }) => ({ at: 'passagePrinted', number }) })
              }
            >
              {words.passagePrint}
            </KioskButton>
          )}
          <KioskButton wide onPress={reset}>
            {words.restart}
          </KioskButton>
        </div>
      }
    >
      {!prints && <p className={style.note}>{words.passageNoPaper}</p>}
      <div lang="fr" dir="ltr" className={style.passage}>
        <p className={style.lead}>{lead}</p>
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
        {sections.map((section) => (
          <Part key={section.title} section={section} />
        ))}
      </div>
    </Screen>
  )
}

/** One part of the paper; its lines have no other name than their place. */
const Part = ({ section }: { readonly section: Section }) => (
  <section>
    <h2 className={style.heading}>{section.title}</h2>
    {section.is === 'table' ? (
      <ul role="list" className={style.rows}>
        {section.rows.map(({ term, detail }, at) => (
          <li key={`${at} ${term}`}>
            <strong>{term}</strong>
            <span>{detail}</span>
          </li>
        ))}
      </ul>
    ) : (
      (section.is === 'list' ? section.items : section.lines).map((line, at) => (
        <p key={`${at} ${line}`}>{line}</p>
      ))
    )}
  </section>
)

export function PassagePrinted({ number }: Extract<Step, { at: 'passagePrinted' }>) {
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
