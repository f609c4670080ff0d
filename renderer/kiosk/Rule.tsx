import { Printer } from 'lucide-react'
import { useState } from 'react'
import { Prose } from '../ui/Prose.tsx'
import { KioskButton } from './KioskButton.tsx'
import style from './Rule.module.css'
import { Said } from './Said.tsx'
import { Screen } from './Screen.tsx'
import { useVisit } from './visit.ts'
import { useWords } from './words.ts'

/** The published rule, whole, and the grounds of priority with their texts; on paper for whoever asks. */
export function Rule() {
  const { view, print } = useVisit()
  const words = useWords()
  const [printed, setPrinted] = useState<boolean | null>(null)
  return (
    <Screen
      title={words.ruleTitle}
      foot={
        view.printsTickets && (
          <KioskButton
            wide
            icon={<Printer aria-hidden size={36} />}
            isDisabled={printed === true}
            onPress={() => void print().then(setPrinted)}
          >
            {words.rulePrint}
          </KioskButton>
        )
      }
    >
      {printed !== null && (
        <p role="status" className={style.printed}>
          {printed ? words.rulePrinting : words.ruleNoPrinter}
        </p>
      )}
      {view.rule !== null && (
        <p className={style.rule}>
          <Prose>{words.rule(view.rule)}</Prose>
        </p>
      )}
      {/* Without a counter nothing is engaged, nor left. */}
      {view.resource !== null && view.resource.total > 0 && (
        <p className={style.rule}>{words.resource(view.resource.free)}</p>
      )}
      {view.grounds.length > 0 && (
        <section>
          <h2 className={style.heading}>{words.ruleGrounds}</h2>
          <ul role="list" className={style.grounds}>
            {view.grounds.map(({ groundId, title, source }) => (
              <li key={groundId}>
                <Said>{title}</Said>
                <span className={style.source} lang="fr" dir="auto">
                  <Prose>{source}</Prose>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Screen>
  )
}
