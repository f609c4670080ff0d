import { Printer } from 'lucide-react'
import { draftContent, type Section } from '../../shared/documents/content.ts'
import type { Step } from './flow.ts'
import { KioskButton } from './KioskButton.tsx'
import screen from './Screen.module.css'
import style from './Trail.module.css'
import { Screen } from './Screen.tsx'
import { useVisit } from './visit.ts'
import { useWords } from './words.ts'

/** What the office noted of a visit, as its paper says it; on paper where there is a printer. */
export function Trail({ code, facts }: Extract<Step, { at: 'trail' }>) {
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
                perform('trail.print', { code }, { done: ({ number }) => ({ at: 'trailPrinted', number }) })
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
      <div lang="fr" dir="ltr" className={style.trail}>
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
